"""`configurator show`: what can be chosen, what is chosen, and how far it is from every rule."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import Any

from configurator.product.answers import Margin
from configurator.product.catalogue import load_template
from configurator.product.conditions import Condition
from configurator.product.parameters import Choice, Flag, Number, Parameter, Words, plain
from configurator.product.parts import derived, members
from configurator.product.product import Product, described
from configurator.product.scanned import Scanned

from .choices import Chosen, add_choices, add_json, add_language, changes_json, chosen
from .refusals import DONE
from .screen import put_json


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_choices(parser)
    add_language(parser)
    parser.add_argument("--schema", action="store_true", help="the form of a configuration as JSON Schema (2020-12)")
    add_json(parser)


def run(args: Namespace) -> int:
    """Shows one configuration of a template. No geometry is built."""
    if args.schema:
        from configurator.product.schema import json_schema

        put_json(json_schema(load_template(args.template), args.language))
        return DONE
    choice = chosen(args)
    if args.json:
        put_json(shown(choice, args.language))
    else:
        from .show_page import page

        page(choice, args.language)
    return DONE


def shown(choice: Chosen, language: str) -> dict[str, Any]:
    """Everything that `show` knows, as plain values."""
    product = choice.product
    return {
        "template": product.template, "title": product.heading(language),
        "description": product.words.word(language, "template", "description", described(type(product))),
        "revision": product.revision, "number": product.number, "language": language,
        "mass_g": mass(product), "configuration": product.choices, "completed": changes_json(choice.completed),
        "parameters": [_parameter(product, name, each, language) for name, each in product.parameters.items()],
        "rules": [{"name": each.name, "sentence": sentence(product, each, language), "source": each.source,
                   "grade": each.grade, "parameters": sorted(each.scope), "margin": edge.margin,
                   "binds": edge.binds, "bound_by": list(edge.bound_by)}
                  for each, edge in zip(product.rules, margins(product), strict=True)],
        "notices": [{"name": each.name, "sentence": sentence(product, each, language), "source": each.source,
                     "grade": each.grade, "parameters": sorted(each.scope), "applies": bool(each.holds(product))}
                    for each in product.notices],
    }


def mass(product: Product) -> float | None:
    """g, if the template tells a mass in closed form."""
    found = members(type(product), derived).get("mass")
    return None if found is None else float(found.function(product))


def margins(product: Product) -> list[Margin]:
    """Of each rule how far the configuration is from its edge, in the rule's own unit, and what binds."""
    return [replace(each, margin=None if each.margin is None else round(each.margin, 6) + 0.0)
            for each in product.space.margins(product)]


def sentence(product: Product, condition: Condition, language: str) -> str:
    """What a rule or a notice says of this configuration."""
    return product.say(product.words.word(language, f"{condition.kind}s", condition.name, condition.sentence), language)


def _parameter(product: Product, name: str, parameter: Parameter, language: str) -> dict[str, Any]:
    words = product.words
    found: dict[str, Any] = {
        "name": name, "label": product.label(name, language), "kind": kind(parameter),
        "group": words.word(language, "groups", parameter.group, parameter.group) if parameter.group else "",
        "hint": words.word(language, "hints", name, parameter.hint) if parameter.hint else "",
        "value": product.choices[name], "default": plain(product.defaults()[name]),
    }
    if isinstance(parameter, Number):
        found |= {"low": parameter.at(0), "high": parameter.at(len(parameter.grid) - 1), "step": parameter.step,
                  "unit": parameter.unit}
    elif isinstance(parameter, Choice):
        found |= {"options": [{"name": each.name, "label": product.option_label(name, each, language),
                               "grade": each.grade, "source": each.source} for each in parameter.options.values()],
                  "withheld": [{"name": each, "missing": missing}
                               for each, missing in getattr(parameter.options, "withheld", {}).items()]}
    elif isinstance(parameter, Words):
        found |= {"longest": parameter.longest, "font": parameter.font.name,
                  "fonts": [font.name for font in parameter.fonts]}
    return found


def kind(parameter: Parameter) -> str:
    """number, count, choice, flag, text or scan."""
    if isinstance(parameter, Number):
        return "count" if parameter.whole else "number"
    known: dict[type[Parameter], str] = {Choice: "choice", Flag: "flag", Words: "text", Scanned: "scan"}
    return known.get(type(parameter), type(parameter).__name__.lower())
