"""What a designer may have meant by a name that nothing has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from .sources import parsed

_UNKNOWN = re.compile(r"NameError: name '(\w+)'|AttributeError: (?:.*attribute )?'?(\w+)'?")


def meant(message: str, folder: Path) -> tuple[str, str]:
    """(the unknown name, the nearest one of those that the folder's code uses), both empty if there is none."""
    match = _UNKNOWN.search(message)
    if match is None:
        return "", ""
    unknown = match[1] or match[2]
    near = get_close_matches(unknown, sorted(set(_names(folder)) - {unknown}), 1)
    return (unknown, near[0]) if near else ("", "")


def _names(folder: Path) -> Iterator[str]:
    for _, tree in parsed(folder):
        for each in ast.walk(tree):
            if isinstance(each, ast.Name):
                yield each.id
            elif isinstance(each, (ast.FunctionDef, ast.ClassDef)):
                yield each.name
