"""A solid as plain numbers: its curves, surfaces and how they hang together, read from the kernel's own binary format.

One call hands over all of it; to ask each edge and face through the kernel's classes takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from struct import Struct
from typing import Any, NamedTuple

from OCP.BinTools import BinTools
from OCP.TopAbs import TopAbs_FORWARD

from .topology_records import Edges, Face, Unread, read_topology

Numbers = tuple[float, ...]
_VERSION = b"\nOpen CASCADE Topology V4, "
_BEZIER, _SPLINE, _PATCH, _KNOT = Struct("<?H"), Struct("<??Hii"), Struct("<????HHiiii"), Struct("<di")
_REALS = [Struct(f"<{count}d") for count in range(128)]


class Kind:
    """What a curve or surface is: plain numbers, which arrays take quickly."""

    OTHER = 0
    LINE = 1
    CIRCLE = 2
    ELLIPSE = 3
    POLYNOMIAL = 6
    SPLINE = 7
    """Of several polynomials."""
    PLANE = 11
    CYLINDER = 12
    CONE = 13
    SPHERE = 14
    TORUS = 15
    PATCH = 19
    SHEET = 20
    """Of several patches."""


class Curve(NamedTuple):
    """A curve in space or in the parameters of a surface.

    `numbers`: of a line its origin and direction; of a circle or ellipse centre, X and Y as long as its radii; of a
    polynomial or spline its poles, one behind the other. `span`: where a polynomial begins and ends. `knots` of a spline, each
    as often as it counts.
    """

    kind: int
    numbers: Numbers = ()
    span: tuple[float, float] = (0.0, 0.0)
    knots: Numbers = ()


class Surface(NamedTuple):
    """A surface. `numbers`: origin, axis, X, Y and what else it has (radius, half angle; both radii); poles of what has them.

    `spans` (of u, of v) and `degrees` are those of a patch or sheet, `knots` (of u, of v) those of a sheet, each as often as it
    counts.
    """

    kind: int
    numbers: Numbers = ()
    spans: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    degrees: tuple[int, int] = (0, 0)
    knots: tuple[Numbers, Numbers] = ((), ())


class Records(NamedTuple):
    """A solid with one shell. Traces, curves and surfaces are numbered from 1, as edges and faces refer to them."""

    traces: list[Curve]
    curves: list[Curve]
    surfaces: list[Surface]
    edges: Edges
    faces: list[Face]
    """In the order of the shell."""


_last: list[tuple[Any, Records | None]] = []


def records(solid: Any) -> Records | None:
    """None for what is told otherwise than in a single shell of oriented faces, without triangles.

    They are in the solid's own frame, as if it had not been moved or reversed as a whole. Those of the last one are kept,
    since it is checked first and measured then.
    """
    if not (_last and _last[0][0].IsEqual(solid)):
        stream = BytesIO()
        BinTools.Write_s(solid, stream)
        try:
            _last[:] = [(solid, _Reader(stream.getvalue()).solid())]
        except Unread:
            _last[:] = [(solid, None)]
    return _last[0][1]


def records_in_place(solid: Any) -> Records | None:
    """The same, and None for a solid that was moved or reversed: what is told is where the solid is."""
    return records(solid) if solid.Location().IsIdentity() and solid.Orientation() == TopAbs_FORWARD else None


class _Reader:
    """Reads what stands before the topology, from the beginning on."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def solid(self) -> Records:
        """All of it, in the order of the format."""
        if not self._data.startswith(_VERSION):
            raise Unread
        self._at = self._data.index(b"\n", 1) + 1
        places = self._list("Locations", self._place)
        traces = self._list("Curve2ds", lambda: self._curve(2))
        curves = self._list("Curves", lambda: self._curve(3))
        self._none("Polygon3D")
        self._none("PolygonOnTriangulations")
        surfaces = self._list("Surfaces", self._surface)
        self._none("Triangulations")
        count = self._count("TShapes")
        edges, faces = read_topology(self._data, self._at, count)
        for index, face in enumerate(faces):
            if face.place:
                surfaces.append(_moved(surfaces[face.surface - 1], places[face.place - 1]))
                faces[index] = face._replace(on=len(surfaces))
        return Records(traces, curves, surfaces, edges, faces)

    def _take(self, form: Struct) -> Any:
        found = form.unpack_from(self._data, self._at)
        self._at += form.size
        return found

    def _reals(self, count: int) -> Numbers:
        form = _REALS[count] if count < 128 else Struct(f"<{count}d")
        found = form.unpack_from(self._data, self._at)
        self._at += form.size
        return found

    def _knots(self, count: int) -> Numbers:
        return tuple(knot for _ in range(count) for knot, often in (self._take(_KNOT),) for _ in range(often))

    def _byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1]

    def _count(self, name: str) -> int:
        self._at += self._data[self._at] == 10  # before some headings there is an empty line
        end = self._data.index(b"\n", self._at)
        word, count = self._data[self._at:end].split()
        if word.decode() != name:
            raise Unread
        self._at = end + 1
        return int(count)

    def _none(self, name: str) -> None:
        if self._count(name):
            raise Unread

    def _list(self, name: str, read: Callable[[], Any]) -> list[Any]:
        return [read() for _ in range(self._count(name))]

    def _place(self) -> Numbers:
        if self._byte() != 1:  # one of several moves
            raise Unread
        return self._reals(12)

    def _curve(self, axes: int) -> Curve:
        kind = self._byte()
        if kind == 1:
            return Curve(1, self._reals(2 * axes))
        if kind in (2, 3):
            # in space the axis of the circle stands between its centre and X
            at = 2 * axes if axes == 3 else axes
            read = self._reals(at + 2 * axes + kind - 1)
            one, two = read[at + 2 * axes], read[-1]
            return Curve(Kind.CIRCLE if kind == 2 else Kind.ELLIPSE, (
                *read[:axes], *[one * each for each in read[at:at + axes]],
                *[two * each for each in read[at + axes:at + 2 * axes]]))
        if kind == 6:
            rational, degree = self._take(_BEZIER)
            poles = self._reals((degree + 1) * (axes + rational))
            return Curve(Kind.OTHER if rational else Kind.POLYNOMIAL, poles, (0.0, 1.0))
        if kind == 7:
            rational, periodic, degree, count, knots = self._take(_SPLINE)
            poles = self._reals(count * (axes + rational))
            every = self._knots(knots)
            kind = (Kind.OTHER if rational or periodic or len(every) != count + degree + 1 else
                    Kind.POLYNOMIAL if knots == 2 else Kind.SPLINE)
            return Curve(kind, poles, (every[0], every[-1]), every if kind == Kind.SPLINE else ())
        if kind == 8:  # trimmed: edges have a range of their own
            self._reals(2)
            return self._curve(axes)
        raise Unread

    def _surface(self) -> Surface:
        kind = self._byte()
        if 1 <= kind <= 5:
            return Surface(10 + kind, self._reals(12 + (0, 1, 2, 1, 2)[kind - 1]))
        if kind in (6, 7):
            self._reals(3 if kind == 6 else 6)
            self._curve(3)
            return Surface(Kind.OTHER)
        if kind == 9:
            *unlike, u_degree, v_degree, us, vs, u_knots, v_knots = self._take(_PATCH)
            poles = self._reals(us * vs * (4 if unlike[0] or unlike[1] else 3))
            along, across = self._knots(u_knots), self._knots(v_knots)
            if any(unlike) or (len(along), len(across)) != (us + u_degree + 1, vs + v_degree + 1):
                return Surface(Kind.OTHER)
            spans, degrees = (along[0], along[-1], across[0], across[-1]), (u_degree, v_degree)
            if u_knots == v_knots == 2:
                return Surface(Kind.PATCH, poles, spans, degrees)
            return Surface(Kind.SHEET, poles, spans, degrees, (along, across))
        raise Unread


def _moved(surface: Surface, place: Numbers) -> Surface:
    """An elementary surface in another place; what is no such, or also scaled, is not told."""
    rows = [place[i:i + 4] for i in (0, 4, 8)]
    lengths = [sum(row[i]**2 for row in rows) for i in range(3)]
    if not Kind.PLANE <= surface.kind <= Kind.TORUS or max(abs(length - 1) for length in lengths) > 1e-12:
        return Surface(Kind.OTHER)
    triples = [surface.numbers[i:i + 3] for i in (0, 3, 6, 9)]
    turned = [[sum(row[i] * triple[i] for i in range(3)) + (row[3] if index == 0 else 0.0) for row in rows]
              for index, triple in enumerate(triples)]
    return surface._replace(numbers=(*(value for triple in turned for value in triple), *surface.numbers[12:]))
