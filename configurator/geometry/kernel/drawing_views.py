"""Views and sections of a solid for its drawing, as plain curves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from configurator.geometry.answers import FaceRow
from configurator.geometry.views import LineKind, Region, View, ViewRequest, frame
from configurator.geometry.views_clipped import joined_at

from .axes import axes
from .face_cuts import outlines
from .face_traces import turning
from .faces_seen import Face, Seen
from .flat_curves import flat, united
from .hidden_lines import Candidate, Cap, inside, shown
from .occlusion import Occluders
from .records import Kind
from .section_loops import NUDGE, loops_at, regions
from .space_curves import SpaceCurve, moved

_FLAT = 1e-4  # part of a normal towards the eye: edges where it is less lie on the outline
_LOOKED_AT = 0.1  # the same: letters on faces that are more slanted are not drawn


def view(solid: Seen, rows: Sequence[FaceRow], request: ViewRequest) -> View:
    """A solid as it is seen; `rows` are its faces. BuildFailed if a section does not close."""
    if request.half is None:
        return _view(solid, rows, request.direction, request.up, request.hidden, request.section)
    whole = _view(solid, rows, request.direction, request.up, request.hidden, None)
    cut = _view(solid, rows, request.direction, request.up, False, request.section)
    return joined_at(whole, cut, request.half)


def _view(solid: Seen, rows: Sequence[FaceRow], direction: Any, up: Any, hidden: bool, section: float | None) -> View:
    matrix = np.array(frame(direction, up))
    flats = np.array([row.kind == "plane" for row in rows])
    cap, loops, cut = None, list[list[SpaceCurve]](), set[int]()
    if section is not None:
        found, cut = loops_at(solid, matrix[2], section)
        loops = [[moved(curve, matrix) for curve in loop] for loop in found]
        cap = Cap(section, tuple(curve for loop in loops for curve in loop))
    occluders = Occluders(solid.mesh, matrix, flats, np.inf if section is None else section - NUDGE)
    candidates = _candidates(solid, matrix)
    drawn = shown(candidates, occluders, cap, hidden)
    known = {face for index, _, kind in drawn if kind != LineKind.HIDDEN for face in candidates[index].faces} | cut
    pieces = [(flat(curve), kind) for _, curve, kind in drawn]
    pieces += [(flat(curve), LineKind.CUT) for loop in loops for curve in loop]
    pieces += [(flat(curve), LineKind.ENGRAVED) for curve in _letters(solid, matrix, occluders, cap)]
    return View(united(pieces), _regions(loops), axes(solid.turned, matrix, known))


def _regions(loops: Sequence[Sequence[SpaceCurve]]) -> tuple[Region, ...]:
    return regions([[flat(curve) for curve in loop] for loop in loops])


def _candidates(solid: Seen, matrix: Any) -> list[Candidate]:
    """Edges and outlines in the frame of the view."""
    towards, breaks, found = matrix[2], dict[int, list[float]](), list[Candidate]()
    for face in solid.faces:
        if face.kind == Kind.PLANE:
            continue
        pieces = outlines(face, towards)
        if pieces is None:
            found += [Candidate(moved(curve, matrix), LineKind.OUTLINE, (face.index,)) for curve in turning(face, towards)]
            continue
        for piece in pieces:
            found.append(Candidate(moved(piece.curve, matrix), LineKind.OUTLINE, (face.index,)))
            for node in (piece.start, piece.end):
                if node is not None:
                    breaks.setdefault(node.key, []).append(node.t)
    for key, curve in solid.curves.items():
        kind = LineKind.VISIBLE
        if key in solid.smooth:
            kind = LineKind.OUTLINE if _on_outline(curve, solid.beside[key][0], towards) else LineKind.SMOOTH
        found.append(Candidate(moved(curve, matrix), kind, tuple(face.index for face in solid.beside[key]),
                               tuple(breaks.get(key, ()))))
    return found


def _on_outline(curve: SpaceCurve, face: Face, towards: Any) -> bool:
    return all(abs(face.natural(curve.at(curve.first + share * (curve.last - curve.first))) @ towards) < _FLAT
               for share in (0.1, 0.5, 0.9))


def _letters(solid: Seen, matrix: Any, occluders: Occluders, cap: Cap | None) -> list[SpaceCurve]:
    """Outlines of letters whose middles are seen, on faces that are looked at."""
    if not solid.lettering:
        return []
    curves = {key: moved(curve, matrix) for key, curve in solid.lettering.items()}
    points = np.array([curve.at((curve.first + curve.last) / 2) for curve in curves.values()])
    faces = {face.index: face for face in solid.faces}
    hosts = {key: faces[host] for key, host in solid.letters.edges}
    back = points @ matrix
    facing = np.array([hosts[key].natural(point) @ matrix[2] * hosts[key].outward > _LOOKED_AT
                       for key, point in zip(curves, back, strict=True)])
    seen = facing & ~occluders.hide(points)
    if cap is not None:
        seen &= (points[:, 2] < cap.height) & ~inside(points[:, :2], cap.edges)
    return [curve for curve, is_seen in zip(curves.values(), seen, strict=True) if is_seen]
