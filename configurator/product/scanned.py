"""The parameter that is a scan: what a customer's own body, or another thing of his, is shaped like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from .parameters import Parameter, field_of
from .problems import Refusal, shown
from .scans import Scan

_SHA = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, eq=False)
class Scanned(Parameter):
    """A scan of the scan store, by the sha256 of its limb, or none. Searches never invent one."""

    endless: ClassVar[bool] = True

    def accept(self, value: object) -> Scan:
        """The scan of that hash. Refusal if it is no hash, or if its limb is neither in the store nor lent."""
        if not isinstance(value, str) or not (value == "" or _SHA.fullmatch(value)):
            raise Refusal("choice.not_a_scan", value=shown(value))
        scan = Scan(value)
        if not scan.is_here:
            raise Refusal("choice.scan_missing", mark=scan.mark)
        return scan

    def candidates(self) -> Sequence[Any]:
        """None alone: what is asked for is added where it is asked for."""
        return (Scan(),)

    def json_schema(self) -> dict[str, Any]:
        """JSON Schema of the hash."""
        return {"type": "string", "pattern": "^([0-9a-f]{64})?$", "x-kind": "scan"}


def scan(*, label: str, group: str = "", hint: str = "") -> Scan:
    """A scan that the customer may give; none by default. Rules read `.given`, `.height` and girths; parts also `.limb`."""
    return cast(Scan, field_of("", Scanned(label, group, hint)))
