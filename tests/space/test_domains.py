"""Grids: the numbers a customer may choose, exact to the last bit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from configurator.space.domains import SNAP, Grid

STEPS = st.sampled_from(["0.001", "0.01", "0.05", "0.1", "0.2", "0.25", "0.5", "1", "2.5", "15"])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    step = Decimal(draw(STEPS))
    low = draw(st.integers(-2000, 2000)) * step / draw(st.sampled_from([1, 2, 4]))
    return Grid(float(low), float(low + draw(st.integers(0, 3000)) * step), float(step))


@given(grids(), st.data())
def test_each_grid_point_is_the_float_of_its_decimal(grid: Grid, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(grid) - 1))
    exact = Fraction(str(grid.low)) + index * Fraction(str(grid.step))
    assert grid.at(index) == float(exact)
    assert Decimal(repr(grid.at(index))) == Decimal(exact.numerator) / exact.denominator


@given(grids())
def test_bounds_are_the_first_and_last_point(grid: Grid) -> None:
    assert (grid.at(0), grid.at(len(grid) - 1)) == (grid.low, grid.high)


@given(grids(), st.data(), st.floats(-0.999 * SNAP, 0.999 * SNAP))
def test_the_nearest_point_is_found_from_beside_it(grid: Grid, data: st.DataObject, off: float) -> None:
    index = data.draw(st.integers(0, len(grid) - 1))
    assert grid.nearest(grid.at(index) + off) == index


@given(grids(), st.data())
def test_neighbours_are_the_points_on_both_sides(grid: Grid, data: st.DataObject) -> None:
    assume(len(grid) > 1)
    index = data.draw(st.integers(0, len(grid) - 2))
    below, above = grid.at(index), grid.at(index + 1)
    value = data.draw(st.floats(below, above, exclude_min=True, exclude_max=True))
    assert grid.neighbours(value) == (below, above)


@given(grids(), st.floats(-1e6, 1e6))
def test_nearest_stays_within_bounds_and_is_nearest(grid: Grid, value: float) -> None:
    found = grid.nearest(value)
    assert 0 <= found < len(grid)
    others = [abs(grid.at(index) - value) for index in (found - 1, found + 1) if 0 <= index < len(grid)]
    assert all(abs(grid.at(found) - value) <= other + 1e-9 for other in others)


def test_values_are_ascending_and_written_with_few_digits() -> None:
    grid = Grid(9.7, 10.3, 0.1)
    assert grid.values == (9.7, 9.8, 9.9, 10.0, 10.1, 10.2, 10.3)
    assert Grid(0.1, 0.7, 0.1).at(2) == 0.3  # 0.1 + 2 * 0.1 is 0.30000000000000004
    assert str(Grid(-0.2, 0.2, 0.1).at(2)) == "0.0"
    assert len(Grid(5, 5, 1)) == 1


@pytest.mark.parametrize(("low", "high", "step", "said"), [
    (0, 1, 0, "step 0 must be greater than 0"),
    (0, 1, -0.1, r"step -0\.1 must be greater than 0"),
    (0, 1, float("nan"), "step nan must be greater than 0"),
    (2, 1, 0.1, "lower bound 2 is above the upper bound 1"),
    (0, 1, 0.3, r"upper bound 1 is not on the grid 0 \+ n \* 0\.3"),
])
def test_a_grid_that_makes_no_sense_is_refused(low: float, high: float, step: float, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Grid(low, high, step)
