"""Cutting tools that shops keep: drills and end mills, diameters in mm; and what they can cut. All grade C: to be confirmed."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .reading import NotInStandard, exact, table

_CLOSE = 1e-9


class Figure(NamedTuple):
    """A number with where it comes from."""

    value: float
    unit: str
    grade: str
    source: str


@cache
def drills() -> tuple[float, ...]:
    """Diameters of drills, mm, from small to large. Source: tools.csv."""
    return _diameters("drill")


@cache
def end_mills() -> tuple[float, ...]:
    """Diameters of end mills, mm, from small to large. Source: tools.csv."""
    return _diameters("end mill")


def drill(diameter: float) -> float:
    """The largest drill that is no larger than `diameter` mm. NotInStandard below the smallest."""
    return _largest(drills(), exact(diameter, "a diameter"), "drill")


def end_mill(corner_radius: float) -> float:
    """The largest end mill that can cut an inner corner of `corner_radius` mm: the radius is at least 0.6 of its diameter.

    NotInStandard if no end mill is small enough. Source: tool_figures.csv, corner_ratio.
    """
    return _largest(end_mills(), exact(corner_radius, "a radius") / figure("corner_ratio").value, "end mill for that corner")


def corner_radius(end_mill_diameter: float) -> float:
    """Least inner corner radius, mm, for an end mill of that diameter, mm."""
    return figure("corner_ratio").value * exact(end_mill_diameter, "a diameter")


def reach(diameter: float, *, long_neck: bool = False) -> float:
    """How deep an end mill of that diameter cuts, mm; `long_neck`: with a tool made for it."""
    return figure("reach_long_neck" if long_neck else "reach").value * exact(diameter, "a diameter")


@cache
def figure(name: str) -> Figure:
    """A number of tool_figures.csv with unit, grade and source. NotInStandard for a name that is not there."""
    for row in table("tool_figures"):
        if row["name"] == name:
            return Figure(float(row["value"]), row.get("unit", ""), row["grade"], row["source"])
    raise NotInStandard(f"{name!r} is no figure of tools; there are {', '.join(row['name'] for row in table('tool_figures'))}")


def _diameters(tool: str) -> tuple[float, ...]:
    found = []
    for row in table("tools"):
        if row["tool"] == tool:
            first, last, step = float(row["from"]), float(row["upto"]), float(row.get("step", "1"))
            found += [round(first + step * place, 4) for place in range(round((last - first) / step) + 1)]
    return tuple(found)


def _largest(diameters: tuple[float, ...], limit: float, what: str) -> float:
    fitting = [each for each in diameters if each <= limit + _CLOSE]
    if not fitting:
        raise NotInStandard(f"no {what} is offered: the smallest has {diameters[0]:g} mm, {limit:g} mm is the most that fits")
    return fitting[-1]
