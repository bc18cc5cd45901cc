"""Rules in the words of OR-tools CP-SAT, which knows whole numbers only: those that can be said exactly, and no others.

Sizes on a grid and numbers of tables are decimals; times a common factor they are whole. What is compared then differs by
more than twice the tolerance of comparisons, or not at all, so that the tolerance changes nothing. What has roots, sines,
quotients of two parameters or the width of a text is refused: an approximated rule would be another rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any

from configurator.space.expressions import Expression
from configurator.space.tapes import Variable, scope

from .decimals import FINEST, Inexpressible, Linear, common, exactly, plus, times

_LARGEST = 2**40


class WholeNumbers:
    """A CP-SAT model of some variables; `choice` has for each the CP-SAT variable that is the index of its value."""

    def __init__(self, cp: Any, variables: Sequence[Variable]) -> None:
        """`cp`: the module ortools.sat.python.cp_model."""
        self.model = cp.CpModel()
        self.choice = {each.name: self.model.new_int_var(0, len(each.values) - 1, each.name) for each in variables}
        self._variables = {each.name: each for each in variables}
        self._by_index: dict[int, Any] = {variable.index: variable for variable in self.choice.values()}
        self._numbers: dict[Expression, Linear] = {}
        self._truths: dict[Expression, Any] = {}

    def keep(self, rule: Expression) -> None:
        """Add a rule. Inexpressible if it cannot be said exactly; the model may then hold pieces that constrain nothing."""
        self.model.add_bool_and([self._truth(rule)])

    def _truth(self, whole: Expression) -> Any:
        """A literal that is true exactly where a condition is."""
        if whole not in self._truths:
            self._truths[whole] = self._made_truth(whole)
        return self._truths[whole]

    def _made_truth(self, whole: Expression) -> Any:
        op, args = whole.op, whole.args
        if op == "constant" and isinstance(args[0], bool):
            return self.model.new_constant(int(args[0]))
        if len(names := scope(whole)) == 1:
            return self._tabled_truth(whole, next(iter(names)))
        match op:
            case "<=" | "<" | "==":
                return self._comparison(op, self._difference(*map(self._number, args)))
            case "not":
                return self._truth(args[0]).Not()
            case "and" | "or":
                literal, parts = self.model.new_bool_var(""), [self._truth(arg) for arg in args]
                if op == "or":
                    self.model.add_bool_or(parts).only_enforce_if(literal)
                    self.model.add_bool_and([part.Not() for part in parts]).only_enforce_if(literal.Not())
                else:
                    self.model.add_bool_and(parts).only_enforce_if(literal)
                    self.model.add_bool_or([part.Not() for part in parts]).only_enforce_if(literal.Not())
                return literal
            case "if":
                condition, yes, no = map(self._truth, args)
                literal = self.model.new_bool_var("")
                for case, chosen in ((condition, yes), (condition.Not(), no)):
                    self.model.add_implication(literal, chosen).only_enforce_if(case)
                    self.model.add_implication(chosen, literal).only_enforce_if(case)
                return literal
        raise Inexpressible(str(whole))

    def _tabled_truth(self, whole: Expression, name: str) -> Any:
        holds = [exactly(whole, name, value) for value in self._variables[name].values]
        if not all(isinstance(each, bool) for each in holds):
            raise Inexpressible(str(whole))
        literal = self.model.new_bool_var("")
        self.model.add_element(self.choice[name], [int(each) for each in holds], literal)
        return literal

    def _comparison(self, op: str, gap: Linear) -> Any:
        """Whether `gap` <= 0, < 0 or == 0."""
        factor = common([*gap.terms.values(), gap.constant])
        literal = self.model.new_bool_var("")
        total = self._term(times(gap, Fraction(factor)))
        if op == "==":
            below, above = self._comparison("<", gap), self._comparison("<", times(gap, Fraction(-1)))
            self.model.add_bool_or([below, above]).only_enforce_if(literal.Not())
            self.model.add_bool_and([below.Not(), above.Not()]).only_enforce_if(literal)
            return literal
        most = 0 if op == "<=" else -1
        self.model.add(total <= most).only_enforce_if(literal)
        self.model.add(total >= most + 1).only_enforce_if(literal.Not())
        return literal

    def _number(self, whole: Expression) -> Linear:
        if whole not in self._numbers:
            self._numbers[whole] = self._made_number(whole)
        return self._numbers[whole]

    def _made_number(self, whole: Expression) -> Linear:
        op, args = whole.op, whole.args
        if not (names := scope(whole)):
            value = Fraction(exactly(whole, "", None))
            return Linear({}, value, value, value)
        if len(names) == 1:
            name = next(iter(names))
            return self._tabled(name, [Fraction(exactly(whole, name, value)) for value in self._variables[name].values])
        match op:
            case "+" | "-":
                first, second = map(self._number, args)
                return plus(first, second if op == "+" else times(second, Fraction(-1)))
            case "neg":
                return times(self._number(args[0]), Fraction(-1))
            case "*" | "/":
                return self._product(op, args)
            case "min" | "max":
                ends, factor = self._wholes(*map(self._number, args))
                found = self._variable(min(end.low for end in ends), max(end.high for end in ends), factor)
                (self.model.add_min_equality if op == "min" else self.model.add_max_equality)(
                    self._only(found), [self._term(end) for end in ends])
                return found
            case "if":
                condition, (ends, factor) = self._truth(args[0]), self._wholes(*map(self._number, args[1:]))
                found = self._variable(min(end.low for end in ends), max(end.high for end in ends), factor)
                for case, end in zip((condition, condition.Not()), ends, strict=True):
                    self.model.add(self._only(found) == self._term(end)).only_enforce_if(case)
                return found
            case "abs":
                ends, factor = self._wholes(self._number(args[0]))
                found = self._variable(Fraction(0), max(abs(ends[0].low), abs(ends[0].high)), factor)
                self.model.add_abs_equality(self._only(found), self._term(ends[0]))
                return found
        raise Inexpressible(str(whole))

    def _product(self, op: str, args: Sequence[Expression]) -> Linear:
        first, second = map(self._number, args)
        if op == "/":
            if second.terms or second.constant == 0:
                raise Inexpressible("a quotient of two parameters")
            return times(first, 1 / second.constant)
        if not first.terms or not second.terms:
            one, other = (first, second) if not first.terms else (second, first)
            return times(other, one.constant)
        (x,), (y,) = self._wholes(first)[0], self._wholes(second)[0]
        corners = [a * b for a in (x.low, x.high) for b in (y.low, y.high)]
        found = self._variable(min(corners), max(corners), self._wholes(first)[1] * self._wholes(second)[1])
        self.model.add_multiplication_equality(self._only(found), [self._term(x), self._term(y)])
        return found

    def _tabled(self, name: str, values: Sequence[Fraction]) -> Linear:
        """A number of each value of one variable: a line where they lie on one, else a table."""
        low, high = min(values), max(values)
        slope = values[1] - values[0] if len(values) > 1 else Fraction(0)
        if all(value == values[0] + k * slope for k, value in enumerate(values)):
            return Linear({self.choice[name].index: slope} if slope else {}, values[0], low, high)
        factor = common(values)
        found = self._variable(low * factor, high * factor, factor)
        self.model.add_element(self.choice[name], [int(value * factor) for value in values], self._only(found))
        return found

    def _variable(self, low: Fraction, high: Fraction, factor: int) -> Linear:
        """A new whole variable between two bounds; it stands for a number `factor` times less."""
        if max(abs(low), abs(high)) > _LARGEST or factor > FINEST:
            raise Inexpressible("numbers too large or too fine")
        made = self.model.new_int_var(floor(low), ceil(high), "")
        self._by_index[made.index] = made
        return Linear({made.index: Fraction(1, factor)}, Fraction(0), low / factor, high / factor)

    def _only(self, linear: Linear) -> Any:
        return self._by_index[next(iter(linear.terms))]

    def _wholes(self, *numbers: Linear) -> tuple[list[Linear], int]:
        """Numbers times a factor that makes all of them whole."""
        factor = common([share for each in numbers for share in (*each.terms.values(), each.constant)])
        return [times(each, Fraction(factor)) for each in numbers], factor

    def _term(self, linear: Linear) -> Any:
        return sum(int(share) * self._by_index[index] for index, share in linear.terms.items()) + int(linear.constant)

    @staticmethod
    def _difference(first: Linear, second: Linear) -> Linear:
        return plus(first, times(second, Fraction(-1)))
