"""What is said about a scan: a coded note, told in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from configurator.texts import say

from .measured import Severity
from .parameters import Quantity

Told: TypeAlias = "str | int | float | tuple[float, str]"
"""What fills a sentence; a pair is a number with its unit."""


@dataclass(frozen=True)
class ScanNote:
    """One thing that was found about a scan, or done to it. Plain: it goes between processes and into JSON."""

    code: str
    """A key of texts: `scan.holes_filled`."""
    severity: Severity
    values: Mapping[str, Told] = field(default_factory=dict)

    def say(self, language: str = "en") -> str:
        """As a sentence."""
        filled = {name: Quantity(*value) if isinstance(value, tuple) else value for name, value in self.values.items()}
        return say(self.code, language, **filled)

    def plain(self, language: str = "en") -> dict[str, Any]:
        """`{code, severity, message, values}`, for JSON; a number with a unit becomes the number."""
        values = {name: value[0] if isinstance(value, tuple) else value for name, value in self.values.items()}
        return {"code": self.code.partition(".")[2], "severity": self.severity, "message": self.say(language), "values": values}
