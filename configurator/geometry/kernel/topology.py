"""Shapes put together by hand: vertices, edges, wires, faces, and a shell with one of its faces replaced. No boolean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from OCP.BRep import BRep_Builder
from OCP.gp import gp_Pnt
from OCP.TopAbs import TopAbs_REVERSED, TopAbs_SHELL
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS, TopoDS_Edge, TopoDS_Face, TopoDS_Shell, TopoDS_Solid, TopoDS_Vertex, TopoDS_Wire

from .shapes import faces_of, sub_shapes

CONFUSION = 1e-7
"""mm; the kernel's own confusion of points."""
_BUILD = BRep_Builder()
_HERE = TopLoc_Location()


def vertex(point: Iterable[float], tolerance: float = CONFUSION) -> Any:
    """A vertex at (x, y, z)."""
    made = TopoDS_Vertex()
    _BUILD.MakeVertex(made, gp_Pnt(*point), tolerance)
    return made


def edge(curve: Any, last: float, start: Any, end: Any, tolerance: float = CONFUSION, first: float = 0.0) -> Any:
    """An edge over the curve's range from `first` to `last`, from vertex to vertex."""
    made = TopoDS_Edge()
    _BUILD.MakeEdge(made, curve, tolerance)
    _BUILD.Range(made, first, last)
    _BUILD.Add(made, start)
    _BUILD.Add(made, end.Oriented(TopAbs_REVERSED))
    return made


def trace(on: Any, curve: Any, surface: Any, tolerance: float = CONFUSION) -> None:
    """Tells an edge its curve in the parameters of a surface. Edges of planes need none."""
    _BUILD.UpdateEdge(on, curve, surface, _HERE, tolerance)


def seam(on: Any, right: Any, left: Any, surface: Any, tolerance: float = CONFUSION) -> None:
    """Tells the seam of a closed surface its two curves there: where it runs forward, and where it runs back."""
    _BUILD.UpdateEdge(on, right, left, surface, _HERE, tolerance)


def loop(edges: Iterable[Any]) -> Any:
    """A closed wire of edges that are oriented already."""
    made = TopoDS_Wire()
    _BUILD.MakeWire(made)
    for each in edges:
        _BUILD.Add(made, each)
    made.Closed(True)
    return made


def face(surface: Any, *wires: Any) -> Any:
    """A face of a surface; its wires run with the face on their left, seen against the surface's normal."""
    made = TopoDS_Face()
    _BUILD.MakeFace(made, surface, CONFUSION)
    for wire in wires:
        _BUILD.Add(made, wire)
    return made


def bounded(made: Any, wire: Any) -> None:
    """One more wire for a face; a face that is in a shell already takes none."""
    _BUILD.Add(made, wire)


def quadrangle(surface: Any, upper: Any, end: Any, lower: Any, start: Any, *, turned: bool = False) -> Any:
    """A face between two edges that run alike, and the two that lead from the first to the second; or turned round. All four
    run forward."""
    with_it, against = ((lower, start), (upper, end)) if turned else ((upper, end), (lower, start))
    against = against[0].Oriented(TopAbs_REVERSED), against[1].Oriented(TopAbs_REVERSED)
    (high, right), (low, left) = (against, with_it) if turned else (with_it, against)
    return face(surface, loop((high, right, low, left)))


def solid_of(faces: Iterable[Any]) -> Any:
    """A solid of faces that close one shell, each oriented to look outwards."""
    shell, made = TopoDS_Shell(), TopoDS_Solid()
    _BUILD.MakeShell(shell)
    for each in faces:
        _BUILD.Add(shell, each)
    shell.Closed(True)
    _BUILD.MakeSolid(made)
    _BUILD.Add(made, shell)
    return made


def replaced(solid: Any, old: Any, new: Iterable[Any]) -> Any:
    """The solid with the faces `new` in the place of the face `old`. Shells that do not hold it are kept."""
    made = TopoDS_Solid()
    _BUILD.MakeSolid(made)
    for shell in sub_shapes(solid, TopAbs_SHELL):
        faces = faces_of(shell)
        if not any(each.IsSame(old) for each in faces):
            _BUILD.Add(made, TopoDS.Shell_s(shell))
            continue
        mended = TopoDS_Shell()
        _BUILD.MakeShell(mended)
        for each in new:
            _BUILD.Add(mended, each)
        for each in faces:
            if not each.IsSame(old):
                _BUILD.Add(mended, each)
        mended.Closed(True)
        _BUILD.Add(made, mended)
    return made
