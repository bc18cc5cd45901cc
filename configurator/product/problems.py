"""What stands in the way of a choice, in the customer's words and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from configurator.texts import LANGUAGES, say


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a set of choices. `name` is the parameter's or the rule's."""

    name: str
    kind: str
    """A key of texts ("choice.off_grid"), or "rule"."""
    sentences: Mapping[str, str]
    values: Mapping[str, Any] = field(default_factory=dict)

    def say(self, language: str = "en") -> str:
        """The problem as a sentence in `language` (en, fr, de)."""
        return self.sentences[language]


class Refusal(Exception):
    """A parameter does not accept a value: the key of a sentence and what fills it."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key, self.values = key, values

    def problem(self, name: str, labels: Mapping[str, str]) -> Problem:
        """The refusal as a problem of the parameter `name`, which is called `labels[language]`."""
        sentences = {language: say(self.key, language, label=labels[language], **self.values)
                     for language in LANGUAGES}
        return Problem(name, self.key, sentences, self.values)


def shown(value: object, longest: int = 40) -> str:
    """A refused value as it can be repeated to a person: short, one line, nothing invisible."""
    text = value if isinstance(value, str) else type(value).__name__ if _opaque(value) else str(value)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[:longest + 1])
    return text if len(text) <= longest else text[:longest] + "…"


def _opaque(value: object) -> bool:
    return not isinstance(value, (bool, int, float, complex)) and type(value).__str__ is object.__str__
