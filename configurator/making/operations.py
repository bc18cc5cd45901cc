"""Operations of one part in order, each with its work centre, clampings, tool, what it removes and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from configurator.product.characteristics import Characteristic
from configurator.product.measured import Measured
from configurator.standards import tools
from configurator.standards.reading import NotInStandard
from configurator.standards.threads import thread
from configurator.texts import say

from .shape import HoleSeen, Shape
from .shop import CUTTING, Band, Kind, Shop
from .stock import Blank

OPERATION_LABELS: dict[Kind, str] = {
    "program": "making.program", "saw": "making.saw", "pattern": "making.pattern", "cast": "making.cast",
    "print": "making.print", "turn": "making.turn", "mill": "making.mill", "drill": "making.drill", "tap": "making.tap",
    "thread": "making.thread", "grind": "making.grind", "clean_up": "making.clean_up", "engrave": "making.engrave",
    "deburr": "making.deburr", "wash": "making.wash", "polish": "making.polish", "brush": "making.brush",
    "blast": "making.blast", "plate": "making.plate", "treat": "making.treat", "inspect": "making.inspect",
    "press": "making.press", "screw": "making.screw", "gasket": "making.gasket", "fit": "making.fit",
    "check": "making.check"}


class Span(NamedTuple):
    """A figure that is estimated."""

    low: float
    likely: float
    high: float

    def plus(self, other: Span) -> Span:
        """Both together."""
        return Span(*(one + two for one, two in zip(self, other, strict=True)))

    def times(self, factor: float) -> Span:
        """So many of it."""
        return Span(*(each * factor for each in self))

    def rounded(self, places: int = 2) -> Span:
        """For a file."""
        return Span(*(round(each, places) + 0.0 for each in self))


NOTHING = Span(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Tool:
    """The smallest tool that an operation needs, of those that shops keep."""

    kind: str
    """drill or end_mill."""
    diameter: float | None
    """mm; None if no tool that is tabulated is small enough."""
    fits: float
    """mm: diameter of the hole, or radius of the inner corner, that asks for it."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation on one piece, or on the assembly."""

    number: int
    """10, 20, 30 ..., so that a shop can put its own between."""
    kind: Kind
    label: str
    centre: str
    """Name of the work centre in the shop profile; empty if the profile has no times for the operation."""
    setups: tuple[str, ...] = ()
    """Directions from which it is worked, in the part's own frame. A turned part is clamped once for each end; what comes
    from the side is milled and drilled in the same two clampings."""
    tool: Tool | None = None
    removed: float | None = 0.0
    """mm3 of a piece; None if it is contained in that of another operation."""
    features: int = 0
    """Holes, threads, characters, characteristics ..."""
    setup: Span | None = None
    """Minutes for a batch; None if the profile has no times."""
    piece: Span | None = None
    """Minutes for a piece."""
    joins: tuple[str, ...] = ()
    """Numbers of the parts that an operation of the assembly brings together."""
    names: tuple[str, ...] = ()
    """The same in words."""


class Work(NamedTuple):
    """What there is to do on one part. Volumes in mm3, areas in mm2."""

    shape: Shape
    measured: Measured
    blank: Blank
    characteristics: tuple[Characteristic, ...]
    threads: int
    """By interfaces, for a part whose characteristics name none."""
    characters: int
    finish: str
    hard: float
    """Factor on the time of cutting."""


def operations_of(work: Work, process: str, shop: Shop, language: str = "en") -> tuple[Operation, ...]:
    """Operations of a part whose process the shop's profile knows."""
    steps = [step for each in shop.processes[process].operations for step in _resolved(each, work, shop)]
    counts = _counts(work, shop)
    needed = [each for each in steps if _needed(each, work, counts, steps)]
    removed = _removed(work, needed)
    return tuple(_operation(10 * (place + 1), kind, work, counts, removed, shop, language)
                 for place, kind in enumerate(needed))


def minutes(band: Band | None, factor: float = 1.0) -> Span:
    """A band of the profile, so many times."""
    return NOTHING if band is None else Span(float(band.low), float(band.likely), float(band.high)).times(factor)


def _resolved(step: str, work: Work, shop: Shop) -> list[Kind]:
    if step != "finish":
        return [kind for kind in OPERATION_LABELS if kind == step]
    return [shop.finish_of(work.finish) or "treat"] if work.finish else []


def _counts(work: Work, shop: Shop) -> dict[str, int]:
    """How many features of each operation there are."""
    named = [each for each in work.characteristics if each.kind == "thread"]
    tapped = sum(each.count for each in named if thread(each.designation).major <= shop.limits.tap.value and _inner(each))
    cut = sum(each.count for each in named) - tapped if named else work.threads
    return {"drill": len(_drilled(work.shape)), "tap": tapped, "thread": cut, "engrave": work.characters,
            "mill": len(work.shape.directions), "inspect": sum(each.count for each in work.characteristics)}


def _inner(each: Characteristic) -> bool:
    """An internal thread is drawn at its tap drill, an external one at its major diameter."""
    drawn = each.on[0].diameter
    return drawn is not None and drawn < thread(each.designation).major - 1e-6


def _drilled(shape: Shape) -> list[HoleSeen]:
    """Holes that a drill makes; a larger one on the axis is turned."""
    return [each for each in shape.holes if not each.centred or each.diameter <= tools.drills()[-1]]


def _drilled_from(shape: Shape) -> tuple[str, ...]:
    """Directions of the drill, few in number."""
    chosen: list[str] = []
    while left := [each.ends for each in _drilled(shape) if not set(chosen) & set(each.ends)]:
        names = sorted({name for ends in left for name in ends})
        chosen.append(max(names, key=lambda name: sum(name in ends for ends in left)))
    return tuple(chosen)


def _needed(kind: Kind, work: Work, counts: dict[str, int], steps: list[Kind]) -> bool:
    if kind == "saw":
        return not work.blank.from_bar
    if kind == "turn":
        return bool(work.shape.axis) or not {"mill", "grind"} & set(steps)
    if kind == "mill":
        return not work.shape.axis or work.shape.milled_area > 0
    return counts[kind] > 0 if kind in ("drill", "tap", "thread", "engrave") else True


def _removed(work: Work, kinds: list[Kind]) -> dict[Kind, float]:
    """mm3 by operation; all together blank less part, whatever the slices of the turned outside say."""
    whole = work.blank.volume - work.measured.volume
    found: dict[Kind, float] = {}
    if "drill" in kinds:
        found["drill"] = min(sum(each.volume for each in _drilled(work.shape)), whole)
    left = whole - sum(found.values())
    if "turn" in kinds and "mill" in kinds:
        shape = work.shape
        beside = sum(each.volume for each in shape.holes if not each.centred)
        found["mill"] = min(max(shape.hull - shape.bored - beside - work.measured.volume, 0.0), left)
        left -= found["mill"]
    main = next((kind for kind in ("turn", "mill", "grind", "clean_up") if kind in kinds and kind not in found), None)
    if main is not None:
        found[main] = left
    return found


def _operation(number: int, kind: Kind, work: Work, counts: dict[str, int], removed: dict[Kind, float], shop: Shop,
               language: str) -> Operation:
    shape, label = work.shape, say(OPERATION_LABELS[kind], language)
    setups: tuple[str, ...] = ()
    if kind == "turn":
        setups = (shape.axis or "+Z", "-" + (shape.axis or "+Z").removeprefix("+"))
    elif kind == "mill":
        setups = shape.directions
    elif kind == "drill":
        setups = _drilled_from(shape)
    taken: float | None = None if kind == "engrave" else removed.get(kind, 0.0)
    features = counts.get(kind, 0) if kind != "mill" else 0
    times = shop.operations.get(kind)
    if times is None:
        return Operation(number, kind, label, "", setups, _tool(kind, shape), taken, features)
    hard = work.hard if kind in CUTTING else 1.0
    volume = work.blank.volume if kind in ("pattern", "cast", "print") else taken or 0.0
    area = shape.turned_area if kind == "turn" else _milled(shape, work.measured) if kind == "mill" else work.measured.area
    setup, each = minutes(times.setup), features
    if kind in ("turn", "mill"):
        each = max(len(setups) - 1, 0)
    elif kind == "inspect":
        # what is not critical is measured on the first piece of a batch
        each = sum(one.count for one in work.characteristics if one.critical)
        setup = setup.plus(minutes(times.each, features - each))
    cutting = minutes(times.volume, volume / 1000).plus(minutes(times.area, area / 100))
    singly = minutes(times.each, each).times(1.0 if kind in ("turn", "mill") else hard)
    return Operation(number, kind, label, times.centre, setups, _tool(kind, shape), taken, features, setup,
                     minutes(times.piece).plus(cutting.times(hard)).plus(singly))


def _milled(shape: Shape, measured: Measured) -> float:
    return shape.milled_area if shape.axis else measured.area


def _tool(kind: Kind, shape: Shape) -> Tool | None:
    """The smallest tool that the part asks for."""
    drilled = _drilled(shape)
    if kind == "drill" and drilled:
        least = min(each.diameter for each in drilled)
        return Tool("drill", _or_none(tools.drill, least), least)
    if kind == "mill" and shape.corner:
        return Tool("end_mill", _or_none(tools.end_mill, shape.corner), shape.corner)
    return None


def _or_none(find: object, size: float) -> float | None:
    try:
        return float(find(size))  # type: ignore[operator]
    except NotInStandard:
        return None
