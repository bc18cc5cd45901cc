"""Mistakes in declared characteristics: what is wrong with which one, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from configurator.errors import LotOneError, TemplateError

if TYPE_CHECKING:
    from .characteristics import Characteristic

V = TypeVar("V")
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_DATUM = re.compile(r"[A-HJ-NP-RT-Z]", re.ASCII)
"""I, O, Q and S are left out: they are misread (ISO 5459)."""
_THREAD_WITHIN = 0.01
"""mm between the drawn cylinder of a thread and its major, minor or tap-drill diameter: figures are rounded to 0.001."""
_ROUND = ("cylinder", "cone", "sphere", "torus")
_SITS = {"diameter": ("cylinder", "sphere"), "radius": ("cylinder", "sphere", "torus"), "thread": ("cylinder",),
         "flatness": ("plane",), "cylindricity": ("cylinder",), "roundness": _ROUND, "coaxiality": _ROUND,
         "straightness": ("plane", "cylinder", "cone"), "parallelism": ("plane", "cylinder"),
         "perpendicularity": ("plane", "cylinder"), "angularity": ("plane", "cylinder", "cone")}
"""Kinds of faces that a characteristic can sit on; any, where nothing is said."""
_TOUCHING = ("diameter", "distance", "roughness", "runout")
"""What can be told of a plane or cylinder that only touches the part."""


def checked(made: Characteristic) -> Characteristic:
    """The characteristic, if it makes sense by itself. TemplateError names it and says what is wrong."""
    for wrong in (_names(made), _nominal(made), _tolerance(made), _faces(made)):
        if wrong:
            raise TemplateError(f"characteristic {made.name!r}: {wrong}")
    return made


def _names(made: Characteristic) -> str:
    if not isinstance(made.name, str) or not _NAME.fullmatch(made.name):
        return "a name is small letters, digits and _, and begins with a letter"
    if made.datum and not _DATUM.fullmatch(made.datum):
        return f"the datum {made.datum!r} is not one of the capital letters but I, O, Q and S, which are misread"
    if not isinstance(made.count, int) or made.count < 1:
        return f"count is {made.count!r}; write how many equal features there are, 1 or more"
    return ""


def _nominal(made: Characteristic) -> str:
    if made.kind not in ("diameter", "radius", "distance", "angle"):
        return ""
    if not isfinite(made.nominal) or made.nominal <= 0:
        return f"the nominal is {made.nominal!r}; write what is measured, more than 0 {made.unit}"
    return ""


def _tolerance(made: Characteristic) -> str:
    if made.kind in ("diameter", "radius", "distance", "angle", "thread"):
        return ""
    if made.upper is None or not isfinite(made.upper) or made.upper <= 0:
        return f"a tolerance of {made.upper!r} leaves nothing that can be made; write one above 0 {made.unit}"
    if made.kind == "roughness":
        from configurator.standards.roughness import n_grade

        try:
            n_grade(made.upper)
        except LotOneError as error:
            return str(error)
    return ""


def _faces(made: Characteristic) -> str:
    if any(face.touching for face in made.on) and made.kind not in _TOUCHING:
        return f"{made.on[0]} is no face; {', '.join(_TOUCHING)} can be told of it, and this is {made.kind}"
    allowed = _SITS.get(made.kind)
    odd = next((face for face in made.on if allowed and face.kind not in allowed), None)
    if odd is not None:
        return f"{made.kind} is measured on a {_either(allowed or ())}; {odd} is none"
    if made.kind == "angle" and len(made.on) == 1 and made.on[0].kind != "cone":
        return f"the angle of a cone needs one face, any other two; {made.on[0]} is no cone"
    if made.around and made.on[0].kind not in ("cylinder", "cone"):
        return f"around=True means an axis; {made.on[0]} has none"
    return ""


def check_thread(name: str, designation: str, drawn: float | None, diameters: Sequence[float]) -> None:
    """The cylinder of a thread is drawn at its major diameter (outside), its minor or tap-drill diameter (inside)."""
    least, greatest = min(diameters), max(diameters)
    inside = sorted(each for each in diameters if each < greatest - _THREAD_WITHIN) or [least]
    if drawn is None or abs(drawn - greatest) <= _THREAD_WITHIN or (
            inside[0] - _THREAD_WITHIN <= drawn <= inside[-1] + _THREAD_WITHIN):
        return
    raise TemplateError(f"characteristic {name!r}: {designation} is drawn on a cylinder of {greatest:.6g} mm outside and of "
                        f"{inside[0]:.6g} to {inside[-1]:.6g} mm inside; this one has {drawn:.6g} mm")


def check_together(found: Sequence[Characteristic]) -> None:
    """The characteristics of one part: names once, datums once and declared, nothing said twice."""
    letters = [each.datum for each in found if each.datum]
    for what, all_of in (("characteristic", [each.name for each in found]), ("datum", letters)):
        twice = sorted({each for each in all_of if all_of.count(each) > 1})
        if twice:
            raise TemplateError(f"the {what} {', '.join(twice)} is declared twice; each has a name of its own")
    for each in found:
        unknown = [letter for letter in each.to if letter not in letters]
        if unknown:
            raise TemplateError(f"characteristic {each.name!r} refers to the datum {', '.join(unknown)}, which no "
                                f"characteristic of the part declares; declared are {', '.join(letters) or 'none'}")
        own = next((other for other in found if other.datum in each.to and other.on[0] == each.on[0]), None)
        if own is not None:
            raise TemplateError(f"characteristic {each.name!r} refers to the datum {own.datum}, which is the face it sits on "
                                f"itself (declared by {own.name!r})")
    known: dict[object, str] = {}
    for each in found:
        other = known.setdefault((each.kind, each.to, frozenset(each.on)), each.name)
        if other != each.name:
            raise TemplateError(f"characteristics {other!r} and {each.name!r} are the same {each.kind} of the same faces; "
                                "leave one of them out")


def check_general(found: Sequence[Characteristic], tolerance_class: str) -> None:
    """Where no limits are given the standard has some, for lengths of this class."""
    from configurator.standards.general import edge, linear

    for each in found:
        if each.general and each.unit == "mm":
            try:
                (edge if each.kind == "radius" else linear)(each.nominal, tolerance_class)
            except LotOneError as error:
                raise TemplateError(f"characteristic {each.name!r} has no limits, and {error}: limits=(lower, upper), with a "
                                    "source") from None


def told(where: str, home: Path | None, declare: Callable[[], V]) -> V:
    """What `declare` returns; whatever goes wrong in it as a TemplateError with the part and the line of the template."""
    try:
        return declare()
    except Exception as error:
        trace, line = error.__traceback__, ""
        while trace:
            file = Path(trace.tb_frame.f_code.co_filename)
            if home is not None and file.is_relative_to(home):
                line = f" ({file.name}:{trace.tb_lineno})"
            trace = trace.tb_next
        said = str(error) if isinstance(error, LotOneError) else f"{type(error).__name__}: {error}"
        raise TemplateError(f"{where}: {said}{line}") from error


def _either(kinds: Sequence[str]) -> str:
    return " or ".join((", ".join(kinds[:-1]), kinds[-1])) if len(kinds) > 1 else kinds[0]
