"""Area, volume and centre of mass from integrals along the edges of the faces; exact but for rounding.

A face gives what lies between it and the origin. Over a face the integral is one along its boundary (Green): in planes of
polynomials or arcs, on turned faces of sums over the meridian. Where a face is told in another way the kernel integrates it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.BRepGProp import BRepGProp, BRepGProp_Domain, BRepGProp_Face, BRepGProp_Vinert, BRepGProp_VinertGK
from OCP.GeomAbs import GeomAbs_SurfaceType
from OCP.gp import gp_Pnt
from OCP.GProp import GProp_GProps

from .outlines import bernstein
from .records import Kind, Records
from .sheet_moments import sheet_sums
from .surfaces import TURNED, frames, meridian, patches, sheet, sizes
from .traces import Bundle, laid_out

_ROUND = 20
"""Points along an arc of up to a turn: the cosine of three turns is integrated to 1e-15."""
_FLAT_ONES = (GeomAbs_SurfaceType.GeomAbs_Plane, GeomAbs_SurfaceType.GeomAbs_SurfaceOfExtrusion)
_CLOSELY = 1e-9
"""Relative error to which the kernel integrates."""


def moments(known: Records, faces: list[Any]) -> tuple[float, Any, Any]:
    """Volume, mm3; its first moment (3,), mm4; and the area of each of the `faces` of the shell, mm2, 0 for a patch.

    The areas of patches have square roots in them, and no closed form.
    """
    uses, _, _, traces = laid_out(known)
    count = len(known.faces)
    sums = np.zeros((count, 5))  # area; the integrals of r.n and of r (r.n), n of unit length
    numbers = np.array([face.on for face in known.faces])
    kinds = np.array([surface.kind for surface in known.surfaces])[numbers - 1]
    told = np.zeros(len(uses.edge), dtype=bool)
    for bundle in traces:
        told[bundle.which] = True
    for bundle in (each.polynomials() for each in traces):
        for kind in (Kind.PLANE, *TURNED):
            part = bundle.part(np.flatnonzero(kinds[uses.face[bundle.which]] == kind))
            if not len(part.which):
                continue
            surfaces = uses.surface[part.which]
            found = (_along_planes(part, frames(known.surfaces, surfaces)) if kind == Kind.PLANE else
                     _around(kind, part, frames(known.surfaces, surfaces), sizes(known.surfaces, surfaces)))
            found *= np.where(uses.forward[part.which], 1.0, -1.0)[:, None]
            for column in range(5):
                sums[:, column] += np.bincount(uses.face[part.which], found[:, column], count)
    _patches(known, numbers, np.flatnonzero(kinds == Kind.PATCH), sums)
    sums[kinds == Kind.SHEET] = _sheets(known, numbers, np.flatnonzero(kinds == Kind.SHEET), traces)
    left = np.unique([*uses.face[~(told & uses.matches)], *_cut_patches(known, traces, kinds), *np.flatnonzero(
        (kinds == Kind.OTHER) | [not face.wires for face in known.faces])]).astype(int)
    sums *= np.where([face.forward for face in known.faces], 1.0, -1.0)[:, None]
    for index in left.tolist():
        sums[index] = _by_kernel(faces[index])
    return float(sums[:, 1].sum() / 3), sums[:, 2:].sum(axis=0) / 4, np.abs(sums[:, 0])


def by_kernel(faces: list[Any]) -> tuple[float, Any, Any]:
    """The same, each face integrated by the kernel; for a solid that is told in another way than records know."""
    sums = np.array([_by_kernel(face) for face in faces])
    return float(sums[:, 1].sum() / 3), sums[:, 2:].sum(axis=0) / 4, np.abs(sums[:, 0])


def _by_kernel(face: Any) -> Any:
    area, side = GProp_GProps(), BRepGProp_Face()
    BRepGProp.SurfaceProperties_s(face, area)
    side.Load(face)
    # The kernel's usual points miss knots of splines, by up to 3e-3. Gauss-Kronrod sees them, but takes seconds where faces
    # are bent both ways or have poles. The origin is told: for a face alone the kernel's own call takes another one.
    flat = BRepAdaptor_Surface(face, False).GetType() in _FLAT_ONES
    way, closely = (BRepGProp_VinertGK, (_CLOSELY, True)) if flat else (BRepGProp_Vinert, ())
    volume = way(side, BRepGProp_Domain(face), gp_Pnt(0, 0, 0), *closely)
    centre = volume.CentreOfMass()
    return [area.Mass(), 3 * volume.Mass(), *(4 * volume.Mass() * value for value in (centre.X(), centre.Y(), centre.Z()))]


@cache
def _gauss(count: int) -> tuple[Any, Any]:
    """Shares of the way and weights, exact for polynomials of degree 2 count - 1."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    return (nodes + 1) / 2, weights / 2


def _along_planes(part: Bundle, frame: Any) -> Any:
    """(m, 5) what each use gives to the sums of its face, as if that looked along X x Y."""
    degree = part.numbers.shape[1] - 1
    shares, weights = _gauss(_ROUND if part.kind == Kind.CIRCLE else (3 * degree + 1) // 2)
    places, ways = part.at(shares), part.ways(shares)
    xs, ys, steps = places[:, :, 0], places[:, :, 1], ways[:, :, 1] * weights
    area = (xs * steps).sum(axis=1)[:, None]
    middle = frame[:, 0] * area + frame[:, 2] * (xs**2 * steps / 2).sum(axis=1)[:, None] + frame[:, 3] * (
        xs * ys * steps).sum(axis=1)[:, None]
    height = (frame[:, 0] * np.cross(frame[:, 2], frame[:, 3])).sum(axis=1)[:, None]
    return np.hstack([area, height * area, height * middle])


def _around(kind: int, part: Bundle, frame: Any, size: Any) -> Any:
    """(m, 5) the same on turned faces: for every step around, the integral up the meridian from v = 0 to the trace."""
    shares, weights = _gauss(_ROUND)
    places, ways = part.at(shares), part.ways(shares)
    up, share = _gauss(3 if kind in (Kind.CYLINDER, Kind.CONE) else _ROUND)
    us, vs = places[:, :, 0], places[:, :, 1]
    heights = (vs[:, :, None] * up).reshape(len(vs), -1)
    radius, height, aside, along = (each.reshape(*vs.shape, -1) for each in meridian(kind, size, heights))
    steps = -(ways[:, :, 0] * weights)[:, :, None] * vs[:, :, None] * share
    cosines, sines = np.cos(us)[:, :, None], np.sin(us)[:, :, None]
    origin, axis, x, y = (frame[:, i] for i in range(4))
    handed = np.sign((np.cross(x, y) * axis).sum(axis=1))[:, None, None]
    over = [(origin * each).sum(axis=1)[:, None, None] for each in (x, y, axis)]
    # r.n for n = r_u x r_v
    flux = handed * radius * (along * (over[0] * cosines + over[1] * sines + radius) - aside * (over[2] + height)) * steps
    area = handed * (np.abs(radius) * np.hypot(aside, along) * steps)
    total = flux.sum(axis=(1, 2))[:, None]
    reach = [(flux * each).sum(axis=(1, 2))[:, None] for each in (radius * cosines, radius * sines, height)]
    return np.hstack([area.sum(axis=(1, 2))[:, None], total,
                      origin * total + x * reach[0] + y * reach[1] + axis * reach[2]])


def _patches(known: Records, numbers: Any, rows: Any, sums: Any) -> None:
    """Whole patches, by degree."""
    alike: dict[tuple[int, int], list[int]] = {}
    for row in rows.tolist():
        alike.setdefault(known.surfaces[numbers[row] - 1].degrees, []).append(row)
    for (p, q), which in alike.items():
        poles = patches(known.surfaces, numbers[which])
        (us, along), (vs, across) = _gauss(2 * p), _gauss(2 * q)
        rows_of, slopes = (np.tensordot(each, poles, (1, 1)) for each in (
            bernstein(p, us), bernstein(p - 1, us) @ np.diff(np.eye(p + 1), axis=0) * p))
        values, slants = bernstein(q, vs), bernstein(q - 1, vs) @ np.diff(np.eye(q + 1), axis=0) * q
        # (u, v, m, 3)
        places, forth, aside = (np.einsum("vj,umjk->uvmk", rule, each) for rule, each in (
            (values, rows_of), (values, slopes), (slants, rows_of)))
        flux = (places * np.cross(forth, aside)).sum(axis=3) * along[:, None, None] * across[:, None]
        sums[which, 1] = flux.sum(axis=(0, 1))
        sums[which, 2:] = (flux[..., None] * places).sum(axis=(0, 1))


def _sheets(known: Records, numbers: Any, rows: Any, traces: list[Bundle]) -> Any:
    """(m, 5) of the faces `rows`; those with a trace that is not told are integrated anew by others."""
    uses, found = laid_out(known).uses, np.zeros((len(rows), 5))
    bundles = [each.polynomials() for each in traces] if len(rows) else []
    for place, row in enumerate(rows.tolist()):
        pieces = []
        for bundle in bundles:
            chosen = np.flatnonzero(uses.face[bundle.which] == row)
            if len(chosen):
                part = bundle.part(chosen)
                poles = part.numbers if part.kind == Kind.POLYNOMIAL else part.at(np.array([0.0, 1.0]))
                ahead = uses.forward[part.which][:, None, None]
                pieces.append(np.where(ahead, poles, poles[:, ::-1]))
        if pieces and not any(bundle.kind == Kind.CIRCLE and (uses.face[bundle.which] == row).any() for bundle in bundles):
            found[place] = sheet_sums(sheet(known.surfaces[numbers[row] - 1]), pieces)
    return found


def _cut_patches(known: Records, traces: list[Bundle], kinds: Any) -> Any:
    """Faces that do not cover the whole of their patch: their traces do not enclose as much as there is of parameters."""
    uses, count = laid_out(known).uses, len(known.faces)
    enclosed = np.zeros(count)
    for bundle in traces:
        rows = np.flatnonzero(kinds[uses.face[bundle.which]] == Kind.PATCH)
        if len(rows):
            part = bundle.part(rows)
            shares, weights = _gauss(part.numbers.shape[1])
            found = (part.at(shares)[:, :, 0] * part.ways(shares)[:, :, 1] * weights).sum(axis=1)
            enclosed += np.bincount(uses.face[part.which], np.where(uses.forward[part.which], found, -found), count)
    which = np.flatnonzero(kinds == Kind.PATCH)
    if not len(which):
        return which
    spans = np.array([known.surfaces[known.faces[index].on - 1].spans for index in which.tolist()])
    whole = (spans[:, 1] - spans[:, 0]) * (spans[:, 3] - spans[:, 2])
    return which[np.abs(enclosed[which] - whole) > 1e-9 * whole]
