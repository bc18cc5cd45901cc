"""Python files of a template's folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path


def parsed(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Each file with its syntax tree, by name; without those that cannot be read or are no Python just now."""
    for file in sorted(folder.rglob("*.py")):
        try:
            yield file, ast.parse(file.read_text(encoding="utf-8"))
        except (OSError, SyntaxError, ValueError):
            continue
