"""Characteristics: what is controlled of a part, declared once. Drawing, STEP and inspection sheet print these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Literal, TypeAlias

from configurator.errors import LotOneError, TemplateError

from .characteristic_checks import check_thread, checked
from .faces import Face

Kind: TypeAlias = Literal["diameter", "radius", "distance", "angle", "thread", "roughness", "flatness", "straightness",
                          "roundness", "cylindricity", "parallelism", "perpendicularity", "angularity", "position",
                          "coaxiality", "runout", "profile"]
SIZES: tuple[Kind, ...] = ("diameter", "radius", "distance", "angle")
"""Kinds with a nominal that is measured on the solid."""
FORMS: tuple[Kind, ...] = ("flatness", "straightness", "roundness", "cylindricity", "profile")
"""Geometrical tolerances that need no datum."""
RELATIONS: tuple[Kind, ...] = ("parallelism", "perpendicularity", "angularity", "position", "coaxiality", "runout")
"""Geometrical tolerances that refer to datums."""


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One controlled property of a part. What is measured must lie between `nominal + lower` and `nominal + upper`."""

    name: str
    """Within its part: small letters, digits, _."""
    kind: Kind
    nominal: float
    """mm, or degrees of an angle; 0 of roughness and geometrical tolerances; major diameter of a thread."""
    lower: float | None
    """Deviation from the nominal; None if there is no lower limit, or none is known yet (`general`)."""
    upper: float | None
    on: tuple[Face, ...]
    """One face, or the two between which a distance or an angle lies."""
    unit: Literal["mm", "deg", "um"] = "mm"
    fit: str = ""
    """Tolerance class of ISO 286 by which the limits were given: "H7"."""
    general: bool = False
    """Whether its limits are the general tolerances of the drawing."""
    designation: str = ""
    """Of a thread: "M36x0.5"."""
    depth: float | None = None
    """mm; usable length of a thread."""
    datum: str = ""
    """Letter by which other characteristics refer to its face."""
    to: tuple[str, ...] = ()
    """Letters of the datums it refers to, the first one first."""
    around: bool = False
    """Whether the tolerance zone of a position is a cylinder (its value a diameter)."""
    count: int = 1
    """How many equal features there are: "4x"."""
    label: str = ""
    """What it is called."""
    finished: bool = True
    """Whether it holds after polishing and coating; else before."""
    allowance: float | None = None
    """mm that finishing takes off a face (adds, if less than 0); None where it is not known."""
    critical: bool = False
    """Whether it is measured on every piece."""


def diameter(name: str, nominal: float, on: Face, *, fit: str = "", limits: tuple[float, float] | None = None, count: int = 1,
             datum: str = "", label: str = "", finished: bool = True, allowance: float | None = None,
             critical: bool = False) -> Characteristic:
    """Of a cylinder or ball. `fit`: class of ISO 286, capital letters for bores ("H7"), or `limits`: lower and upper
    deviation, mm; neither: the general tolerances. The solid must have the nominal."""
    return _sized("diameter", name, nominal, (on,), fit, limits, count, datum, label, finished, allowance, critical)


def radius(name: str, nominal: float, on: Face, *, limits: tuple[float, float] | None = None, count: int = 1,
           label: str = "", finished: bool = True, allowance: float | None = None, critical: bool = False) -> Characteristic:
    """Of a rounding (torus) or of part of a cylinder."""
    return _sized("radius", name, nominal, (on,), "", limits, count, "", label, finished, allowance, critical)


def distance(name: str, nominal: float, first: Face, second: Face, *, fit: str = "", limits: tuple[float, float] | None = None,
             count: int = 1, datum: str = "", label: str = "", finished: bool = True, allowance: float | None = None,
             critical: bool = False) -> Characteristic:
    """Between two parallel planes, a plane and an axis, two axes, or from one coaxial cylinder to the other (a wall).

    `datum` is the letter of the first face. Overall sizes of what is rounded: between two `faces.outermost`.
    """
    return _sized("distance", name, nominal, (first, second), fit, limits, count, datum, label, finished, allowance, critical)


def angle(name: str, nominal: float, first: Face, second: Face | None = None, *, limits: tuple[float, float] | None = None,
          count: int = 1, label: str = "", critical: bool = False) -> Characteristic:
    """Degrees between two planes, through the material or through the air; of a cone alone its whole angle."""
    on = (first,) if second is None else (first, second)
    return replace(_sized("angle", name, nominal, on, "", limits, count, "", label, True, None, critical), unit="deg")


def thread(name: str, designation: str, on: Face, *, depth: float | None = None, count: int = 1, datum: str = "",
           label: str = "", critical: bool = False) -> Characteristic:
    """A thread by its designation ("S0.9", "M36x0.5"). Internal threads are drawn at tap-drill size, external ones at major
    diameter; `on` is that cylinder. `depth`: usable length, mm."""
    from configurator.standards.threads import thread as known

    try:
        found = known(designation)
    except LotOneError as error:
        raise TemplateError(f"characteristic {name!r}: {error}") from None
    check_thread(name, found.designation, on.diameter, (found.major, found.minor, found.tap_drill))
    return checked(Characteristic(name, "thread", found.major, None, None, (on,), designation=found.designation, depth=depth,
                                  count=count, datum=datum, label=label, critical=critical))


def roughness(name: str, ra: float, on: Face, *, label: str = "", critical: bool = False) -> Characteristic:
    """Ra at most, micrometres, of the faces on a surface; a value of the series of ISO 21920."""
    return checked(Characteristic(name, "roughness", 0.0, None, float(ra), (on,), "um", label=label, critical=critical))


def form(kind: Kind, name: str, tolerance: float, on: Face, *, label: str = "", critical: bool = False) -> Characteristic:
    """A geometrical tolerance without a datum (flatness, roundness, cylindricity ...), mm."""
    if kind not in FORMS:
        raise TemplateError(f"characteristic {name!r}: {kind!r} is none of {', '.join(FORMS)}")
    return checked(Characteristic(name, kind, 0.0, 0.0, float(tolerance), (on,), label=label, critical=critical))


def relation(kind: Kind, name: str, tolerance: float, on: Face, to: Sequence[str], *, around: bool = False, count: int = 1,
             label: str = "", critical: bool = False) -> Characteristic:
    """A geometrical tolerance to datums (perpendicularity, position, coaxiality, run-out ...), mm."""
    if kind not in RELATIONS:
        raise TemplateError(f"characteristic {name!r}: {kind!r} is none of {', '.join(RELATIONS)}")
    if not to:
        raise TemplateError(f"characteristic {name!r}: {kind} refers to a datum; name its letter: to=('A',)")
    return checked(Characteristic(name, kind, 0.0, 0.0, float(tolerance), (on,), to=tuple(to), around=around, count=count,
                                  label=label, critical=critical))


def _sized(kind: Kind, name: str, nominal: float, on: tuple[Face, ...], fit: str, limits: tuple[float, float] | None,
           count: int, datum: str, label: str, finished: bool, allowance: float | None, critical: bool) -> Characteristic:
    lower: float | None = None
    upper: float | None = None
    if fit and limits is not None:
        raise TemplateError(f"characteristic {name!r}: either fit={fit!r} or limits={limits}, not both")
    if fit:
        from configurator.standards.fits import limits as of_class

        try:
            within = of_class(nominal, fit)
        except LotOneError as error:
            raise TemplateError(f"characteristic {name!r}: {error}") from None
        lower, upper = within.lower, within.upper
    elif limits is not None:
        lower, upper = (round(float(each), 4) + 0.0 for each in limits)  # what adding and halving leaves is no tolerance
        if not lower < upper or not isfinite(upper - lower):
            raise TemplateError(f"characteristic {name!r}: limits are (lower, upper) deviations; {limits} has no room between")
    return checked(Characteristic(name, kind, round(float(nominal), 6), lower, upper, on, fit=fit, general=lower is None,
                                  count=count, datum=datum, label=label, finished=finished, allowance=allowance,
                                  critical=critical))
