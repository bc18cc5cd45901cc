"""What is controlled of a part, as the manifest records it, and what its STEP file and its inspection sheet say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isclose

from configurator.exchange.step import Pmi
from configurator.exchange.tables import Table
from configurator.geometry.answers import FaceRow
from configurator.making.inspection import COLUMNS, plan
from configurator.product.product import Product

from .manifest import CharacteristicRecord

_SAME = 1e-6
"""mm, degrees or micrometres: limits are written to six places."""
_MEASURED = 1e-5
"""mm between a nominal and the faces that it stands on."""


def records(product: Product, part: str) -> tuple[CharacteristicRecord, ...]:
    """What is controlled of a made part, in the order of its balloons, with absolute limits."""
    return tuple(CharacteristicRecord(
        name=each.name, kind=each.kind, nominal=row.nominal, lower=row.lower, upper=row.upper, unit=row.unit, by=row.by,
        general=each.general, places=each.count, datum=each.datum, to=each.to)
        for each, row in zip(product.controlled(part), plan(product, part), strict=True))


def sheet_differences(wanted: Sequence[CharacteristicRecord], part: str, table: Table) -> Iterator[str]:
    """What an inspection sheet says otherwise than the manifest, a sentence each."""
    if tuple(table.columns) != COLUMNS:
        yield "its columns are not those of an inspection sheet"
        return
    if [(row[0], row[1]) for row in table.rows] != [(n, part) for n in range(1, len(wanted) + 1)]:
        yield f"its lines are not the {len(wanted)} characteristics of {part}"
        return
    for record, row in zip(wanted, table.rows, strict=True):
        told = dict(zip(COLUMNS, row, strict=True))
        said = {"Code": record.name, "Kind": record.kind, "Nominal": record.nominal, "Lower": record.lower,
                "Upper": record.upper, "Unit": record.unit, "Class": record.by, "Places": record.places}
        for column, value in said.items():
            if not _alike(told[column], value):
                yield (f"balloon {told['Balloon']} ({record.name}): {column} is {_shown(told[column])}, the manifest says "
                       f"{_shown(value)}")


def pmi_differences(wanted: Sequence[CharacteristicRecord], found: Sequence[Pmi]) -> Iterator[str]:
    """What the PMI of a part's STEP file says otherwise than the manifest, a sentence each."""
    counts = Counter(each.name for each in found)
    known = {each.name: each for each in found}
    names = {each.name for each in wanted}
    yield from (f"its PMI has the characteristic {name} {count} times" for name, count in counts.items() if count > 1)
    yield from (f"its PMI has a characteristic {name}, which the manifest does not name" for name in known if name not in names)
    for record in wanted:
        if record.name not in known:
            yield f"its PMI has no characteristic {record.name}"
            continue
        for what, told, value in _sides(known[record.name], record):
            if not _alike(told, value):
                yield f"PMI {record.name}: {what} is {_shown(told)}, the manifest says {_shown(value)}"


def face_differences(wanted: Sequence[CharacteristicRecord], found: Sequence[Pmi], rows: Sequence[FaceRow]) -> Iterator[str]:
    """Where the faces that PMI hangs on do not measure its nominal: diameters, and distances between two planes. mm."""
    sizes = {each.name: each.nominal for each in wanted if each.nominal is not None}
    for each in found:
        outside = [face for faces in each.faces for face in faces if not 0 <= face < len(rows)]
        if outside or each.name not in sizes:
            yield from [f"PMI {each.name}: it hangs on a face that the solid has not"] if outside else []
            continue
        nominal = sizes[each.name]
        measured = _diameters(each, rows) if each.kind == "diameter" else _gaps(each, rows) if each.kind == "distance" else []
        wrong = [value for value in measured if abs(value - nominal) > _MEASURED]
        if wrong:
            yield f"PMI {each.name}: it says {nominal:g} mm, the faces that it hangs on measure {wrong[0]:.6g} mm"


def _diameters(each: Pmi, rows: Sequence[FaceRow]) -> list[float]:
    """0 of a plane, which has none; nothing of faces that only end where the diameter is."""
    on = [rows[face] for faces in each.faces for face in faces]
    return [row.diameter or 0.0 for row in on if row.kind in ("cylinder", "sphere", "plane")]


def _gaps(each: Pmi, rows: Sequence[FaceRow]) -> list[float]:
    if len(each.faces) != 2:
        return []
    first, second = ([rows[face] for face in faces if rows[face].kind == "plane"] for faces in each.faces)
    return [abs(sum(way * (b - a) for way, a, b in zip(one.direction, one.origin, other.origin, strict=True)))
            for one in first for other in second if one.origin and other.origin and one.direction]


def _sides(pmi: Pmi, record: CharacteristicRecord) -> Iterator[tuple[str, object, object]]:
    """What is told, by the file and by the manifest."""
    yield "kind", pmi.kind, record.kind
    yield "nominal", pmi.nominal, record.nominal or 0.0
    yield "datum", pmi.datum, record.datum
    yield "datums referred to", pmi.refs, record.to
    yield "number of features", float(pmi.more.get("number of features", 1)), record.places
    yield "whether general tolerances hold", pmi.more.get("tolerance") == "general", record.general
    if record.kind == "thread":
        yield "designation", pmi.designation, record.by
        return
    if record.general:
        yield "tolerance class", pmi.fit, ""
        lower, upper = None, None
    else:
        yield "tolerance class", pmi.fit, record.by
        lower, upper = record.lower, record.upper
    for what, deviation, limit in (("lower limit", pmi.lower, lower), ("upper limit", pmi.upper, upper)):
        yield what, None if deviation is None else pmi.nominal + deviation, limit


def _alike(one: object, other: object) -> bool:
    """An empty cell, an empty word and None are the same in a spreadsheet."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return isclose(one, other, rel_tol=0, abs_tol=_SAME)
    if isinstance(one, (int, float)) or isinstance(other, (int, float)):
        return False
    return (one or None) == (other or None)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return f"{value:g}" if isinstance(value, float) else "none" if value in (None, "") else str(value)
