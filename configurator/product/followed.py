"""What a part's outer skin is meant to follow: a limb, at a distance."""

from __future__ import annotations

from math import isfinite
from typing import NamedTuple

from configurator.errors import TemplateError

from .limb import Limb

_FURTHEST = 100.0
"""mm; what lies further from a limb does not follow it."""


class Followed(NamedTuple):
    """A limb in the part's own frame, and how far outside of its skin the part's outer skin is meant to lie, mm."""

    limb: Limb
    offset: float = 0.0


def checked(found: object) -> Followed | None:
    """What a template has declared. TemplateError if it is neither a Followed nor None, or its offset is none."""
    if found is None:
        return None
    if not (isinstance(found, tuple) and len(found) == 2 and isinstance(found[0], Limb)):
        raise TemplateError(f"it follows {found!r}; return Followed(limb, offset), or None where it follows nothing")
    limb, offset = found
    if not isinstance(offset, int | float) or not isfinite(offset) or abs(offset) > _FURTHEST:
        raise TemplateError(f"it follows a limb at the offset {offset!r}; write mm, from -{_FURTHEST:g} to {_FURTHEST:g}")
    return Followed(limb, round(float(offset), 6) + 0.0)
