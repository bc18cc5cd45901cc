"""What a finding of makeability says: where, how much, against which limit, in the language of the reader."""

from __future__ import annotations

from configurator.product.measured import Finding, Point, Severity
from configurator.product.parameters import Quantity
from configurator.product.product import Product
from configurator.texts import say

from .rule_packs import Limit

SAID = {
    "WALL_THIN": ("makeability.wall_thin", "makeability.wall_thin_do"),
    "GAP_NARROW": ("makeability.gap_narrow", "makeability.gap_narrow_do"),
    "SLOT_DEEP": ("makeability.slot_deep", "makeability.slot_deep_do"),
    "CORNER_TIGHT": ("makeability.corner_tight", "makeability.corner_tight_do"),
    "CORNER_DEEP": ("makeability.corner_deep", "makeability.corner_deep_do"),
    "EDGE_SHARP": ("makeability.edge_sharp", "makeability.edge_sharp_do"),
    "HOLE_SMALL": ("makeability.hole_small", "makeability.hole_small_do"),
    "HOLE_DEEP": ("makeability.hole_deep", "makeability.hole_deep_do"),
    "THREAD_DEEP": ("makeability.thread_deep", "makeability.thread_deep_do"),
    "STROKE_FINE": ("makeability.stroke_fine", "makeability.stroke_fine_do"),
    "STROKE_DEEP": ("makeability.stroke_deep", "makeability.stroke_deep_do"),
    "FACE_NOT_SEEN": ("makeability.face_not_seen", "makeability.face_not_seen_do"),
    "SLIVER": ("makeability.sliver", "makeability.sliver_do"),
    "CLOSED_FORM_DIFFERS": ("makeability.closed_form_differs", "makeability.closed_form_differs_do"),
}
"""Codes, with the keys of their sentence and of what to change on the part."""
RATIOS = frozenset({"SLOT_DEEP", "CORNER_DEEP", "HOLE_DEEP", "THREAD_DEEP"})
"""Codes whose measured value is a ratio; of the others it is mm."""
MOST = RATIOS | {"STROKE_DEEP"}
"""Codes whose limit is the most there may be; of the others it is the least."""


_NAMED = 6


class Teller:
    """Makes the findings of one part."""

    def __init__(self, product: Product, part: str, language: str) -> None:
        self._product, self._part, self._language = product, part, language

    def finding(self, code: str, measured: float | None, limit: float | None, *, by: Limit | None = None,
                faces: tuple[int, ...] = (), point: Point | None = None, severity: Severity | None = None, name: str = "",
                count: int = 1) -> Finding:
        """`by`: the limit of the pack that was applied. `name`: the characteristic, or whatever is meant."""
        key, advice = SAID[code]
        unit = "" if code in RATIOS else "mm"
        words: dict[str, object] = {"part": self._product.part_label(self._part, self._language), "name": name, "count": count}
        words |= {each: Quantity(value, unit) for each, value in (("measured", measured), ("limit", limit))
                  if value is not None}
        place = [self._product.part_number(self._part)]
        extra = {"part": self._part}
        if faces:
            named = ", ".join(f"#{each}" for each in faces[:_NAMED])
            place.append(f"face {named}" + (f" and {len(faces) - _NAMED} more" if len(faces) > _NAMED else ""))
            extra["faces"] = " ".join(map(str, faces))
        if point is not None:
            place.append("({:.3f}, {:.3f}, {:.3f})".format(*(each + 0.0 for each in point)))
            extra["point"] = " ".join(f"{each:.6g}" for each in point)
        if name:
            place.append(name)
            extra["name"] = name
        if by is not None:
            extra |= {"limit_grade": by.grade, "limit_source": by.source}
        return Finding(code, severity or (by.severity if by is not None else "warning"), " / ".join(place),
                       say(key, self._language, **words), measured, limit, say(advice, self._language, **words), extra)
