"""Scales of drawings, ISO 5455."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .reading import NotInStandard, listed, table


class Scale(NamedTuple):
    """Length on paper to length of the thing."""

    paper: int
    real: int

    @property
    def factor(self) -> float:
        """What a length is multiplied with on paper: 2 for 2:1."""
        return self.paper / self.real

    def __str__(self) -> str:
        return f"{self.paper}:{self.real}"


@cache
def series() -> tuple[Scale, ...]:
    """All scales of the standard that are offered, from enlargement to reduction. Source: scales.csv."""
    return tuple(Scale(int(row["paper"]), int(row["real"])) for row in table("scales"))


def scale(name: str) -> Scale:
    """A scale by its name, such as "5:1". NotInStandard if the series has none such."""
    for each in series():
        if str(each) == name:
            return each
    raise NotInStandard(f"{name!r} is no scale of ISO 5455; offered: {listed(series())}")


def largest(size: tuple[float, float], room: tuple[float, float]) -> Scale:
    """The largest scale at which `size` (width, height in mm of the thing) fits into `room` (mm on paper).

    NotInStandard if none does.
    """
    for each in series():
        if all(length * each.factor <= space for length, space in zip(size, room, strict=True)):
            return each
    raise NotInStandard(f"{size[0]:g} x {size[1]:g} mm fit into {room[0]:g} x {room[1]:g} mm at no scale of ISO 5455, down to "
                        f"{series()[-1]}")
