"""Figures: what one measurement says, and the clocks that measure it."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

NONE = "0"
"""What is wanted of answers that are not right."""


@dataclass(frozen=True)
class Figure:
    """One measured figure."""

    name: str
    value: float
    unit: str
    wanted: str = ""
    detail: str = ""
    template: str = ""


def wrong(found: Sequence[Figure]) -> list[Figure]:
    """Those of which there must be none, and there are: answers that are not right."""
    return [figure for figure in found if figure.wanted == NONE and figure.value]


def cpu(work: Callable[[], Any]) -> float:
    """Seconds of this process's CPU that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def wall(work: Callable[[], Any]) -> float:
    """Seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def most(values: Sequence[float]) -> float:
    """What 95 of 100 values do not exceed; the greatest where there are too few to tell."""
    return statistics.quantiles(values, n=20)[-1] if len(values) >= 20 else max(values)


def tell(text: str) -> None:
    """Progress, on the error stream of a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{text[:100]:<100}" + ("" if text else "\r"))
        sys.stderr.flush()


class Told:
    """What is told while a template is measured: how far it is, and each answer that is wrong or undecided."""

    def __init__(self, name: str) -> None:
        self._name = name

    def progress(self, text: str) -> None:
        """How far it is; on a terminal only."""
        tell(f"{self._name}: {text}")

    def differs(self, text: str) -> None:
        """An answer that is wrong or undecided, with what reproduces it; a line on the error stream."""
        tell("")
        sys.stderr.write(f"{self._name}: {text}\n")
