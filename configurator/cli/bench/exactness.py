"""The search against brute force: options and counts of boxes, and single points on both sides of the rules' edges."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from configurator.errors import InvalidChoice
from configurator.product.conditions import rule
from configurator.product.product import Product
from configurator.space.expressions import TOLERANCE
from configurator.space.model import Model

from .brute_force import BruteForce, Indices
from .figures import NONE, Figure, Told
from .places import Places, Point

_LARGEST = 200_000
"""Points of a box; the smallest have a hundredth of it."""
_JUDGED = 5
"""Points of each box that the constructor judges as well, and as many that the rules' own methods judge."""
_METHODS = 10
"""Of every so many points one is put to the rules' own methods too."""
_TOLD = 500


class _Space:
    """A template's rules as they are asked here: the search, and the constructor."""

    def __init__(self, template: type[Product]) -> None:
        self.template, self.index = template, template.space.index
        self.model = Model(self.index.variables, {each.name: each.expression for each in template.rules})

    def refused(self, point: Point) -> tuple[list[str], Product | None]:
        """Rules for which the constructor refuses a point; the configuration if it does not."""
        try:
            return [], self.template(**self.index.plain(point))
        except InvalidChoice as error:
            return [problem.name for problem in error.problems], None


def boxes(template: type[Product], points: int, told: Told, *, seed: int = 2) -> list[Figure]:
    """Boxes of `points` points in all around edges of rules: options and counts by the search and by brute force.

    `told` hears every difference, with what reproduces it.
    """
    space, places, dice = _Space(template), Places(template, seed), random.Random(seed)  # noqa: S311 - repeatable
    rules = [each.expression for each in template.rules]
    looked = valid = mixed = count = judged = wrong_judges = wrong = 0
    for flip in places.flips(anchored=True):
        if looked >= points:
            break
        if count % 20 == 0:
            told.progress(f"box {count}, {looked} of {points} points by brute force")
        box = places.box(flip, dice.randint(_LARGEST // 100, _LARGEST))
        force = BruteForce(space.index.variables, box)
        kept = force.valid(rules)
        count, looked, valid = count + 1, looked + kept.size, valid + int(kept.sum())
        mixed += bool(0 < kept.sum() < kept.size)
        for difference in _differences(space, box, force, kept, flip.points[0]):
            wrong += 1
            told.differs(f"{difference}; box {dict(box)}")
        for point, holds in _some(space, box, force, kept, dice):
            judged += 1
            if (not space.refused(point)[0]) is not holds:
                wrong_judges += 1
                told.differs(f"the constructor says {space.refused(point)[0] or 'valid'} of {space.index.plain(point)}")
    if not count:
        return []
    return [Figure("options and counts of boxes that differ from brute force", wrong, "", NONE,
                   f"{count} boxes, {looked} points, {valid / looked:.0%} valid; {mixed} boxes have both kinds"),
            Figure("points by brute force", looked, "", ">= 1e7"),
            Figure("points of boxes that constructor and brute force judge otherwise", wrong_judges, "", NONE,
                   f"{judged} points")]


def _differences(space: _Space, box: Indices, force: BruteForce, kept: Any, near: Point) -> Iterator[str]:
    count, found = space.model.count(box), space.model.remaining(box, near)
    if count != kept.sum():
        yield f"count {count}, brute force {kept.sum()}"
    if found is None:
        if kept.any():
            yield f"no options, brute force has {kept.sum()} points"
        return
    if found.undecided:
        yield f"undecided: {found.undecided}"
    for name in space.model.names:
        if name in force.axes:
            axis = force.axes.index(name)
            open_ = kept.any(axis=tuple(k for k in range(kept.ndim) if k != axis))
            expected = [k for k, is_open in zip(box[name], open_.tolist(), strict=True) if is_open]
        else:
            expected = list(box[name]) if kept.any() else []
        if found.values[name] != expected:
            yield f"options of {name}: {found.values[name]}, brute force {expected}"


def _some(space: _Space, box: Indices, force: BruteForce, kept: Any, dice: random.Random) -> Iterator[tuple[Point, bool]]:
    """A few points of a box, and whether brute force finds them valid."""
    for _ in range(_JUDGED):
        at = {name: dice.randrange(len(box[name])) for name in space.model.names}
        yield (tuple(box[name][at[name]] for name in space.model.names),
               bool(kept[tuple(at[name] for name in force.axes)]))


def points(template: type[Product], count: int, told: Told, *, seed: int = 3) -> list[Figure]:
    """`count` points, half of them anywhere, half in pairs on both sides of a rule's edge: search and constructor.

    The constructor names the rules that a point breaks; the search has to break the same ones on its tapes, and to have
    exactly one or no point in the box of this point alone. Of one point in ten each rule's method, as it was written, is
    asked too, but where a rule hangs on the last bits of floating point: there a method knows no tolerance.
    """
    space, places, free = _Space(template), Places(template, seed), _without_rules(template)
    if not places.anchors:
        return []
    wrong = looked = valid = asked = unlike = on_edge = 0
    for point, at in _places(places, count):
        if looked % _TOLD == 0:
            told.progress(f"point {looked} of {count}")
        looked += 1
        broken, product = space.refused(point)
        valid += product is not None
        alone = space.model.count({name: (k,) for name, k in zip(space.model.names, point, strict=True)})
        if space.model.broken(point) != broken or alone != (product is not None):
            wrong += 1
            told.differs(f"the search breaks {space.model.broken(point)} and counts {alone}, the constructor breaks {broken}: "
                   f"{space.index.plain(point)}")
        on_edge += at is not None and product is not None and abs(at.margin(product)) <= TOLERANCE
        if looked % _METHODS == 0:
            answers = _methods(template, free(**space.index.plain(point)))
            asked += len(answers)
            for name in (name for name, holds in answers.items() if holds is (name in broken)):
                unlike += 1
                told.differs(f"the method {name} says otherwise: {space.index.plain(point)}")
    return [Figure("points that search and constructor judge otherwise", wrong, "", NONE,
                   f"{looked} points, {valid} valid, half in pairs where a rule flips; {on_edge} exactly on that edge"),
            Figure("rules' own methods that say otherwise", unlike, "", NONE, f"{asked} questions")]


def _without_rules(template: type[Product]) -> type[Product]:
    """The template with its rules taken off: any choices make an instance, on which methods can be called."""
    free: type[Product] = type(template.__name__, (template,), {"__module__": template.__module__,
                                                                "__qualname__": template.__qualname__})
    free.rules = []
    return free


def _methods(template: type[Product], product: Product) -> dict[str, bool]:
    """What the rules' methods say of choices, by rule; of rules that have an answer and are not at the edge of their own."""
    found = {}
    for each in template.rules:
        if abs(each.margin(product)) > 2 * TOLERANCE:
            try:
                found[each.name] = bool(each.function(product))
            except (ZeroDivisionError, OverflowError):
                continue
    return found


def _places(places: Places, count: int) -> Iterator[tuple[Point, rule | None]]:
    """In turn two points at an edge of a rule and two anywhere; anywhere only, where no rule flips."""
    left, flips = count, places.flips()
    while left > 0:
        flip = next(flips, None)
        if flip is not None:
            yield from ((point, flip.rule) for point in flip.points)
            left -= 2
        yield from ((places.anywhere(), None) for _ in range(2))
        left -= 2
