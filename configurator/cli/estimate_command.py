"""`configurator estimate`: stock, operations in order, and what an order will cost about, by a shop profile."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from .choices import Chosen, add_choices, add_json, add_language, changes_json, chosen
from .refusals import DONE
from .screen import console, counted, grid, put_json, waiting
from .shop_inputs import add_order, quantity_of, refuse_unknown, shop_of

if TYPE_CHECKING:
    from rich.table import Table

    from configurator.making.estimate import Estimate
    from configurator.making.operations import Operation
    from configurator.making.route import PartRoute, Route


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_choices(parser)
    add_order(parser)
    parser.add_argument("--lines", action="store_true", help="where every sum comes from")
    add_language(parser)
    add_json(parser)


def run(args: Namespace) -> int:
    """Builds the parts, then estimates."""
    shop, quantity, choice = shop_of(args), quantity_of(args) or 1, chosen(args)
    refuse_unknown(args, choice.product)
    from configurator.geometry.client import Geometry
    from configurator.making.estimate import estimate
    from configurator.making.route import route

    with waiting(f"building {choice.product.number} ...", quiet=args.json), Geometry() as geometry:
        answers = geometry.build(choice.product)
    found = route(choice.product, answers, shop, quantity, args.language)
    if args.json:
        put_json(as_plain(choice, found, estimate(found)))
    else:
        _show(found, estimate(found), lines=args.lines)
    return DONE


def as_plain(choice: Chosen, route: Route, estimate: Estimate) -> dict[str, Any]:
    """What `estimate --json` tells."""
    return {"number": route.number, "template": choice.product.template, "configuration": choice.product.choices,
            "completed": changes_json(choice.completed), "estimate": estimate.as_plain(), "route": route.as_plain()}


def _show(route: Route, estimate: Estimate, *, lines: bool) -> None:
    from rich.text import Text

    from configurator.making.estimate import kind_label
    from configurator.texts import say

    screen, language = console(), route.language
    screen.print(Text.assemble((route.number, "bold cyan"), "  ", (route.title, "bold")))
    screen.print(Text(estimate.sentence(), "bold"))
    hours = route.minutes.times(1 / 60).rounded(1)
    screen.print(say("making.time_total", language, **hours._asdict()))
    for part in route.parts:
        _show_part(part, route)
    if route.assembly:
        screen.print()
        screen.print(_operations(route.assembly, route))
    screen.print()
    if lines:
        _show_lines(estimate)
    table = grid({}, *[{"justify": "right", "no_wrap": True}] * 3)
    for kind, sum_ in estimate.sums().items():
        table.add_row(kind_label(kind, language), *_amounts(sum_, language))
    screen.print(_under(table, estimate))
    for sentence in dict.fromkeys(filter(None, (*route.remarks, estimate.rests_on, *estimate.left_out))):
        screen.print(Text(sentence, "yellow"))
    more = "" if lines else f", {counted(len(estimate.lines), 'line')} (--lines)"
    screen.print(Text(f"{route.shop.name} {route.shop.digest[:8]}{more}", "dim"))


def _under(table: Table, estimate: Estimate) -> Table:
    from rich.text import Text

    table.add_row(Text(f"{estimate.currency} {estimate.vat}", "bold"),
                  *(Text(each, "bold") for each in _amounts(estimate.total, estimate.language)))
    return table


def _show_lines(estimate: Estimate) -> None:
    """Where every sum comes from, below it."""
    from rich.padding import Padding
    from rich.text import Text

    place = ""
    for line in estimate.lines:
        if line.place != place:
            place = line.place
            console().print(Text(place, "cyan"))
        low, likely, high = _amounts((line.low, line.likely, line.high), estimate.language)
        console().print(Text.assemble(f"  {line.what}: ", (likely, "bold"), f" ({low} \N{EN DASH} {high})"))
        console().print(Padding(Text(line.origin, "dim"), (0, 0, 0, 4)))
    console().print()


def _show_part(part: PartRoute, route: Route) -> None:
    from rich.text import Text

    head = Text.assemble("\n", (f"{part.pieces} \N{MULTIPLICATION SIGN} {part.label}", "bold"),
                         f"  {part.material}{f' ({part.standard})' if part.standard else ''}")
    if part.blank is not None:
        head.append(f"  {part.blank.form_in(route.language)} {part.blank.size_in(route.language)}", "cyan")
    console().print(head)
    console().print(_operations(part.operations, route))


def _operations(operations: tuple[Operation, ...], route: Route) -> Table:
    """Numbers, names, work centres, likely minutes, and from where or with what."""
    from rich.text import Text

    from configurator.texts import say, written

    language = route.language
    table = grid({"justify": "right", "no_wrap": True}, {"no_wrap": True}, {},
                 *[{"justify": "right", "no_wrap": True}] * 2, {"ratio": 1})
    table.add_row("", "", "", *(Text(say(key, language), "dim") for key in ("making.column_setup", "making.column_piece")), "")
    for each in operations:
        centre = route.shop.work_centres[each.centre].label.say(language) if each.centre else ""
        times = ("", "") if each.setup is None or each.piece is None else tuple(
            f"{written(round(time.likely, 1 if time.likely < 10 else None), language)} min" if time.likely else ""
            for time in (each.setup, each.piece))
        across = each.tool.diameter if each.tool is not None else None
        tool = f"\N{DIAMETER SIGN} {written(across, language)}" if across else ""
        more = ", ".join(filter(None, (" ".join(each.setups), tool, " + ".join(each.names))))
        table.add_row(Text(f"  {each.number}", "dim"), each.label, Text(centre, "dim"), *times, Text(more, "dim"))
    return table


def _amounts(cents: tuple[int, int, int], language: str) -> tuple[str, ...]:
    point = "." if language == "en" else ","
    return tuple(f"{each / 100:.2f}".replace(".", point) for each in cents)
