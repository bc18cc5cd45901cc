"""A native widget for each parameter: every value of its domain can be chosen, whether it can be made or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from configurator.product.parameters import Choice, Flag, Number, Parameter, Words
from configurator.product.product import Product
from configurator.product.scanned import Scanned
from configurator.web import visit

from . import choices
from .frame import say_here


def widgets(template: type[Product]) -> dict[str, Any]:
    """Draw them, group by group. What is chosen, plain."""
    import streamlit as st

    groups: dict[str, list[str]] = {}
    for name, parameter in template.parameters.items():
        groups.setdefault(parameter.group, []).append(name)
    language, now = visit.language(), choices.of(template)
    for index, (group, names) in enumerate(groups.items()):
        title = template.words.word(language, "groups", group, group) if group else say_here("parameters")
        with st.expander(title, expanded=index == 0 or len(groups) <= 4, key=f"lo-d-group-{template.template}-{group}"):
            for name in names:
                # what is seen counts, also where an edit of the template changed a default
                choices.note(template, name, _widget(st, template, name, now[name], language))
    return choices.of(template)


def _widget(st: Any, template: type[Product], name: str, value: Any, language: str) -> Any:
    parameter, key = template.parameters[name], f"lo-d-{template.template}-{choices.turn()}-{name}"
    hint = template.words.word(language, "hints", name, parameter.hint)
    common = {"key": key, "help": f"`{name}`" + (f" · {hint}" if hint else "")}
    return _DRAWN[type(parameter)](st, template, name, parameter, value, language, common)


def _number(st: Any, template: type[Product], name: str, parameter: Number, value: Any, language: str, common: Any) -> Any:
    label = template.label(name, language) + (f" ({parameter.unit})" if parameter.unit else "")
    if parameter.whole:
        return st.number_input(label, int(parameter.low), int(parameter.high), int(value), int(parameter.step), **common)
    digits = max(len(f"{each:.6f}".rstrip("0").partition(".")[2]) for each in (parameter.low, parameter.step, float(value)))
    low, high, step = map(float, (parameter.low, parameter.high, parameter.step))
    return st.number_input(label, low, high, float(value), step, format=f"%.{digits}f", **common)


def _choice(st: Any, template: type[Product], name: str, parameter: Choice[Any], value: Any, language: str,
            common: Any) -> Any:
    options = list(parameter.options)
    return st.selectbox(template.label(name, language), options, index=options.index(str(value)), **common,
                        format_func=lambda option: template.option_label(name, parameter.options[option], language))


def _flag(st: Any, template: type[Product], name: str, _: Flag, value: Any, language: str, common: Any) -> Any:
    return st.toggle(template.label(name, language), value=bool(value), **common)


def _text(st: Any, template: type[Product], name: str, parameter: Words, value: Any, language: str, common: Any) -> Any:
    return st.text_input(template.label(name, language), value=str(value), max_chars=parameter.longest, **common)


def _scan(st: Any, template: type[Product], name: str, _: Scanned, value: Any, language: str, common: Any) -> Any:
    return st.text_input(template.label(name, language), value=str(value), max_chars=64, **common)


_DRAWN: dict[type[Parameter], Callable[..., Any]] = {Number: _number, Choice: _choice, Flag: _flag, Words: _text,
                                                    Scanned: _scan}
