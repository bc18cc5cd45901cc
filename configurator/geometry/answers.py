"""What comes back from a worker: plain values, small enough to cross a pipe.

numpy arrays cross as buffers; no object of the kernel ever leaves the process that made it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from configurator.product.measured import Measured, Point

from .meridians import Meridian

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from .deviation import Deviation

    Floats: TypeAlias = NDArray[numpy.float64]
    Ints: TypeAlias = NDArray[numpy.int32]
else:
    Floats = Ints = Any


class FaceRow(NamedTuple):
    """One face of a solid, as a machinist asks for it, in the part's own frame. Same order as in the STEP file's shell.

    Lengths are rounded to 1e-9 mm, parts of a direction to 1e-12, angles to 1e-9 degrees: equal surfaces have equal numbers.
    What a kind of surface does not have is None; surfaces that are no plane and not turned have no place.
    """

    kind: str
    """plane, cylinder, cone, sphere, torus, bezier, bspline, revolution, extrusion or other."""
    area: float
    """mm2."""
    diameter: float | None = None
    """mm; of a cylinder or sphere, or of the tube of a torus."""
    origin: Point | None = None
    """mm; the point nearest to the part's origin on a plane, or on the axis of a cylinder or cone; else the centre."""
    direction: Point | None = None
    """Outward normal of a plane; axis of a cylinder or torus, its first number that is not 0 positive; axis of a cone, the way
    in which the cone widens."""
    half_angle: float | None = None
    """Degrees between the axis of a cone and its surface, more than 0 and less than 90."""
    apex: Point | None = None
    """mm; the tip of a cone, which mostly lies outside the face."""
    ring_diameter: float | None = None
    """mm; of the circle along which the middle of a torus' tube runs."""


class EdgeRow(NamedTuple):
    """One CAD edge, in the part's own frame, rounded as rows of faces are. Seams are none."""

    kind: str
    """line, circle, ellipse (whole or in part) or curve."""
    length: float
    """mm."""
    diameter: float | None = None
    """mm; of a circle."""
    diameters: tuple[float, float] | None = None
    """mm; the longest and the shortest of an ellipse."""
    origin: Point | None = None
    """mm; the centre of a circle or ellipse, or the point of a line, however long it were, nearest to the part's origin."""
    direction: Point | None = None
    """Of a line, or of the axis of a circle or ellipse; its first number that is not 0 is positive."""


@dataclass(frozen=True)
class Mesh:
    """Triangles of one solid in the part's own frame, mm. Neighbouring faces do not share vertices; `welded` does.

    The chord between triangles and the exact surface is at most `deflection` mm.
    """

    vertices: Floats
    """(n, 3) float64."""
    normals: Floats
    """(n, 3) float64, unit, of the exact surface, outward."""
    triangles: Ints
    """(m, 3) int32, counter-clockwise seen from outside."""
    face_of_triangle: Ints
    """(m,) int32, index into the rows of faces; ascending."""
    edge_points: Floats
    """(k, 3) float64: the CAD edges as polylines, one behind the other."""
    edge_starts: Ints
    """(e + 1,) int32: polyline i is edge_points[edge_starts[i]:edge_starts[i + 1]]. No seams."""
    deflection: float
    edges: tuple[EdgeRow, ...] = ()
    """A row for each polyline; none for a mesh that was made without CAD edges."""

    def __getstate__(self) -> dict[str, Any]:
        """The arrays alone cross a pipe; what was derived from them is derived again."""
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def encodings(self) -> dict[str, Any]:
        """What writers of files keep of this mesh, each under a name of its own: most parts are the same in the next file."""
        return {}

    @cached_property
    def welded(self) -> tuple[Floats, Ints]:
        """(vertices (w, 3) float64, triangles (m', 3) int32): equal points joined (1e-6 mm), empty triangles dropped."""
        import numpy as np

        rounded = np.round(self.vertices, 6) + 0.0
        order = np.lexsort(rounded.T[::-1])  # three times as fast as numpy.unique, and the same rows in the same order
        ordered = rounded[order]
        fresh = np.ones(len(ordered), dtype=bool)
        fresh[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
        points, index = ordered[fresh], np.empty(len(ordered), dtype=np.int32)
        index[order] = np.cumsum(fresh) - 1
        triangles = index[self.triangles]
        a, b, c = triangles.T
        return points, triangles[(a != b) & (b != c) & (c != a)]

    @cached_property
    def volume(self) -> float:
        """Volume that the triangles enclose, mm3."""
        if not len(self.triangles):
            return 0.0
        corners = self.vertices - self.vertices.mean(axis=0)  # about its middle little cancels
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = (corners[self.triangles[:, i]].T for i in range(3))
        return float((ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)).sum() / 6.0)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of making a part: the part's own code, or a feature that it asked for."""

    name: str
    """With what it was called with: "lug('left')"."""
    depth: int
    """0 for the part, 1 for what it asked for, and so on."""
    made: bool
    """False if it came from the memo."""
    seconds: float
    """CPU time in the worker, what it asked for included."""
    reads: tuple[str, ...]
    """What it rests on, dotted names."""


@dataclass(frozen=True)
class PartAnswer:
    """One part as a worker made it. `key` names the shape: equal keys, equal geometry, in every process."""

    name: str
    key: str
    measured: Measured
    faces: tuple[FaceRow, ...]
    mesh: Mesh | None
    step: bytes | None
    """STEP as the kernel wrote it (one solid, no names); `exchange.step` makes the file of it."""
    reads: tuple[str, ...]
    """What the part's own code read, dotted names: "bore", "alloy.density"."""
    made: bool
    """False if all of it came from the memo."""
    seconds: float
    """CPU time spent on it in the worker."""
    meridian: Meridian | None = None
    """What is turned about its main axis, if anything is."""
    steps: tuple[StepRow, ...] = ()
    """How it came about, in the order in which steps began. `seconds` has inspection and meshing beside these."""
    deviation: Deviation | None = None
    """How far it lies from the limb that it follows; None without a mesh, and of what follows none."""
