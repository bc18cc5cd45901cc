"""What is written at a dimension: value, fit class, stacked deviations or limits.

Frame: the label's own; the base line of its value is Y = 0 and begins at X = 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, degrees
from typing import TypeAlias

from configurator.texts import written

from .figures import proportion
from .groups import Group
from .lettering import ink, width
from .model import XY, Arc, Entity, Layer, Polyline, Text

_MINUS = "\N{MINUS SIGN}"
_APART = 0.25  # cap heights of the small lettering between stacked deviations (design: they fit under the next line)
_GAP = 0.3  # cap heights between the value and what follows it (design)


@dataclass(frozen=True)
class Label:
    """Lettering that is set as one piece."""

    entities: tuple[Entity, ...]
    width: float
    """mm, from the start of the line."""
    below: float
    """mm that its ink reaches under its base line."""
    above: float
    """mm that it reaches over its base line."""
    words: str = ""
    """What it says, for messages."""

    @property
    def lift(self) -> float:
        """mm from a line to its base line when it stands above the line."""
        return max(proportion("above_line"), self.below + proportion("clearance"))

    def at(self, point: XY, turn: float = 0.0) -> tuple[Entity, ...]:
        """Its entities with the middle of the base line at `point`, turned by `turn` degrees."""
        centred = Group(self.entities).moved(-self.width / 2, 0.0)
        return centred.placed(point, turn=turn).entities


Words: TypeAlias = Label | str
"""A label, or plain words for one."""


def label(words: Words, height: float | None = None) -> Label:
    """Plain words as a label; a label stays as it is."""
    if isinstance(words, Label):
        return words
    size = height or proportion("text")
    return Label((Text(words, (0.0, 0.0), size),), width(words) * size, _depth(words) * size, size, words)


def _depth(string: str) -> float:
    """Cap heights that the ink of a line reaches under its base line."""
    box = ink(string)
    return max(0.0, -box.bottom) if box else 0.0


def toleranced(value: str, *, upper: str = "", lower: str = "", bracketed: bool = False, exact: bool = False,
               suffix: str = "", height: float | None = None) -> Label:
    """A value with what stacks behind it (ISO 129-1): deviations, or in round brackets the limits of a fit class.

    `value` holds everything that comes before, such as "2× ⌀40 h9". `exact` puts a frame round the value (a
    theoretically exact dimension); `suffix` follows on the base line. Deviations are in small lettering, the lower one on
    the base line.
    """
    size, small = height or proportion("text"), proportion("small")
    entities: list[Entity] = [Text(value, (0.0, 0.0), size)]
    x, above, below = width(value) * size, size, max(_depth(value), _depth(suffix)) * size
    if exact:
        over = 0.3 * size
        entities = [Text(value, (over, 0.0), size),
                    Polyline(((0.0, -over), (x + 2 * over, -over), (x + 2 * over, size + over), (0.0, size + over)),
                             Layer.DIMENSION, closed=True)]
        x, above, below = x + 2 * over, size + over, over
    if upper or lower:
        x += _GAP * size
        pitch = small * (1 + _APART)
        top = pitch + small if upper and lower else small
        # decimal marks stand under one another, and nought over the units (ISO 129-1)
        units, parts = (max(width(part) for part in parted) * small
                        for parted in zip(*(_at_decimals(each) for each in (upper, lower)), strict=True))
        wide = units + parts
        if bracketed:
            x += bracket(entities, x, top, left=True)
        for string, y in ((upper, pitch if lower else 0.0), (lower, 0.0)):
            if string:
                entities.append(Text(string, (x + units - width(_at_decimals(string)[0]) * small, y), small))
        x += wide
        if bracketed:
            x += bracket(entities, x, top, left=False)
        above = max(above, top)
    if suffix:
        x += _GAP * size
        entities.append(Text(suffix, (x, 0.0), size))
        x += width(suffix) * size
    words = " ".join(filter(None, (value, upper, lower, suffix)))
    return Label(tuple(entities), x, below, above, words)


def _at_decimals(string: str) -> tuple[str, str]:
    """A number cut before its decimal mark."""
    whole, mark, decimals = string.partition("," if "," in string else ".")
    return whole, mark + decimals


def bracket(entities: list[Entity], x: float, top: float, *, left: bool) -> float:
    """A round bracket as high as what it holds; answers how wide it is."""
    over, wide = 0.3, 0.12 * top + 0.5
    half = top / 2 + over
    bow = 0.12 * top + 0.1
    radius = (half * half + bow * bow) / (2 * bow)
    opening = degrees(asin(half / radius))
    if left:
        entities.append(Arc((x + 0.1 + radius, top / 2), radius, 180 - opening, 180 + opening, Layer.TEXT))
    else:
        entities.append(Arc((x + wide - 0.1 - radius, top / 2), radius, -opening, opening, Layer.TEXT))
    return wide


def number(value: float, language: str = "en", decimals: int | None = None) -> str:
    """A number as drawings of that language write it: decimal comma in French and German, a true minus.

    Without `decimals` no trailing zeros, three decimals at most.
    """
    if decimals is None:
        text = written(float(value), language)
    else:
        text = f"{value:.{decimals}f}"
        text = text if language == "en" else text.replace(".", ",")
        text = text.lstrip("-") if not float(f"{value:.{decimals}f}") else text
    return text.replace("-", _MINUS)


def deviations(lower: float, upper: float, language: str = "en") -> tuple[str, str]:
    """Lower and upper deviation in mm as they are stacked: signs, nought without, as many decimals for both."""
    decimals = max(len(f"{abs(each):.6f}".rstrip("0").partition(".")[2]) for each in (lower, upper))

    def signed(value: float) -> str:
        if not round(value, 6):
            return "0"
        return ("+" if value > 0 else "") + number(value, language, decimals)

    return signed(lower), signed(upper)


def size_label(nominal: float, *, symbol: str = "", fit: str = "", lower: float | None = None, upper: float | None = None,
               language: str = "en", count: int = 1, suffix: str = "", limits: bool = False) -> Label:
    """The label of a size: "2× ⌀40 h9" with its limits in brackets, "⌀40" with stacked deviations, "40 ±0,1".

    `lower` and `upper` are deviations from the nominal size in mm. With `fit` they stand in brackets: as deviations, or
    as limits of size with `limits`. `symbol` stands before the number: "⌀", "R", "□", "SR", "M".
    """
    head = f"{count}× " if count > 1 else ""
    value = f"{head}{symbol}{number(nominal, language)}" + (f" {fit}" if fit else "")
    if lower is None or upper is None:
        return toleranced(value, suffix=suffix)
    if not fit and abs(lower + upper) < 1e-9:
        return toleranced(f"{value} ±{number(upper, language)}", suffix=suffix)
    if limits:
        decimals = max(len(f"{nominal + each:.6f}".rstrip("0").partition(".")[2]) for each in (lower, upper))
        low, high = (number(nominal + each, language, decimals) for each in (lower, upper))
    else:
        low, high = deviations(lower, upper, language)
    return toleranced(value, upper=high, lower=low, bracketed=bool(fit), suffix=suffix)


def stacked(lines: Sequence[Words]) -> tuple[Label, ...]:
    """Several lines as labels."""
    return tuple(label(line) for line in lines)
