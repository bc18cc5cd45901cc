"""Where entities lie: their strokes as chords, the corners of lettering, the lines of hatching, boxes."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor

from .errors import SheetError
from .lettering import ink, width
from .model import XY, Arc, Box, Circle, EllipseArc, Entity, Filled, Hatch, Line, Loop, Polyline, Text, box_of
from .planar import cos_sin, sweep_points

_MOST_LINES = 20_000  # of one hatched region; more would be black


def strokes(entity: Entity) -> tuple[tuple[XY, ...], ...]:
    """What is drawn of an entity as chains of chords (planar.CHORD); nothing for lettering."""
    match entity:
        case Line():
            return ((entity.start, entity.end),)
        case Polyline():
            return ((*entity.points, entity.points[0]) if entity.closed else entity.points,)
        case Filled():
            return ((*entity.points, entity.points[0]),)
        case Circle():
            return (sweep_points(entity.centre, (entity.radius, 0.0), (0.0, entity.radius), 0.0, 360.0),)
        case Arc():
            sweep = (entity.end - entity.start) % 360 or 360.0
            return (sweep_points(entity.centre, (entity.radius, 0.0), (0.0, entity.radius), entity.start, sweep),)
        case EllipseArc():
            x, y = entity.major
            sweep = (entity.end - entity.start) % 360 or 360.0
            return (sweep_points(entity.centre, entity.major, (-y * entity.ratio, x * entity.ratio), entity.start, sweep),)
        case Hatch():
            return hatch_lines(entity)
        case Text():
            return ()


@lru_cache(maxsize=256)
def hatch_lines(hatch: Hatch) -> tuple[tuple[XY, XY], ...]:
    """The lines of a hatched region, parallel, in order. They lie on a grid through the origin of the sheet.

    SheetError if the spacing is no length or far too narrow for the region.
    """
    c, s = cos_sin(hatch.angle)
    loops = [[(c * x + s * y, c * y - s * x) for x, y in loop] for loop in hatch.loops if len(loop) > 2]
    heights = [y for loop in loops for _, y in loop]
    if not heights:
        return ()
    if not hatch.spacing > 0 or (max(heights) - min(heights)) / hatch.spacing > _MOST_LINES:
        raise SheetError(f"hatching {hatch.spacing:g} mm apart cannot be drawn; take 0.5 mm or more")
    first = ceil(min(heights) / hatch.spacing)
    rows: list[list[float]] = [[] for _ in range(floor(max(heights) / hatch.spacing) - first + 1)]
    for loop in loops:
        for (x0, y0), (x1, y1) in zip(loop, [*loop[1:], loop[0]], strict=True):
            if y0 == y1:
                continue
            low, high = min(y0, y1), max(y0, y1)
            for row in range(max(0, ceil(low / hatch.spacing) - first), min(len(rows), ceil(high / hatch.spacing) - first)):
                y = (row + first) * hatch.spacing
                rows[row].append(x0 + (x1 - x0) * (y - y0) / (y1 - y0))
    found = []
    for row, crossings in enumerate(rows):
        y = (row + first) * hatch.spacing
        crossings.sort()
        for x0, x1 in zip(crossings[::2], crossings[1::2], strict=False):
            if x1 - x0 > 1e-6:
                found.append(((c * x0 - s * y, s * x0 + c * y), (c * x1 - s * y, s * x1 + c * y)))
    return tuple(found)


def text_start(text: Text) -> XY:
    """Start of the base line of a text."""
    c, s = cos_sin(text.turn)
    x = -{"left": 0.0, "centre": 0.5, "right": 1.0}[text.anchor] * width(text.string) * text.height
    y = -{"base": 0.0, "middle": 0.5, "top": 1.0}[text.level] * text.height
    return (text.at[0] + c * x - s * y, text.at[1] + s * x + c * y)


def text_corners(text: Text, clearance: float = 0.0) -> Loop:
    """Corners of the ink of a text, counter-clockwise from the start of its line, `clearance` mm wider on each side.

    Empty if it has no ink.
    """
    box = ink(text.string)
    if box is None:
        return ()
    x, y = text_start(text)
    c, s = cos_sin(text.turn)
    h = text.height
    return tuple((x + c * px - s * py, y + s * px + c * py)
                 for px, py in Box(box.left * h, box.bottom * h, box.right * h, box.top * h).grown(clearance).loop())


def extent(entity: Entity) -> Box | None:
    """Box of what is drawn of an entity, without the width of its lines; None if nothing is."""
    if isinstance(entity, Text):
        points: tuple[XY, ...] = text_corners(entity)
    elif isinstance(entity, Circle):
        (x, y), r = entity.centre, entity.radius
        return Box(x - r, y - r, x + r, y + r)
    elif isinstance(entity, Hatch):
        points = tuple(point for loop in entity.loops for point in loop)
    else:
        points = tuple(point for stroke in strokes(entity) for point in stroke)
    return box_of(points) if points else None
