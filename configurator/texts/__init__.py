"""Every sentence that is not a template's own, in English, French and German.

`say` gives a sentence by its key; `fill` puts values into a sentence as its language writes them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache, reduce
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr", "de")
_FIELD = re.compile(r"\{([A-Za-z_][A-Za-z_0-9.]*)\}")
_DECIMALS = 3
_HUGE = 1e12  # nobody reads hundreds of digits
_TENS = 10.0


@cache
def sentences(language: str) -> dict[str, str]:
    """All sentences of a language by key, "table.name". KeyError if the language is not one of LANGUAGES."""
    if language not in LANGUAGES:
        raise KeyError(f"language {language!r} is not one of {', '.join(LANGUAGES)}")
    found = {}
    for file in sorted(Path(__file__).parent.glob(f"{language}*.toml")):
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        found.update({f"{table}.{name}": text for table, texts in tables.items() for name, text in texts.items()})
    return found


def say(key: str, language: str = "en", /, **values: object) -> str:
    """The sentence `key` in `language`, its fields filled with `values`."""
    return fill(sentences(language)[key], language, values.__getitem__)


def listed(words: Iterable[str], language: str = "en") -> str:
    """Words one after another, parted as `language` parts them; nothing if there are none."""
    several = list(words)
    return reduce(lambda first, second: say("words.between", language, first=first, second=second), several) if several else ""


def fill(sentence: str, language: str, value_of: Callable[[str], object]) -> str:
    """Replace each `{name}` or `{name.attribute}` by what `value_of` says, written as `language` writes it.

    Numbers that were worked out are told as exactly as a reader needs, unless two of the sentence would then read alike.
    """
    values = {name: value_of(name) for name in fields(sentence)}
    told = {name: _rounded(value) for name, value in values.items()}
    rounded = [(values[name], told[name]) for name in values if isinstance(values[name], float)]
    if any(one != other and near == far for number, (one, near) in enumerate(rounded) for other, far in rounded[:number]):
        told = values
    return _FIELD.sub(lambda field: written(told[field[1]], language), sentence)


def _rounded(value: object) -> object:
    """A number with more decimals than are written, to about four figures; everything else as it is."""
    if not isinstance(value, float) or not _TENS <= abs(value) < _HUGE or getattr(value, "exact", False):
        return value
    if round(value, _DECIMALS) == value:
        return value
    near = round(float(value), max(_DECIMALS + 1 - len(str(int(abs(value)))), 0))
    made: Any = type(value)
    return made(near, value.unit) if hasattr(value, "unit") else near


def fields(sentence: str) -> tuple[str, ...]:
    """The names that a sentence fills in, in order."""
    return tuple(_FIELD.findall(sentence))


def written(value: object, language: str = "en") -> str:
    """A value as a person of that language writes it: decimal comma in French and German, no trailing zeros."""
    if isinstance(value, bool):
        return sentences(language)["words.yes" if value else "words.no"]
    if isinstance(value, float):
        exact = getattr(value, "exact", False) or abs(value) >= _HUGE
        text = repr(float(value)) if exact else f"{value:.{_DECIMALS}f}"
        text = text if "e" in text or "." not in text else text.rstrip("0").rstrip(".")
        text = "0" if text == "-0" else text
        unit = getattr(value, "unit", "")
        gap = "" if unit in ("", "°") else "\N{NO-BREAK SPACE}"
        return (text if language == "en" else text.replace(".", ",")) + gap + unit
    return str(value)
