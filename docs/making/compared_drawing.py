"""Whether a drawing says of a characteristic what the other prints say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from drawn import Drawn
from prints import Print

from configurator.exchange.step import Pmi

SHOWN = 5.001e-4
"""mm: a drawing writes nominals with three decimals."""
EXACT = 1.5e-6
"""mm: deviations, which it writes in full; a sheet has limits, of six decimals."""


def differences(drawn: Drawn, balloon: int, line: Print, pmi: Pmi | None) -> Iterator[str]:
    """What stands behind a number, against a line of the inspection sheet and its PMI; a sentence each."""
    if balloon not in drawn.prints:
        yield f"the drawing does not have its number {balloon}"
        return
    around = pmi is not None and (pmi.around or line.kind == "coaxiality")
    by = line.by or ("around" if around else "")
    for one in drawn.prints[balloon]:
        for field, shown, wanted in (("kind", one.kind, line.kind), ("class or zone", one.by, by),
                                     ("number of places", one.places, line.places)):
            if shown != wanted:
                yield f"{field} is {shown!r} on the drawing and {wanted!r} on the sheet"
        if line.kind != "thread" and not _near(one.nominal, line.nominal, SHOWN):
            yield f"the nominal is {one.nominal} on the drawing and {line.nominal} on the sheet"
        if line.by != "general" and line.kind != "thread":
            for side, shown, wanted in (("lower", one.lower, line.lower), ("upper", one.upper, line.upper)):
                if not _near(_deviation(shown, one.nominal), _deviation(wanted, line.nominal), EXACT):
                    yield f"the {side} limit is {shown} on the drawing and {wanted} on the sheet"
    if pmi is not None and drawn.refs[balloon] != pmi.refs:
        yield f"datums are {drawn.refs[balloon]} on the drawing and {pmi.refs} in the STEP file"


def of_sheet(drawn: Drawn, balloons: Sequence[int], lines: Sequence[Print], tolerance_class: str) -> Iterator[str]:
    """What the drawing says of the part as a whole; numbers that only it has."""
    yield from drawn.wrong
    yield from (f"the drawing has a number {each} too many" for each in sorted(drawn.prints.keys() - set(balloons)))
    every = tuple(number for number, line in zip(balloons, lines, strict=True) if line.every_piece)
    if drawn.every_piece != every:
        yield f"the drawing wants {drawn.every_piece} on every piece, the sheet {every}"
    if tolerance_class and f"2768-{tolerance_class}" not in drawn.words:
        yield f"the drawing does not name the general tolerances ISO 2768-{tolerance_class}"


def _deviation(limit: float | None, nominal: float | None) -> float | None:
    return None if limit is None else limit - (nominal or 0.0)


def _near(one: float | None, other: float | None, apart: float) -> bool:
    return one is other if one is None or other is None else isclose(one, other, rel_tol=0, abs_tol=apart)
