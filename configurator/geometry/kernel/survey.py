"""What measuring and meshing both ask of a solid, looked up once: its faces, edges, and how each face is bounded."""

from __future__ import annotations

from typing import Any, NamedTuple

from OCP.TopAbs import TopAbs_EDGE
from OCP.TopExp import TopExp
from OCP.TopTools import TopTools_IndexedMapOfShape

from .edges import edges_of
from .plans import Plan, plan
from .polylines import Edge
from .shapes import faces_of
from .sheets import bent_plans


class Survey(NamedTuple):
    """Faces in the order of STEP, what is known of each edge, by its number in the map `known`, and a plan for each face."""

    solid: Any
    faces: list[Any]
    known: Any
    edges: list[Edge]
    plans: list[Plan | None]


_last: list[Survey] = []


def survey(solid: Any) -> Survey:
    """What there is to know of a solid; that of the last one is kept, since it is measured first and meshed then."""
    if not (_last and _last[0].solid.IsEqual(solid)):
        known = TopTools_IndexedMapOfShape()
        TopExp.MapShapes_s(solid, TopAbs_EDGE, known)
        edges, faces = edges_of(known), faces_of(solid)
        bent = bent_plans(solid, edges)
        plans = [bent.get(index) or plan(face, known, edges) for index, face in enumerate(faces)]
        _last[:] = [Survey(solid, faces, known, edges, plans)]
    return _last[0]
