"""Light for polished metal: what it mirrors is what one sees, so lamps are shapes and the gaps between them lines."""

from __future__ import annotations

from scene import Card, Colour, Paper, Softbox

PAPER = Paper((0.86, 0.845, 0.815), roughness=0.22)
"""Warm light grey, almost white, with a faint gloss."""
ROOM: Colour = (0.03, 0.03, 0.03)


def _light(strength: float, warmth: float = 0.0) -> Colour:
    """Radiance of a lamp; warmth 1 is a late afternoon, -1 a north window."""
    return strength * (1.0 + 0.04 * warmth), strength * 0.985, strength * (0.965 - 0.06 * warmth)


JEWELLERY_LIGHTS = (
    # Two long boxes overhead with a gap between them: a dark line along every dome, and most of the light.
    Softbox((-130, 70, 250), (0, 0, 0), 170, 420, _light(5.4), feather=0.4, fade=0.7),
    Softbox((120, 80, 250), (0, 0, 0), 100, 420, _light(4.6), feather=0.4, fade=0.7),
    # Low at both sides, warm and cool: the flanks turn from one to the other.
    Softbox((-260, -70, 95), (0, 0, 8), 110, 180, _light(3.4, 0.7), feather=0.5, fade=0.4),
    Softbox((250, 0, 110), (0, 0, 10), 60, 220, _light(4.2, -0.9), feather=0.5, fade=0.6),
    # Above the camera, weak: fronts are not black.
    Softbox((30, -320, 150), (0, 0, 10), 320, 110, _light(1.1), feather=0.8, fade=0.2),
)
JEWELLERY_CARDS = (
    # Beside the camera: two crisp dark bands in the front of a dome.
    Card((-70, -150, 50), (0, 0, 10), 26, 160),
    Card((95, -140, 50), (0, 0, 10), 26, 160),
)


UMBER = Paper((0.125, 0.098, 0.078), roughness=0.36)
"""Dark warm brown: gold and bronze stand out from it."""
LIMESTONE = Paper((0.40, 0.385, 0.36), roughness=0.3)
"""Warm grey."""
SLATE = Paper((0.070, 0.074, 0.080), roughness=0.34)
GRAPHITE = Paper((0.030, 0.031, 0.033), roughness=0.30)
WATCH_LIGHTS = (
    # Overhead, weak: what lies level (marks, hands, lug tops) mirrors its gradient and does not blow out.
    Softbox((0, 60, 300), (0, 0, 0), 260, 260, _light(1.05), feather=0.7, fade=0.5),
    # Behind and high, narrow: lines of a sunburst that point to it shine, the others stay dark.
    Softbox((-60, 270, 250), (0, 0, 0), 150, 170, _light(4.6), feather=0.5, fade=0.4),
    # The key, from where nothing level mirrors it into the lens: it lights dials, and hands throw their shadow.
    Softbox((-170, -130, 260), (0, 0, 0), 120, 120, _light(9.0, 0.3), feather=0.4),
    # From the left a broad soft one, from the right a narrow strip: flanks and flutes turn from light to dark.
    Softbox((-280, -40, 120), (0, 0, 5), 120, 220, _light(4.2, 0.4), feather=0.5, fade=0.3),
    Softbox((250, 10, 110), (0, 0, 5), 60, 240, _light(5.0, -0.6), feather=0.5, fade=0.5),
    # Low in front: the flank between the lugs.
    Softbox((-70, -330, 60), (0, 0, 5), 220, 110, _light(1.5), feather=0.8, fade=0.3),
)
WATCH_ROOM: Colour = (0.07, 0.07, 0.07)
