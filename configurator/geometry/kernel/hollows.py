"""Hollow cylinders as holes and rounded corners, and sharp inner edges between planes."""

from __future__ import annotations

from math import acos, degrees
from typing import Any

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.gp import gp_Pnt, gp_Vec
from OCP.TopAbs import TopAbs_EDGE, TopAbs_REVERSED
from OCP.TopExp import TopExp_Explorer
from OCP.TopoDS import TopoDS
from OCP.TopTools import TopTools_IndexedMapOfShape

from configurator.geometry.answers import FaceRow, Mesh
from configurator.geometry.probed import Corner, Hole, SharpEdge
from configurator.product.measured import Point

from .rays import Rays

_ROUND = 0.75  # share of a full turn from which a hollow cylinder is a hole; bores that cross take a part of it
_TOUCHES = 1e-3  # mm between two cylinders of one bore
_OFF = 0.02  # mm off a face, beyond the chords of the mesh
_FLAT = 1e-6


def holes_and_corners(rays: Rays, mesh: Mesh, rows: tuple[FaceRow, ...],
                      open_faces: set[int]) -> tuple[list[Hole], list[Corner]]:
    """Every hollow cylinder. `open_faces` are seen along their own normal."""
    alike: dict[tuple[Any, ...], list[tuple[float, float, int, float, Any]]] = {}
    for index, row in enumerate(rows):
        if row.kind != "cylinder" or row.diameter is None or row.direction is None or row.origin is None:
            continue
        own = np.flatnonzero(rays.faces == index)
        if not len(own):
            continue
        corners = mesh.triangles[own]
        points, normals = mesh.vertices[corners].reshape(-1, 3), mesh.normals[corners].reshape(-1, 3)
        along = np.array(row.direction)
        from_axis = points - np.array(row.origin)
        heights = from_axis @ along
        if ((from_axis - np.outer(heights, along)) * normals).sum() > 0:
            continue
        low, high = float(heights.min()), float(heights.max())
        turn = float(rays.areas[own].sum()) / max((high - low) * row.diameter / 2, 1e-12)
        middle = points[np.argmin(np.abs(heights - (low + high) / 2))]
        alike.setdefault((row.diameter, row.origin, row.direction), []).append((low, high, index, turn, middle))
    holes: list[Hole] = []
    rounded: list[Corner] = []
    for (diameter, origin, direction), pieces in sorted(alike.items()):
        for low, high, of in _joined(pieces):
            turn = sum(each[3] * (each[1] - each[0]) for each in of) / max(high - low, 1e-12)
            if turn >= _ROUND * 2 * np.pi:
                found = _hole(rays, diameter, np.array(origin), np.array(direction), low, high,
                              tuple(sorted(each[2] for each in of)))
                if found is not None:
                    holes.append(found)
            else:
                rounded += [Corner(index, diameter / 2, round(end - start, 6), index not in open_faces, _point(middle))
                            for start, end, index, _, middle in of]
    return holes, rounded


def _joined(pieces: list[Any]) -> list[tuple[float, float, list[Any]]]:
    found: list[tuple[float, float, list[Any]]] = []
    for piece in sorted(pieces, key=lambda each: each[:3]):
        if found and piece[0] <= found[-1][1] + _TOUCHES:
            low, high, of = found[-1]
            found[-1] = (low, max(high, piece[1]), [*of, piece])
        else:
            found.append((piece[0], piece[1], [piece]))
    return found


def _hole(rays: Rays, diameter: float, origin: Any, along: Any, low: float, high: float, faces: tuple[int, ...]) -> Hole | None:
    """None for a groove inside a bore: both of its ends are shoulders."""
    radius, depth = diameter / 2, high - low
    middle = origin + along * (low + high) / 2
    across = np.cross(along, np.eye(3)[np.argmin(np.abs(along))])
    across /= np.linalg.norm(across)
    beside = np.cross(along, across)
    rim = [middle + 0.93 * radius * (across * np.cos(a) + beside * np.sin(a)) for a in np.arange(4) * np.pi / 2 + 0.4]
    shut, open_ends = [], 0
    for way in (along, -along):
        within = depth / 2 + radius
        distances, _ = rays.first(np.array([middle, *rim]), np.tile(way, (5, 1)), within)
        open_ends += not np.isfinite(distances[0])
        shut.append((distances[1:] < depth / 2 + _OFF).sum() >= 3)
    if all(shut):
        return None
    return Hole(faces, diameter, round(depth, 6), open_ends == 2, _point(middle), _point(along))


def sharp_edges(rays: Rays, faces: list[Any], rows: tuple[FaceRow, ...], breadths: Any, relief: float) -> list[SharpEdge]:
    """Sharp inner edges that no end mill makes, longer than relief and between planes that are broader."""
    known, rims = TopTools_IndexedMapOfShape(), dict[int, list[tuple[int, Any, Any, float]]]()
    for index, (face, row) in enumerate(zip(faces, rows, strict=True)):
        if row.kind != "plane" or row.direction is None or breadths[index] < relief:
            continue
        walk = TopExp_Explorer(face, TopAbs_EDGE)
        while walk.More():
            edge = TopoDS.Edge_s(walk.Current())
            walk.Next()
            curve = BRepAdaptor_Curve(edge)
            if curve.GetType() != GeomAbs_CurveType.GeomAbs_Line:
                continue
            point, way = gp_Pnt(), gp_Vec()
            first, last = curve.FirstParameter(), curve.LastParameter()
            curve.D1((first + last) / 2, point, way)
            tangent = np.array([way.X(), way.Y(), way.Z()])
            long = (last - first) * float(np.linalg.norm(tangent))
            if long < max(relief, 1e-9):
                continue
            inward = np.cross(row.direction, tangent / np.linalg.norm(tangent))
            inward = -inward if edge.Orientation() == TopAbs_REVERSED else inward
            rims.setdefault(known.Add(edge), []).append((index, np.array([point.X(), point.Y(), point.Z()]), inward, long))
    found = []
    for sides in rims.values():
        if len(sides) != 2:
            continue
        (a, middle, into_a, long), (b, _, into_b, _) = sides
        normal_a, normal_b = np.array(rows[a].direction), np.array(rows[b].direction)
        if float(into_a @ normal_b) < _FLAT:
            continue
        angle = degrees(acos(max(-1.0, min(1.0, float(into_a @ into_b)))))
        starts = np.array([middle + into_a * _OFF + normal_a * _OFF, middle + into_b * _OFF + normal_b * _OFF])
        distances, _ = rays.first(starts, np.array([normal_a, normal_b]))
        if angle < 90 - 1e-6 or np.isfinite(distances).all():
            found.append(SharpEdge((min(a, b), max(a, b)), round(long, 6), round(angle, 6), _point(middle)))
    return sorted(found, key=lambda each: (each.faces, each.point))


def _point(values: Any) -> Point:
    x, y, z = (round(float(each), 6) + 0.0 for each in values)
    return (x, y, z)
