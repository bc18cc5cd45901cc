"""How `configurator show` looks to a person."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from configurator.product import scan_store
from configurator.product.parameters import Choice, Flag, Number, Parameter
from configurator.product.product import Product, described
from configurator.product.scanned import Scanned

from .choices import Chosen, told
from .screen import console, grams, grid, value
from .show_command import margins, mass, sentence

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text


def page(choice: Chosen, language: str) -> None:
    """Prints a configuration: heading, parameters by group, rules with their margins, notices that apply."""
    from rich.text import Text

    product, screen = choice.product, console()
    head = Text.assemble((product.number, "bold cyan"), "  ", (product.heading(language), "bold"),
                         f"  revision {product.revision}")
    if mass(product) is not None:
        head.append(f"  about {grams(mass(product))}")
    screen.print(head)
    screen.print(Text(product.words.word(language, "template", "description", described(type(product))), "dim"))
    for group, members in groupby(product.parameters.items(), lambda item: item[1].group):
        name = product.words.word(language, "groups", group, group) if group else "Parameters"
        screen.print(Text(f"\n{name}", "bold"))
        screen.print(_parameters(choice, dict(members), language))
    if product.rules:
        screen.print(Text("\nRules", "bold").append("   (margin to the edge, and what is said where it is broken)", "dim"))
        screen.print(_rules(product, language))
    told_now = product.notices_that_apply(language)
    if told_now:
        screen.print(Text("\nPlease note", "bold"))
        for each in told_now:
            said = Text(f"  {each.sentence}")
            screen.print(said.append(f"  (grade {each.grade}{f', {each.source}' if each.source else ''})", "dim"))
    if choice.completed:
        screen.print(Text("\nChanged from the default, so that your choices go together", "bold yellow"))
        for change in choice.completed:
            screen.print(f"  {told(product, change, language)}")


def _parameters(choice: Chosen, members: dict[str, Parameter], language: str) -> Table:
    from rich.text import Text

    product = choice.product
    width = max(len(name) for name in product.parameters) + 2
    table = grid({"width": min(width, 20)}, {"width": 14}, {})
    for name, parameter in members.items():
        now, default = product.choices[name], product.defaults()[name]
        unit = getattr(parameter, "unit", "")
        own = str(now) != str(default)
        may_be = Text(f"{product.label(name, language)}\n").append_text(_domain(product, name, parameter, language))
        if own:
            may_be.append(f"\ndefault {value(default, unit, language)}", "dim")
        if parameter.hint:
            may_be.append(f"\n{product.words.word(language, 'hints', name, parameter.hint)}", "italic dim")
        table.add_row(Text(f"  {name}", "cyan"), Text(value(now, unit, language), "bold" if own else ""), may_be)
    return table


def _domain(product: Product, name: str, parameter: Any, language: str) -> Text:
    from rich.text import Text

    if isinstance(parameter, Number):
        unit = parameter.unit
        step = "" if parameter.whole else f", step {value(parameter.step, unit, language)}"
        low, high = (value(parameter.at(index), unit, language) for index in (0, len(parameter.grid) - 1))
        return Text(f"{low} to {high}{step}", "dim")
    if isinstance(parameter, Flag):
        return Text(f"{value(True, '', language)} or {value(False, '', language)}", "dim")
    if isinstance(parameter, Choice):
        lines = Text()
        for option in parameter.options.values():
            label = product.option_label(name, option, language)
            lines.append(f"{chr(10) if lines else ''}{option.name}").append(
                "" if label == option.name else f"  {label}", "dim")
        for option, missing in getattr(parameter.options, "withheld", {}).items():
            lines.append(f"{chr(10) if lines else ''}{option}", "dim strike").append(
                f"  not offered: {missing} not known", "dim")
        return lines
    if isinstance(parameter, Scanned):
        return Text(f"none, or the sha256 of a scan in {scan_store.folder()}; build --scan FILE.limb puts one there", "dim")
    return Text(f"at most {parameter.longest} characters", "dim")


def _rules(product: Product, language: str) -> Table:
    from rich.text import Text

    table = grid({"width": 10, "justify": "right", "no_wrap": True}, {})
    for each, edge in zip(product.rules, margins(product), strict=True):
        said = Text(each.name, "cyan")
        if edge.binds:
            said.append(f"  one step of {' or '.join(edge.bound_by)} breaks it", "yellow")
        said.append(f"\n{sentence(product, each, language)}", "default")
        said.append(f"\ngrade {each.grade}{f', {each.source}' if each.source else ''}", "dim")
        table.add_row(Text("holds" if edge.margin is None else f"+{value(edge.margin, '', language)}",
                           "yellow" if edge.binds else "green"), said)
    return table
