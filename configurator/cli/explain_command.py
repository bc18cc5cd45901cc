"""`configurator explain`: whether a wish can be had beside what is set, why not, and the nearest ways to get it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any

from configurator.errors import InvalidChoice
from configurator.product.answers import Change, Explanation, Reason, Way
from configurator.product.problems import shown
from configurator.product.reasoning import undecided

from .choices import Typed, add_choices, add_json, add_language, read, split, typed
from .refusals import DONE, REFUSED, WrongUsage
from .screen import put_json


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_choices(parser)
    parser.add_argument("--want", metavar="NAME=VALUE", action="append", required=True, dest="wants",
                        help="what is wished; repeats for other parameters")
    add_language(parser)
    add_json(parser)


def run(args: Namespace) -> int:
    """Explains. DONE if the wish can be had, REFUSED if not."""
    found = typed(args)
    wanted = read(found.template, _wants(args.wants))
    near = _on_screen(found)
    answer = found.template.space.explain(found.choices, wanted, near)
    if args.json:
        put_json(as_plain(answer, args.language))
    else:
        from .explain_page import page

        page(found, wanted, answer, args.template, args.language)
    return DONE if answer.possible else REFUSED


def as_plain(answer: Explanation, language: str) -> dict[str, Any]:
    """The whole answer as plain values; `reasons` are sentences, `conflicts` the same with their parts."""
    sentences = [each.say(language) for each in answer.reasons]
    if answer.undecided:
        sentences.append(undecided().say(language))
    return {"possible": answer.possible, "undecided": answer.undecided, "language": language, "reasons": sentences,
            "conflicts": [reason_as_plain(each, language) for each in answer.reasons],
            "ways": [_way(each, language) for each in answer.ways]}


def reason_as_plain(reason: Reason, language: str) -> dict[str, Any]:
    """Choices and rules that cannot be kept together; `shortfall` in the unit of what the rule compares."""
    return {"choices": list(reason.choices), "rules": [
        {"name": each.rule, "sentence": each.sentences[language], "shortfall": rounded(each.shortfall)}
        for each in reason.broken]}


def change_as_plain(change: Change, language: str) -> dict[str, Any]:
    """A parameter that becomes another."""
    return {"name": change.name, "before": change.before, "after": change.after, "sentence": change.sentences[language]}


def rounded(number: float | None) -> float | None:
    """To six decimals, where everything is the same for a workshop and for a customer."""
    return None if number is None else round(number, 6) + 0.0


def _way(way: Way, language: str) -> dict[str, Any]:
    return {"given_up": list(way.given_up), "changes": [change_as_plain(each, language) for each in way.changes],
            "configuration": way.configuration.choices, "number": way.configuration.number}


def _wants(texts: list[str]) -> Mapping[str, str]:
    wants: dict[str, str] = {}
    for text in texts:
        if any(mark in text.partition("=")[0] for mark in "<>!"):
            raise WrongUsage(f"--want {shown(text)}: explain takes NAME=VALUE; for wishes such as 'mass<=60' there is "
                             "`configurator solve`")
        name, value = split(text, "--want")
        if wants.setdefault(name, value) != value:
            raise WrongUsage(f"--want {shown(name)} stands twice, with {shown(wants[name])!r} and {shown(value)!r}; "
                             "a parameter has one value")
    return wants


def _on_screen(found: Typed) -> Mapping[str, Any] | None:
    """What `show` shows of these choices; None if they do not go together."""
    try:
        return found.template.space.complete(found.choices).choices
    except InvalidChoice:
        return None
