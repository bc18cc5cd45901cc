"""The same watch as a designer would write it in plain cadquery: what `configurator bench` compares with.

Not part of the template. Workplane chains, `union` and `cut` with their default clean-up, fillets by selectors, letters by
`text`: simpler lugs, no bevels along their edges, no hour marks, letters straight instead of around the edge and always of
the linear typeface (the kernel's cut fails on the other one); less work, not more.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from configurator import SANS, cq

if TYPE_CHECKING:
    from .template import Watch

BASE = {"engraving": "Pour Élodie, 21.6.2026", "lug_to_lug": 49}
COMPARED = ("case_diameter", "bezel_height", "crown_flutes", "crown_diameter", "engraving")


def build(watch: Watch) -> dict[str, cq.Workplane]:
    """Every made part by name, made from nothing."""
    return {"midcase": _midcase(watch), "bezel": _bezel(watch), "crystal": _crystal(watch), "dial": _dial(watch),
            "case_back": _back(watch), "crown": _crown(watch)}


def _cylinder(radius: float, low: float, high: float) -> cq.Workplane:
    return cq.Workplane("XY", origin=(0, 0, low)).circle(radius).extrude(high - low)


def _midcase(watch: Watch) -> cq.Workplane:
    radius, high, figures = watch.radius, watch.shoulder, watch.figures
    body = (cq.Workplane("XZ").moveTo(0, 0).lineTo(watch.back_radius, 0).lineTo(radius, figures.flank_bottom)
            .lineTo(radius, watch.flank_top).lineTo(radius - 0.35, high).lineTo(watch.neck, high)
            .lineTo(watch.neck, watch.neck_top).lineTo(0, watch.neck_top).close().revolve(360, (0, 0, 0), (0, 1, 0)))
    inside, tip = 0.72 * radius, watch.lug_to_lug / 2
    side = (cq.Workplane("YZ", origin=(watch.lug_inside, 0, 0)).moveTo(inside, watch.lug_bottom).lineTo(tip - 1.2, -0.9)
            .threePointArc((tip, 0.0), (tip - 0.3, 1.4))
            .threePointArc(((inside + tip) / 2 + 1.2, 0.72 * high), (inside, watch.lug_top)).close())
    lug = side.extrude(watch.lug)
    lug = lug.faces(">X").edges("not |Z").edges("not <Y").fillet(0.4)
    lugs = lug.union(lug.mirror("XZ"))
    lugs = lugs.union(lugs.mirror("YZ"))
    case = body.union(lugs)
    case = case.cut(_cylinder(watch.thread_minor, 0, figures.thread_length))
    case = case.cut(_cylinder(watch.bore, 0, watch.dial_seat))
    case = case.cut(_cylinder(watch.opening / 2, 0, watch.rim))
    case = case.cut(_cylinder(watch.glass_bore, watch.glass_seat, watch.rim))
    case = case.cut(cq.Workplane("YZ", origin=(watch.bore - 2, 0, watch.stem)).circle(figures.tube_diameter / 2)
                    .extrude(radius))
    for across in (1, -1):
        for along in (1, -1):
            hole = cq.Workplane("YZ", origin=(across * watch.lug_inside, along * watch.bar, watch.bar_height))
            case = case.cut(hole.circle(figures.bar_hole / 2).extrude(across * figures.bar_depth))
    return case


def _bezel(watch: Watch) -> cq.Workplane:
    inner, outer, high = watch.glass_radius + 0.1, watch.bezel_radius, watch.bezel_height
    bezel = cq.Workplane("XY").circle(outer).circle(inner).extrude(high)
    bezel = bezel.faces(">Z").edges(cq.selectors.RadiusNthSelector(-1)).chamfer(0.6, 0.25 * (outer - inner))
    bezel = bezel.faces(">Z").edges(cq.selectors.RadiusNthSelector(-1)).fillet(0.2)
    bezel = bezel.faces("<Z").edges(cq.selectors.RadiusNthSelector(-1)).fillet(0.2)
    return bezel.cut(_cylinder(watch.neck, 0, high - 0.4)).translate((0, 0, watch.shoulder))


def _crystal(watch: Watch) -> cq.Workplane:
    return (cq.Workplane("XY").circle(watch.glass_radius).extrude(watch.glass).faces(">Z").edges().chamfer(0.2)
            .faces("<Z").edges().chamfer(0.1))


def _dial(watch: Watch) -> cq.Workplane:
    dial = cq.Workplane("XY").circle(watch.dial_radius).extrude(0.4).faces(">Z").workplane().hole(2)
    return dial.faces("<Z").workplane().polarArray(0.4 * watch.opening, 0, 360, 2).hole(0.7)


def _back(watch: Watch) -> cq.Workplane:
    figures, radius = watch.figures, watch.back_radius
    back = cq.Workplane("XY").circle(radius).extrude(-watch.back).faces("<Z").edges().chamfer(0.5)
    back = back.faces(">Z").workplane().circle(watch.thread / 2).extrude(figures.thread_length)
    back = back.faces(">Z").workplane().circle(watch.spigot).cutBlind(-(figures.thread_length - watch.floor))
    notches = cq.Workplane("XY", origin=(0, 0, -watch.back)).polarArray(watch.notch_inner + 0.8, 0, 360, 6).rect(1.6, 1.2)
    back = back.cut(notches.extrude(figures.notch_depth))
    if watch.engraving:
        size = watch.letter_height / 0.72  # height of capitals in the font's own size
        back = back.faces("<Z").workplane(centerOption="CenterOfBoundBox").text(
            str(watch.engraving), size, -figures.engraving_depth, fontPath=str(SANS.path))
    return back


def _crown(watch: Watch) -> cq.Workplane:
    radius, long, count = watch.crown_diameter / 2, watch.figures.crown_length, watch.crown_flutes
    crown = cq.Workplane("YZ").circle(radius).extrude(long).faces(">X").edges().fillet(0.5)
    width, depth = watch.crown_flute, watch.flute_depth
    tool = (width**2 / 4 + depth**2) / (2 * depth)
    at = sqrt(radius**2 - width**2 / 4) - depth + tool
    flutes = cq.Workplane("YZ", origin=(0.4, 0, 0)).polarArray(at, 0, 360, count).circle(tool).extrude(long)
    return crown.cut(flutes).faces("<X").workplane().hole(1.2, 2.2)
