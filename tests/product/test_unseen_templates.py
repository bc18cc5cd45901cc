"""Small templates of other trades, each answer of their design spaces held against the constructor over the whole grid."""

from __future__ import annotations

import itertools
import random
from functools import cache

import pytest

from configurator import InvalidChoice, Mm, Product, RuleError, Text, angle, cos, count, derived, flag, length, rule, sqrt, text
from configurator.errors import WishRefused
from configurator.product.parameters import Number, Words, plain
from configurator.texts import LANGUAGES


class Frame(Product):
    """Rules that flip exactly on the grid."""

    prefix = "FR"
    a: Mm = length(0.9, 0.3, 1.5, step=0.3, label="A")
    b: Mm = length(4, 2, 12, step=2, label="B")
    x: Mm = length(1, 0, 4.5, step=0.5, label="X")
    y: Mm = length(1, 0, 5, step=1, label="Y")

    @rule
    def area(self) -> bool:
        """{a} times {b} is more than 12."""
        return self.a * self.b <= 12.0

    @rule
    def diagonal(self) -> bool:
        """Across {x} and {y} it is more than 5."""
        return sqrt(self.x * self.x + self.y * self.y) <= 5

    @rule
    def sums(self) -> bool:
        """{a} and 0.6 make {x} less 3."""
        return self.a + 0.6 != self.x - 3 + 0.6

    @rule
    def steep(self) -> bool:
        """{y} is too high for {x}."""
        if self.x > self.y:
            return self.x - self.y <= self.a * 3
        return self.y / 5 <= self.a or self.x in (0.5, 3, 4.5)


class Bell(Product):
    """Quotients by nothing, roots of what is negative, powers of every sign."""

    prefix = "BL"
    p: Mm = length(0, -2, 2, step=0.5, label="P")
    q: Mm = length(1, -2, 2, step=0.5, label="Q")
    n: int = count(1, -2, 2, label="N")
    on: bool = flag(False, label="On")

    @rule
    def quotient(self) -> bool:
        """{p} over {q}"""
        return self.p / self.q <= 1.5 or self.on

    @rule
    def root(self) -> bool:
        """The root of {p} and {q}"""
        return not sqrt(self.p + self.q) > 1.5

    @rule
    def power(self) -> bool:
        """{q} to the {n}"""
        return self.q**self.n >= -1 or 2**self.n < abs(self.p)


class Sign(Product):
    """Words, one of them by default, and an angle."""

    prefix = "SG"
    letters: Mm = length(10, 10, 30, step=10, label="Letters")
    tilt: float = angle(0, 0, 90, step=30, label="Tilt")
    line: Text = text(4, label="Line", default="Zoo")

    @rule
    def fits(self) -> bool:
        """{line} is too long in letters of {letters} mm"""
        return self.line.width * self.letters * cos(self.tilt) <= 40

    @rule
    def short(self) -> bool:
        """Tilted by {tilt}, it has two letters at most."""
        return self.tilt < 60 or self.line.length <= 2


class Parcel(Product):
    """Many equal optima."""

    prefix = "PC"
    long: Mm = length(30, 10, 50, step=10, label="Long")
    wide: Mm = length(20, 10, 50, step=10, label="Wide")
    high: Mm = length(10, 10, 50, step=10, label="High")
    paper: int = count(2, 1, 3, label="Paper")

    @derived
    def girth(self) -> Mm:
        """All around."""
        return self.long + 2 * self.wide + 2 * self.high

    @rule
    def ordered(self) -> bool:
        """{high}, {wide}, {long} shall not fall."""
        return self.high <= self.wide <= self.long

    @rule
    def volume(self) -> bool:
        """Too much or too little goes in."""
        return 6000 <= self.long * self.wide * self.high <= 60000

    @rule
    def wrapped(self) -> bool:
        """{paper} sheets do not go around {girth}."""
        return self.girth / self.paper <= 60 or max(self.long, self.wide, self.high) <= 30


class Never(Product):
    """No configuration keeps its rules."""

    prefix = "NV"
    a: Mm = length(1, 0, 10, step=1, label="A")
    b: Mm = length(1, 0, 10, step=1, label="B")

    @rule
    def enough(self) -> bool:
        """{a} and {b} are less than 15."""
        return self.a + self.b >= 15

    @rule
    def low(self) -> bool:
        """{a} is 7 or more."""
        return self.a < 7

    @rule
    def leaning(self) -> bool:
        """{b} is more than {a}."""
        return self.b <= self.a


TEMPLATES = (Frame, Bell, Sign, Parcel, Never)
POSSIBLE = TEMPLATES[:-1]


def _values(template: type[Product], name: str) -> list:
    if isinstance(template.parameters[name], Words):
        return [plain(each) for each in next(v.values for v in template.space.index.variables if v.name == name)]
    return [plain(each) for each in template.parameters[name].candidates()]


@cache
def _all(template: type[Product]) -> list[dict]:
    """Every configuration, by asking the constructor about every point."""
    found = []
    for values in itertools.product(*(_values(template, name) for name in template.parameters)):
        choices = dict(zip(template.parameters, values, strict=True))
        try:
            template(**choices)
        except InvalidChoice:
            continue
        found.append(choices)
    return found


def _with(template: type[Product], fixed: dict) -> list[dict]:
    return [each for each in _all(template) if fixed.items() <= each.items()]


def _pick(template: type[Product], dice: random.Random, n: int) -> dict:
    """Choices of a customer who likes extremes."""
    picked = {}
    for name in dice.sample(list(template.parameters), min(n, len(template.parameters))):
        values = _values(template, name)
        picked[name] = dice.choice([values[0], values[-1], dice.choice(values)])
    return picked


def _far(template: type[Product], before: dict, after: dict, names: list[str]) -> tuple[int, float]:
    """How many of some parameters differ, and by how much of their range; texts by what is cut off."""
    total, changed = 0.0, [name for name in names if before[name] != after[name]]
    for name in changed:
        parameter, values = template.parameters[name], _values(template, name)
        if isinstance(parameter, Number):
            total += abs(values.index(before[name]) - values.index(after[name])) / (len(values) - 1)
        elif isinstance(parameter, Words):
            shortened = before[name].startswith(after[name])
            total += (len(before[name]) - len(after[name])) / parameter.longest if shortened else 2.0
        else:
            total += 1.0
    return len(changed), round(total, 9)


def _defaults(template: type[Product]) -> dict:
    return {name: plain(value) for name, value in template.defaults().items()}


@pytest.mark.parametrize("template", TEMPLATES)
def test_options_and_counts_are_those_of_brute_force(template: type[Product]) -> None:
    dice = random.Random(1)
    for turn in range(20):
        fixed = _pick(template, dice, turn % 4)
        left = template.space.options(fixed)
        assert not left.undecided
        for name in template.parameters:
            others = {each: value for each, value in fixed.items() if each != name}
            have = {each[name] for each in _with(template, others)}
            values = [value for value in _values(template, name) if value in have]
            if isinstance(template.parameters[name], Words):
                values = sorted({len(value) for value in values})
            assert list(left[name]) == values, (fixed, name)
        words = {name: value for name, value in _defaults(template).items() if isinstance(template.parameters[name], Words)}
        assert template.space.count(fixed) == (len(_with(template, {**words, **fixed})), 0.0)


@pytest.mark.parametrize("template", TEMPLATES)
def test_completing_changes_as_little_as_can_be(template: type[Product]) -> None:
    dice = random.Random(2)
    for turn in range(20):
        fixed = _pick(template, dice, 1 + turn % 3)
        start = {**_defaults(template), **fixed}
        free = [name for name in template.parameters if name not in fixed]
        texts = [name for name in free if isinstance(template.parameters[name], Words)]
        fits = [each for each in _with(template, fixed) if all(each[name] == start[name] for name in texts)] or [
            each for each in _with(template, fixed) if all(start[name].startswith(each[name]) for name in texts)]
        try:
            found = template.space.complete(fixed).choices
        except InvalidChoice as refused:
            assert not fits, fixed
            for problem in refused.problems:
                assert all(problem.say(language) for language in LANGUAGES)
        else:
            assert found in fits
            assert _far(template, start, found, free) == min(_far(template, start, each, free) for each in fits), fixed


@pytest.mark.parametrize("template", TEMPLATES)
def test_ways_have_the_wish_and_give_up_the_least(template: type[Product]) -> None:
    dice = random.Random(3)
    for turn in range(24):
        wanted = _pick(template, dice, 1 + turn % 2)
        kept = {name: value for name, value in _pick(template, dice, 4).items() if name not in wanted}
        answer = template.space.explain(kept, wanted)
        assert answer.possible == bool(_with(template, {**kept, **wanted}))
        assert bool(answer.reasons) == (not answer.possible)
        used = [each.rule for reason in answer.reasons for each in reason.broken]
        assert len(used) == len(set(used))
        assert bool(answer.ways) == bool(_all(template))
        if not _with(template, wanted):
            continue
        now = {**_defaults(template), **kept}
        for way in answer.ways:
            found = way.configuration.choices
            assert found in _with(template, wanted)
            assert all(found[name] == value for name, value in kept.items() if name not in way.given_up)
            assert {(each.name, each.before, each.after) for each in way.changes} == {
                (name, now[name], found[name]) for name in found if now[name] != found[name]}
        fewest = next(n for n in range(len(kept) + 1) for gone in itertools.combinations(kept, n)
                      if _with(template, {**{name: kept[name] for name in kept if name not in gone}, **wanted}))
        assert len(answer.ways[0].given_up) == fewest, (kept, wanted)
        ranks = [len(way.given_up) for way in answer.ways]
        assert ranks == sorted(ranks)


@pytest.mark.parametrize("template", TEMPLATES)
def test_reasons_are_smallest_sets_that_conflict(template: type[Product]) -> None:
    dice, seen = random.Random(4), 0
    for _ in range(12):
        wanted = _pick(template, dice, 1)
        kept = {name: value for name, value in _pick(template, dice, 3).items() if name not in wanted}
        for reason in template.space.explain(kept, wanted).reasons:
            seen += 1
            fixed = {**{name: kept[name] for name in reason.choices}, **wanted}
            rules = {each.rule for each in reason.broken}
            grid = ({**dict(zip(template.parameters, values, strict=True)), **fixed} for values in itertools.product(
                *([None] if name in fixed else _values(template, name) for name in template.parameters)))
            broken = {frozenset(_broken(template, point) & rules) for point in grid}
            assert frozenset() not in broken, (kept, wanted, rules)
            assert all(frozenset({name}) in broken for name in rules), (kept, wanted, rules)
            assert not any("nan" in reason.say(language) for language in LANGUAGES)
    assert seen


def _broken(template: type[Product], choices: dict) -> set[str]:
    try:
        template(**choices)
    except InvalidChoice as refused:
        return {problem.name for problem in refused.problems}
    return set()


@pytest.mark.parametrize(("template", "wants", "quantity", "key"), [
    (Parcel, [], "girth", lambda p: p.girth),
    (Parcel, ["paper = 2"], "long*wide*high", lambda p: p.long * p.wide * p.high),
    (Parcel, [], "max(long, wide)", lambda p: max(p.long, p.wide)),
    (Frame, [], "a*b - x", lambda p: p.a * p.b - p.x),
    (Frame, ["y in (2, 3)"], "sqrt(x*x + y*y)", lambda p: (p.x**2 + p.y**2) ** 0.5),
    (Bell, ["on = no"], "q + n", lambda p: p.q + p.n),
    (Bell, ["q >= 0.5"], "q**n", lambda p: p.q**p.n),
])
@pytest.mark.parametrize("sign", [1, -1])
def test_the_best_is_the_best_and_of_equals_the_nearest_to_the_defaults(template, wants, quantity, key, sign) -> None:
    holds = {"paper = 2": lambda p: p.paper == 2, "y in (2, 3)": lambda p: p.y in (2, 3), "on = no": lambda p: not p.on,
             "q >= 0.5": lambda p: p.q >= 0.5}
    fits = [p for p in (template(**each) for each in _all(template)) if all(holds[each](p) for each in wants)]
    answer = template.space.solve(wants, **{"minimise" if sign > 0 else "maximise": quantity})
    best = min(sign * key(p) for p in fits)
    assert sign * answer.value == pytest.approx(best, abs=1e-6)
    assert sign * answer.bound <= best + 1e-6
    assert answer.proven
    start, names = _defaults(template), list(template.parameters)
    nearest = min(_far(template, start, p.choices, names) for p in fits if abs(sign * key(p) - best) < 1e-9)
    assert _far(template, start, answer.configuration.choices, names) == nearest


@pytest.mark.parametrize("template", TEMPLATES)
def test_samples_extremes_and_pairs(template: type[Product]) -> None:
    space, valid = template.space, _all(template)
    samples = space.sample(12, seed=5)
    assert [each.choices for each in samples] == [each.choices for each in space.sample(12, seed=5)]
    assert len(samples) == (12 if valid else 0)
    assert all(each.choices in valid for each in samples)
    ends = space.extremes()
    assert all(product.choices in valid and product.choices[name] == value for name, value, product in ends)
    for name, parameter in template.parameters.items():
        if isinstance(parameter, Number) and valid:
            have = [each[name] for each in valid]
            assert {value for of, value, _ in ends if of == name} == {min(have), max(have)}
    pairs = space.pairwise()
    assert not pairs.undecided
    assert not any(_with(template, {a: x, b: y}) for a, x, b, y in pairs.impossible)
    chosen = [product.choices for product in pairs.configurations]
    for a, b in itertools.combinations([name for name, each in template.parameters.items() if isinstance(each, Number)], 2):
        have = [{each[name] for each in valid} for name in (a, b)]
        for x, y in itertools.product(*({min(each), max(each)} for each in have if each)) if valid else ():
            assert any(each[a] == x and each[b] == y for each in chosen) or (a, x, b, y) in pairs.impossible


def test_a_text_that_nobody_set_gives_way_and_one_that_was_set_does_not() -> None:
    assert Sign.space.complete({"tilt": 90}).choices == {"letters": 10, "tilt": 90, "line": "Zo"}
    answer = Sign.space.explain({}, {"tilt": 90})
    assert answer.possible
    assert answer.ways[0].configuration.tilt == 90
    with pytest.raises(InvalidChoice, match="two letters at most"):
        Sign.space.complete({"tilt": 90, "line": "Zoo"})


def test_rules_that_exclude_each_other_are_told_as_such() -> None:
    with pytest.raises(InvalidChoice) as refused:
        Never.space.complete()
    [problem] = refused.value.problems
    assert set(problem.values["rules"]) == {"enough", "low", "leaning"}
    assert problem.say("fr").startswith("Rien ne peut être choisi ici, car ces règles s'excluent les unes les autres. ")
    assert problem.say("de").startswith("Hier kann nichts gewählt werden, denn diese Regeln schließen einander aus. ")
    assert Never.space.solve(minimise="a").configuration is None
    assert Never.space.audit().contradict == ("enough", "low", "leaning")


def test_a_rule_is_told_with_the_customers_own_values() -> None:
    told = [each.say("fr") for each in Parcel.space.explain({"paper": 1, "high": 50, "long": 30}, {"wide": 20}).reasons]
    assert "Cela ne va pas avec ce que vous avez choisi (High : 50\N{NO-BREAK SPACE}mm). 50, 20, 30 shall not fall." in told


@pytest.mark.parametrize(("condition", "said"), [
    (lambda self: self.n in {2, 4}, "cannot be looked up in a set or a dictionary"),
    (lambda self: {2: 10}.get(self.n, 0) < 5, "cannot be looked up in a set or a dictionary"),
    (lambda self: str(self.n) != "3", "may not turn a parameter into words"),
])
def test_what_would_be_traced_wrongly_is_refused(condition, said) -> None:
    condition.__doc__ = "Never told."
    with pytest.raises(RuleError, match=said):
        type("Wrong", (Product,), {"__annotations__": {"n": int}, "__module__": __name__, "prefix": "WR",
                                   "n": count(1, 0, 6, label="N"), "wrong": rule(condition)})


@pytest.mark.parametrize(("text_", "said"), [
    ("", "an empty wish"), ("q <= 1,5", "q <= 1.5"), ("q <= 1 mm", "without its unit"), ("on = maybe", "either yes or no"),
    ("q.op == 3", "q has no attributes"), ("q >= nan", "no quantity 'nan'"), ("on + 'x' <= 3", "'x' is no number"),
])
def test_a_wish_that_cannot_be_read_says_what_to_write(text_: str, said: str) -> None:
    with pytest.raises(WishRefused, match=said):
        Bell.space.solve([text_])


def test_wishes_are_read_as_people_write_them() -> None:
    for text_ in ("q \N{GREATER-THAN OR EQUAL TO} 1.5", "q => 1.5", "on = no and q >= 1.5", "q in (1.5, 2)", "min(q, 2) >= 1.5"):
        assert Bell.space.solve([text_]).configuration.q >= 1.5
    assert Bell.space.solve("q >= 1.5").configuration == Bell.space.solve(["q >= 1.5"]).configuration
    with pytest.raises(WishRefused, match="only one of them"):
        Bell.space.solve(minimise="q", maximise="p")
