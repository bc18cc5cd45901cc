"""What is written of a characteristic: its number in a circle, its size with limits, its tolerance, its roughness."""

from __future__ import annotations

from typing import NamedTuple

from configurator.exchange.sheet import Circle, Label, Layer, Text, label, number, size_label
from configurator.exchange.sheet.groups import Group
from configurator.product.characteristics import FORMS, RELATIONS, Characteristic
from configurator.texts import say

_RADIUS = 2.4  # mm of the circle round the number of a characteristic (design: it stands on the line of its dimension)
_APART = 1.2  # mm between the circle and what follows (design)
_DIGITS = 1.8  # mm, ISO 3098-1
_BASE = 3.5  # mm, cap height of what follows, in whose middle the circle stands

FRAMES = {"flatness": "flatness", "straightness": "straightness", "roundness": "roundness", "cylindricity": "cylindricity",
          "profile": "surface_profile", "parallelism": "parallelism", "perpendicularity": "perpendicularity",
          "angularity": "angularity", "position": "position", "coaxiality": "concentricity", "runout": "run_out"}
"""Name of the symbol of each kind of geometrical tolerance."""


class Numbered(NamedTuple):
    """A characteristic and its number on the drawing and in the inspection plan."""

    each: Characteristic
    balloon: int
    label: str = ""
    """What it is called, in the language of the sheet."""


def circled(balloon: int) -> Label:
    """The number in its circle."""
    middle = (_RADIUS, _BASE / 2)
    return Label((Circle(middle, _RADIUS, Layer.DIMENSION), Text(str(balloon), middle, _DIGITS, "centre", "middle")),
                 2 * _RADIUS, _RADIUS - _BASE / 2, _RADIUS + _BASE / 2, str(balloon))


def joined(first: Label, second: Label, apart: float = _APART) -> Label:
    """Two labels on one line."""
    moved = Group(second.entities).moved(first.width + apart, 0.0).entities
    return Label((*first.entities, *moved), first.width + apart + second.width, max(first.below, second.below),
                 max(first.above, second.above), f"{first.words} {second.words}")


def of(numbered: Numbered, language: str, called: str = "") -> Label:
    """Number and size. `called` says in words what it is, where no lines of a view do."""
    each, balloon, _ = numbered
    return joined(circled(balloon), _size(each, language, called))


def frame_value(each: Characteristic, language: str) -> str:
    """What stands in the second compartment of a tolerance frame."""
    zone = each.around or each.kind == "coaxiality"
    return ("⌀" if zone else "") + number(each.upper or 0.0, language)


def roughness_value(each: Characteristic, language: str) -> str:
    """What stands at the symbol of a surface."""
    return f"Ra {number(each.upper or 0.0, language)}"


def is_frame(each: Characteristic) -> bool:
    """Whether it is told in a tolerance frame."""
    return each.kind in (*FORMS, *RELATIONS)


def _size(each: Characteristic, language: str, called: str) -> Label:
    if each.kind == "thread":
        depth = "" if each.depth is None else f" ↧ {number(each.depth, language)}"
        head = f"{each.count}× " if each.count > 1 else ""
        return label(f"{head}{each.designation}{depth}")
    symbol = {"diameter": "S⌀" if each.on[0].kind == "sphere" else "⌀", "radius": "R"}.get(each.kind, "")
    words = f"{called}: " if called else ""
    after = "°" if each.unit == "deg" else ""
    suffix = "" if each.finished else say("drawing.before", language)
    if not after:
        return size_label(each.nominal, symbol=words + symbol, fit=each.fit, lower=each.lower, upper=each.upper,
                          language=language, count=each.count, suffix=suffix)
    head = f"{each.count}× " if each.count > 1 else ""
    value = f"{head}{number(each.nominal, language)}{after}"
    if each.lower is None or each.upper is None:
        return label(value)
    if abs(each.lower + each.upper) < 1e-9:
        return label(f"{value} ±{number(each.upper, language)}{after}")
    return label(f"{value} +{number(each.upper, language)}{after} {number(each.lower, language)}{after}")
