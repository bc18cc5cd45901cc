"""What of a sheet is taken: lettering and strokes, found again by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import floor
from typing import NamedTuple

from .extents import extent, strokes, text_corners
from .figures import proportion
from .groups import Group
from .model import XY, Arc, Box, Circle, Entity, Layer, Loop, Polyline, Text, box_of

_CELL = 8.0  # mm: about a word


class Word(NamedTuple):
    """Lettering, or a graphical symbol, that lies on a sheet."""

    string: str
    ink: Loop
    """Corners of its ink, which its own group may not touch either; none for symbols, which are drawn of lines."""
    corners: Loop
    """Corners with the clearance round it."""
    box: Box
    """Round the corners with their clearance."""
    owner: int


class Stroke(NamedTuple):
    """A straight piece of what is drawn."""

    start: XY
    end: XY
    layer: Layer
    owner: int


class Fault(NamedTuple):
    """Lettering that lies on something."""

    word: Word
    other: Word | Stroke


class Occupied:
    """Groups that lie on a sheet already, and whether another one would lie on them.

    `room` is where groups may lie; `clearance` is what lettering keeps from whatever is not of its own group, mm.
    """

    def __init__(self, room: Box, groups: Iterable[Group] = (), *, clearance: float | None = None) -> None:
        self.room = room
        self._clearance = proportion("clearance") if clearance is None else clearance
        self._kinds: list[str] = []
        self._kept: list[Box] = []
        self._words: dict[tuple[int, int], list[Word]] = defaultdict(list)
        self._strokes: dict[tuple[int, int], list[Stroke]] = defaultdict(list)
        self._marks: dict[tuple[int, int], list[Stroke]] = defaultdict(list)  # those of dimensions and leaders
        self._cleared: dict[Box, bool] = {}  # asked again and again until something more lies on the sheet
        for group in groups:
            self.add(group)

    def copy(self) -> Occupied:
        """The same, to be filled further by itself."""
        other = Occupied(self.room, clearance=self._clearance)
        other._kinds, other._kept = self._kinds.copy(), self._kept.copy()
        for name in ("_words", "_strokes", "_marks"):
            getattr(other, name).update({cell: held.copy() for cell, held in getattr(self, name).items() if held})
        return other

    def add(self, group: Group) -> None:
        """Lay a group down, whatever it lies on."""
        self._lay(group)

    def faults(self, group: Group) -> list[Fault]:
        """Lay a group down; answers which lettering now lies on what, its own included."""
        words, lines = self._lay(group)
        return [*self._on_words(words), *self._on_lines(words), *self._under(lines, len(self._kinds) - 1)]

    def _lay(self, group: Group) -> tuple[list[Word], list[Stroke]]:
        words, lines = self._lettering(group, len(self._kinds)), _lines(group, len(self._kinds))
        self._kinds.append(group.kind)
        self._cleared.clear()
        for word in words:
            for cell in _cells(word.box):
                self._words[cell].append(word)
        for line in lines:
            for cell in _crossed(line.start, line.end):
                self._strokes[cell].append(line)
                if line.layer == Layer.DIMENSION:
                    self._marks[cell].append(line)
        return words, lines

    def keep_out(self, box: Box) -> None:
        """Let nothing be placed in a box."""
        self._kept.append(box)
        self._cleared.clear()

    def free(self, group: Group) -> bool:
        """Whether a group would lie inside the room and its lettering, and all other, on nothing."""
        words = self._lettering(group, len(self._kinds))  # what most often lies on something comes first
        if next(self._on_words(words), None) or next(self._on_lines(words), None):
            return False
        box = group.box
        if not self.room.holds(box) or any(box.meets(kept) for kept in self._kept):
            return False
        return next(self._under(_lines(group, len(self._kinds)), -1), None) is None

    def clear(self, box: Box) -> bool:
        """Whether nothing at all lies in a box, and the box inside the room."""
        known = self._cleared.get(box)
        if known is None:
            known = self._cleared[box] = self._is_clear(box)
        return known

    def _is_clear(self, box: Box) -> bool:
        if not self.room.holds(box) or any(box.meets(kept) for kept in self._kept):
            return False
        corners = box.loop()
        cells = list(_cells(box))
        return (not any(box.meets(word.box) and _overlap(corners, word.corners) for cell in cells for word in self._words[cell])
                and not any(cuts(line.start, line.end, corners) for cell in cells for line in self._strokes[cell]))

    def crossings(self, start: XY, end: XY) -> int | None:
        """How many lines of dimensions and leaders a new one would cross; None if it would run through lettering."""
        cells = _crossed(start, end)
        if any(cuts(start, end, word.corners) for cell in cells for word in self._words[cell]):
            return None
        near = {id(line): line for cell in cells for line in self._marks[cell]}
        return sum(_meet(start, end, line.start, line.end) for line in near.values())

    def kind(self, owner: int) -> str:
        """Kind of the group that was added as the `owner`-th."""
        return self._kinds[owner]

    def _lettering(self, group: Group, owner: int) -> list[Word]:
        words = []
        for entity in group.entities:
            if isinstance(entity, Text):
                if entity.layer != Layer.DRAFT and (ink := text_corners(entity)):
                    corners = text_corners(entity, self._clearance)
                    words.append(Word(entity.string, ink, corners, box_of(corners), owner))
            elif _is_symbol(entity) and (box := extent(entity)):
                words.append(Word("a symbol", (), box.loop(), box, owner))
        return words

    def _on_words(self, words: list[Word]) -> Iterator[Fault]:
        """New lettering on lettering."""
        for index, word in enumerate(words):
            near = {id(other): other for cell in _cells(word.box) for other in self._words[cell]}
            for other in [*(each for each in near.values() if each.owner != word.owner), *words[index + 1:]]:
                own = other.owner == word.owner
                if word.box.meets(other.box) and _overlap(*((word.ink, other.ink) if own else (word.corners, other.corners))):
                    yield Fault(word, other)

    def _on_lines(self, words: list[Word]) -> Iterator[Fault]:
        """New lettering on strokes, old ones and those of its own group if they lie down already."""
        for word in words:
            near = {id(line): line for cell in _cells(word.box) for line in self._strokes[cell]}
            for line in near.values():
                if cuts(line.start, line.end, word.ink if line.owner == word.owner else word.corners):
                    yield Fault(word, line)
                    break

    def _under(self, lines: list[Stroke], owner: int) -> Iterator[Fault]:
        """Old lettering, not that of `owner`, under new strokes."""
        for line in lines:
            for cell in _crossed(line.start, line.end):
                for word in self._words[cell]:
                    if word.owner not in (owner, line.owner) and cuts(line.start, line.end, word.corners):
                        yield Fault(word, line)


def _lines(group: Group, owner: int) -> list[Stroke]:
    return [Stroke(start, end, entity.layer, owner) for entity in group.entities if not isinstance(entity, Text)
            for chain in strokes(entity) for start, end in pairwise(chain)]


def _is_symbol(entity: Entity) -> bool:
    """Graphical symbols, and the frames and circles round lettering: lines may not run through them either."""
    if isinstance(entity, (Arc, Circle, Polyline)) and entity.layer == Layer.TEXT:
        return True
    return entity.layer == Layer.DIMENSION and (isinstance(entity, Circle) or (isinstance(entity, Polyline) and entity.closed))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for row in range(floor(box.bottom / _CELL), floor(box.top / _CELL) + 1):
        for column in range(floor(box.left / _CELL), floor(box.right / _CELL) + 1):
            yield column, row


def _crossed(start: XY, end: XY) -> list[tuple[int, int]]:
    """Cells that a stroke runs through."""
    (x0, y0), (x1, y1) = (start, end) if start[1] <= end[1] else (end, start)
    first, last = floor(y0 / _CELL), floor(y1 / _CELL)
    if first == last and floor(x0 / _CELL) == floor(x1 / _CELL):
        return [(floor(x0 / _CELL), first)]
    found = []
    for row in range(first, last + 1):
        if first == last:
            xa, xb = x0, x1
        else:
            low, high = max(y0, row * _CELL), min(y1, (row + 1) * _CELL)
            xa, xb = (x0 + (x1 - x0) * (y - y0) / (y1 - y0) for y in (low, high))
        found += [(column, row) for column in range(floor(min(xa, xb) / _CELL), floor(max(xa, xb) / _CELL) + 1)]
    return found


def cuts(start: XY, end: XY, corners: Loop) -> bool:
    """Whether a stroke enters a convex outline that runs counter-clockwise."""
    if not corners:
        return False
    low, high = 0.0, 1.0
    dx, dy = end[0] - start[0], end[1] - start[1]
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        nx, ny = by - ay, ax - bx  # outwards
        ahead, short = nx * dx + ny * dy, nx * (ax - start[0]) + ny * (ay - start[1])
        if ahead == 0:
            if short <= 0:
                return False
        elif ahead < 0:
            low = max(low, short / ahead)
        else:
            high = min(high, short / ahead)
        if low >= high:
            return False
    return True


def _overlap(first: Loop, second: Loop) -> bool:
    """Whether two convex outlines share area: no side of either parts them."""
    if not first or not second:
        return False
    for outline, other in ((first, second), (second, first)):
        for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
            nx, ny = by - ay, ax - bx
            if all(nx * (x - ax) + ny * (y - ay) >= -1e-9 for x, y in other):
                return False
    return True


def _meet(a: XY, b: XY, c: XY, d: XY) -> bool:
    """Whether two strokes cross or lie on one another."""
    def turn(p: XY, q: XY, r: XY) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    first, second, third, fourth = turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)
    if max(map(abs, (first, second, third, fourth))) < 1e-6:
        return max(min(a[0], b[0]), min(c[0], d[0])) < min(max(a[0], b[0]), max(c[0], d[0])) + 1e-9 and \
            max(min(a[1], b[1]), min(c[1], d[1])) < min(max(a[1], b[1]), max(c[1], d[1])) + 1e-9
    return first * second < 0 and third * fourth < 0
