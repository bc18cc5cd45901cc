"""Tolerance chains: what two parts that meet may deviate, so that what is between them stays within its bounds."""

from __future__ import annotations

from typing import TypeAlias

Limits: TypeAlias = tuple[float, float]
"""Lower and upper deviation, mm."""


def overlapping(nominal: float, least: float, greatest: float) -> tuple[Limits, Limits]:
    """Limits of what lies inside and of what lies around it, if one overlaps the other by `nominal` on the diameter.

    Each takes half of the room to `least` and of that to `greatest`: at the worst the bounds are just kept.
    """
    tighter, looser = (greatest - nominal) / 2, (nominal - least) / 2
    return (-looser, tighter), (-tighter, looser)


def clearing(nominal: float, least: float, greatest: float, inside: Limits | None = None) -> tuple[Limits, Limits]:
    """The same of parts with a clearance of `nominal` on the diameter. `inside`: limits that the inner part has already."""
    if inside is not None:
        return inside, (least - nominal + inside[1], greatest - nominal + inside[0])
    inner, outer = overlapping(-nominal, -greatest, -least)
    return inner, outer
