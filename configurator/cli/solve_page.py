"""How `configurator solve` looks to a person."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from configurator.product.answers import Solution
from configurator.product.quantities import unit
from configurator.product.reasoning import undecided

from .choices import Typed
from .command_lines import broken, building
from .explain_page import change_lines, reason_lines
from .refusals import say
from .screen import console, grid, value
from .show_command import margins, sentence

if TYPE_CHECKING:
    from rich.console import Console


def page(found: Typed, answer: Solution, args: Namespace) -> None:
    """Prints the best configuration with its proof, or why there is none."""
    from rich.text import Text

    screen, language, product = console(), args.language, answer.configuration
    if product is None:
        say([each.say(language) for each in answer.reasons] or [undecided().say(language)])
        return
    screen.print(Text.assemble((product.number, "bold cyan"), "  ", (product.heading(language), "bold"),
                               f"  revision {product.revision}"))
    if answer.value is None:
        screen.print(Text("  nearest to the defaults of all that have what you want", "green"))
    else:
        _proof(screen, found, answer, args)
    binding = [] if answer.value is None or answer.stops is not None else [each for each in margins(product) if each.binds]
    if binding:
        screen.print(Text("\nRules that the next step of a parameter would break", "bold"))
        rules = {rule.name: rule for rule in product.rules}
        table = grid({"width": 3}, {})
        for each in binding:
            table.add_row(Text("  -", "bold"), Text(f"{sentence(product, rules[each.rule], language)}").append(
                f"  ({each.rule}, by {', '.join(each.bound_by)})", "dim"))
        screen.print(table)
    screen.print(Text("\nDiffers from the defaults in", "bold"))
    for line in change_lines(product.space.changes(product, {}), language):
        screen.print(Text(f"  {line}"))
    screen.print(Text("\nTake it", "bold"))
    screen.print(Text(broken(building(args.template, product), screen.width, indent=2)), soft_wrap=True)


def _proof(screen: Console, found: Typed, answer: Solution, args: Namespace) -> None:
    from rich.text import Text

    language, quantity = args.language, args.minimise or args.maximise
    own = unit(found.template, quantity)
    end, better = ("least", "less") if args.minimise else ("greatest", "more")
    line = Text.assemble("  ", (f"{quantity} = {value(answer.value, own, language)}", "bold"), "  ")
    if answer.proven:
        line.append(f"proven: nothing that has what you want has {better}", "green")
    elif answer.bound is None:
        line.append(f"the {end} that was found; no bound is proven", "yellow")
    else:
        line.append(f"the {end} that was found; proven is only that {better} than {value(answer.bound, own, language)} "
                    "cannot be", "yellow")
    screen.print(line)
    if answer.stops is not None:
        screen.print(Text(f"\nWhat stops it from being {better}", "bold"))
        if answer.stops.broken or answer.stops.choices:
            screen.print(reason_lines(found, answer.stops, {}, language))
        else:
            screen.print(Text(f"  {answer.stops.say(language)}"))

