"""The form of a configuration as JSON Schema, for programs and forms that nobody here wrote."""

from __future__ import annotations

from typing import Any

from .parameters import Choice, Parameter, plain
from .product import Product, described

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(template: type[Product], language: str = "en") -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the plain choices of `template`, labels in `language`.

    It knows types, bounds, options and lengths. Rules between parameters are beyond it: `x-rules` names them, and the
    constructor decides. No parameter is required, because what is left out is the default. `x-step` is the distance of
    neighbouring values, counted from `minimum`.
    """
    defaults = template.defaults()
    return {
        "$schema": DIALECT,
        "title": template.heading(language),
        "description": template.words.word(language, "template", "description", described(template)),
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _property(template, name, parameter, plain(defaults[name]), language)
                       for name, parameter in template.parameters.items()},
        "x-template": template.template,
        "x-revision": template.revision,
        "x-rules": [each.name for each in template.rules],
    }


def _property(template: type[Product], name: str, parameter: Parameter, default: Any, language: str) -> dict[str, Any]:
    found = {"title": template.label(name, language), **parameter.json_schema(), "default": default}
    hint = template.words.word(language, "hints", name, parameter.hint)
    if hint:
        found["description"] = hint
    if parameter.group:
        found["x-group"] = template.words.word(language, "groups", parameter.group, parameter.group)
    if isinstance(parameter, Choice):
        found["x-labels"] = {option.name: template.option_label(name, option, language)
                             for option in parameter.options.values()}
    return found
