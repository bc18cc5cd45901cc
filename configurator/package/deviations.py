"""How far parts lie from the limb that they follow: as a package records it, as a person reads it, and checked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from configurator.errors import ScanRefused
from configurator.exchange import gltf
from configurator.exchange.gltf_reading import DeviationRead
from configurator.geometry.answers import PartAnswer
from configurator.geometry.deviation import Spread, deviation, spreads
from configurator.product.followed import Followed
from configurator.product.limb import Limb
from configurator.product.product import Product
from configurator.texts import say, written

from .manifest import DeviationRecord, Manifest, SpreadRecord
from .names import whole_files

_SAME = 0.0025
"""mm; figures are rounded to 0.001 mm, and a view holds float32."""
_SAME_AREA = 1e-4
"""Relative."""


def deviation_record(answer: PartAnswer) -> DeviationRecord | None:
    """What the manifest says of a part."""
    off = answer.deviation
    return None if off is None else DeviationRecord(limb=off.limb, offset_mm=off.offset, whole=_record(off.whole),
                                                    away_from_edges=None if off.away is None else _record(off.away))


def deviation_lines(product: Product, answers: Sequence[PartAnswer], language: str) -> list[str]:
    """A sentence for each part that follows a limb."""
    lines = []
    for answer in answers:
        off = answer.deviation
        if off is not None:
            spread, key = (off.whole, "package.follows_whole") if off.away is None else (off.away, "package.follows")
            lines.append(say(key, language, part=product.part_label(answer.name, language),
                             offset=written(off.offset, language), p95=_mm(spread.p95, language),
                             greatest=_mm(abs(spread.greatest), language), whole=_mm(abs(off.whole.greatest), language)))
    return lines


def deviation_differences(manifest: Manifest, members: Mapping[str, bytes]) -> Iterator[str]:
    """Where manifest, view and the scans in the package do not tell the same distances, a sentence each.

    Figures are worked out again from the view's values; and the values from the view's triangles and the limb, where that is a
    scan of the package or its mirror image.
    """
    name = whole_files(manifest)[1]
    view, limbs = gltf.read(members[name]).parts, _limbs(manifest, members)
    for part in manifest.parts:
        found, told = view[part.number].deviation if part.number in view else None, part.deviation
        if (found is None) != (told is None):
            yield f"{name}: {part.number} has {'no' if found is None else 'a'} deviation, the manifest says otherwise"
        elif found is not None and told is not None:
            yield from (f"{name}: {part.number}: {sentence}" for sentence in _differences(told, found, limbs))


def _differences(told: DeviationRecord, found: DeviationRead, limbs: Mapping[str, Limb]) -> Iterator[str]:
    if abs(told.offset_mm - found.offset) > 1e-9:
        yield f"it is meant to lie {found.offset:g} mm outside, the manifest says {told.offset_mm:g} mm"
    again = spreads(found.mesh, found.values) or (None, None)
    for place, said, here, by_values in (("the whole skin", told.whole, found.whole, again[0]),
                                         ("what is away from edges", told.away_from_edges, found.away, again[1])):
        for whose, spread in (("its table", here), ("its values", by_values)):
            if not _alike(said, spread):
                yield f"{place} is off by {_shown(spread)} by {whose}, the manifest says {_shown(said)}"
    limb = limbs.get(told.limb)
    if limb is None:
        return
    worked_out = deviation(found.mesh, Followed(limb, told.offset_mm))
    if worked_out is None or not _alike(told.whole, worked_out.whole):
        whole = None if worked_out is None else worked_out.whole
        yield f"by the scan in the package it is off by {_shown(whole)}, the manifest says {_shown(told.whole)}"
    elif not _same_values(worked_out.values, found.values):
        yield "at some places its values are not the distances from the scan in the package"


def _limbs(manifest: Manifest, members: Mapping[str, bytes]) -> dict[str, Limb]:
    """Scans in the package and their mirror images, by their hashes. Broken ones are told elsewhere."""
    limbs = {}
    for record in manifest.scans:
        try:
            limb = Limb.from_bytes(members[record.path])
        except (KeyError, ScanRefused):
            continue
        for each in (limb, limb.mirrored()):
            limbs[each.sha256] = each
    return limbs


def _same_values(one: Any, other: Any) -> bool:
    import numpy as np

    known = np.isfinite(one)
    if (known != np.isfinite(other)).mean() > 1e-3:  # a foot at the very end of the limb may fall on either side
        return False
    both = known & np.isfinite(other)
    return bool(np.abs(one[both] - other[both]).max(initial=0.0) <= _SAME)


def _alike(said: SpreadRecord | None, spread: Spread | None) -> bool:
    if said is None or spread is None:
        return said is None and spread is None
    # the greatest may have two places, one outside and one inside
    return (abs(said.area_mm2 - spread.area) <= _SAME_AREA * max(said.area_mm2, 1.0)
            and abs(said.median_mm - spread.median) <= _SAME and abs(said.p95_mm - spread.p95) <= _SAME
            and abs(abs(said.greatest_mm) - abs(spread.greatest)) <= _SAME)


def _record(spread: Spread) -> SpreadRecord:
    return SpreadRecord(area_mm2=spread.area, median_mm=spread.median, p95_mm=spread.p95, greatest_mm=spread.greatest)


def _shown(spread: SpreadRecord | Spread | None) -> str:
    if spread is None:
        return "nothing"
    area, median, p95, greatest = (_record(spread) if isinstance(spread, Spread) else spread).model_dump().values()
    return f"{median:g} (median), {p95:g} (95 %), {greatest:g} mm (greatest) over {area:g} mm2"


def _mm(value: float, language: str) -> str:
    """Hundredths, rounded up: it is said of a distance that all is within it."""
    return written(ceil(round(100 * value, 3)) / 100, language)
