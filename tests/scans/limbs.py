"""Legs made by formula, and the files a scanner would write of them. Nothing here was taken from a person.

Girths are normal with the means and deviations of a table (ANSUR II 2012, computed from the public release); how a calf
bulges, where the shin is sharp and how a foot bends away is taste. Frame as of a limb: Z up from the ankle, X forward,
Y to the owner's left, mm.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np  # noqa: TID253

# mean and standard deviation, mm: calf, ankle, lower thigh, knee height above the ankle bone
GIRTHS = {"M": ((392.3, 29.7), (229.3, 14.6), (409.3, 31.9), (395.3, 24.0)),
          "F": ((373.3, 28.5), (215.7, 14.9), (400.7, 35.2), (375.1, 22.5))}
CHILD = ((230.0, 1.0), (160.0, 1.0), (250.0, 1.0), (215.0, 1.0))
"""About six years old; design."""


@dataclass(frozen=True)
class Leg:
    """A lower leg from just above the ankle bone to the knee."""

    calf: float = 392.0
    ankle: float = 229.0
    knee: float = 385.0
    height: float = 395.0
    side: str = "left"
    belly: float = 14.0
    """How far behind the line from ankle to knee the calf's middle lies, mm."""

    @classmethod
    def of(cls, sex: str = "M", percentile: float = 0.0, height: float = 0.0, side: str = "left") -> Leg:
        """`percentile`, `height`: standard deviations from the mean."""
        calf, ankle, knee, tall = GIRTHS[sex]
        return cls(*(mean + sd * percentile for mean, sd in (calf, ankle)), 0.94 * (knee[0] + knee[1] * percentile),
                   tall[0] + tall[1] * height, side)

    @classmethod
    def child(cls, side: str = "left") -> Leg:
        return cls(CHILD[0][0], CHILD[1][0], CHILD[2][0] * 0.94, CHILD[3][0], side, 8.0)

    def skin(self, s: np.ndarray, angles: np.ndarray) -> np.ndarray:
        """(..., 2): x, y at share `s` of the height (broadcast) in direction `angles` about the section's middle."""
        from scipy.interpolate import PchipInterpolator

        girth = PchipInterpolator([-0.3, 0, 0.08, 0.38, 0.68, 0.92, 1.0, 1.3, 1.6, 2.2],
                                  [1.25 * self.ankle, 1.06 * self.ankle, self.ankle, 0.5 * (self.ankle + self.calf), self.calf,
                                   0.97 * self.knee, self.knee, 1.1 * self.knee, 1.3 * self.knee, 1.55 * self.knee])(s)
        back = PchipInterpolator([-0.3, 0, 0.15, 0.66, 0.95, 1.3, 2.2], [0, 0, 0.1, 1, 0.15, 0, 0])(s) * self.belly
        medial = -1.0 if self.side == "left" else 1.0  # a left leg has its inner side to the right
        bulge = np.exp(-((s - 0.62) / 0.18) ** 2)
        shape = (1 + 0.03 * np.cos(2 * angles) + 0.06 * np.exp(-((_from(angles, 0.15 * medial)) / 0.35) ** 2)  # the shin
                 + 0.05 * bulge * np.exp(-((_from(angles, medial * 2.3)) / 0.6) ** 2)  # inner head of the calf
                 + 0.02 * np.cos(3 * angles + 0.4) * (1 - bulge))
        turn = np.linspace(0, 2 * np.pi, 256, endpoint=False)
        whole = (1 + 0.03 * np.cos(2 * turn) + 0.06 * np.exp(-(_from(turn, 0.15) / 0.35) ** 2)).mean()
        radius = girth / (2 * np.pi) * shape / whole
        return np.stack([radius * np.cos(angles) - back, radius * np.sin(angles)], axis=-1)

    def mesh(self, rows: int = 320, columns: int = 320, *, foot: bool = False, closed: bool = True,
             top: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        """(points, triangles), outward. 320 x 320 are 204,800 triangles."""
        angles = np.linspace(0, 2 * np.pi, columns, endpoint=False)
        low = -0.55 if foot else 0.0
        s = np.linspace(low, top, rows)
        points = np.zeros((rows, columns, 3))
        upper = np.maximum(s, 0.0 if not foot else -0.08)
        points[..., :2] = self.skin(upper[:, None], angles)
        points[..., 2] = upper[:, None] * self.height
        if foot:
            self._bend(points, s, angles)
        return tube(points, closed=closed)

    def _bend(self, points: np.ndarray, s: np.ndarray, angles: np.ndarray) -> None:
        """Below the ankle the tube turns forward by a right angle, and becomes flat and broad."""
        bend, base = 45.0, -0.08 * self.height
        for row in np.flatnonzero(s < -0.08):
            run = (-0.08 - s[row]) * self.height * 1.25
            turn = min(run / bend, np.pi / 2)
            centre = np.array([bend * (1 - np.cos(turn)), base - bend * np.sin(turn)])
            if turn == np.pi / 2:
                centre[0] += run - bend * np.pi / 2
            share = run / ((0.55 - 0.08) * self.height * 1.25)
            tall, broad = self.ankle / 6.3 * (1 - 0.45 * share), self.ankle / 6.3 * (1 + 0.15 * share)
            heel = 1 + 0.9 * np.exp(-((run - 55) / 30) ** 2) * np.maximum(-np.cos(angles), 0)
            begun = min(run / 40, 1.0)  # the ankle's own section becomes the foot's
            leg = self.skin(np.array([[-0.08]]), angles)[0]
            across = (1 - begun) * leg[:, 0] + begun * tall * np.cos(angles) * heel
            points[row, :, 0] = centre[0] + across * np.cos(turn)
            points[row, :, 1] = (1 - begun) * leg[:, 1] + begun * broad * np.sin(angles)
            points[row, :, 2] = centre[1] + across * np.sin(turn)


def _from(angles: np.ndarray, place: float) -> np.ndarray:
    """Signed angle from a place, in -pi..pi."""
    return np.mod(angles - place + np.pi, 2 * np.pi) - np.pi


def tube(points: np.ndarray, *, closed: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """(points, triangles) of rows of points, each round; `closed`: with a lid at both ends."""
    rows, columns, _ = points.shape
    i, j = np.arange(rows - 1)[:, None] * columns, np.arange(columns)[None]
    a, b = i + j, i + (j + 1) % columns
    triangles = np.concatenate([np.stack([a, b, b + columns], -1).reshape(-1, 3),
                                np.stack([a, b + columns, a + columns], -1).reshape(-1, 3)])
    flat = points.reshape(-1, 3)
    if closed:
        low, high, turn = len(flat), len(flat) + 1, np.arange(columns)
        flat = np.vstack([flat, points[0].mean(axis=0), points[-1].mean(axis=0)])
        last = (rows - 1) * columns
        triangles = np.vstack([triangles, np.stack([np.full(columns, low), (turn + 1) % columns, turn], -1),
                               np.stack([np.full(columns, high), last + turn, last + (turn + 1) % columns], -1)])
    return flat, triangles


def noisy(points: np.ndarray, much: float, seed: int = 1) -> np.ndarray:
    """Each point moved in each direction by a normal deviate of `much` mm."""
    return points + np.random.default_rng(seed).normal(0, much, points.shape)


def holed(points: np.ndarray, triangles: np.ndarray, where: np.ndarray, radius: float) -> np.ndarray:
    """The triangles without those whose middle lies within `radius` of `where`."""
    return triangles[np.linalg.norm(points[triangles].mean(axis=1) - where, axis=1) > radius]


def joined(*meshes: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Several meshes in one file."""
    starts = np.cumsum([0, *(len(points) for points, _ in meshes)])
    return (np.vstack([points for points, _ in meshes]),
            np.vstack([triangles + start for start, (_, triangles) in zip(starts, meshes, strict=False)]))


def ball(middle: tuple[float, float, float], radius: float, rows: int = 24) -> tuple[np.ndarray, np.ndarray]:
    """A second shell."""
    tilt = np.linspace(0.05, np.pi - 0.05, rows)[::-1, None]
    turn = np.linspace(0, 2 * np.pi, 2 * rows, endpoint=False)
    points = np.stack(np.broadcast_arrays(np.sin(tilt) * np.cos(turn), np.sin(tilt) * np.sin(turn), np.cos(tilt)), -1)
    return tube(np.asarray(middle) + radius * points)


def turned(points: np.ndarray, up: str = "+z", forward: str = "+x") -> np.ndarray:
    """As a scanner with other axes writes it: what is up and forward becomes those."""
    axes = {sign + name: np.array([(name == each) * (1.0 if sign == "+" else -1.0) for each in "xyz"])
            for sign in "+-" for name in "xyz"}
    z, x = axes[up], axes[forward]
    return points @ np.stack([x, np.cross(z, x), z])


def stl(points: np.ndarray, triangles: np.ndarray, header: bytes = b"made by formula") -> bytes:
    rows = np.zeros(len(triangles), dtype=[("n", "<f4", 3), ("c", "<f4", (3, 3)), ("a", "<u2")])
    rows["c"] = points[triangles]
    return header.ljust(80, b"\0") + struct.pack("<I", len(triangles)) + rows.tobytes()


def stl_text(points: np.ndarray, triangles: np.ndarray, number: str = "%.6e") -> bytes:
    row = ("facet normal 0 0 1\n outer loop\n" + f"  vertex {number} {number} {number}\n" * 3 + " endloop\nendfacet")
    corners = points[triangles].reshape(-1, 9)
    return ("solid leg of a person\n" + "\n".join(row % tuple(each) for each in corners) + "\nendsolid leg\n").encode()


def obj(points: np.ndarray, triangles: np.ndarray, corner: str = "{0}", end: str = "\n") -> bytes:
    """`corner`: how an index is written, `{0}//{0}`; {1} is the index counted back from the end."""
    known = len(points)
    rows = [f"v {x:.6f} {y:.6f} {z:.6f}" for x, y, z in points.tolist()]
    rows += ["f " + " ".join(corner.format(each + 1, each - known) for each in row) for row in triangles.tolist()]
    return (end.join(["# made by formula", "mtllib none.mtl", "o leg", *rows]) + end).encode()


def ply(points: np.ndarray, triangles: np.ndarray, order: str = "<", counted: str = "uchar", index: str = "int") -> bytes:
    """`order`: "<" or ">" for binary, "" for text."""
    form = {"": "ascii", "<": "binary_little_endian", ">": "binary_big_endian"}[order]
    head = (f"ply\nformat {form} 1.0\ncomment made by formula\nelement vertex {len(points)}\nproperty float x\nproperty float y\n"
            f"property float z\nproperty uchar red\nelement face {len(triangles)}\nproperty list {counted} {index} vertex_indices\n"
            "end_header\n").encode()
    if not order:
        rows = [f"{x:.6f} {y:.6f} {z:.6f} 200" for x, y, z in points.tolist()]
        rows += [f"{len(row)} " + " ".join(map(str, row)) for row in triangles.tolist()]
        return head + ("\n".join(rows) + "\n").encode()
    kinds = {"uchar": "u1", "uint": "u4", "int": "i4", "ushort": "u2", "short": "i2"}
    corners = np.zeros(len(points), dtype=[("p", order + "f4", 3), ("red", "u1")])
    corners["p"] = points
    faces = np.zeros(len(triangles), dtype=[("n", order + kinds[counted]), ("i", order + kinds[index], triangles.shape[1])])
    faces["n"], faces["i"] = triangles.shape[1], triangles
    return head + corners.tobytes() + faces.tobytes()
