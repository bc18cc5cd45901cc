"""`configurator solve`: from wishes to the best configuration that has them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from configurator.product.answers import Solution
from configurator.product.problems import shown
from configurator.product.product import Product
from configurator.product.quantities import quantities, unit
from configurator.product.reasoning import undecided

from .choices import add_choices, add_json, add_language, typed
from .explain_command import change_as_plain, reason_as_plain, rounded
from .refusals import DONE, REFUSED, WrongUsage
from .screen import put_json, waiting
from .show_command import margins


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_choices(parser)
    parser.add_argument("--want", metavar="WISH", action="append", default=[], dest="wants",
                        help="what the configuration shall have: 'mass<=60', 'wrist=165', 'metal=316L'; repeats")
    aim = parser.add_mutually_exclusive_group()
    aim.add_argument("--minimise", metavar="QUANTITY", default="", help="a number, chosen or derived, that shall be least")
    aim.add_argument("--maximise", metavar="QUANTITY", default="", help="a number that shall be greatest; without either, the "
                     "configuration nearest to the defaults is found")
    add_language(parser)
    add_json(parser)


def run(args: Namespace) -> int:
    """Solves. DONE with a configuration, REFUSED with the reasons if there is none."""
    found = typed(args)
    for text in args.wants:
        if text.strip() in quantities(found.template):
            raise WrongUsage(f"--want {shown(text)}: write a condition, for example --want '{text.strip()}<=60'")
    with waiting("looking for the best ...", quiet=args.json):
        answer = found.template.space.solve(args.wants, minimise=args.minimise, maximise=args.maximise, fixed=found.choices)
    if args.json:
        put_json(as_plain(found.template, answer, args.minimise or args.maximise, args.language))
    else:
        from .solve_page import page

        page(found, answer, args)
    return REFUSED if answer.configuration is None else DONE


def as_plain(template: type[Product], answer: Solution, quantity: str, language: str) -> dict[str, Any]:
    """The whole answer as plain values. `stops`: why it is no better, as sentences and parts; null where that is not known."""
    product = answer.configuration
    changes = () if product is None else template.space.changes(product, {})
    binding = () if product is None else [each for each in margins(product) if each.binds]
    reasons = [each.say(language) for each in answer.reasons] + ([undecided().say(language)] if answer.undecided else [])
    return {
        "possible": product is not None, "undecided": answer.undecided, "language": language,
        "configuration": product and product.choices, "number": product and product.number,
        "quantity": quantity or None, "unit": unit(template, quantity), "value": rounded(answer.value),
        "bound": rounded(answer.bound), "proven": answer.proven,
        "stops": answer.stops and {"sentence": answer.stops.say(language), **reason_as_plain(answer.stops, language)},
        "binding": [{"name": each.rule, "margin": each.margin, "bound_by": list(each.bound_by)} for each in binding],
        "changes": [change_as_plain(each, language) for each in changes],
        "reasons": reasons, "conflicts": [reason_as_plain(each, language) for each in answer.reasons],
    }
