"""`configurator estimate`: stock, operations in order, and what an order will cost about, by a shop profile."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from .choices import Chosen, add_choices, add_json, add_language, changes_json, chosen
from .refusals import DONE
from .screen import console, counted, grid, put_json, waiting
from .shop_inputs import add_order, quantity_of, shop_of

if TYPE_CHECKING:
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

    screen, language = console(), route.language
    screen.print(Text.assemble((route.number, "bold cyan"), "  ", (route.title, "bold")))
    screen.print(Text(estimate.sentence(), "bold"))
    for part in route.parts:
        _show_part(part, route, language)
    if route.assembly:
        screen.print()
        screen.print(_operations(route.assembly, route))
    screen.print()
    table = grid({"no_wrap": True}, {"justify": "right"}, {"justify": "right"}, {"justify": "right"}, {})
    if lines:
        for line in estimate.lines:
            table.add_row(Text(f"  {line.what}"), *(f"{each / 100:.2f}" for each in (line.low, line.likely, line.high)),
                          Text(line.origin, "dim"))
    else:
        for sum_ in estimate.as_plain()["sums"]:
            table.add_row(Text(f"  {sum_['label']}"), *(f"{sum_[name]:.2f}" for name in ("low", "likely", "high")), "")
    low, likely, high = (each / 100 for each in estimate.total)
    table.add_row(Text(f"  {estimate.currency} {estimate.vat}", "bold"), f"{low:.2f}", Text(f"{likely:.2f}", "bold"),
                  f"{high:.2f}", "")
    screen.print(table)
    for sentence in dict.fromkeys((*route.remarks, *estimate.left_out)):
        screen.print(Text(f"  {sentence}", "yellow"))
    screen.print(Text(f"  {route.shop.name} {route.shop.digest[:8]}, {counted(len(estimate.lines), 'line')} (--lines)", "dim"))


def _show_part(part: PartRoute, route: Route, language: str) -> None:
    from rich.text import Text

    head = Text.assemble("\n", (f"{part.pieces} \N{MULTIPLICATION SIGN} {part.label}", "bold"), f"  {part.material}")
    if part.blank is not None:
        head.append(f"  {part.blank.form_in(language)} {part.blank.size_in(language)}", "cyan")
    console().print(head)
    console().print(_operations(part.operations, route))


def _operations(operations: tuple[Operation, ...], route: Route) -> Any:
    from rich.text import Text

    table = grid({"justify": "right", "no_wrap": True}, {}, {}, {"justify": "right", "no_wrap": True}, {})
    for each in operations:
        centre = route.shop.work_centres[each.centre].label.say(route.language) if each.centre else ""
        time = "" if each.setup is None or each.piece is None else f"{each.setup.likely:.0f} + {each.piece.likely:.1f} min"
        tool = f"\N{DIAMETER SIGN} {each.tool.diameter:g}" if each.tool is not None and each.tool.diameter else ""
        more = ", ".join(filter(None, (" ".join(each.setups), tool, " + ".join(each.joins))))
        table.add_row(Text(f"  {each.number}", "dim"), each.label, Text(centre, "dim"), time, Text(more, "dim"))
    return table
