"""Which pieces of a product come so near to each other that a kernel must look at what they share. Plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeAlias

from configurator.product.measured import Measured
from configurator.product.placement import Placement

from .meridians import TOUCHING, Matrix, Meridian, shared_volume
from .requests import Meeting, Overlap

Counts: TypeAlias = Mapping[Meeting, int]
_DIGITS = 10  # of a matrix: far below a nanometre, far above the noise of sines, so that equal attitudes are equal


@dataclass(frozen=True)
class Placed:
    """A part as it was built, and where its pieces sit."""

    name: str
    key: str
    """Names the shape: equal keys, equal geometry."""
    measured: Measured
    placements: Sequence[Placement]
    meridian: Meridian | None = None


def meetings(parts: Sequence[Placed]) -> dict[Meeting, int]:
    """Pairs of pieces whose boxes meet, and how often each comes; pairs that lie alike to each other are one."""
    found: dict[Meeting, int] = {}
    for (one, here), (two, there) in combinations(_pieces(parts), 2):
        relative = _relative(here, there)
        if _apart(one.measured, two.measured, relative) or _apart(two.measured, one.measured, _relative(there, here)):
            continue
        if one is two:
            relative = min(relative, _relative(there, here))
        meeting = Meeting(one.name, two.name, (one.key, two.key), tuple(value for row in relative for value in row))
        found[meeting] = found.get(meeting, 0) + 1
    return found


def evident(parts: Sequence[Placed], wanted: Iterable[Meeting]) -> dict[Meeting, float]:
    """Common volumes, mm3, of those meetings of which what is turned about one axis says enough; the others are left out."""
    part_of = {part.name: part for part in parts}
    found: dict[Meeting, float] = {}
    for each in wanted:
        one, two = part_of[each.first], part_of[each.second]
        there = (each.matrix[0:4], each.matrix[4:8], each.matrix[8:12])
        volume = _of_turned(one, two, there)  # type: ignore[arg-type]
        if volume is None:
            volume = _of_turned(two, one, _back(there))  # type: ignore[arg-type]
        if volume is not None:
            found[each] = volume
    return found


def _of_turned(one: Placed, two: Placed, relative: Matrix) -> float | None:
    if one.meridian is None:
        return None
    return shared_volume(one.meridian, two.meridian, (two.measured.low, two.measured.high), relative)


def _back(there: Matrix) -> Matrix:
    """The inverse of a place."""
    here = ((1.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0))
    return _relative(there, here)


def summed(parts: Sequence[Placed], counts: Counts, volumes: Mapping[Meeting, float]) -> list[Overlap]:
    """For each two parts, or pieces of one part: the common volume of all their pieces, 0 where none meet."""
    totals: dict[tuple[str, str], float] = {}
    for (one, _), (two, _) in combinations(_pieces(parts), 2):
        totals.setdefault((one.name, two.name), 0.0)
    for meeting, count in counts.items():
        totals[meeting.first, meeting.second] += count * volumes[meeting]
    volume_of = {part.name: part.measured.volume for part in parts}
    return [Overlap(first, second, total, min(volume_of[first], volume_of[second]))
            for (first, second), total in totals.items()]


def shared_out(wanted: Iterable[Meeting], costs: Mapping[str, float], jobs: int, largest: int = 6) -> list[tuple[Meeting, ...]]:
    """The meetings dealt out to `jobs` or more, about equally dear, none with more than about `largest`.

    `costs` by part name; a meeting costs the product of its two.
    """
    dear = sorted(wanted, key=lambda each: (-costs[each.first] * costs[each.second], each.first, each.second, each.matrix))
    hands: list[list[Meeting]] = [[] for _ in range(max(min(jobs, len(dear)), -(-len(dear) // largest)))]
    for index, meeting in enumerate(dear):
        round_, place = divmod(index, len(hands))
        hands[place if round_ % 2 == 0 else -1 - place].append(meeting)
    return [tuple(hand) for hand in hands]


def _pieces(parts: Sequence[Placed]) -> Iterator[tuple[Placed, Matrix]]:
    return ((part, place.matrix()) for part in parts for place in part.placements)


def _relative(here: Matrix, there: Matrix) -> Matrix:
    """Where a piece at `there` sits in the frame of one at `here`: the inverse of a turn is its transpose."""
    def row(i: int) -> tuple[float, float, float, float]:
        x, y, z = (sum(here[k][i] * there[k][j] for k in range(3)) for j in range(3))
        along = sum(here[k][i] * (there[k][3] - here[k][3]) for k in range(3))
        return _rounded(x), _rounded(y), _rounded(z), _rounded(along)

    return row(0), row(1), row(2)


def _rounded(value: float) -> float:
    return round(value, _DIGITS) + 0.0


def _apart(here: Measured, there: Measured, relative: Matrix) -> bool:
    """Whether the box of one and the box round the box of the other, in the frame of the first, do not meet."""
    corners = list(product(*zip(there.low, there.high, strict=True)))
    for axis, row in enumerate(relative):
        reach = [row[0] * x + row[1] * y + row[2] * z + row[3] for x, y, z in corners]
        if min(reach) > here.high[axis] - TOUCHING or max(reach) < here.low[axis] + TOUCHING:
            return True
    return False
