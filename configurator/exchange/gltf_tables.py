"""Tables in a GLB of the CAD faces and edges behind a mesh, so that a page can tell exact sizes and distances.

All of it is in mm, mm2 and degrees, in the part's own CAD frame (Z up), whatever the mesh itself is in. What a kind of face
or edge does not have is left out, but for `diameter_mm` of a face, which is null. `docs/package.md` tells what each means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import hypot, isfinite
from typing import TYPE_CHECKING, Any

from configurator.errors import PackageRefused
from configurator.geometry.answers import EdgeRow, FaceRow
from configurator.geometry.deviation import Deviation, Spread

if TYPE_CHECKING:
    from configurator.geometry.answers import Ints

_FACE = (("direction", "direction"), ("half_angle", "half_angle_deg"), ("apex", "apex_mm"),
         ("ring_diameter", "ring_diameter_mm"))
_EDGE = (("diameter", "diameter_mm"), ("diameters", "diameters_mm"), ("direction", "direction"))
_ROUND = ("circle", "ellipse")
_FACES = ("plane", "cylinder", "cone", "sphere", "torus", "bezier", "bspline", "revolution", "extrusion", "other")
_EDGES = ("line", *_ROUND, "curve")


def face_table(rows: Iterable[FaceRow]) -> list[dict[str, Any]]:
    """Plain JSON values for `mesh.extras.faces`."""
    return [{"type": row.kind, "area_mm2": row.area, "diameter_mm": row.diameter,
             **({} if row.origin is None else {"origin_mm": row.origin}), **_known(row, _FACE)} for row in rows]


def edge_table(rows: Iterable[EdgeRow], starts: Ints) -> list[dict[str, Any]]:
    """Plain JSON values for `mesh.extras.edges`; `starts` is where polylines begin among the points of all (and the end).

    `first` and `count` say which of the primitive's indices are those of the edge's pieces: two indices a piece.
    """
    table, first = list[dict[str, Any]](), 0
    for row, (start, stop) in zip(rows, pairwise(starts.tolist()), strict=True):
        count = 2 * max(stop - start - 1, 0)
        told = {"type": row.kind, "length_mm": row.length, "first": first, "count": count, **_known(row, _EDGE)}
        if row.origin is not None:
            told["centre_mm" if row.kind in _ROUND else "origin_mm"] = row.origin
        table.append(told)
        first += count
    return table


def faces_read(table: Sequence[Mapping[str, Any]]) -> tuple[FaceRow, ...]:
    """Rows of a table of faces. Raises PackageRefused, KeyError, TypeError or ValueError for what is none."""
    return tuple(FaceRow(_kind(row, _FACES), _number(row["area_mm2"]), _optional(row, "diameter_mm"), _triple(row, "origin_mm"),
                         _way(row), _optional(row, "half_angle_deg"), _triple(row, "apex_mm"),
                         _optional(row, "ring_diameter_mm")) for row in table)


def edges_read(table: Sequence[Mapping[str, Any]], indices: int) -> tuple[EdgeRow, ...]:
    """Rows of a table of edges, which must share out all `indices` in their order. Raises as `faces_read`."""
    rows, end = list[EdgeRow](), 0
    for row in table:
        first, count = row["first"], row["count"]
        if type(first) is not int or type(count) is not int or first != end or count < 0 or count % 2:
            raise PackageRefused([f"a table of edges in the GLB file has the pieces {first!r} and {count!r} more after {end}"])
        end += count
        longest, shortest = row.get("diameters_mm", (None, None))
        rows.append(EdgeRow(_kind(row, _EDGES), _number(row["length_mm"]), _optional(row, "diameter_mm"),
                            None if longest is None else (_number(longest), _number(shortest)),
                            _triple(row, "centre_mm" if row["type"] in _ROUND else "origin_mm"), _way(row)))
    if end != indices:
        raise PackageRefused([f"a table of edges in the GLB file tells of {end} indices of {indices}"])
    return tuple(rows)


def deviation_table(found: Deviation) -> dict[str, Any]:
    """Plain JSON values for `mesh.extras.deviation`: how far the part is meant to lie from a limb, and how far it is off."""
    away = {} if found.away is None else {"away_from_edges": _spread(found.away)}
    return {"offset_mm": found.offset, **_spread(found.whole), **away}


def deviation_read(table: Mapping[str, Any]) -> tuple[float, Spread, Spread | None]:
    """Offset and figures of such a table, of all and away from edges. Raises as `faces_read`."""
    away = table.get("away_from_edges")
    return _signed(table["offset_mm"]), _spread_read(table), None if away is None else _spread_read(away)


def _spread(spread: Spread) -> dict[str, float]:
    return {"area_mm2": spread.area, "median_mm": spread.median, "p95_mm": spread.p95, "greatest_mm": spread.greatest}


def _spread_read(table: Mapping[str, Any]) -> Spread:
    return Spread(_number(table["area_mm2"]), _signed(table["median_mm"]), _number(table["p95_mm"]),
                  _signed(table["greatest_mm"]))


def _signed(value: Any) -> float:
    return -_number(-value) if type(value) in (int, float) and value < 0 else _number(value)


def _known(row: FaceRow | EdgeRow, names: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {written: value for name, written in names if (value := getattr(row, name)) is not None}


def _kind(row: Mapping[str, Any], kinds: Sequence[str]) -> str:
    kind = row["type"]
    if kind not in kinds:
        raise PackageRefused([f"a table in the GLB file has a row of the type {kind!r}, not one of {', '.join(kinds)}"])
    return str(kind)


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not isfinite(value) or value < 0:
        raise PackageRefused([f"a table in the GLB file says {value!r} where a size should be"])
    return float(value)


def _optional(row: Mapping[str, Any], name: str) -> float | None:
    return None if row.get(name) is None else _number(row[name])


def _triple(row: Mapping[str, Any], name: str) -> tuple[float, float, float] | None:
    if name not in row:
        return None
    x, y, z = row[name]
    if not all(type(each) in (int, float) and isfinite(each) for each in (x, y, z)):
        raise PackageRefused([f"a table in the GLB file says {row[name]!r} where a point or direction should be"])
    return float(x), float(y), float(z)


def _way(row: Mapping[str, Any]) -> tuple[float, float, float] | None:
    found = _triple(row, "direction")
    if found is not None and abs(hypot(*found) - 1) > 1e-9:
        raise PackageRefused([f"a table in the GLB file has a direction that is not of unit length: {list(found)}"])
    return found
