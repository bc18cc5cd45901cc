"""Makeability of what a template declares, without its solid: characteristics, and lines that are engraved."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from configurator.errors import TemplateError
from configurator.product.characteristics import Characteristic
from configurator.product.measured import Finding
from configurator.product.product import Product

from .findings import MOST, Teller
from .rule_packs import Limit, Pack

ENGRAVED = "engraved"
"""Derived value by which a template tells what it engraves: (part, width of the stroke, depth) in mm, one for each line."""


class Declared(NamedTuple):
    """A value that follows from the parameters alone, and the limit that it is held against."""

    code: str
    part: str
    name: str
    value: float
    limit: Limit

    @property
    def kept(self) -> bool:
        """Whether it keeps its limit."""
        assert self.limit.value is not None
        return self.value <= self.limit.value + 1e-9 if self.code in MOST else self.value >= self.limit.value - 1e-9


def declared(product: Product, part: str, pack: Pack) -> list[Declared]:
    """What can be judged of a part in closed form, in the order in which it is declared."""
    found = []
    wall = pack.wall_of(product.material_of(part))
    for each in product.controlled(part):
        judged = _of(each)
        if judged is None:
            continue
        code, value = judged
        limit = wall if code == "WALL_THIN" else _LIMITS[code](pack)
        if limit is not None and limit.value is not None:
            found.append(Declared(code, part, each.name, value, limit))
    for name, stroke, depth in engraved(product):
        if name == part:
            for code, value, limit in (("STROKE_FINE", stroke, pack.limits.engraving_stroke),
                                       ("STROKE_DEEP", depth, pack.limits.engraving_depth)):
                if limit.value is not None:
                    found.append(Declared(code, part, ENGRAVED, value, limit))
    return found


def findings(product: Product, part: str, pack: Pack, language: str = "en") -> list[Finding]:
    """What is beyond its limit. A distance through the material is only a note: whether it is a wall, the solid tells."""
    teller = Teller(product, part, language)
    return [teller.finding(each.code, each.value, each.limit.value or 0.0, by=each.limit, name=each.name,
                           severity="note" if each.code == "WALL_THIN" else None)
            for each in declared(product, part, pack) if not each.kept]


def engraved(product: Product) -> list[tuple[str, float, float]]:
    """Lines that the template says it engraves; none if it says nothing. TemplateError if it says it wrongly."""
    told = getattr(product, ENGRAVED, ())
    try:
        return [(str(part), float(stroke), float(depth)) for part, stroke, depth in told]
    except (TypeError, ValueError):
        raise TemplateError(f"{product.template}: `{ENGRAVED}` is a tuple of (part, width of the stroke, depth) in mm; it is "
                            f"{told!r}") from None


def _of(each: Characteristic) -> tuple[str, float] | None:
    """Code and value of a characteristic that a limit may be held against."""
    if each.kind == "thread" and each.depth is not None and each.nominal > 0:
        return "THREAD_DEEP", each.depth / each.nominal
    if each.kind == "diameter" and each.fit[:1].isupper() and each.on[0].kind == "cylinder":
        return "HOLE_SMALL", each.nominal
    if each.kind == "distance" and all(face.kind == "plane" for face in each.on):
        first, second = each.on
        assert first.direction is not None
        assert second.direction is not None
        gap = [b - a for a, b in zip(first.point, second.point, strict=True)]
        along, back = (sum(a * b for a, b in zip(way, gap, strict=True)) for way in (first.direction, second.direction))
        if along < 0 < back:
            return "WALL_THIN", each.nominal
        if back < 0 < along:
            return "GAP_NARROW", each.nominal
    return None


_LIMITS: dict[str, Callable[[Pack], Limit]] = {
    "THREAD_DEEP": lambda pack: pack.limits.thread_depth,
    "HOLE_SMALL": lambda pack: pack.limits.hole_diameter,
    "GAP_NARROW": lambda pack: pack.limits.gap,
}
