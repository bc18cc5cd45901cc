"""Half-sections (radius, z) of the turned parts of a watch, and what they weigh."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING, Any

from configurator import sin, sqrt

if TYPE_CHECKING:
    from .sizes import Sizes

Point = tuple[float, float]
Section = list[Point | tuple[Point, Point]]
CROWN_GROOVE = (0.45, 1.05)
"""mm; where the groove of the crown's gasket begins and ends."""
_UNDER = 0.15  # mm; the case's underside reaches that much beyond the back


def midcase(sizes: Sizes) -> Section:
    """Mid-case without lugs: seats of back, movement, dial and glass, flank, and neck or bezel."""
    figures, radius, shoulder = sizes.figures, sizes.radius, sizes.shoulder
    outside: Section = [(sizes.thread_minor, 0.0), (sizes.back_radius + _UNDER, 0.0), (radius, figures.flank_bottom),
                        (radius, sizes.flank_top), (radius - figures.flank_bevel, shoulder)]
    if sizes.one_piece:
        outside += bezel_outside(sizes, sizes.glass_bore)
        top = sizes.rim
    else:
        outside += [(sizes.neck, shoulder), (sizes.neck, sizes.neck_edge), (sizes.neck - figures.neck_bevel, sizes.neck_top)]
        top = sizes.neck_top
    seat, length = sizes.glass_seat, figures.thread_length
    return [*outside, (sizes.glass_bore, top), (sizes.glass_bore, seat), (sizes.glass_opening, seat),
            (sizes.opening / 2, sizes.dial_seat), (sizes.bore, sizes.dial_seat), (sizes.bore, length),
            (sizes.thread_minor, length)]


def bezel(sizes: Sizes) -> Section:
    """A bezel that is pressed onto the neck; its lip covers the gasket of the glass."""
    inner, air, seat = lip(sizes), sizes.figures.lip_gap, sizes.neck - sizes.figures.press_fit / 2
    under, corner = sizes.neck_top + air, sizes.neck - sizes.figures.neck_bevel
    return [*bezel_outside(sizes, inner), (inner, sizes.rim), (inner, under), (corner, under),
            (seat, sizes.neck_edge + air), (seat, sizes.shoulder)]


def lip(sizes: Sizes) -> float:
    """Radius of the bezel's inner edge: clear of the glass."""
    return sizes.glass_radius + sizes.figures.lip_clear


def bezel_outside(sizes: Sizes, inner: float) -> Section:
    """From the foot of the bezel up to where its inner edge begins, on the height of the rim."""
    outer, foot, high, rim = sizes.bezel_radius, sizes.shoulder, sizes.bezel_height, sizes.rim
    wide = outer - inner
    shadow: Section = [(outer - 0.15, foot), (outer, foot + 0.15)]  # a fine dark line between bezel and case
    if sizes.bezel_style == "domed":
        top, rise = dome(sizes, inner)
        across, down = _halfway(outer - top, rise)
        return [*shadow, (outer, rim - rise), ((top + across, rim - down), (top, rim))]
    if sizes.bezel_style == "stepped":
        (step, low), level = steps(sizes, inner)
        return [*shadow, (outer, foot + 0.38 * high), (outer - 0.06 * wide, foot + 0.46 * high),
                (step, foot + 0.46 * high), (step, low), (level, rim)]
    lower, upper = flutes(sizes, inner)
    brink = inner + 0.2 * wide
    return [*shadow, (outer, lower[1]), lower, upper, (brink, upper[1]), (brink - 0.1, rim)]


def dome(sizes: Sizes, inner: float) -> tuple[float, float]:
    """Of a domed bezel: the radius at which its arc ends, level, and how much that is higher than where it begins."""
    top = inner + max(0.08 * (sizes.bezel_radius - inner), sizes.figures.lip_flat)
    return top, min(0.86 * sizes.bezel_height, 0.9 * (sizes.bezel_radius - top))


def steps(sizes: Sizes, inner: float) -> tuple[Point, float]:
    """Of a stepped bezel: the outer edge of its upper step, and the radius up to which that is level."""
    wide, figures = sizes.bezel_radius - inner, sizes.figures
    level = inner + max(0.12 * wide, figures.lip_flat)
    step = max(sizes.bezel_radius - 0.36 * wide, sizes.neck + sizes.metal.wall)
    return (step, sizes.rim - min(0.28 * sizes.bezel_height, figures.step_slope * (step - level))), level


def flutes(sizes: Sizes, inner: float) -> tuple[Point, Point]:
    """Lower and upper end of the cone that is fluted."""
    figures, wide, high = sizes.figures, sizes.bezel_radius - inner, sizes.rim - sizes.figures.flute_land
    lower, upper = sizes.bezel_radius - 0.12, max(inner + 0.36 * wide, sizes.neck + 0.2)
    return (lower, max(sizes.shoulder + 0.25 * sizes.bezel_height, high - figures.flute_fall * (lower - upper))), (upper, high)


def fluted_away(sizes: Sizes, inner: float) -> Any:
    """Volume that flutes take from the bezel, mm3: a cone of V flutes whose ridges and valleys meet in its apex."""
    if sizes.bezel_style != "fluted":
        return 0.0
    count, depth = sizes.figures.bezel_flutes, sizes.figures.bezel_flute_depth
    (lower, low), (upper, high) = flutes(sizes, inner)
    chords = count * sin(180 / count)
    return (high - low) / 3 * (lower * lower + lower * upper + upper * upper) * (pi - chords + chords * depth / lower)


def _halfway(run: float, rise: float) -> Point:
    """Middle of an arc from its level end, along and across: it ends `run` further and `rise` aside, at most a right angle."""
    return sqrt(run**2 + rise**2) / 2, rise / 2 / (1 + 1 / sqrt(1 + (rise / run) ** 2))


def case_back(sizes: Sizes) -> Section:
    """Case back: flange with gasket groove, spigot with its thread at major diameter, floor or window."""
    figures, radius, low = sizes.figures, sizes.back_radius, -sizes.back
    top, deep, major = figures.thread_length - figures.axial_gap, figures.groove_depth, sizes.thread / 2
    outside: Section = [(radius - 0.55, low), (radius, low + 0.75), (radius, 0.0), (sizes.groove_outer, 0.0),
                        (sizes.groove_outer, -deep), (sizes.groove_inner, -deep), (sizes.groove_inner, 0.0), (major, 0.0),
                        (major, top), (sizes.spigot, top), (sizes.spigot, sizes.floor)]
    if not sizes.back_style.window:
        return [(0.0, low), *outside, (0.0, sizes.floor)]
    pocket, ledge = sizes.window_pocket, -figures.back_ledge
    return [(pocket, low), *outside, (sizes.window, sizes.floor), (sizes.window, ledge), (pocket, ledge)]


def disc(radius: float, thick: float, top: float, bottom: float) -> Section:
    """A disc on Z = 0 with bevelled edges, as a glass has."""
    return [(0.0, 0.0), (radius - bottom, 0.0), (radius, bottom), (radius, thick - top), (radius - top, thick), (0.0, thick)]


def ring(inner: float, outer: float, low: float, high: float) -> Section:
    """A plain ring."""
    return [(inner, low), (outer, low), (outer, high), (inner, high)]


def crown(sizes: Sizes) -> Section:
    """Crown in its own frame: Z = 0 is its inner face, Z points away from the case."""
    figures, radius = sizes.figures, sizes.crown_diameter / 2
    bore, seat = figures.tube_diameter / 2 + figures.crown_clear, crown_gasket_radius(sizes)
    smooth, long, collar = radius - sizes.flute_depth - 0.18, figures.crown_length, figures.crown_collar
    deep, tap = figures.crown_bore, figures.stem_tap_drill / 2
    near, far = CROWN_GROOVE
    rise = collar - 0.15
    across, down = _halfway(smooth, rise)
    dome = (across, long - down)
    return [(bore, 0.0), (smooth, 0.0), (smooth, 0.12), (radius, 0.12), (radius, long - collar), (smooth, long - collar),
            (smooth, long - rise), (dome, (0.0, long)), (0.0, deep + figures.crown_thread), (tap, deep + figures.crown_thread),
            (tap, deep), (bore, deep), (bore, far), (seat, far), (seat, near), (bore, near)]


def crown_gasket_radius(sizes: Sizes) -> float:
    """Radius of the groove for the crown's gasket."""
    return sizes.figures.tube_diameter / 2 + 0.55


def casing_ring(sizes: Sizes) -> Section:
    """Ring between movement and case; the movement rests on its step where its rest is known."""
    figures, movement = sizes.figures, sizes.movement
    low, high = figures.thread_length, sizes.movement_top
    outer, guide = sizes.bore - figures.seat_gap, sizes.snug
    if movement.rest == 0:
        return ring(guide, outer, low, high)
    step, body = high - movement.rest, movement.body / 2 + figures.seat_gap
    return [(body, low), (outer, low), (outer, high), (guide, high), (guide, step), (body, step)]


def turned(section: Section) -> Any:
    """Volume of the solid of revolution, mm3; an arc counts as the parabola through its three points.

    A fan of triangles from the section's last corner, each turned (Pappus): only differences between corners are
    multiplied, so that bounds of the whole stay close where sizes are still open.
    """
    last: Any = section[-1][1] if isinstance(section[-1][0], tuple) else section[-1]
    total: Any = 0.0
    for here, step in zip(section, [*section[1:], section[0]], strict=True):
        start: Any = here[1] if isinstance(here[0], tuple) else here
        if isinstance(step[0], tuple):
            middle, end = step
            (r0, z0), (rm, zm), (r1, z1) = start, middle, end
            lens = (r1 - r0) * (zm - z0) - (rm - r0) * (z1 - z0)  # 6 times what is beyond the two chords
            total = total + _triangle(last, start, middle) + _triangle(last, middle, end) - rm * lens
        else:
            total = total + _triangle(last, start, step)
    return total * (pi / 3)


def _triangle(about: Any, start: Any, end: Any) -> Any:
    """3 / pi of what a triangle of the section adds."""
    (r, z), (r0, z0), (r1, z1) = about, start, end
    return ((r0 - r) * (z1 - z0) - (r1 - r0) * (z0 - z)) * (r + r0 + r1)
