"""A template's own words in French and German, from `fr.toml` and `de.toml` beside it; English stands in the code."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from configurator.errors import TemplateError

SECTIONS = ("template", "parameters", "hints", "groups", "options", "rules", "notices", "parts", "characteristics", "items",
            "interfaces", "aims", "materials")


class Translations:
    """Words by language, section and key; `options` are keyed "parameter.option", `characteristics` "part.name".

    `materials` are keyed by their English words: what a part is made of where no customer chose it, and conditions.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._by_language: dict[str, dict[str, dict[str, str]]] = {}

    def word(self, language: str, section: str, key: str, english: str) -> str:
        """The word in `language`; English where the file does not have it (a law demands that it does)."""
        return english if language == "en" else self._of(language)[section].get(key, english)

    def has(self, language: str, section: str, key: str) -> bool:
        """Whether the translation is there."""
        return language == "en" or key in self._of(language)[section]

    def keys(self, language: str) -> set[tuple[str, str]]:
        """Every (section, key) that the language's file holds."""
        return {(section, key) for section, words in self._of(language).items() for key in words}

    def _of(self, language: str) -> dict[str, dict[str, str]]:
        if language not in self._by_language:
            self._by_language[language] = self._read(language)
        return self._by_language[language]

    def _read(self, language: str) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {section: {} for section in SECTIONS}
        file = self._folder / f"{language}.toml" if self._folder else None
        if file is None or not file.exists():
            return found
        try:
            content: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise TemplateError(f"{file}: {error}") from None
        for section, words in content.items():
            if section not in SECTIONS or not isinstance(words, dict):
                raise TemplateError(f"{file}: [{section}] is not one of {', '.join(SECTIONS)}")
            for key, word in words.items():
                entries = {f"{key}.{option}": each for option, each in word.items()} if isinstance(word, dict) else {key: word}
                found[section].update(entries)
        return found
