"""Tracing: plain Python, run once per branch on a symbolic stand-in, joined into one expression."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from configurator.errors import RuleError

from .expressions import Expression, decide, expression, node

PATHS = 256
DECISIONS = 10_000
"""Questions that one way through a rule may ask: a loop that goes on as long as a condition holds never ends."""


class _Path:
    """One way through a rule: the decisions taken so far, by the conditions they were about."""

    def __init__(self, planned: tuple[bool, ...]) -> None:
        self.planned = planned
        self.taken: list[tuple[Expression, bool]] = []
        self._asked = 0

    def known(self, condition: Expression) -> bool | None:
        """What was decided of a condition; None if it was not met."""
        return next((answer for met, answer in self.taken if met is condition), None)

    def decide(self, condition: Expression) -> bool:
        self._asked += 1
        if self._asked > DECISIONS:
            raise RuleError(f"asks for {condition!r} without end; a rule cannot loop until a condition fails")
        if condition.op == "constant":
            return bool(condition.args[0])
        known = self.known(condition)
        if known is None:
            known = self.planned[len(self.taken)] if len(self.taken) < len(self.planned) else True
            self.taken.append((condition, known))
        return known


def trace(function: Callable[[Any], Any], stand_in: object, kind: str = "rule") -> Expression:
    """Run `function` along every path and join the results. RuleError, with file and line, where that cannot be.

    `kind` is what errors call the function.
    """
    count = 0

    def follow(planned: tuple[bool, ...]) -> Expression:
        nonlocal count
        count += 1
        if count > PATHS:
            raise RuleError(f"{_place(function, kind)}: more than {PATHS} ways through this {kind}; split it into several "
                            f"{kind}s")
        path = _Path(planned)
        token = decide.set(path.decide)
        try:
            result = expression(function(stand_in))
        except RuleError as error:
            raise RuleError(f"{_place(function, kind)}: {error}") from None
        except RecursionError:
            raise RuleError(f"{_place(function, kind)}: calls itself without end") from None
        except Exception as error:
            raise RuleError(f"{_place(function, kind)}: cannot be traced ({type(error).__name__}: {error}). A rule uses "
                            "comparison, arithmetic, min, max, abs, configurator.sqrt and rounded_up, "
                            "if/and/or/not") from error
        finally:
            decide.reset(token)
        if len(path.taken) <= len(planned):
            known = path.known(result)
            return result if known is None else expression(known)
        condition = path.taken[len(planned)][0]
        return _choose(condition, follow((*planned, True)), follow((*planned, False)))

    return follow(())


def _choose(condition: Expression, yes: Expression, no: Expression) -> Expression:
    if yes is no:
        return yes
    always, never = Expression("constant", True), Expression("constant", False)
    if yes is always and no is never:
        return condition
    if yes is never and no is always:
        return node("not", condition)
    if no is never:
        return node("and", condition, yes)
    if no is always:
        return node("or", node("not", condition), yes)
    if yes is always:
        return node("or", condition, no)
    if yes is never:
        return node("and", node("not", condition), no)
    return Expression("if", condition, yes, no)


def _place(function: Callable[..., Any], kind: str) -> str:
    code = getattr(function, "__code__", None)
    where = f"{code.co_filename}:{code.co_firstlineno}: " if code else ""
    return f"{where}{kind} {getattr(function, '__name__', function)}"
