"""Where in a template's files something stands: "watch_case/rules.py:41"."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from configurator.product.conditions import rule
from configurator.product.product import Product


def of_rule(template: type[Product], each: rule) -> str:
    """File and line of a rule, from the template's folder on."""
    code = inspect.unwrap(each.function).__code__
    return f"{_from_home(template, Path(code.co_filename))}:{code.co_firstlineno}"


def of_parameter(template: type[Product], name: str) -> str:
    """File and line of a parameter; only the class where the file is not there to be read."""
    for base in template.__mro__:
        if name in inspect.get_annotations(base):
            try:
                file = Path(inspect.getfile(base))
                line = _lines(file, file.stat().st_mtime_ns).get((base.__qualname__.rpartition(".")[2], name))
            except (OSError, TypeError, SyntaxError):
                break
            return _from_home(template, file) + (f":{line}" if line else "")
    return f"{template.__name__}.{name}"


def _from_home(template: type[Product], file: Path) -> str:
    home = template.home
    if home is not None and file.resolve().is_relative_to(home.resolve()):
        return f"{home.name}/{file.resolve().relative_to(home.resolve()).as_posix()}"
    return "/".join(file.parts[-2:])


@cache
def _lines(file: Path, changed: int) -> dict[tuple[str, str], int]:  # noqa: ARG001 - a later edit is another key
    """(class, field) -> line."""
    return dict(_fields(ast.parse(file.read_text(encoding="utf-8"))))


def _fields(tree: ast.AST) -> Iterator[tuple[tuple[str, str], int]]:
    for each in ast.walk(tree):
        if isinstance(each, ast.ClassDef):
            for line in each.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    yield (each.name, line.target.id), line.lineno
