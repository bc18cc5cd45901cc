"""How much of a scan is read, and how a scan is refused."""

from __future__ import annotations

from dataclasses import dataclass

from configurator import settings
from configurator.errors import ScanRefused
from configurator.product.scan_notes import ScanNote, Told

_MB = 1_000_000


@dataclass(frozen=True)
class Caps:
    """What a file may be at most; asked before memory is spent."""

    size: int = 200 * _MB
    """Bytes."""
    triangles: int = 3_000_000

    @classmethod
    def from_settings(cls) -> Caps:
        """As the environment says."""
        return cls(settings.number("CONFIGURATOR_SCAN_MB", least=1) * _MB,
                   settings.number("CONFIGURATOR_SCAN_TRIANGLES", least=1))

    def bear(self, size: int) -> None:
        """ScanRefused if a file of so many bytes is too large."""
        if size > self.size:
            raise refused("scan.too_large", size=(round(size / _MB, 1), "MB"), most=(self.size // _MB, "MB"))

    def bear_triangles(self, count: int) -> None:
        """ScanRefused if so many triangles are too many."""
        if count > self.triangles:
            raise refused("scan.too_many", count=count, most=self.triangles)


def refused(code: str, **values: Told) -> ScanRefused:
    """A refusal with one reason; `values` fill its sentence."""
    return ScanRefused([ScanNote(code, "error", values)])
