"""What a tool meets on a solid: walls, gaps, holes, corners, and from where each face is seen. Plain values, no kernel."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, NamedTuple

from configurator.product.measured import Point

from .requests import BuildRequest
from .worker_jobs import Job

if TYPE_CHECKING:
    from configurator.product.product import Product

    from .client import Geometry

_PROBE = "configurator.geometry.kernel.probing"
DIRECTIONS = ("+X", "-X", "+Y", "-Y", "+Z", "-Z", "radial", "normal")
"""From where a face is looked at: along an axis of the part, from outside towards its main axis, and along its own normal."""


class Horizon(NamedTuple):
    """How far is looked: what lies beyond is not told. Lengths in mm; 0 asks for nothing."""

    wall: float = 0.0
    """Walls that are thinner than this are told."""
    gap: float = 0.0
    """Gaps between faces that are narrower."""
    relief: float = 0.0
    """What stands or lies less deep than this is relief (letters, flutes): neither a wall nor a gap."""
    stiff: float = 0.0
    """What is no higher than so many times its thickness is a rim or a rib, and no wall."""
    reach: float = 0.0
    """Slots that are deeper than so many times their width are told."""


class Spot(NamedTuple):
    """Two faces that lie opposite each other, where they come nearest among the points that were looked at."""

    face: int
    """Index into the rows of faces."""
    opposite: int
    point: Point
    """mm; on the first face, in the part's own frame."""
    width: float
    """mm; along the normal of the first face."""
    exact: bool
    """On the exact surfaces; else between triangles, whose chords lie up to the deflection of the mesh from them."""


class Hole(NamedTuple):
    """A bore, closed all round, of one diameter."""

    faces: tuple[int, ...]
    diameter: float
    depth: float
    """mm; length of the bore at this diameter."""
    through: bool
    """Whether both ends are open at their middle."""
    point: Point
    """mm; on its axis, in the middle."""
    direction: Point


class Corner(NamedTuple):
    """A rounded inner corner: a part of a cylinder, hollow side out."""

    face: int
    radius: float
    length: float
    """mm along the corner."""
    enclosed: bool
    """Whether other faces stand before it, so that a tool reaches it along the corner only."""
    point: Point


class SharpEdge(NamedTuple):
    """A sharp inner edge between two planes that no end mill makes: neither plane is seen along its own normal there, or the
    angle is less than 90 degrees."""

    faces: tuple[int, int]
    length: float
    angle: float
    """Degrees, through the air."""
    point: Point


class Narrow(NamedTuple):
    """A face with its width, or an edge with its length (`face` is -1)."""

    face: int
    width: float
    """mm; of a face twice its area by its perimeter."""
    point: Point


class Probe(NamedTuple):
    """One part as it was looked at."""

    part: str
    key: str
    """Of the shape."""
    walls: tuple[Spot, ...]
    """Below the horizon, thinnest first, one for each two faces."""
    gaps: tuple[Spot, ...]
    slots: tuple[Spot, ...]
    """Deeper than the reach of the horizon."""
    holes: tuple[Hole, ...]
    corners: tuple[Corner, ...]
    edges: tuple[SharpEdge, ...]
    slivers: tuple[Narrow, ...]
    """Narrower than 0.05 mm, narrowest first; none of what is smaller than relief on the whole, as turns of letters are."""
    seen: tuple[tuple[str, ...], ...]
    """For each face the DIRECTIONS from which all of its points that were looked at are seen."""
    unseen: tuple[Narrow, ...]
    """Faces of which more than half is seen from none of them."""
    turned: tuple[bool, ...]
    """For each face whether it is one of revolution about the main axis."""
    axis: Point | None
    """Direction of the main axis; None if nothing is turned."""
    deflection: float
    """Chord error of the triangles, mm."""


def start_probes(geometry: Geometry, product: Product, horizons: dict[str, Horizon]) -> list[Future[Probe]]:
    """The parts named in `horizons`, each in a worker. Built first, if they are not in its memo."""
    found = []
    for name, horizon in horizons.items():
        request = BuildRequest.of(product, (name,))
        job = Job(f"{_PROBE}:probe", (request, horizon), template=product.template, number=product.number,
                  likes=f"{product.template} {name}")
        found.append(geometry.call(job))
    return found
