"""What goes to the screen: JSON for machines, calm text for people."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from configurator.texts import written

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def put_json(content: Any) -> None:
    """One JSON document on standard output: UTF-8, keys in their order, no NaN."""
    print(json.dumps(content, ensure_ascii=not _unicode(), indent=2, allow_nan=False))


def _unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def console(*, error: bool = False) -> Console:
    """The terminal. No colour where it is none, or where NO_COLOR is set."""
    from rich.console import Console

    return Console(stderr=error, markup=False, highlight=False, emoji=False, soft_wrap=False)


def grid(*columns: dict[str, Any], padding: int = 2) -> Table:
    """A table without lines; `columns` are rich's words for each column."""
    from rich.table import Table

    table = Table.grid(padding=(0, padding, 0, 0), pad_edge=False)
    for column in columns:
        table.add_column(**{"overflow": "fold", **column})
    return table


def waiting(sentence: str, *, quiet: bool = False) -> AbstractContextManager[Any]:
    """A sign of life on the error stream while something takes long; nothing where that is no terminal."""
    screen = console(error=True)
    if quiet or not screen.is_terminal:
        return nullcontext()
    return screen.status(sentence, spinner="dots")


def size(count: int) -> str:
    """Bytes for a person: 1.3 MB."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def grams(mass: float | None) -> str:
    """A mass for a person."""
    return "density not known" if mass is None else f"{mass:.2f} g"


def counted(count: int, one: str, many: str = "") -> str:
    """`1 file`, `3 files`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def value(content: Any, unit: str = "", language: str = "en") -> str:
    """A parameter's value for a person, with its unit; an empty text is a dash."""
    if content == "":
        return "\N{EN DASH}"
    gap = "" if unit in ("", "°") else "\N{NO-BREAK SPACE}"
    return written(content, language) + gap + unit
