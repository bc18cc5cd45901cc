"""How `configurator options` looks to a person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from shlex import quote
from typing import TYPE_CHECKING, Any

from configurator.product.answers import Options
from configurator.product.parameters import Choice, Flag, Number, Words
from configurator.product.scanned import Scanned
from configurator.product.telling import told

from .choices import Typed
from .command_lines import broken, settings
from .screen import console, grid, value

if TYPE_CHECKING:
    from rich.text import Text

_RUNS = 6
_EXAMPLES = 3


def page(found: Typed, left: Options, name: str, language: str, *, possible: bool) -> None:
    """Prints by group what is left of each parameter; what is not is dim. Ends with how to ask why.

    `name`: the template as it was typed.
    """
    from rich.text import Text

    screen, template = console(), found.template
    width = min(max(map(len, template.parameters)) + 2, 20)
    for group, members in groupby(template.parameters, lambda each: template.parameters[each].group):
        heading = template.words.word(language, "groups", group, group) if group else "Parameters"
        screen.print(Text(f"\n{heading}", "bold"))
        table = grid({"width": width}, {"width": 14}, {})
        for each in members:
            unit = getattr(template.parameters[each], "unit", "")
            own = value(found.choices[each], unit, language) if each in found.choices else ""
            table.add_row(Text(f"  {each}", "cyan"), Text(own, "bold"), _left(found, left, each, language))
        screen.print(table)
    blocked = _blocked(found, left) if possible else []
    if blocked:
        screen.print(Text("\nWhy not? Ask, for example:", "dim"))
        for each, wanted in blocked[:_EXAMPLES]:
            kept = {name: chosen for name, chosen in found.choices.items() if name != each}
            words = ["configurator explain", quote(name), *settings(kept), *settings({each: wanted}, "--want")]
            screen.print(Text(broken(words, screen.width, indent=2)), soft_wrap=True)


def _left(found: Typed, left: Options, name: str, language: str) -> Text:
    from rich.text import Text

    parameter, values = found.template.parameters[name], left[name]
    said = Text(f"{found.template.label(name, language)}\n", "dim")
    if isinstance(parameter, Choice):
        for index, option in enumerate(parameter.options.values()):
            label = found.template.option_label(name, option, language)
            can = option.name in values
            said.append("\n" if index else "").append(option.name, "default" if can else "dim strike")
            said.append("" if can else "  not now", "dim")
            said.append("" if label == option.name else f"  {label}", "dim")
    elif isinstance(parameter, Flag):
        said.append(" or ".join(value(each, "", language) for each in values) or "nothing", "default")
    elif isinstance(parameter, Words):
        said.append(_lengths(values), "default")
    elif isinstance(parameter, Scanned):
        said.append(" or ".join(told(found.template, name, each, language) for each in values) or "nothing", "default")
    elif isinstance(parameter, Number):
        whole = [parameter.at(each) for each in range(len(parameter.grid))]
        said.append(spans(whole, values, parameter.unit, language), "default")
        if values and (values[0], values[-1]) != (whole[0], whole[-1]):
            said.append(f"  of {value(whole[0], '', language)} to {value(whole[-1], parameter.unit, language)}", "dim")
    if left.undecided.get(name):
        said.append(f"\n{len(left.undecided[name])} more may be possible: not decided within the limit", "yellow")
    return said


def spans(whole: Sequence[Any], left: Sequence[Any], unit: str, language: str = "en") -> str:
    """Numbers that are left of a grid, shortly: "31 to 42.5 mm", "20 to 36 mm but 27.5", "18, 20 or 22 mm"."""
    if not left:
        return "nothing"

    def said(number: Any, own_unit: str = "") -> str:
        return value(number, own_unit, language)

    at = {number: index for index, number in enumerate(whole)}
    inside = whole[at[left[0]]:at[left[-1]] + 1]
    holes = [number for number in inside if number not in set(left)]
    if len(left) == 1:
        return said(left[0], unit)
    if not holes and len(left) > 2:
        return f"{said(left[0])} to {said(left[-1], unit)}"
    if len(holes) <= 3 and len(left) > 2 * len(holes) + 2:
        return f"{said(left[0])} to {said(left[-1], unit)} but {_listed([said(each) for each in holes], 'and')}"
    runs: list[list[Any]] = []
    for number in left:
        if runs and at[number] == at[runs[-1][-1]] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    if len(runs) > _RUNS:
        return f"{len(left)} values from {said(left[0])} to {said(left[-1], unit)}"
    parts = [part for run in runs for part in ([f"{said(run[0])} to {said(run[-1])}"] if len(run) > 2 else map(said, run))]
    parts[-1] = value(parts[-1], unit, language)
    return _listed(parts, "or")


def _listed(words: list[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _lengths(values: Sequence[int]) -> str:
    if not values:
        return "nothing"
    holes = set(range(values[0], values[-1] + 1)) - set(values)
    if values[-1] == 0:
        return "no text"
    return f"up to {values[-1]} characters" if not values[0] and not holes else (
        f"{spans(range(values[-1] + 1), values, '')} characters")


def _blocked(found: Typed, left: Options) -> list[tuple[str, Any]]:
    """Of each parameter the value nearest to what can be had that cannot: choices first, which differ most from each other."""
    choices, numbers = [], []
    for name, parameter in found.template.parameters.items():
        if parameter.endless or name in left.undecided:
            continue
        values, own = left[name], [each.name if isinstance(parameter, Choice) else each for each in parameter.candidates()]
        gone = [each for each in own if each not in values]
        if not gone:
            continue
        if isinstance(parameter, Number):
            last = values[-1] if values else own[0]
            numbers.append((name, min(gone, key=lambda each: (abs(own.index(each) - own.index(last)), each))))
        else:
            choices.append((name, gone[0]))
    return choices + numbers
