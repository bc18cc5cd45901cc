"""What a designer's visit remembers: folders he added, the template he looks at, its choices, configurations to compare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from configurator.product.parameters import plain
from configurator.product.problems import Refusal
from configurator.product.product import Product

_FOLDERS, _TEMPLATE, _CHOICES, _TURN = "lo-d-folders", "lo-d-folder", "lo-d-choices", "lo-d-turn"
_OFFERS = "lo-d-offers"
OFFERED = "c"
"""Field of an address: the number of a configuration that is to stand in the sandbox."""


def _state() -> Any:
    import streamlit as st

    return st.session_state


def folders() -> list[str]:
    """Templates' folders that were added for this visit."""
    found: list[str] = _state().setdefault(_FOLDERS, [])
    return found


def add(folder: str) -> None:
    """Add one."""
    if folder not in folders():
        folders().append(folder)


def remove(folder: str) -> None:
    """Take one away."""
    if folder in folders():
        folders().remove(folder)


def looked_at() -> str:
    """Folder of the template that is looked at; empty before one was chosen."""
    return str(_state().get(_TEMPLATE, ""))


def look_at(folder: str) -> None:
    """Look at another template."""
    _state()[_TEMPLATE] = folder


def of(template: type[Product]) -> dict[str, Any]:
    """Choices in the sandbox, plain, one for each parameter: any values, whether they can be made or not.

    What a template no longer takes since it was edited is as in its defaults.
    """
    kept: dict[str, Any] = _state().setdefault(_CHOICES, {}).get(str(template.home), {})
    found = {name: plain(value) for name, value in template.defaults().items()}
    return {**found, **{name: value for name, value in kept.items() if name in found and _fits(template, name, value)}}


def put(template: type[Product], values: Mapping[str, Any]) -> None:
    """Take other choices; widgets show them from now on."""
    every = _state().setdefault(_CHOICES, {})
    every[str(template.home)] = {**of(template), **values}
    _state()[_TURN] = turn() + 1


def note(template: type[Product], name: str, value: Any) -> None:
    """Keep what a widget says."""
    _state().setdefault(_CHOICES, {}).setdefault(str(template.home), {})[name] = value


def offer(number: str, template: type[Product], values: Mapping[str, Any]) -> None:
    """Have choices at hand for a link whose query names their number as `OFFERED`."""
    _state().setdefault(_OFFERS, {})[number] = (template, dict(values))


def offered(number: str) -> tuple[type[Product], dict[str, Any]] | None:
    """What such a link means; None after a reload, with which a visit begins anew."""
    found: tuple[type[Product], dict[str, Any]] | None = _state().get(_OFFERS, {}).get(number)
    return found


def turn() -> int:
    """Counts up when choices come from elsewhere than from the widgets, whose keys it is part of."""
    return int(_state().get(_TURN, 0))


def _fits(template: type[Product], name: str, value: Any) -> bool:
    """Whether a widget can show it: off the grid it can, beyond the bounds it cannot."""
    try:
        template.parameters[name].accept(value)
    except Refusal as refusal:
        return refusal.key == "choice.off_grid" or (isinstance(value, str) and refusal.key != "choice.not_offered"
                                                    and refusal.key not in ("choice.withheld", "choice.too_long"))
    return True
