"""The assembly of a watch, cut at the plane of its crown, with the name of every part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import distance_transform_edt

import section
from preview import preview
from views import view
from watches import Watch

SIZE = (1600, 700)
ROOM = 96
"""px above and below the drawing, for names."""
INK = (52, 52, 52)
TINTS = {"midcase": (126, 148, 172), "bezel": (222, 160, 84), "crystal": (206, 230, 240), "case_back": (92, 112, 136),
         "back_crystal": (206, 230, 240), "crown": (196, 112, 84), "casing_ring": (226, 204, 120), "dial": (238, 234, 222),
         "movement": (202, 200, 196), "crown_tube": (118, 164, 134), "winding_stem": (152, 120, 168), "gasket": (44, 46, 52),
         "spring_bar": (150, 150, 150), "hand": (236, 236, 236), "clamps": (150, 150, 150)}
"""sRGB, by role."""
NAMES = {"midcase": "mid-case", "bezel": "bezel", "crystal": "sapphire", "case_back": "case back",
         "back_crystal": "sapphire of the back", "crown": "crown", "casing_ring": "casing ring", "dial": "dial",
         "movement": "movement (envelope)", "crown_tube": "crown tube", "winding_stem": "winding stem", "hand": "hands"}
WISHES = {"sapphire": 520, "hands": 700, "dial": 1020, "movement (envelope)": 640, "sapphire of the back": 860}
"""Columns, px, at which parts are named that run through the whole picture; the others at their right half."""
GASKETS = ("gasket of the glass", "gasket of the back", "gasket of the back's glass", "gasket of the crown")


def crown_plane(watches: Mapping[str, Watch]) -> NDArray[np.uint8]:
    """(h, w, 3) sRGB, of the watch with a window in its back: it has every part."""
    return np.asarray(drawn(watches["watch display"]))


def drawn(watch: Watch) -> Image.Image:
    """Cut at Y = 0, seen towards 12 o'clock: the crown is at the right."""
    pieces = [piece for _, piece in watch.parts]
    colours = np.array([TINTS[role] for role, _ in watch.parts])
    picture = preview(pieces, SIZE, "section", 0.9, ("y", 0.0), (colours / 255.0) ** 2.2)
    every = watch.points
    sight = view("section", np.array([every.min(axis=0), every.max(axis=0)]), SIZE, 0.9, ("y", 0.0))
    assert sight.to_pixels is not None
    shown = section.caps(pieces, 1, 0.0, sight.to_pixels, SIZE)
    _name(picture, _labels(watch), shown)
    return picture


def _labels(watch: Watch) -> list[tuple[int, str]]:
    """Index of a part and what is written at it; the first of those that share a name."""
    labels: dict[str, int] = {}
    for index, (role, piece) in enumerate(watch.parts):
        name = _gasket(piece.name) if role == "gasket" else NAMES.get(role)
        if name:
            labels.setdefault(name, index)
    return [(index, name) for name, index in labels.items()]


def _gasket(name: str) -> str:
    kind = name.split("-")[1]
    return GASKETS[{"I": 2 if name.endswith("-B") else 0, "F": 1, "C": 3}[kind]]


def _name(picture: Image.Image, labels: Sequence[tuple[int, str]], shown: NDArray[np.int64]) -> None:
    """Names above and below, each with a line to the widest place of its part in the right half."""
    marks = [(*_widest(shown == index, WISHES.get(name, SIZE[0])), name)
             for index, name in labels if (shown == index).any()]
    middle = np.nonzero((shown >= 0).any(axis=1))[0].mean()
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(17)
    for chosen, line, side in (([mark for mark in marks if mark[1] < middle], ROOM, -1),
                               ([mark for mark in marks if mark[1] >= middle], SIZE[1] - ROOM, 1)):
        chosen.sort()
        for (x, y, name), at in zip(chosen, _spread([mark[0] for mark in chosen], [draw.textlength(mark[2], font)
                                                                                  for mark in chosen]), strict=True):
            draw.line([(x, y), (at, line)], fill=INK, width=1)
            draw.ellipse([x - 3, y - 3, x + 3, y + 3], fill=INK)
            draw.text((at, line + side * 6), name, fill=INK, font=font, anchor="md" if side < 0 else "ma")


def _widest(mask: NDArray[np.bool_], wish: float) -> tuple[float, float]:
    """(x, y) px: the pixel of the mask that is farthest from its edge; of equals the one nearest to the column `wish`."""
    inside = distance_transform_edt(mask)
    rows, columns = np.nonzero(inside >= inside.max() - 0.5)
    best = np.abs(columns - wish).argmin()
    return float(columns[best]), float(rows[best])


def _spread(wanted: Sequence[float], widths: Sequence[float], gap: float = 26.0) -> list[float]:
    """Centres of names, in the order wanted, as near to it as fits without touching; within the picture."""
    places, left = [], gap
    for at, width in zip(wanted, widths, strict=True):
        places.append(max(at, left + width / 2))
        left = places[-1] + width / 2 + gap
    right = SIZE[0] - gap
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], right - widths[index] / 2)
        right = places[index] - widths[index] / 2 - gap
    return places
