"""Choices from the command line: `--config FILE.json` first, `--set name=value` over it, the rest completed."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from configurator.errors import InvalidChoice
from configurator.product.answers import Change
from configurator.product.catalogue import load_template
from configurator.product.parameters import Flag, Number, plain
from configurator.product.problems import Problem, shown
from configurator.product.product import Product
from configurator.texts import LANGUAGES, say

from .refusals import Refused, WrongUsage
from .screen import value

_WORDS = {"true": True, "yes": True, "false": False, "no": False}
_COMMA = re.compile(r"\s*([+-]?\d+),(\d+)\s*", re.ASCII)
_WITH_A_POINT = {"en": "Write it with a point: {point}.", "fr": "Écrivez-la avec un point : {point}.",
                 "de": "Schreiben Sie sie mit Punkt: {point}."}
_WRAPPED = {"template", "choices", "inputs"}
LARGEST = 1_000_000
"""Bytes of a file of choices; none that is meant is larger."""


@dataclass(frozen=True)
class Typed:
    """What the customer set, each on its parameter's domain; plain values. Rules have not been looked at."""

    template: type[Product]
    choices: dict[str, Any]
    inputs: dict[str, Any]
    """Package inputs that the file of choices held."""


@dataclass(frozen=True)
class Chosen:
    """A configuration with what the customer set and what was completed."""

    product: Product
    set_by_hand: dict[str, Any]
    completed: list[Change]
    inputs: dict[str, Any]
    """Package inputs that the file of choices held."""


def add_template(parser: ArgumentParser) -> None:
    """The argument TEMPLATE."""
    parser.add_argument("template", metavar="TEMPLATE", help="name of a template, or path of its folder (with a slash)")


def add_choices(parser: ArgumentParser) -> None:
    """TEMPLATE and the options that choose a configuration of it."""
    add_template(parser)
    parser.add_argument("--set", metavar="NAME=VALUE", action="append", default=[], dest="settings",
                        help="set a parameter; repeats, the last one wins; NAME= is the empty text")
    parser.add_argument("--config", metavar="FILE.json", type=Path,
                        help='file of choices: {"width": 5} or {"template", "choices", "inputs"}; --set goes over it')


def add_language(parser: ArgumentParser, default: str | None = "en") -> None:
    """The option --language."""
    parser.add_argument("--language", choices=LANGUAGES, default=default, help="language of labels and sentences")


def add_json(parser: ArgumentParser) -> None:
    """The option --json."""
    parser.add_argument("--json", action="store_true", help="for machines: one JSON document on standard output")


def typed(args: Namespace) -> Typed:
    """What the arguments set. InvalidChoice lists every value that its parameter does not take, and every unknown name."""
    template = load_template(args.template)
    choices, inputs = read_file(args.config, template.template) if args.config else ({}, {})
    return Typed(template, read(template, dict(split(each, "--set") for each in args.settings), choices), inputs)


def read(template: type[Product], texts: Mapping[str, str], choices: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Values as they were typed, over `choices`: as plain values of their parameters. InvalidChoice says what is wrong."""
    parsed = {**(choices or {}), **{name: _value(template, name, text) for name, text in texts.items()}}
    accepted, problems = template.accept(parsed)
    if problems:
        commas = {name: _comma(template, name, text, f"{match[1]}.{match[2]}") for name, text in texts.items()
                  if isinstance(template.parameters.get(name), Number) and (match := _COMMA.fullmatch(text))}
        refused = {each.name for each in problems}
        rest = {name: value for name, value in parsed.items() if name not in refused}
        told = [commas.get(each.name, each) for each in problems] + _against(template, rest)
        raise InvalidChoice(template.template or template.__name__, told)
    return {name: plain(accepted[name]) for name in parsed}


def _against(template: type[Product], choices: Mapping[str, Any]) -> list[Problem]:
    """What else is wrong: everything is told at once."""
    try:
        template.space.complete(choices)
    except InvalidChoice as refused:
        return list(refused.problems)
    return []


def chosen(args: Namespace) -> Chosen:
    """The configuration that the arguments ask for. InvalidChoice says what is wrong with it."""
    found = typed(args)
    space = found.template.space
    product = space.complete(found.choices)
    return Chosen(product, found.choices, space.changes(product, found.choices), found.inputs)


def told(product: Product, change: Change, language: str = "en") -> str:
    """A completed parameter as a sentence: "comfort: no -> yes"."""
    unit = getattr(product.parameters[change.name], "unit", "")
    return (f"{change.name}: {value(change.before, unit, language)} \N{RIGHTWARDS ARROW} "
            f"{value(change.after, unit, language)}")


def changes_json(completed: list[Change]) -> dict[str, Any]:
    """The completed parameters by name."""
    return {each.name: {"default": each.before, "value": each.after} for each in completed}


def split(text: str, option: str) -> tuple[str, str]:
    """Name and value of NAME=VALUE. WrongUsage if it is not that."""
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise WrongUsage(f"{option} {shown(text)}: write it NAME=VALUE, for example {option} width=5")
    return name, value


def _value(template: type[Product], name: str, text: str) -> Any:
    """The text as the type of its parameter. What cannot be read goes on as it is, to be refused by its parameter."""
    if isinstance(template.parameters.get(name), Flag):
        return _WORDS.get(text.lower(), text)
    return text


def _comma(template: type[Product], name: str, text: str, point: str) -> Problem:
    sentences = {language: " ".join((
        say("choice.not_a_number", language, label=template.label(name, language), value=shown(text)),
        _WITH_A_POINT[language].format(point=point))) for language in LANGUAGES}
    return Problem(name, "choice.not_a_number", sentences)


def read_file(file: Path, template: str = "") -> tuple[dict[str, Any], dict[str, Any]]:
    """Choices and package inputs of a file. Refused if it is no such file, or made for another template."""
    content = read_object(file)
    if "choices" not in content or not content.keys() <= _WRAPPED:
        return content, {}
    named = content.get("template", template)
    if template and named != template:
        raise Refused(f"{file}: these choices are for the template {shown(named)!r}, not for {template!r}")
    choices, inputs = content["choices"], content.get("inputs", {})
    if not isinstance(choices, dict) or not isinstance(inputs, dict):
        raise Refused(f'{file}: "choices" and "inputs" must be JSON objects')
    return choices, inputs


def read_object(file: Path) -> dict[str, Any]:
    """The JSON object in a file. Refused says why it cannot be read."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise Refused(f"{file}: it is larger than {LARGEST} bytes; no choices are that long")
        content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except OSError as error:
        raise Refused(f"{file}: cannot be read ({error.strerror})") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"{file}: is not JSON as it is needed here ({error})") from None
    if not isinstance(content, dict):
        raise Refused(f'{file}: a JSON object was expected, such as {{"width": 5}}')
    return content


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, each in pairs:
        if name in found:
            raise ValueError(f"the name {shown(name)!r} stands twice")
        found[name] = each
    return found
