"""Frame of a sheet with centring marks and grid references (ISO 5457)."""

from __future__ import annotations

from math import ceil

from .figures import proportion
from .groups import Group, Paper
from .model import Box, Entity, Layer, Line, Polyline, Text

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # I and O are left out: ISO 5457


def frame(paper: Paper) -> Group:
    """Frame of the drawing space, centring marks, and the border with letters down and figures along.

    A4 has letters and figures at the top and the right only, as ISO 5457 says.
    """
    space, wide = paper.space, proportion("grid_border")
    border = space.grown(wide)
    middle_x, middle_y = paper.width / 2, paper.height / 2
    entities: list[Entity] = [Polyline(space.loop(), Layer.FRAME, closed=True),
                              Polyline(border.loop(), Layer.TABLE, closed=True)]
    mark = proportion("centring_mark")
    # the title block reaches past the middle of narrow sheets; there the mark ends at the frame
    low = wide if middle_x > space.right - proportion("title_block") else mark
    entities += [Line((border.left, middle_y), (border.left + mark, middle_y), Layer.FRAME),
                 Line((border.right - mark, middle_y), (border.right, middle_y), Layer.FRAME),
                 Line((middle_x, border.bottom), (middle_x, border.bottom + low), Layer.FRAME),
                 Line((middle_x, border.top - mark), (middle_x, border.top), Layer.FRAME)]
    columns = _fields(middle_x, space.left, space.right)
    rows = _fields(middle_y, space.bottom, space.top)
    both = paper.name != "A4"
    entities += _along(columns, [str(index + 1) for index in range(len(columns) - 1)], space, wide, level=True, both=both)
    entities += _along(rows, list(_LETTERS[:len(rows) - 1][::-1]), space, wide, level=False, both=both)
    return Group(tuple(entities), "frame")


def _fields(middle: float, low: float, high: float) -> list[float]:
    """Limits of the fields: whole ones from the middle outwards, what is left over goes to the outermost."""
    length = proportion("grid_field")
    reach = max(1, min(ceil((middle - low) / length - 0.5), ceil((high - middle) / length - 0.5)))
    inner = [middle + index * length for index in range(-reach + 1, reach)]
    return [low, *inner, high]


def _along(limits: list[float], names: list[str], space: Box, wide: float, *, level: bool, both: bool) -> list[Entity]:
    far = (space.top, wide) if level else (space.right, wide)
    near = (space.bottom, -wide) if level else (space.left, -wide)
    entities: list[Entity] = []
    for edge, step in (far, near) if both else (far,):
        for limit in limits[1:-1]:
            ends = ((limit, edge), (limit, edge + step)) if level else ((edge, limit), (edge + step, limit))
            entities.append(Line(*ends, Layer.TABLE))
        for name, low, high in zip(names, limits, limits[1:], strict=False):
            at = ((low + high) / 2, edge + step / 2)
            entities.append(Text(name, at if level else at[::-1], proportion("text"), "centre", "middle"))
    return entities
