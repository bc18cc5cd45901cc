"""Small exact dealings with shapes: find their solids and faces, copy them whole, check that they are sound."""

from __future__ import annotations

from typing import Any

import cadquery as cq
from OCP.BRepBuilderAPI import BRepBuilderAPI_Copy
from OCP.BRepCheck import BRepCheck_Analyzer
from OCP.TopAbs import TopAbs_FACE, TopAbs_SHELL, TopAbs_SOLID
from OCP.TopExp import TopExp
from OCP.TopoDS import TopoDS, TopoDS_Iterator, TopoDS_Shape
from OCP.TopTools import TopTools_IndexedMapOfShape

from configurator.errors import BuildFailed, Impure

from .records import records
from .soundness import open_questions


def sub_shapes(shape: TopoDS_Shape, kind: Any) -> list[Any]:
    """Sub-shapes of a kind, each once, in the kernel's own order."""
    found = TopTools_IndexedMapOfShape()
    TopExp.MapShapes_s(shape, kind, found)
    return [found.FindKey(index) for index in range(1, found.Extent() + 1)]


def faces_of(shape: TopoDS_Shape) -> list[Any]:
    """All faces, in the order in which STEP lists them."""
    return [TopoDS.Face_s(face) for face in sub_shapes(shape, TopAbs_FACE)]


def raw_shapes(result: Any) -> list[TopoDS_Shape]:
    """The kernel shapes in what a template's method returned."""
    if isinstance(result, TopoDS_Shape):
        return [result]
    if isinstance(result, cq.Shape):
        return [result.wrapped]
    if isinstance(result, cq.Workplane):
        return [each.wrapped for each in result.vals() if isinstance(each, cq.Shape)]
    if isinstance(result, cq.Assembly):
        raise BuildFailed("returned an Assembly; a part is one solid, and placements say where its pieces sit")
    raise BuildFailed(f"returned {type(result).__name__}; return a cadquery Workplane or Shape with one solid")


def one_solid(result: Any) -> Any:
    """The one solid in what a method returned (often a compound around it). BuildFailed if there is not exactly one."""
    found: list[Any] = []
    for shape in raw_shapes(result):
        if shape is None or shape.IsNull():
            raise BuildFailed("returned an empty shape")
        found += sub_shapes(shape, TopAbs_SOLID)
    if len(found) != 1:
        raise BuildFailed(f"made {len(found)} solids; a part is exactly one solid")
    return TopoDS.Solid_s(found[0])


def unsound(solid: Any) -> str:
    """Why a solid is not sound: not closed, or not valid to the kernel; empty if it is.

    The kernel's own check of all of it takes as long as building it; it judges only what is not proven sound without it.
    """
    shells = sub_shapes(solid, TopAbs_SHELL)
    if not all(shell.Closed() for shell in shells):
        return "its shell is not closed"
    told = records(solid)
    doubted = None if told is None else open_questions(told)
    if told and doubted and 2 * len(doubted) < len(told.faces):
        faces = [face for shell in shells for face in _parts(shell)]
        valid = all(BRepCheck_Analyzer(faces[index], True, False, False).IsValid() for index in doubted)
    else:
        valid = doubted == [] or BRepCheck_Analyzer(solid, True, False, False).IsValid()
    return "" if valid else "the kernel finds it invalid (edges cross, or faces do not fit their edges)"


def _parts(shape: TopoDS_Shape) -> list[Any]:
    """What a shape is made of, in its own order."""
    found, parts = [], TopoDS_Iterator(shape)
    while parts.More():
        found.append(parts.Value())
        parts.Next()
    return found


def copied(result: Any) -> Any:
    """A deep copy of what leaves a memo: shared shapes collect curves and meshes of every neighbour they meet."""
    if isinstance(result, TopoDS_Shape):
        return BRepBuilderAPI_Copy(result, True, False).Shape()
    if isinstance(result, cq.Shape):
        return cq.Shape.cast(copied(result.wrapped))
    if isinstance(result, cq.Workplane):
        fresh = cq.Workplane(result.plane)
        fresh.objects = [copied(each) if isinstance(each, cq.Shape) else each for each in result.objects]
        fresh.ctx.tags = {}
        return fresh
    if isinstance(result, (tuple, list)):
        return type(result)(copied(each) for each in result)
    if isinstance(result, dict):
        return {key: copied(each) for key, each in result.items()}
    if result is None or isinstance(result, (bool, int, float, str, bytes, frozenset, cq.Vector, cq.Plane, cq.Location)):
        return result
    raise Impure(f"a feature returned {type(result).__name__}; only shapes, numbers and words can be remembered")
