"""Choices from the command line: `--config FILE.json` first, `--set name=value` over it, the rest completed."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from configurator.errors import InvalidChoice
from configurator.product.catalogue import load_template
from configurator.product.completion import Change, changes, complete
from configurator.product.parameters import Flag, Number
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


def chosen(args: Namespace) -> Chosen:
    """The configuration that the arguments ask for. InvalidChoice says what is wrong with it."""
    template = load_template(args.template)
    choices, inputs = read_file(args.config, template.template) if args.config else ({}, {})
    typed = dict(_split(each) for each in args.settings)
    parsed, commas = {}, []
    for name, text in typed.items():
        parsed[name] = _value(template, name, text)
        if isinstance(template.parameters.get(name), Number) and (match := _COMMA.fullmatch(text)):
            commas.append(_comma(template, name, text, f"{match[1]}.{match[2]}"))
    fixed = {**choices, **parsed}
    try:
        product = complete(template, fixed)
    except InvalidChoice as refused:
        friendly = {problem.name: problem for problem in commas}
        raise InvalidChoice(refused.template, [friendly.get(each.name, each) for each in refused.problems]) from None
    return Chosen(product, fixed, changes(product, fixed), inputs)


def told(product: Product, change: Change, language: str = "en") -> str:
    """A completed parameter as a sentence: "comfort: no -> yes"."""
    unit = getattr(product.parameters[change.name], "unit", "")
    return (f"{change.name}: {value(change.default, unit, language)} \N{RIGHTWARDS ARROW} "
            f"{value(change.value, unit, language)}")


def changes_json(completed: list[Change]) -> dict[str, Any]:
    """The completed parameters by name."""
    return {each.name: {"default": each.default, "value": each.value} for each in completed}


def _split(text: str) -> tuple[str, str]:
    name, equals, typed = text.partition("=")
    if not equals or not name:
        raise WrongUsage(f"--set {shown(text)}: write it NAME=VALUE, for example --set width=5")
    return name, typed


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
