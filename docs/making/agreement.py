"""Whether the prints of a part agree with each other and with the solid that FreeCAD reads from its STEP file."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

from prints import Print, StepPrint

PYTHON = "/usr/bin/python3"
CALIPER = Path(__file__).parent / "caliper.py"
TEXT = 6e-7
"""mm between two texts: a sheet has six decimals."""
SOLID = 2e-6
"""mm or degrees between a text and the solid."""
GENERAL = ((3, {"f": 0.05, "m": 0.1, "c": 0.2}), (6, {"f": 0.05, "m": 0.1, "c": 0.3, "v": 0.5}),
           (30, {"f": 0.1, "m": 0.2, "c": 0.5, "v": 1}), (120, {"f": 0.15, "m": 0.3, "c": 0.8, "v": 1.5}),
           (400, {"f": 0.2, "m": 0.5, "c": 1.2, "v": 2.5}), (1000, {"f": 0.3, "m": 0.8, "c": 2, "v": 4}))
"""ISO 2768-1 table 1: permissible deviations of linear dimensions up to so many mm, from 0.5 on."""
ROUNDINGS = ((3, {"f": 0.2, "m": 0.2, "c": 0.4, "v": 0.4}), (6, {"f": 0.5, "m": 0.5, "c": 1, "v": 1}),
             (1000, {"f": 1, "m": 1, "c": 2, "v": 2}))
"""ISO 2768-1 table 2: of radii and heights of chamfers."""
S_PITCHES = {0.3: 0.08, 0.35: 0.09, 0.4: 0.1, 0.5: 0.125, 0.6: 0.15, 0.7: 0.175, 0.8: 0.2, 0.9: 0.225, 1: 0.25, 1.1: 0.25,
             1.2: 0.25, 1.4: 0.3}
"""ISO 1501: pitch of S threads by their diameter, mm."""
TEXT_ONLY = ("roughness",)
"""What no solid has: prints are compared, nothing is measured."""


class Verdict(NamedTuple):
    """What became of one characteristic."""

    name: str
    kind: str
    off: float | None
    """How far the solid is from what is stated, mm or degrees; None if FreeCAD cannot measure it."""
    cannot: str
    """Why not."""
    wrong: tuple[str, ...]
    drawn: bool = False
    """Whether there is a drawing that it was compared with."""


def freecad(tasks: Sequence[Mapping[str, Any]], timeout: float = 600) -> list[dict[str, Any]] | None:
    """What FreeCAD measures for each task of caliper.py; None if it is not installed. RuntimeError if it fails."""
    if not Path(PYTHON).exists():
        return None
    done = subprocess.run([PYTHON, str(CALIPER)], input=json.dumps(tasks), text=True, capture_output=True, timeout=timeout,
                          check=False, env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"})
    if "ModuleNotFoundError" in done.stderr:
        return None
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    answers: list[dict[str, Any]] = json.loads(done.stderr.rpartition("ANSWER ")[2])
    return answers


def task(file: Path, step: StepPrint, over: Mapping[str, Sequence[bool]]) -> dict[str, Any]:
    """A task for the caliper. `over`: where the jaws of a caliper touch from outside (STEP has no word for it)."""
    datums = {each.datum: each.faces[0] for each in step.pmi if each.datum}
    return {"file": str(file), "surfaces": step.surfaces, "wanted": [
        {"name": each.name, "kind": each.kind, "faces": each.faces, "over": over.get(each.name, [False] * len(each.faces)),
         "datums": [datums[letter] for letter in each.refs], "count": int(each.more.get("number of features", 1))}
        for each in step.pmi if each.kind not in TEXT_ONLY]}


def compared(stated: Sequence[Print], sheet: Sequence[Print], tolerance_class: str,
             measured: Mapping[str, Any]) -> list[Verdict]:
    """Every characteristic of a part. What only one of the prints has is wrong as well."""
    lines, found = {each.name: each for each in sheet}, []
    if [each.name for each in stated] != [each.name for each in sheet] and {each.name for each in stated} == lines.keys():
        found.append(Verdict("", "", None, "", ("the characteristics stand in another order",)))
    for each in stated:
        line = lines.pop(each.name, None)
        wrong = [*(_different(each, line, tolerance_class) if line else ["the sheet does not have it"])]
        off, cannot, more = _on_solid(each, measured)
        found.append(Verdict(each.name, each.kind, off, cannot, (*wrong, *more)))
    return found + [Verdict(each.name, each.kind, None, "", ("the STEP file does not state it",)) for each in lines.values()]


def _different(stated: Print, line: Print, tolerance_class: str) -> Iterator[str]:
    for field in ("kind", "unit", "by", "places", "every_piece"):
        one, other = getattr(stated, field), getattr(line, field)
        if one != other:
            yield f"{field} is {one!r} in the STEP file and {other!r} on the sheet"
    if not _same(stated.nominal, line.nominal):
        yield f"the nominal is {stated.nominal} in the STEP file and {line.nominal} on the sheet"
    limits = (stated.lower, stated.upper)
    if stated.by == "general" and stated.nominal is not None and limits == (None, None):
        permitted = general(stated.kind, stated.nominal, tolerance_class)
        limits = (None, None) if permitted is None else (stated.nominal - permitted, stated.nominal + permitted)
    for side, one, other in zip(("lower", "upper"), limits, (line.lower, line.upper), strict=True):
        if not _same(one, other):
            yield f"the {side} limit is {one} in the STEP file and {other} on the sheet"


def general(kind: str, nominal: float, tolerance_class: str) -> float | None:
    """Permissible deviation of ISO 2768-1, mm; None below 0.5 mm and for what its tables do not have."""
    if kind == "angle" or nominal < 0.5:
        return None
    table = ROUNDINGS if kind == "radius" else GENERAL
    return next((row.get(tolerance_class) for most, row in table if nominal <= most), None)


def _on_solid(stated: Print, measured: Mapping[str, Any]) -> tuple[float | None, str, list[str]]:
    if stated.kind in TEXT_ONLY:
        return None, "no solid has it", []
    answer = measured.get(stated.name) or measured.get("") or {"wrong": ["FreeCAD does not know it"]}
    wrong = list(answer["wrong"])
    if "count" in answer and answer["count"] != stated.places:
        wrong.append(f"{stated.places} places are stated, FreeCAD finds {answer['count']} such features")
    value = answer.get("value")
    if value is None:
        cannot = answer.get("cannot", "")
        if stated.nominal is not None:  # a size that nobody can measure on these faces is wrong
            wrong.append(f"{stated.nominal} is stated, FreeCAD cannot measure it: {cannot}")
        return None, cannot, wrong
    if stated.kind == "thread":
        off = _thread_off(stated.by, value, inside=answer["inside"])
    else:
        off = abs(value - (stated.nominal or 0.0))
    if off > SOLID:
        wrong.append(f"{stated.nominal or 0.0} is stated, FreeCAD measures {value:.9g}")
    return off, "", wrong


def _thread_off(designation: str, drawn: float, *, inside: bool) -> float:
    """How far a drawn cylinder is from what the thread's designation allows: major diameter outside (ISO 261, ISO 1501), hole
    before threading inside: from the minor diameter D1 (ISO 724; ISO 1501: 0.96 P less than the major one) to a quarter of the
    pitch above it, where a tap still finds metal to cut."""
    found = re.fullmatch(r"([MS])([\d.]+)(?:x([\d.]+))?", designation)
    if found is None:
        return float("inf")
    major = float(found[2])
    if not inside:
        return abs(drawn - major)
    pitch = float(found[3]) if found[3] else S_PITCHES.get(major) if found[1] == "S" else None
    if pitch is None:
        return float("inf")
    minor = major - (1.082532 if found[1] == "M" else 0.96) * pitch
    return 0.0 if minor - 5e-4 <= drawn <= minor + pitch / 4 else min(abs(drawn - minor), abs(drawn - minor - pitch / 4))


def _same(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else isclose(one, other, rel_tol=0, abs_tol=TEXT)
