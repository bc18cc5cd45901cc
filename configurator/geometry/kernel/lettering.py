"""Lines of letters as outlines in a plane: straight, or along a circle with each letter rigid."""

from __future__ import annotations

from functools import lru_cache
from math import cos, inf, pi, radians, sin
from typing import Any, NamedTuple

import numpy as np

from configurator.errors import BuildFailed
from configurator.standards.fonts import Contour, Font

from .nesting import inside
from .outlines import bernstein, smoothed
from .planar import Outline, Piece

_SHARE = 12  # points on a curve when it is asked what lies inside


class _Drawn(NamedTuple):
    """A contour as plain poles, cap heights."""

    poles: Any
    """(n, 2), those of all curves one behind the other."""
    counts: tuple[int, ...]
    """How many of them each curve has."""
    polygon: Any
    """(m, 2)."""


def line(text: str, font: Font, height: float) -> list[Outline]:
    """A straight line of letters `height` mm high, the middle of its ink at the origin."""
    low, high = font.height(text)
    middle = np.array([font.width(text) / 2, (low + high) / 2])
    return [_placed(_drawn(contour), np.eye(2) * height, (np.array([letter.x, 0]) - middle) * height)
            for letter in font.letters(text) for contour in letter.contours]


def ring(text: str, font: Font, height: float, radius: float, inward: bool) -> list[Outline]:
    """Letters with their feet on a circle about the origin, their tops outwards or, `inward`, to the centre.

    They keep the distances of the straight line along the innermost circle that its ink touches: below descenders, or
    inward above accents. Seen from the centre, no letter looks wider than it would there, so what is apart on the line
    stays apart, as long as the circle bends away from a letter's sides by no more than the bands of heights in which
    letters are kept apart (`Font.letters`). That is certain if the circle's radius is 8 reach^2 height; of 15 000 pairs
    none comes nearer than on the line even at 1.5 heights.
    BuildFailed if the line is longer than the circle, or if letters run into each other all the same.
    """
    width, (low, high) = font.width(text) * height, font.height(text)
    along = radius - max(high if inward else -low, 0.0) * height
    if width > 2 * pi * along:
        raise BuildFailed(f"the engraving {str(text)!r} is {width:.2f} mm long; its circle of radius {radius:.6g} mm has room "
                          f"for {max(2 * pi * along, 0):.2f} mm along its innermost ink. Make the letters smaller or the "
                          "circle larger")
    side = -1 if inward else 1
    letters = []
    for letter in font.letters(text):
        turn = -side * ((letter.x + letter.advance / 2) * height - width / 2) / along
        matrix = np.array([[cos(turn), -sin(turn)], [sin(turn), cos(turn)]])
        start = np.array([-letter.advance / 2 * height, side * radius])
        letters.append([_placed(_drawn(contour), matrix * height, matrix @ start) for contour in letter.contours])
    apart(text, letters)
    return [outline for letter in letters for outline in letter]


def moved(outlines: list[Outline], at: tuple[float, float], turn: float, mirrored: bool) -> list[Outline]:
    """Outlines turned by `turn` degrees about the origin, then mirrored in X if so, then moved to `at`."""
    c, s = cos(radians(turn)), sin(radians(turn))
    matrix = np.array([[-c, s] if mirrored else [c, -s], [s, c]])
    offset = np.array(at, dtype=float)
    return [Outline([Piece((np.asarray(piece.poles) @ matrix.T + offset).tolist()) for piece in outline.pieces],
                    outline.polygon @ matrix.T + offset) for outline in outlines]


@lru_cache(maxsize=4096)
def _drawn(contour: Contour) -> _Drawn:
    curves = smoothed(contour, inf)
    steps = {len(curve.poles): bernstein(len(curve.poles) - 1, np.arange(_SHARE) / _SHARE) for curve in curves}
    return _Drawn(np.concatenate([curve.poles for curve in curves]), tuple(len(curve.poles) for curve in curves),
                  np.concatenate([curve.poles[:1] if len(curve.poles) == 2 else steps[len(curve.poles)] @ curve.poles
                                  for curve in curves]))


def _placed(drawn: _Drawn, matrix: Any, offset: Any) -> Outline:
    poles = (drawn.poles @ matrix.T + offset).tolist()
    pieces, start = [], 0
    for count in drawn.counts:
        pieces.append(Piece(poles[start:start + count]))
        start += count
    return Outline(pieces, drawn.polygon @ matrix.T + offset)


def apart(text: str, letters: list[list[Outline]]) -> None:
    """BuildFailed if a letter reaches into the next one, as they do where tops or feet crowd on a small circle."""
    for here, there in zip(letters, [*letters[1:], *letters[:1]], strict=True):
        if here is there:
            continue
        for one in here:
            for other in there:
                if inside(one.polygon, other.polygon).any() or inside(other.polygon, one.polygon).any():
                    raise BuildFailed(f"letters of {str(text)!r} run into each other on their circle: make it larger, or the "
                                      "letters smaller")
