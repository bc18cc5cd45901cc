"""Threads by designation: metric M of ISO 261 and 724 (coarse, fine, and fine ones of a case's own diameter), S of ISO 1501.

Basic diameters of M in closed form (ISO 724): D1 = d - 1.082532 P, d2 = d - 0.649519 P. S as its table says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil

from .reading import NotInStandard, Row, listed, table

_MINOR, _PITCH_DIAMETER = 1.082532, 0.649519  # 5/4 H and 3/4 H, H = sqrt(3)/2 P
_DRILL_STEP, _LARGEST_DRILL = 0.05, 13.0  # mm (C): a larger hole is bored to the size that is wanted
_LARGEST = 300.0  # mm, where ISO 261 ends (C)
_NUMBER = r"\d+(?:[.,]\d+)?"
_DESIGNATION = re.compile(rf"(?P<family>[MSms])\s*(?P<major>{_NUMBER})(?:\s*[xX×*]\s*(?P<pitch>{_NUMBER}))?"
                          r"(?:\s*[-–]\s*(?P<tolerance>\d[A-Za-z](?:\d[A-Za-z]?)?(?:/\d[a-z](?:\d[a-z]?)?)?))?(?:\s*[-–]\s*(?P<left>LH))?")


class ThreadError(NotInStandard):
    """No such thread is tabulated, or a designation cannot be read. Says what is offered and how it is written."""


@dataclass(frozen=True)
class Thread:
    """A thread; lengths in mm, basic sizes. Internal ones are modelled at `tap_drill`, external ones at `major`."""

    designation: str
    """As a drawing says it, coarse pitches left out: "M3", "M3x0.35-6H", "S0.9"."""
    major: float
    pitch: float
    minor: float
    """D1, of the internal thread."""
    tap_drill: float
    """Diameter of the hole before threading."""
    standard: str
    """Empty for a combination that no standard lists."""
    grade: str
    """Of diameter, pitch and minor diameter; the drill has its own."""
    source: str
    pitch_diameter: float
    tolerance_class: str
    """"6H", "6g", "4H5" ...; empty where the designation has none."""
    left_hand: bool
    tap_drill_grade: str
    tap_drill_source: str

    @property
    def label(self) -> str:
        """The designation with a multiplication sign, as it is drawn: "M3×0.35-6H"."""
        return self.designation.replace("x", "×", 1)


@lru_cache(maxsize=1024)
def thread(designation: str) -> Thread:
    """The thread that a designation names: "M3", "M3x0.35", "M36×0.5-6H", "S0.9", "M2,5 x 0,45", "M8-LH".

    An M without a pitch is the coarse one. A fine M that no table lists (the back of a case: "M36.4x0.5") is calculated,
    grade C. ThreadError if the designation cannot be read or there is no such thread. Source: threads.csv.
    """
    found = _DESIGNATION.fullmatch(str(designation).strip())
    if not found:
        raise ThreadError(f"{designation!r} is no thread's designation: write M or S, the diameter and, for a fine pitch, "
                          "x and the pitch, such as M3, M3x0.35, M36x0.5-6H or S0.9")
    family, major = found["family"].upper(), _read(found["major"])
    pitch = _read(found["pitch"]) if found["pitch"] else None
    row = _listed(family, major, pitch)
    if row is not None:
        name = f"{family}{_short(major)}" + (f"x{_short(float(row['pitch']))}" if row["series"] == "fine" else "")
        grade, source, standard = row["grade"], row["source"], row.get("standard", "")
        pitch = float(row["pitch"])
    else:
        pitch = _allowed(designation, family, major, pitch)
        name, grade, standard = f"{family}{_short(major)}x{_short(pitch)}", "C", ""
        source = "calculated after ISO 724; the combination of diameter and pitch is not in threads.csv"
    minor = float(row["minor"]) if row and "minor" in row else round(major - _MINOR * pitch, 4)
    drill, drill_grade, drill_source = _tap_drill(row, major, pitch, minor)
    tolerance, left = found["tolerance"] or "", bool(found["left"])
    full = "-".join(part for part in (name, tolerance, found["left"]) if part)
    return Thread(full, major, pitch, minor, drill, standard, grade, source, round(major - _PITCH_DIAMETER * pitch, 4),
                  tolerance, left, drill_grade, drill_source)


@cache
def listed_threads() -> tuple[str, ...]:
    """Designations of all that threads.csv lists, in its order."""
    return tuple(f"{row['family']}{row['diameter']}" + (f"x{row['pitch']}" if row["series"] == "fine" else "")
                 for row in table("threads"))


def _read(number: str) -> float:
    return float(number.replace(",", "."))


def _short(number: float) -> str:
    """Without trailing zeros, and without losing figures."""
    return f"{number:.12g}"


def _listed(family: str, major: float, pitch: float | None) -> Row | None:
    """The row of a thread; the coarse or only one where no pitch is given."""
    for row in table("threads"):
        right_pitch = row["series"] != "fine" if pitch is None else float(row["pitch"]) == pitch
        if row["family"] == family and float(row["diameter"]) == major and right_pitch:
            return row
    return None


def _allowed(designation: str, family: str, major: float, pitch: float | None) -> float:
    """The pitch of an M that no table lists, if it can be made with tools of the standard pitches."""
    coarse = [row for row in table("threads") if row["family"] == "M" and row["series"] == "coarse"]
    if family == "S":
        offered = listed(name for name in listed_threads() if name.startswith("S"))
        raise ThreadError(f"{designation!r} is not in ISO 1501 as tabulated here, each diameter with its one pitch; "
                          f"offered: {offered}")
    least = float(coarse[0]["diameter"])
    if not least <= major <= _LARGEST:
        raise ThreadError(f"{designation!r}: M threads go from M{least:g} to M{_LARGEST:g}; smaller ones are S threads, "
                          "such as S0.9")
    if pitch is None:
        raise ThreadError(f"{designation!r} has no coarse pitch; write the pitch, such as M{_short(major)}x0.5. Coarse pitches "
                          f"are known for {listed('M' + row['diameter'] for row in coarse)}")
    pitches = sorted({float(row["pitch"]) for row in table("threads") if row["family"] == "M"})
    if pitch not in pitches:
        near = min(pitches, key=lambda each: (abs(each - pitch), each))
        raise ThreadError(f"{designation!r}: {pitch:g} mm is no pitch of a metric thread; the nearest is {near:g}. "
                          f"Offered: {listed(pitches)}")
    # no thread is coarser than the coarse thread of the next listed diameter
    most = next((float(row["pitch"]) for row in coarse if float(row["diameter"]) >= major), pitches[-1])
    if pitch > most:
        raise ThreadError(f"{designation!r}: a pitch of {pitch:g} mm is too coarse for a diameter of {major:g} mm; give "
                          f"{most:g} mm or less")
    return pitch


def _tap_drill(row: Row | None, major: float, pitch: float, minor: float) -> tuple[float, str, str]:
    """Diameter, grade and source of the hole before threading."""
    if row and "tap_drill" in row:
        return float(row["tap_drill"]), row["grade"], row["source"]
    if row and "minor" in row:
        return minor, "C", "nominal minor diameter of the internal thread; the shop chooses its drill"
    size = round(major - pitch, 4)
    if size > _LARGEST_DRILL:
        return size, "C", "common practice: diameter less pitch, bored"
    # rounded down it could be smaller than the thread's minor diameter
    drill = max(round(size / _DRILL_STEP), ceil(round(minor / _DRILL_STEP, 6))) * _DRILL_STEP
    return round(drill, 2), "C", "common practice: diameter less pitch, to the next drill by 0.05 mm"
