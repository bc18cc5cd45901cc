"""Command lines to be copied: quoted for a shell, broken where the terminal ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shlex import quote
from typing import Any

from configurator.product.parameters import plain
from configurator.product.product import Product

_INDENT = 4


def settings(choices: Mapping[str, Any], option: str = "--set") -> list[str]:
    """`--set name=value` for each choice, ready for a shell."""
    return [f"{option} {quote(f'{name}={_typed(value)}')}" for name, value in choices.items()]


def building(template: str, product: Product) -> list[str]:
    """The words of `configurator build` for a configuration: all that is not the default."""
    defaults = product.defaults()
    own = {name: value for name, value in product.choices.items() if value != plain(defaults[name])}
    return ["configurator build", quote(template), *settings(own), "-o out"]


def broken(words: Sequence[str], width: int, indent: int = 0) -> str:
    """The words on lines of at most `width` columns, where a word lets them; a shell reads the lines as one."""
    lines = [" " * indent + words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) + 3 > width:  # room for the blank and the mark of a broken line
            lines[-1] += " \\"
            lines.append(" " * (indent + _INDENT) + word)
        else:
            lines[-1] += f" {word}"
    return "\n".join(lines)


def _typed(value: Any) -> str:
    """A plain value as --set takes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.10g}" if isinstance(value, float) else str(value)
