"""A scan as a parameter has it: the hash of a limb in the scan store. Its numbers are what rules may read; knows no kernel."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from configurator.errors import TemplateError

from . import scan_store
from .lent_scans import borrowed
from .limb import Limb

TENTHS = 11
"""Heights at which girths are told: the lower end, every tenth of the height, the upper end."""
_KEPT = 32


class _Figures(NamedTuple):
    """What rules may read of a limb, mm."""

    height: float
    girths: tuple[float, ...]


class _Girth:
    """A girth at so many tenths of the height from the lower end, mm; 0 for no scan."""

    def __init__(self, tenths: int) -> None:
        self._tenths = tenths

    def __get__(self, scan: Scan, owner: type[Scan]) -> float:
        return _figures(str(scan)).girths[self._tenths] if scan else 0.0


class Scan(str):
    """A scan that a customer gave, by the sha256 of its limb; "" is none.

    `.given`, `.height` and `.girth_00` to `.girth_100` can be used in rules, `.limb` where parts are made.
    """

    __slots__ = ()
    girth_00, girth_10, girth_20, girth_30 = _Girth(0), _Girth(1), _Girth(2), _Girth(3)
    girth_40, girth_50, girth_60, girth_70 = _Girth(4), _Girth(5), _Girth(6), _Girth(7)
    girth_80, girth_90, girth_100 = _Girth(8), _Girth(9), _Girth(10)

    @property
    def given(self) -> bool:
        """Whether there is one."""
        return bool(self)

    @property
    def limb(self) -> Limb:
        """The limb itself. ScanMissing if it is not in the store; TemplateError if none is given."""
        if not self:
            raise TemplateError("no scan is given here, so there is no limb to read; ask .given before .limb")
        return _limb(str(self))

    @property
    def height(self) -> float:
        """From the lower end to the upper, mm; 0 for no scan."""
        return _figures(str(self)).height if self else 0.0

    @property
    def mark(self) -> str:
        """The beginning of its hash, for people to tell scans apart."""
        return str(self)[:8]

    @property
    def is_here(self) -> bool:
        """Whether its limb can be had: lent for this job, or in the store. None given is always here."""
        return not self or borrowed(str(self)) is not None or (
            scan_store.folder() / f"{self!s}.limb").is_file()

    def __reduce__(self) -> tuple[Any, ...]:
        return Scan, (str(self),)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))


NUMBERS = ("given", "height", *(name for name, each in vars(Scan).items() if isinstance(each, _Girth)))
"""What a rule may read of a scan."""


@lru_cache(_KEPT)
def _limb(sha: str) -> Limb:
    return borrowed(sha) or scan_store.get(sha)


@lru_cache(_KEPT)
def _figures(sha: str) -> _Figures:
    limb = _limb(sha)
    return _Figures(limb.height, tuple(limb.girth(limb.height * tenth / (TENTHS - 1)) for tenth in range(TENTHS)))


def forget() -> None:
    """Nothing of any scan stays in this process's memory: for who deletes one."""
    _limb.cache_clear()
    _figures.cache_clear()
