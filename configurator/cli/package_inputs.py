"""Package inputs from the command line and from files of choices."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from configurator.making.rule_packs import packs, shipped

from .choices import add_language
from .refusals import Refused, WrongUsage
from .shop_inputs import add_order, quantity_of, shop_of

if TYPE_CHECKING:
    from configurator.package.inputs import Inputs


def add_inputs(parser: ArgumentParser) -> None:
    """The options that go into the package beside the choices."""
    add_language(parser, default=None)
    parser.add_argument("--owner", metavar="NAME", help="legal owner, as drawings name him")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="date of issue; no clock is ever read")
    parser.add_argument("--pack", metavar="FILE.toml", type=Path, action="append", default=[], dest="packs",
                        help="a rule pack over those that are shipped and those in CONFIGURATOR_HOME/packs; repeats")
    add_order(parser)
    parser.add_argument("--released-by", metavar="NAME", help="who releases it (needs --date); without, it is a draft")


def inputs_from(args: Namespace, given: Mapping[str, Any]) -> Inputs:
    """What a file says, with the options of the command line over it."""
    wanted = dict(given)
    for name in ("language", "owner", "date"):
        if getattr(args, name) is not None:
            wanted[name] = getattr(args, name)
    if args.released_by is not None:
        if not args.date:
            raise WrongUsage("--released-by NAME needs --date YYYY-MM-DD, the day of the release")
        wanted["release"] = {"by": args.released_by, "on": args.date}
    own = packs(args.packs)
    if own != shipped():
        wanted["rule_packs"] = tuple(own.values())
    if args.shop is not None or args.prices:
        wanted["shop"] = shop_of(args)
    quantity = quantity_of(args)
    if quantity is not None:
        wanted["quantity"] = quantity
    return checked(wanted)


def checked(wanted: Mapping[str, Any]) -> Inputs:
    """Inputs from plain values. Refused names each that cannot be taken."""
    from pydantic import ValidationError

    from configurator.package.inputs import Inputs

    try:
        return Inputs(**wanted)
    except (ValidationError, TypeError) as error:
        problems = error.errors() if isinstance(error, ValidationError) else []
        said = [f"package input {'.'.join(map(str, each['loc']))}: {each['msg'].removeprefix('Value error, ')}"
                for each in problems]
        raise Refused("\n".join(said) or str(error)) from None
