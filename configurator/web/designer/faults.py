"""Where in a template something went wrong: file, line, the lines around it, what was said, and what to do."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from configurator.errors import DeadlinePassed, Impure, LotOneError, QueueFull, RuleError, TableError, TooLarge, WorkerDied
from configurator.product.product import Product

from .sources import parsed
from .spelling import meant

_PLACE = re.compile(r"((?:/|[\w.-]+/)?[^\s:;,()'\"]*\.(?:py|csv|toml))(?::(\d+))?")
_MEMBER = re.compile(r"\b([A-Z]\w*)\.([a-z_]\w*)\b")
_AROUND = 3
_LINE_OF_ITS_OWN = re.compile(r" \([^\s()]+\.py, line \d+\)$")
_ADVICE = ((DeadlinePassed, "advice_deadline"), (TooLarge, "advice_large"), (WorkerDied, "advice_died"),
           (QueueFull, "advice_queue"), (RuleError, "advice_rule"), (Impure, "advice_impure"), (TableError, "advice_table"))


class Place(NamedTuple):
    """A line of a file. 0 if only the file is known."""

    file: Path
    line: int


@dataclass(frozen=True)
class Fault:
    """Something that went wrong with a template's files or with a shape."""

    kind: str
    """Name of the error."""
    message: str
    """Without the folders of this machine."""
    advice: str
    """Key of a sentence in [designer]."""
    place: str = ""
    """File and line, from the template's folder on: "ring/template.py:41"; empty if nothing points anywhere."""
    lines: tuple[tuple[int, str], ...] = ()
    """The line and those around it, with their numbers."""
    line: int = 0
    meant: tuple[str, str] = ("", "")
    """A name that nothing has, and the one of the template's that is nearest to it; empty if there is no such."""

    @property
    def tells_kind(self) -> bool:
        """Whether its kind says more than its message, which often begins with the error that the template's code met."""
        return self.kind not in ("BuildFailed", "TemplateError") and re.match(r"[A-Z]\w+: ", self.message) is None


def fault_of(error: BaseException, folder: Path, template: type[Product] | None = None, part: str = "") -> Fault:
    """What is known of an error. `part`: the part that was being built, whose code is shown if nothing else points."""
    place = _found(error, folder) or (_of_part(template, part, folder) if template is not None and part else None)
    message = _message(error, folder)
    advice = next((key for kind, key in _ADVICE if isinstance(error, kind)), "")
    advice = advice or ("advice_part" if part else "advice_file")
    if place is None:
        return Fault(type(error).__name__, message, advice, meant=meant(message, folder))
    name = f"{folder.name}/{place.file.relative_to(folder).as_posix()}"
    where = f"{name}:{place.line}" if place.line else name
    message = re.sub(rf"^{re.escape(folder.name)}/[^\s:]+:\d+: ", "", message)
    message = re.sub(rf" \([^\s/()]+/{re.escape(where.partition('/')[2])}\)$", "", message)
    return Fault(type(error).__name__, message, advice, where, _around(place), place.line, meant(message, folder))


def _message(error: BaseException, folder: Path) -> str:
    words = getattr(error, "reason", "") or str(error)
    if not isinstance(error, LotOneError):
        words = f"{type(error).__name__}: {words}"
    return _LINE_OF_ITS_OWN.sub("", words.replace(f"{folder.parent}/", ""))


def _found(error: BaseException, folder: Path) -> Place | None:
    """A line or a member that our own message names first of all, then the last line that ran, then a file."""
    if isinstance(error, RuleError) and (inside := _ran(error.__cause__, folder)):
        return inside  # of a rule our message names the head only
    named = list(_named(str(error), folder))
    member = _member(str(error), folder) if isinstance(error, LotOneError) else None
    return next((each for each in named if each.line), None) or member or _ran(error, folder) or next(iter(named), None)


def _named(message: str, folder: Path) -> Iterator[Place]:
    for match in _PLACE.finditer(message):
        file = Path(match[1])
        # the last: of a copy of the folder, which a worker had loaded before
        beside = (folder.parent / file, folder / file, folder.joinpath(*file.parts[1:]))
        for tried in ((file,) if file.is_absolute() else beside):
            if tried.is_relative_to(folder) and tried.is_file():
                yield Place(tried, int(match[2] or 0))
                break


def _ran(error: BaseException | None, folder: Path) -> Place | None:
    """The line of the folder that ran last, of the error that was the first to be raised."""
    found = None
    while error is not None:
        if isinstance(error, SyntaxError) and error.filename and Path(error.filename).is_relative_to(folder):
            return Place(Path(error.filename), error.lineno or 0)
        trace = error.__traceback__
        while trace:
            file = Path(trace.tb_frame.f_code.co_filename)
            if file.is_relative_to(folder):
                found = Place(file, trace.tb_lineno)
            trace = trace.tb_next
        error = error.__cause__ or error.__context__
    return found


def _member(message: str, folder: Path) -> Place | None:
    """Of "Ring.band: ..." where `band` is defined."""
    for match in _MEMBER.finditer(message):
        for file, tree in parsed(folder):
            for each in ast.walk(tree):
                if isinstance(each, ast.ClassDef) and each.name == match[1]:
                    for member in each.body:
                        if _name(member) == match[2]:
                            return Place(file, member.lineno)
    return None


def _name(member: ast.stmt) -> str:
    if isinstance(member, ast.AnnAssign) and isinstance(member.target, ast.Name):
        return member.target.id
    return member.name if isinstance(member, (ast.FunctionDef, ast.ClassDef)) else ""


def _of_part(template: type[Product], part: str, folder: Path) -> Place | None:
    known = template.parts.get(part)
    code = getattr(inspect.unwrap(known.function), "__code__", None) if known is not None else None
    if code is None or not Path(code.co_filename).is_relative_to(folder):
        return None
    return Place(Path(code.co_filename), code.co_firstlineno)


def _around(place: Place) -> tuple[tuple[int, str], ...]:
    try:
        lines = place.file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    middle = min(max(place.line, 1), len(lines))
    first = max(middle - _AROUND, 1)
    return tuple(enumerate(lines[first - 1:middle + _AROUND], first)) if place.line else ()
