"""How far a sweep is: a line that moves on a terminal, now and then a line of its own in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .screen import console, counted

if TYPE_CHECKING:
    from rich.console import Console

    from configurator.certify.sweep import Progress, Tell

_NOW_AND_THEN = 30.0
"""Seconds between two lines of a log."""


@contextmanager
def progress(name: str, *, quiet: bool) -> Iterator[Tell]:
    """What a sweep is to tell its progress to; on the error stream."""
    screen = console(error=True)
    if quiet:
        yield lambda progress: None
    elif screen.is_terminal:
        with _moving(name, screen) as tell:
            yield tell
    else:
        yield _lines(name, screen)


@contextmanager
def _moving(name: str, screen: Console) -> Iterator[Tell]:
    from rich import progress as rich

    columns = (rich.TextColumn("{task.description}", markup=False), rich.BarColumn(bar_width=None), rich.MofNCompleteColumn(),
               rich.TextColumn("{task.fields[pace]}", markup=False))
    with rich.Progress(*columns, console=screen, transient=True) as bar:
        task, pace = bar.add_task(f"sweeping {name}", total=None, pace=""), _pace()

        def tell(now: Progress) -> None:
            bar.update(task, completed=now.done, total=now.total, description=_said(name, now), pace=pace(now))

        yield tell


def _lines(name: str, screen: Console) -> Tell:
    last, pace = time.monotonic(), _pace()

    def tell(now: Progress) -> None:
        nonlocal last
        told = pace(now)
        if time.monotonic() - last > _NOW_AND_THEN:
            last = time.monotonic()
            screen.print(f"{_said(name, now)}: {now.done} of {now.total}, {told}", soft_wrap=True)

    return tell


def _said(name: str, now: Progress) -> str:
    failed = f", {now.failed} failed" if now.failed else ""
    return f"shrinking {now.shrinking}" if now.shrinking else f"sweeping {name}{failed}"


def _pace() -> Callable[[Progress], str]:
    """Rate and time left; what was known from an earlier run counts for neither."""
    start = time.monotonic()

    def told(now: Progress) -> str:
        seconds, built = time.monotonic() - start, now.done - now.known
        if built <= 0 or seconds <= 0:
            return counted(now.known, "configuration") + " known from before" if now.known else ""
        return f"{built / seconds:.1f}/s, {_clock((now.total - now.done) * seconds / built)} left"

    return told


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole} s" if whole < 120 else f"{whole // 60} min" if whole < 7200 else f"{whole / 3600:.1f} h"
