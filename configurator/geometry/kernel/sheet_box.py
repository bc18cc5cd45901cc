"""How far a part of a B-spline sheet reaches: the kernel's own search takes ten times as long."""

from __future__ import annotations

from typing import Any

import numpy as np

from .nesting import area, inside_odd
from .sheets import Bent, Trace

_ROUNDS = 14
_CLOSER = 0.4
_LOOKS = np.linspace(-1, 1, 5)


def reach(plan: Bent, exact: list[float]) -> list[float]:
    """A box (least, then greatest x, y, z) with the inside of a face, beside what its edges reach: these are known already."""
    loops = [np.concatenate([_line(*each) for each in loop]) for loop in plan.loops]
    low, high = (pick([pick(loop, axis=0) for loop in loops], axis=0) for pick in (np.min, np.max))
    poles = plan.sheet.poles.reshape(-1, 3)
    us, vs = (np.unique(np.clip(np.concatenate([each, (each[1:] + each[:-1]) / 2]), one, two))
              for each, one, two in zip(plan.sheet.breaks, low, high, strict=True))
    points = plan.sheet.grid(us, vs)[0]
    within = _within(np.stack(np.meshgrid(us, vs, indexing="ij"), axis=-1).reshape(-1, 2), loops)
    found = list(exact)
    for axis in range(3):
        for side, sign in ((axis, -1.0), (axis + 3, 1.0)):
            if (sign * poles[:, axis]).max() <= sign * found[side]:
                continue
            values = np.where(within.reshape(points.shape[:2]), sign * points[..., axis], -np.inf)
            row, column = np.unravel_index(int(np.argmax(values)), values.shape)
            best, place = _climbed(plan, (us[row], vs[column]), (np.diff(us).max(), np.diff(vs).max()), low, high, axis, sign)
            if best > sign * found[side] and _within(place[None], loops)[0]:
                found[side] = sign * best
    return found


def _line(_: int, forward: bool, trace: Trace) -> Any:
    """(n, 2) along a trace, without its end."""
    found = trace.even(1 if len(trace.numbers) == 2 else 8)
    return found[:-1] if forward else found[:0:-1]


def _within(places: Any, loops: list[Any]) -> Any:
    outer = int(np.argmax([abs(area(loop)) for loop in loops]))
    holes = [loop for index, loop in enumerate(loops) if index != outer]
    return ~inside_odd(places, holes) if holes else np.ones(len(places), dtype=bool)


def _climbed(plan: Bent, at: Any, step: Any, low: Any, high: Any, axis: int, sign: float) -> tuple[float, Any]:
    """The highest value near a place, by looking ever closer around the best one."""
    place, size, best = np.array(at), np.array(step), -np.inf
    for _ in range(_ROUNDS):
        us, vs = (np.clip(place[k] + size[k] * _LOOKS, low[k], high[k]) for k in (0, 1))
        values = sign * plan.sheet.at(np.stack(np.meshgrid(us, vs, indexing="ij"), axis=-1).reshape(-1, 2))[:, axis]
        top = int(np.argmax(values))
        best, place, size = float(values[top]), np.array([us[top // 5], vs[top % 5]]), size * _CLOSER
    return best, place
