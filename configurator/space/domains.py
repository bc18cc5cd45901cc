"""Domains: what a single parameter may be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

SNAP = 1e-6
"""A number this close to its grid is put on it; further away it is off the grid."""


@dataclass(frozen=True)
class Grid:
    """The numbers low, low + step, ... high. Computed in decimals, so that equal choices are equal floats."""

    low: float
    high: float
    step: float

    def __post_init__(self) -> None:
        if not self.step > 0:
            raise ValueError(f"step {self.step} must be greater than 0")
        if self.high < self.low:
            raise ValueError(f"the lower bound {self.low} is above the upper bound {self.high}")
        steps = (Decimal(str(self.high)) - Decimal(str(self.low))) / Decimal(str(self.step))
        if steps != steps.to_integral_value():
            raise ValueError(f"the upper bound {self.high} is not on the grid {self.low} + n * {self.step}")

    @cached_property
    def _decimals(self) -> tuple[Decimal, Decimal]:
        return Decimal(str(self.low)), Decimal(str(self.step))

    def __len__(self) -> int:
        low, step = self._decimals
        return int((Decimal(str(self.high)) - low) / step) + 1

    def at(self, index: int) -> float:
        """The grid point number `index`, 0 being the lowest."""
        low, step = self._decimals
        return float(low + index * step) + 0.0  # adding zero makes an ordinary zero of minus zero

    def nearest(self, value: float) -> int:
        """Index of the grid point nearest to a finite value, within the bounds."""
        return min(max(round((value - self.low) / self.step), 0), len(self) - 1)

    def neighbours(self, value: float) -> tuple[float, float]:
        """The grid points just below and just above a value inside the bounds."""
        index = int((value - self.low) / self.step)
        while index > 0 and self.at(index) > value:
            index -= 1
        return self.at(index), self.at(min(index + 1, len(self) - 1))

    @cached_property
    def values(self) -> tuple[float, ...]:
        """All grid points, ascending."""
        return tuple(self.at(index) for index in range(len(self)))
