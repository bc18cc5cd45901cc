"""The same ring as a designer would write it in plain cadquery: what `configurator bench` compares with.

Not part of the template. The letters are cut straight instead of wrapped, which is less work, not more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from configurator import SANS, cq

if TYPE_CHECKING:
    from .template import Ring


def build(ring: Ring) -> dict[str, cq.Workplane]:
    """Every part by name, made from nothing."""
    bore, half, top = ring.bore, ring.width / 2, ring.bore + ring.thickness
    section = cq.Workplane("XZ").moveTo(bore + ring.comfort_depth, -half).lineTo(top - ring.dome, -half)
    section = (section.threePointArc((top, 0), (top - ring.dome, half)) if ring.dome
               else section.lineTo(top, half))
    section = section.lineTo(bore + ring.comfort_depth, half)
    if ring.comfort:
        flat = ring.flat_inside / 2
        section = section.spline([(bore, flat)], tangents=[(-1, -0.3), (0, -1)], includeCurrent=True)
        section = section.lineTo(bore, -flat).spline([(bore + ring.comfort_depth, -half)],
                                                     tangents=[(0, -1), (1, -0.3)], includeCurrent=True)
    band = section.close().revolve(360, (0, 0, 0), (0, 1, 0))
    band = band.edges("%CIRCLE").fillet(ring.figures.inner_edge)
    if ring.engraving:
        size = ring.letter_height / 0.72  # height of capitals in the font's own size
        letters = (cq.Workplane("YZ", origin=(-bore - ring.figures.engraving_depth, 0, 0))
                   .text(str(ring.engraving), size, 3.0, fontPath=str(SANS.path), combine=False))
        band = band.cut(letters)
    return {"band": band}
