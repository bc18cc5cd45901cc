"""What a job tells while it runs. Nothing happens outside a worker."""

from __future__ import annotations

from collections.abc import Callable

_tell: Callable[[str], None] | None = None


def building(part: str) -> None:
    """Says that `part` is being built from now on, so that a death, a deadline or an error names it.

    One short message on the worker's own pipe. Without effect outside a worker.
    """
    if _tell is not None:
        _tell(part)


def tell_through(tell: Callable[[str], None] | None) -> None:
    """Sets where `building` goes; a worker calls it once."""
    global _tell  # noqa: PLW0603 - a worker has one pool to tell
    _tell = tell
