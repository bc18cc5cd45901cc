"""Products as the program builds them, ready to stand in the studio."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import numpy as np

import glb
import metals
from scene import Body, Brush, Floats, Metal

CUT_ROUGHNESS = 0.38
"""Of letters: a graver leaves them matt, so that they read against the polish."""
DEEPEST_LETTER = 0.12
"""mm."""
METALS = {"Au750 3N": metals.YELLOW_GOLD, "Au750 5N": metals.RED_GOLD, "Au750 Pd150": metals.WHITE_GOLD,
          "Pt950 Ru": metals.PLATINUM, "Ag925": metals.SILVER, "316L": metals.STEEL, "Ti grade 5": metals.TITANIUM,
          "CuSn8": metals.BRONZE}


@dataclass(frozen=True)
class Ring:
    """A band as it comes out of its job package. Frame: the finger axis is Z, the mid-plane is Z = 0."""

    piece: glb.Piece
    metal: Metal
    outside: Metal
    """The same alloy, as the outside is finished."""

    @property
    def radius(self) -> float:
        """mm, outside."""
        return float(_radii(self.piece).max())

    @property
    def width(self) -> float:
        """mm."""
        return float(np.ptp(self.piece.vertices[:, 2]))

    def bodies(self, matrix: Floats) -> tuple[Body, ...]:
        """The band and its letters, standing where the (4, 4) matrix takes them."""
        piece, letters, outside = self.piece, _letters(self.piece), _outside(self.piece)
        parts = ((letters, self.metal.finished(CUT_ROUGHNESS)), (outside, self.outside),
                 (~letters & ~outside, self.metal))
        return tuple(Body(piece.vertices, piece.normals, piece.triangles[chosen], metal, matrix)
                     for chosen, metal in parts if chosen.any())


def build(template: str, choices: Mapping[str, str | float], folder: Path) -> Path:
    """The job package of a configuration, built by the command that customers use. Raises CalledProcessError."""
    command = [str(Path(sys.executable).with_name("configurator")), "build", template, "--json", "-o", str(folder)]
    for name, value in choices.items():
        command += ["--set", f"{name}={value}"]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Path(json.loads(answer.stdout)["package"])


def pieces(package: Path) -> list[glb.Piece]:
    """What the package shows in its view/*.glb."""
    with ZipFile(package) as files:
        shown = [name for name in files.namelist() if name.startswith("view/") and name.endswith(".glb")]
        return [piece for name in shown for piece in glb.load(files.read(name))]


def ring(package: Path, choices: Mapping[str, str | float]) -> Ring:
    """The band of a package in the metal and finish that were chosen."""
    metal = outside = METALS[str(choices["alloy"])]
    if choices.get("finish") == "brushed":
        # Workshops brush what is seen on the hand and leave edges and bore polished.
        outside = metal.finished(0.09, Brush((0.0, 0.0, 1.0), around=True))
    return Ring(pieces(package)[0], metal, outside)


def _radii(piece: glb.Piece) -> Floats:
    return np.hypot(piece.vertices[:, 0], piece.vertices[:, 1])


def _letters(piece: glb.Piece) -> np.ndarray:
    """(m,) bool: triangles of faces that lie below the bore, but no deeper than letters are cut."""
    radii, faces = _radii(piece)[piece.triangles].max(axis=1), piece.face_of_triangle
    deepest = np.zeros(faces.max() + 1)
    np.maximum.at(deepest, faces, radii - _radii(piece).min())
    return ((deepest > DEEPEST_LETTER / 3) & (deepest < DEEPEST_LETTER))[faces]


def _outside(piece: glb.Piece) -> np.ndarray:
    """(m,) bool: triangles of faces that look away from the axis; rounded edges look aside on average."""
    radial = piece.vertices * (1.0, 1.0, 0.0) / _radii(piece)[:, None]
    slopes, faces = np.einsum("ij,ij->i", radial, piece.normals)[piece.triangles].mean(axis=1), piece.face_of_triangle
    a, b, c = (piece.vertices[piece.triangles[:, k]] for k in range(3))
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    means = np.bincount(faces, slopes * areas) / np.maximum(np.bincount(faces, areas), 1e-12)
    return (means > 0.75)[faces]
