"""Surface roughness: the series of Ra, the grades N1 to N12 of ISO 1302, and what processes usually reach. Ra in um."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .reading import NotInStandard, exact, listed, table


class Reach(NamedTuple):
    """What a process usually reaches, Ra in um: under special conditions it may be finer."""

    finest: float
    roughest: float
    grade: str
    source: str


@cache
def series() -> tuple[float, ...]:
    """Ra values of the standard, um, from fine to rough."""
    return tuple(float(row["ra"]) for row in table("roughness_grades"))


def standard_ra(ra: float) -> float:
    """The roughest value of the series that is no rougher than `ra` um. NotInStandard below the series."""
    value = exact(ra, "a roughness in um")
    fitting = [each for each in series() if each <= value]
    if not fitting:
        raise NotInStandard(f"Ra {value:g} is finer than the series, which begins at {series()[0]:g} um")
    return fitting[-1]


def n_grade(ra: float) -> str:
    """Grade number of a value of the series: "N6" for 0.8 um. NotInStandard for another value."""
    for row in table("roughness_grades"):
        if float(row["ra"]) == ra:
            return row["n_grade"]
    near = min(series(), key=lambda each: abs(each - ra))
    raise NotInStandard(f"Ra {ra!r} is not of the series; the nearest is {near:g}. Offered: {listed(series())}")


def ra_of(grade: str) -> float:
    """Ra in um of a grade number, such as "N6". NotInStandard for another name."""
    for row in table("roughness_grades"):
        if row["n_grade"] == grade:
            return float(row["ra"])
    offered = listed(row["n_grade"] for row in table("roughness_grades"))
    raise NotInStandard(f"{grade!r} is no roughness grade; offered: {offered}")


def processes() -> tuple[str, ...]:
    """Processes of which it is known what they reach."""
    return tuple(row["process"] for row in table("roughness_processes"))


def reach(process: str) -> Reach:
    """What a process usually reaches. NotInStandard for one without a source: nothing is guessed."""
    for row in table("roughness_processes"):
        if row["process"] == process:
            return Reach(float(row["finest"]), float(row["roughest"]), row["grade"], row["source"])
    raise NotInStandard(f"what {process!r} reaches is not known; known: {listed(processes())}")
