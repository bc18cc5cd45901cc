"""Watches as the program builds them, each face in the finish that a workshop would give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import glb
import metals
from finishing import Choice, Faces, faces_of, finished
from products import CUT_ROUGHNESS, DEEPEST_LETTER, METALS, pieces
from scene import Body, Brush, Colour, Dielectric, Floats, Material, Metal, Paper

ROLES = {"01": "midcase", "02": "bezel", "03": "crystal", "04": "case_back", "05": "back_crystal", "06": "crown",
         "07": "casing_ring", "08": "dial"}
"""Made parts by the end of their numbers."""
BOUGHT = {"TUBE": "crown_tube", "STEM": "winding_stem", "GASKET": "gasket", "BAR": "spring_bar", "HAND": "hand",
          "CLAMPS": "clamps"}
"""Bought parts by the beginning of their names; what is left is the movement."""
SAPPHIRE = Dielectric(1.77, (0.995, 0.995, 0.995), coating=0.09)
"""With an anti-reflective coating on both sides. design"""
CLEARANCE = 0.004
"""mm by which glass is lifted off its seat, since light cannot tell two faces in one plane apart."""
Z: tuple[float, float, float] = (0.0, 0.0, 1.0)
POLISH, SATIN, SATIN_ACROSS, BLAST = 0.035, 0.16, 0.36, 0.44
MOVEMENT = Metal((0.66, 0.63, 0.585), (0.95, 0.95, 0.95), 0.2,
                 Brush(Z, around=True, roughness=0.30, pitch=0.03, depth=0.05, ribs=0.9))
"""Rhodium over brass with circular côtes; only its envelope is known. design"""

_SUNBURST = Brush(Z, radial=True, roughness=0.46, pitch=0.075, depth=0.11)
DIALS: Mapping[str, Material] = {
    "silver": Metal((0.70, 0.69, 0.665), (0.97, 0.97, 0.97), 0.22, _SUNBURST),
    "blue": Metal((0.012, 0.060, 0.225), (0.98, 0.98, 0.98), 0.20, _SUNBURST),
    "green": Metal((0.020, 0.105, 0.048), (0.98, 0.98, 0.98), 0.20, _SUNBURST),
    "black": Paper((0.004, 0.004, 0.0045), 0.26, 1.5),
    "ivory": Paper((0.84, 0.755, 0.575), 0.30, 1.5),
}
"""Sunburst under lacquer, or lacquer alone. design"""


@dataclass(frozen=True)
class Watch:
    """A watch as it comes out of its job package. Frame: Z is its axis and points to the glass, +Y to 12 o'clock."""

    parts: tuple[tuple[str, glb.Piece], ...]
    """Role and piece."""
    metal: Metal
    finish: str
    dial: Material
    marks: Metal

    @property
    def points(self) -> Floats:
        """(n, 3) mm, of all parts."""
        return np.concatenate([piece.vertices for _, piece in self.parts])

    @property
    def back(self) -> float:
        """mm, height of the case back's outer face."""
        return float(min(piece.vertices[:, 2].min() for role, piece in self.parts if role == "case_back"))

    @property
    def front(self) -> float:
        """mm, height of the highest point."""
        return float(self.points[:, 2].max())

    def bodies(self, matrix: Floats) -> tuple[Body, ...]:
        """All parts, standing where the (4, 4) matrix takes them."""
        return tuple(body for role, piece in self.parts for body in self._part(role, piece, matrix))

    def _part(self, role: str, piece: glb.Piece, matrix: Floats) -> tuple[Body, ...]:
        if role in {"crystal", "back_crystal"}:
            return finished(piece, SAPPHIRE, (), _lifted(matrix, CLEARANCE if role == "crystal" else -CLEARANCE))
        faces = faces_of(piece)
        if role == "midcase":
            return finished(piece, self._plain, self._midcase(piece, faces), matrix)
        if role == "bezel":
            return finished(piece, self._polished, self._bezel(faces), matrix)
        if role == "case_back":
            return finished(piece, self._polished, self._back(piece, faces), matrix)
        if role == "crown":
            return finished(piece, self._polished, self._crown(piece, faces), matrix)
        if role == "dial":
            seat = float(faces.high[(faces.area * faces.normal[:, 2]).argmax(), 2])
            return finished(piece, self.marks, [(faces.high[:, 2] < seat + 0.01, self.dial)], matrix)
        if role == "movement":
            return finished(piece, MOVEMENT, (), matrix)
        if role == "hand":
            return finished(piece, self.marks, (), matrix)
        return finished(piece, _as_drawn(piece), (), matrix)

    @property
    def _polished(self) -> Metal:
        return self.metal.finished(BLAST if self.finish == "blasted" else POLISH)

    @property
    def _plain(self) -> Metal:
        """What no rule names: bevels, seats, flanks of the neck."""
        return self._polished

    def _satin(self, axis: tuple[float, float, float] = Z, around: bool = True,
               centre: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Metal:
        """Brushed if the watch is, else as polished as the rest."""
        if self.finish != "brushed":
            return self._polished
        return self.metal.finished(SATIN, Brush(axis, around, centre=centre, roughness=SATIN_ACROSS))

    def _midcase(self, piece: glb.Piece, faces: Faces) -> list[Choice]:
        """Flank around the axis, lugs lengthwise; their chamfers and the bevels of the flank stay polished."""
        radius = float(piece.vertices[:, 0].max())
        side = np.abs(faces.normal[:, 0])
        lug = (np.hypot(np.abs(faces.centre[:, 0]), faces.centre[:, 1]) > radius + 0.3) & (faces.area > 0)
        flank = ~lug & (faces.outward > 0.9)
        chamfer = lug & (side > 0.3) & (side < 0.97)
        return [(flank, self._satin()), (chamfer, self._polished), (lug, self._satin((0.0, 1.0, 0.0), around=False)),
                (faces.outward < -0.3, self.metal.finished(0.14, Brush(Z, around=True, roughness=0.3)))]

    def _bezel(self, faces: Faces) -> list[Choice]:
        """Its wide faces; narrow ones draw a bright line."""
        wide = (faces.area > 0.22 * faces.area.max()) & (faces.normal[:, 2] > 0.1)
        return [(wide, self._satin())]

    def _back(self, piece: glb.Piece, faces: Faces) -> list[Choice]:
        low = float(piece.vertices[:, 2].min())
        below = faces.high[:, 2] < low + 1e-3
        letters = ~below & (faces.low[:, 2] > low - 1e-3) & (faces.high[:, 2] < low + DEEPEST_LETTER)
        matt = self.metal.finished(CUT_ROUGHNESS)
        dark = Metal(_times(matt.normal, 0.55), matt.grazing, CUT_ROUGHNESS)
        return [(letters, dark), (below, self._satin())]

    def _crown(self, piece: glb.Piece, faces: Faces) -> list[Choice]:
        """Its end turned; flutes polished."""
        middle = piece.vertices.min(axis=0) / 2 + piece.vertices.max(axis=0) / 2
        end = faces.normal[:, 0] > 0.6
        return [(end, self._satin((1.0, 0.0, 0.0), centre=(0.0, float(middle[1]), float(middle[2]))))]


def watch(package: Path, choices: Mapping[str, str | float]) -> Watch:
    """The watch of a package in the metal, finish and dial that were chosen."""
    parts = tuple((_role(piece.name), piece) for piece in pieces(package))
    metal = METALS[str(choices.get("metal", "316L"))]
    gold = str(choices.get("metal")).startswith("Au")
    marks = metal.finished(0.06) if gold else metals.RHODIUM.finished(0.06)
    return Watch(parts, metal, str(choices.get("finish", "polished")), DIALS[str(choices.get("dial_colour", "silver"))], marks)


def _role(name: str) -> str:
    start, _, end = name.partition("-")
    return ROLES[name[-2:]] if start == "WC" else BOUGHT.get(start, "movement") if end else "movement"


def _as_drawn(piece: glb.Piece) -> Material:
    """By the colour that the file gives it."""
    if piece.metallic > 0.5:
        return Metal(piece.base_colour, (0.95, 0.95, 0.95), max(piece.roughness, 0.1))
    return Paper(piece.base_colour, max(piece.roughness, 0.2))


def _lifted(matrix: Floats, up: float) -> Floats:
    lift = np.eye(4)
    lift[2, 3] = up
    return matrix @ lift


def _times(colour: Colour, share: float) -> Colour:
    return colour[0] * share, colour[1] * share, colour[2] * share
