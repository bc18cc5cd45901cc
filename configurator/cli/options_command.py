"""`configurator options`: what every parameter can still be, beside what is set."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from configurator.errors import InvalidChoice
from configurator.product.answers import Options

from .choices import Typed, add_choices, add_json, add_language, typed
from .refusals import DONE, REFUSED, refuse
from .screen import put_json


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_choices(parser)
    add_language(parser)
    add_json(parser)


def run(args: Namespace) -> int:
    """Tells what can still be had. What is set and does not go together is REFUSED, with what it could be changed to."""
    found = typed(args)
    left = found.template.space.options(found.choices)
    against = _against(found)
    if args.json:
        put_json(as_plain(left))
    else:
        from .options_page import page

        page(found, left, args.template, args.language, possible=against is None)
    if against is None:
        return DONE
    refuse(against, as_json=False, language=args.language)
    return REFUSED


def as_plain(left: Options) -> dict[str, Any]:
    """By parameter the values that are proven, in order; of a text its lengths. `undecided` has what is neither."""
    return {**{name: list(values) for name, values in left.items()},
            "undecided": {name: list(values) for name, values in left.undecided.items()}}


def _against(found: Typed) -> InvalidChoice | None:
    try:
        found.template.space.complete(found.choices)
    except InvalidChoice as refused:
        return refused
    return None
