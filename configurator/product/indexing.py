"""A template's parameters as variables of a search: which values each has, in which order, and how alike they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from math import dist
from typing import Any

from configurator.space.tapes import Variable
from configurator.standards.fonts import Font

from .lettering import Text
from .parameters import Choice, Number, Parameter, Words, plain
from .scanned import Scanned
from .scans import Scan
from .tables import Option

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_FURTHEST = dist((0, 0, 0), (255, 255, 255))
_LETTERS = "iWÅgnj."
"""Characters that are narrow, wide, high, deep and usual; those of them that say most are tried for every length."""


class Index:
    """Values of every parameter by number. Texts and scans are endless; those that are tried are told in `of`."""

    def __init__(self, parameters: Mapping[str, Parameter], texts: Iterable[tuple[str, str]] = ()) -> None:
        """`texts`: (parameter, words or scan) that are asked for; they, and the beginnings of words, are values of the
        parameter too."""
        asked: dict[str, list[str]] = {}
        for name, words in texts:
            asked.setdefault(name, []).append(words)
        self.variables = [Variable(name, _values(parameter, asked.get(name, [])),
                                   parameter.ordered or isinstance(parameter, Words))
                          for name, parameter in parameters.items()]
        self._parameters = parameters
        self._plain = {each.name: tuple(map(plain, each.values)) for each in self.variables}
        self._numbers = {name: {value: k for k, value in enumerate(values)} for name, values in self._plain.items()}

    def of(self, name: str, value: Any) -> int:
        """The number of a value that the parameter has accepted."""
        return self._numbers[name][plain(value)]

    def value(self, name: str, k: int) -> Any:
        """The value, as the constructor takes it."""
        return self._plain[name][k]

    def values(self, name: str, numbers: Iterable[int]) -> tuple[Any, ...]:
        """The values of these numbers, in their order."""
        return tuple(map(self._plain[name].__getitem__, numbers))

    def plain(self, point: Iterable[int]) -> dict[str, Any]:
        """A point as the constructor takes it."""
        return {name: values[k] for (name, values), k in zip(self._plain.items(), point, strict=True)}

    def steps(self, point: Iterable[int]) -> dict[str, list[float]]:
        """For each parameter the distance of its values from that of a point: 0 to 1, choices by their likeness."""
        return {each.name: _steps(self._parameters[each.name], each, k)
                for each, k in zip(self.variables, point, strict=True)}


def _values(parameter: Parameter, asked: list[str]) -> tuple[Any, ...]:
    if isinstance(parameter, Scanned):
        return tuple(Scan(each) for each in sorted({"", *asked}))
    if not isinstance(parameter, Words):
        return tuple(parameter.candidates())
    words = {str(each) for each in _tried(parameter.fonts, parameter.longest)}
    for text in asked:
        words |= {text[:n].strip() for n in range(len(text) + 1)}
    return tuple(Text(each, parameter.fonts) for each in sorted(words, key=lambda each: (len(each), each)))


@cache
def _tried(fonts: tuple[Font, ...], longest: int) -> tuple[str, ...]:
    """Nothing, and of every length a text of one letter over and over: the narrowest, widest, highest and deepest there are."""
    letters = [letter for letter in _LETTERS if all(font.has(letter) for font in fonts)]
    chosen = set[str]()
    for font in fonts:
        for measure in (font.width, lambda letter, font=font: font.height(letter)[0],
                        lambda letter, font=font: font.height(letter)[1]):
            chosen |= {min(letters, key=measure), max(letters, key=measure)}
    return ("", *(letter * n for n in range(1, longest + 1) for letter in letters if letter in chosen))


def _steps(parameter: Parameter, variable: Variable, here: int) -> list[float]:
    count = len(variable.values)
    if isinstance(parameter, Number):
        return [abs(k - here) / max(count - 1, 1) for k in range(count)]
    if isinstance(parameter, Words):
        now = str(variable.values[here])
        return [abs(len(each) - len(now)) / parameter.longest if now.startswith(str(each)) else 2.0 for each in variable.values]
    if isinstance(parameter, Scanned):
        return [0.0 if k == here else 1.0 if not each else 2.0 for k, each in enumerate(variable.values)]
    if isinstance(parameter, Choice) and parameter.alike:
        return _unlike(variable.values, variable.values[here], parameter.alike)
    return [float(k != here) for k in range(count)]


def _unlike(options: tuple[Option, ...], now: Option, alike: tuple[str, ...]) -> list[float]:
    """How unlike `now` options are in the attributes named: numbers by their distance in the table's range, colours by how
    far apart they are, other words by being others."""
    found = [0.0] * len(options)
    for attribute in alike:
        column = [getattr(option, attribute) for option in options]
        own = getattr(now, attribute)
        if isinstance(own, (bool, int, float)):
            reach = max(column) - min(column)
            parts = [abs(value - own) / reach if reach else 0.0 for value in column]
        elif all(map(_COLOUR.fullmatch, column)):
            parts = [dist(_channels(value), _channels(own)) / _FURTHEST for value in column]
        else:
            parts = [float(value != own) for value in column]
        found = [sum_ + part / len(alike) for sum_, part in zip(found, parts, strict=True)]
    return [0.0 if option == now else max(each, 1e-3) for option, each in zip(options, found, strict=True)]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
