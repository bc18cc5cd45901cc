"""Errors as sentences: for a person on standard error, for a machine as JSON on standard output."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Any

from configurator.errors import InvalidChoice, LotOneError, PackageRefused, ScanError

from .screen import console, put_json

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141


class WrongUsage(Exception):
    """Arguments that do not go together; a sentence for the person who typed them."""


class Refused(LotOneError):
    """A command cannot do what it was asked to; the sentence says why and what to do."""


def as_plain(error: BaseException) -> dict[str, Any]:
    """`{"error": {kind, message, problems}}`: what `--json` prints of an error."""
    return {"error": {"kind": type(error).__name__, "message": str(error), "problems": _problems(error)}}


def refuse(error: LotOneError, *, as_json: bool, language: str = "en") -> int:
    """Tell a refusal; the exit code."""
    if as_json:
        put_json(as_plain(error))
    else:
        say(_sentences(error, language))
    return REFUSED


def fault(error: Exception, *, as_json: bool) -> int:
    """Tell that the program itself is wrong; the exit code."""
    if os.environ.get("CONFIGURATOR_DEBUG", "") not in ("", "0"):
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}, in {frames[-1].name}" if frames else ""
    words = " ".join(str(error).split())
    sentence = (f"This is a fault of the program, not yours: {type(error).__name__}{f': {words}' if words else ''}"
                f"{place}. CONFIGURATOR_DEBUG=1 shows the whole traceback.")
    if as_json:
        put_json({"error": {"kind": type(error).__name__, "message": sentence, "problems": []}})
    else:
        say([sentence])
    return REFUSED


def say(sentences: list[str]) -> None:
    """Sentences on standard error; where there are several, one a bullet."""
    from rich.text import Text

    from .screen import grid

    screen = console(error=True)
    mark = Text("✗" if (sys.stderr.encoding or "").lower().startswith("utf") else "x", style="bold red")
    table = grid({"width": 1, "no_wrap": True}, {}, padding=1)
    for sentence in sentences:
        table.add_row(mark, Text(sentence))
    screen.print(table)


def _sentences(error: LotOneError, language: str) -> list[str]:
    if isinstance(error, InvalidChoice):
        return [problem.say(language) for problem in error.problems]
    if isinstance(error, ScanError):
        return [note.say(language) for note in error.notes]
    if isinstance(error, PackageRefused):
        return list(error.problems)
    return str(error).splitlines() or [type(error).__name__]


def _problems(error: BaseException) -> list[dict[str, str]]:
    if isinstance(error, InvalidChoice):
        return [{"name": each.name, "kind": each.kind, "message": each.say()} for each in error.problems]
    if isinstance(error, PackageRefused):
        return [{"name": "", "kind": "package", "message": each} for each in error.problems]
    if isinstance(error, ScanError):
        return [{"name": "", "kind": note.code, "message": note.say()} for note in error.notes]
    found = getattr(error, "findings", ())
    return [{"name": each.place, "kind": each.code, "message": each.sentence} for each in found]
