"""How `configurator explain` looks to a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from configurator.product.answers import Change, Explanation, Reason, Way
from configurator.product.reasoning import undecided
from configurator.product.telling import told_choice
from configurator.texts import listed

from .choices import Typed
from .command_lines import broken, building
from .screen import console, grid, value

if TYPE_CHECKING:
    from rich.table import Table


def page(found: Typed, wanted: Mapping[str, Any], answer: Explanation, name: str, language: str) -> None:
    """Prints the wish, the reasons and the ways. `name`: the template as it was typed."""
    from rich.text import Text

    screen = console()
    verdict = ("can be had", "bold green") if answer.possible else (
        ("not decided", "bold yellow") if answer.undecided else ("cannot be had", "bold red"))
    wishes = listed((told_choice(found.template, each, wish, language) for each, wish in wanted.items()), language)
    screen.print(Text.assemble((wishes, "bold"), "  ", verdict))
    if answer.undecided:
        screen.print(Text(f"  {undecided().say(language)}"))
    if answer.reasons:
        screen.print(Text("\nWhy not", "bold"))
        told: tuple[str, ...] = ()
        for each in answer.reasons:
            screen.print(reason_lines(found, each, wanted, language, choices=each.choices != told))
            told = each.choices
    if answer.ways and not answer.possible:
        screen.print(Text("\nNearest ways", "bold"))
    elif answer.possible:
        screen.print(Text("\nHow", "bold"))
    elif not answer.undecided and not answer.ways_undecided:
        screen.print(Text("\nThere is no way: no configuration is near it.", "yellow"))
    if answer.ways_undecided:
        screen.print(Text("\nThe search for ways ended at its limit: there may be nearer ones.", "yellow"))
    for index, way in enumerate(answer.ways[:1] if answer.possible else answer.ways, 1):
        screen.print(_way(way, found, wanted, "" if answer.possible else f"{index}.", language))
        screen.print(Text(broken(building(name, way.configuration), screen.width, indent=5)), soft_wrap=True)


def reason_lines(found: Typed, reason: Reason, wanted: Mapping[str, Any], language: str, *, choices: bool = True) -> Table:
    """The choices (unless they are told already) and wishes that are concerned, and each rule with its numbers."""
    from rich.text import Text

    table = grid({"width": 3}, {})
    values = {**found.choices, **wanted}
    rules = {each.name for each in found.template.rules}
    for name in reason.choices if choices else ():
        table.add_row("", Text(f"you chose {told_choice(found.template, name, values[name], language)}"))
    for each in reason.broken:
        if each.rule not in rules:
            table.add_row("", Text(f"you want {each.rule}"))
            continue
        said = Text(each.sentences[language])
        if each.shortfall is not None and each.shortfall > 0:
            said.append(f"  ({each.rule}, short by {value(each.shortfall, '', language)})", "dim")
        else:
            said.append(f"  ({each.rule})", "dim")
        table.add_row(Text("  -", "bold"), said)
    return table


def _way(way: Way, found: Typed, wanted: Mapping[str, Any], mark: str, language: str) -> Table:
    from rich.text import Text

    table = grid({"width": 3, "justify": "right"}, {})
    lost = [name for name in way.given_up if name in wanted]
    given = [found.template.label(name, language) for name in way.given_up if name not in wanted]
    heading = f"without the wish: {', '.join(found.template.label(name, language) for name in lost)}" if lost else ""
    if given:
        heading = "; ".join(filter(None, (heading, f"gives up {', '.join(given)}")))
    if not heading:
        heading = "keeps all you chose" if found.choices else "as follows"
    table.add_row(Text(mark, "bold"), Text(heading, "yellow" if way.given_up else "green"))
    for line in change_lines(way.changes, language):
        table.add_row("", Text(line))
    return table


def change_lines(changes: Sequence[Change], language: str) -> list[str]:
    """ "Wall 1.2 mm → 1.5 mm", one each."""
    return [each.sentences[language] for each in changes] or ["nothing changes"]
