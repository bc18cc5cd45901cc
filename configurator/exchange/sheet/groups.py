"""Entities that belong together, moved and turned as one; and the sheet they lie on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from .errors import SheetError
from .extents import extent
from .figures import LineStyle, line_styles, proportion
from .model import XY, Arc, Box, Circle, EllipseArc, Entity, Filled, Hatch, Line, Polyline, Text
from .planar import cos_sin

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Group:
    """A view, a dimension, a title block: what is its own may cross its own lettering, nothing else may."""

    entities: tuple[Entity, ...]
    kind: str = ""
    """What it is, for messages: "view front", "dimension ⌀40 h9"."""

    @cached_property
    def box(self) -> Box:
        """Round everything that is drawn, mm. SheetError if nothing is."""
        boxes = [box for box in map(extent, self.entities) if box]
        if not boxes:
            raise SheetError(f"{self.kind or 'a group'} has nothing that is drawn; leave it out")
        return Box(min(box.left for box in boxes), min(box.bottom for box in boxes),
                   max(box.right for box in boxes), max(box.top for box in boxes))

    def placed(self, at: XY, *, scale: float = 1.0, turn: float = 0.0) -> Group:
        """Scaled and turned (degrees) about the origin, then moved to `at`. Lettering keeps its height."""
        return Group(tuple(placed(entity, at, scale=scale, turn=turn) for entity in self.entities), self.kind)

    def moved(self, x: float, y: float) -> Group:
        """x mm to the right and y mm up."""
        return self.placed((x, y))

    def __add__(self, other: Group) -> Group:
        return Group(self.entities + other.entities, self.kind)


def placed(entity: E, at: XY, *, scale: float = 1.0, turn: float = 0.0) -> E:
    """An entity scaled and turned about the origin, then moved to `at`. Lettering and hatch spacing keep their size."""
    c, s = cos_sin(turn)
    left, low = at

    def shift(point: XY) -> XY:
        return left + point[0], low + point[1]

    def whole(point: XY) -> XY:
        x, y = point[0] * scale, point[1] * scale
        return (left + c * x - s * y, low + s * x + c * y)

    put = shift if scale == 1.0 and turn == 0.0 else whole  # most are only moved, thousands of times
    moved: Entity
    match entity:
        case Line():
            moved = Line(put(entity.start), put(entity.end), entity.layer)
        case Polyline():
            moved = Polyline(tuple(map(put, entity.points)), entity.layer, entity.closed)
        case Filled():
            moved = Filled(tuple(map(put, entity.points)), entity.layer)
        case Circle():
            moved = Circle(put(entity.centre), entity.radius * scale, entity.layer)
        case Arc():
            moved = Arc(put(entity.centre), entity.radius * scale, entity.start + turn, entity.end + turn, entity.layer)
        case EllipseArc():
            x, y = entity.major
            major = ((c * x - s * y) * scale, (s * x + c * y) * scale)
            moved = entity._replace(centre=put(entity.centre), major=major)
        case Hatch():
            moved = entity._replace(loops=tuple(tuple(map(put, loop)) for loop in entity.loops), angle=entity.angle + turn)
        case Text():
            moved = entity._replace(at=put(entity.at), turn=entity.turn + turn)
    return moved  # type: ignore[return-value]  # each case gives its own kind


@dataclass(frozen=True)
class Paper:
    """A size of sheet (ISO 216), upright or lying."""

    name: Literal["A4", "A3"]
    width: float
    height: float

    @property
    def space(self) -> Box:
        """The drawing space inside the frame, mm (ISO 5457)."""
        return Box(proportion("filing_margin"), proportion("margin"),
                   self.width - proportion("margin"), self.height - proportion("margin"))


A4_PORTRAIT = Paper("A4", 210.0, 297.0)
A4_LANDSCAPE = Paper("A4", 297.0, 210.0)
A3_PORTRAIT = Paper("A3", 297.0, 420.0)
A3_LANDSCAPE = Paper("A3", 420.0, 297.0)
PAPERS = (A4_PORTRAIT, A4_LANDSCAPE, A3_LANDSCAPE, A3_PORTRAIT)


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper and what lies on it, lowest first."""

    paper: Paper
    groups: tuple[Group, ...]
    lines: Literal["fine", "medium"] = "medium"
    """Line group of ISO 128-2: visible edges 0.35 or 0.5 mm wide."""

    @property
    def entities(self) -> Iterator[Entity]:
        """Everything, lowest first."""
        for group in self.groups:
            yield from group.entities

    @property
    def styles(self) -> dict[str, LineStyle]:
        """How each layer is drawn."""
        return line_styles(self.lines)

    def with_groups(self, groups: Iterable[Group]) -> Sheet:
        """The sheet with more on top."""
        return Sheet(self.paper, (*self.groups, *groups), self.lines)


@dataclass(frozen=True)
class DocumentProperties:
    """What a file says about itself beside its drawing."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "en"
    creator: str = "Lot One"
