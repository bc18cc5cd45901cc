"""Where something sits on a part, said by geometry: a plane at a height, a cylinder about an axis. Never by an index."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite, sqrt
from typing import Literal, TypeAlias

from configurator.errors import TemplateError

from .measured import Point

FaceKind: TypeAlias = Literal["plane", "cylinder", "cone", "sphere", "torus"]
Direction: TypeAlias = "str | Point"
"""A letter with or without sign ("z", "-y"), or a vector of any length."""
_AXES = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}


@dataclass(frozen=True, slots=True)
class Face:
    """A surface in the part's own frame; every face of the solid that lies on it is meant. Lengths in mm, angles in degrees."""

    kind: FaceKind
    point: Point
    """A point of a plane, on the axis of a cylinder or cone (its tip), or the centre."""
    direction: Point | None = None
    """Unit: outward normal of a plane; axis of what is turned, a cone's the way in which it widens."""
    diameter: float | None = None
    """Of a cylinder or sphere, or of the tube of a torus."""
    ring_diameter: float | None = None
    """Of the circle along which the middle of a torus' tube runs."""
    half_angle: float | None = None
    """Between the axis of a cone and its surface."""
    touching: bool = False
    """Whether this is no face, but a plane or cylinder that touches the part from outside."""
    within: float = 0.0
    """How far the part may end before such a plane, or reach beyond it, mm: of a free form whose end is rounded."""

    def __str__(self) -> str:
        """As errors name it."""
        at = ", ".join(f"{each:.4g}" for each in self.point)
        way = "" if self.direction is None else f" along ({', '.join(f'{each:.4g}' for each in self.direction)})"
        size = "".join((
            "" if self.diameter is None else f" of diameter {self.diameter:.6g} mm",
            "" if self.ring_diameter is None else f" on a circle of {self.ring_diameter:.6g} mm",
            "" if self.half_angle is None else f" of half angle {self.half_angle:.6g} degrees"))
        return f"a {self.kind}{size}{' around the part' if self.touching else ''} through ({at}){way}"


def plane(outward: Direction, at: float) -> Face:
    """The plane whose outward normal is `outward` ("+z": it looks up).

    `at`: for a letter the coordinate on that axis, whatever its sign: plane("-z", at=2.5) looks down at the height 2.5; for
    a vector the distance from the part's origin along it.
    """
    way = direction(outward)
    sign = -1.0 if isinstance(outward, str) and outward.startswith("-") else 1.0
    return Face("plane", _along(way, sign * _number(at, "plane, at")), way)


def outermost(outward: str, at: float, *, within: float = 0.0) -> Face:
    """Where the part ends along an axis, whatever face is there: outermost("-z", at=-1.2) touches its lowest point.

    For overall sizes of what is rounded: a dome, a lug, a ball. `outward` is x, y or z with + or -; `at` the coordinate on it.
    `within`: where no formula tells the end, as of a free form, or where it shall be told in round numbers, `at` may be off by
    so much (mm); keep it below the limits of the size.
    """
    if not isinstance(outward, str):
        raise TemplateError(f"outermost: {outward!r} is no axis; write \"+x\", \"-y\", \"+z\" ...")
    if not 0 <= _number(within, "outermost, within") <= 1:
        raise TemplateError(f"outermost: within {within} mm; a free form may be off by 0 to 1 mm")
    return replace(plane(outward, at), touching=True, within=float(within))


def cylinder(diameter: float, axis: Direction = "z", *, through: Point = (0.0, 0.0, 0.0)) -> Face:
    """The cylinder about an axis through a point; a bore as well as a boss."""
    return Face("cylinder", _point(through), direction(axis), _positive(diameter, "cylinder, diameter"))


def enclosing(diameter: float, axis: Literal["x", "y", "z"] = "z") -> Face:
    """The least cylinder about an axis of the part's frame that holds all of it, whatever faces touch it.

    For what is turned and rounded outside: diameter of a domed ring, wall from its bore to its crest.
    """
    if axis not in _AXES:
        raise TemplateError(f"enclosing: {axis!r} is no axis of the frame; write x, y or z")
    return replace(cylinder(diameter, axis), touching=True)


def cone(half_angle: float, axis: Direction = "z", *, tip: Point) -> Face:
    """The cone that widens along `axis` from its `tip`, which mostly lies outside the face. `half_angle` in degrees."""
    if not 0 < half_angle < 90:
        raise TemplateError(f"cone: a half angle of {half_angle} degrees is not between 0 and 90")
    return Face("cone", _point(tip), direction(axis), half_angle=float(half_angle))


def sphere(diameter: float, centre: Point) -> Face:
    """The ball about a centre."""
    return Face("sphere", _point(centre), diameter=_positive(diameter, "sphere, diameter"))


def torus(tube: float, ring: float, axis: Direction = "z", *, centre: Point) -> Face:
    """The rounding of an edge that is turned: diameter of its tube, and of the circle along which the tube's middle runs."""
    return Face("torus", _point(centre), direction(axis), _positive(tube, "torus, tube"), _positive(ring, "torus, ring"))


def direction(given: Direction) -> Point:
    """As a unit vector. ValueError if it is none."""
    if isinstance(given, str):
        letter = given.lstrip("+-")
        if letter not in _AXES or len(given) - len(letter) > 1:
            raise TemplateError(f"{given!r} is no direction; write x, y or z with + or -, or a vector of three numbers")
        sign = -1.0 if given.startswith("-") else 1.0
        x, y, z = _AXES[letter]
        return (sign * x + 0.0, sign * y + 0.0, sign * z + 0.0)
    x, y, z = _point(given)
    long = sqrt(x * x + y * y + z * z)
    if long < 1e-9:
        raise TemplateError(f"{given!r} has no direction")
    return (x / long, y / long, z / long)


def _along(way: Point, far: float) -> Point:
    return (way[0] * far + 0.0, way[1] * far + 0.0, way[2] * far + 0.0)


def _point(given: Point) -> Point:
    if not isinstance(given, tuple | list) or len(given) != 3:
        raise TemplateError(f"{given!r} is no point; write three numbers, mm")
    return (_number(given[0], "x"), _number(given[1], "y"), _number(given[2], "z"))


def _number(given: float, what: str) -> float:
    if not isinstance(given, int | float) or not isfinite(given):
        raise TemplateError(f"{what}: {given!r} is no number; write mm (degrees of an angle)")
    return float(given) + 0.0


def _positive(given: float, what: str) -> float:
    if not _number(given, what) > 0:
        raise TemplateError(f"{what}: {given!r} is not more than 0")
    return float(given)
