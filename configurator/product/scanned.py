"""The parameter that is a scan: what a customer's own body, or another thing of his, is shaped like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from configurator.errors import TemplateError

from .parameters import Parameter, field_of
from .problems import Refusal, shown
from .scans import Scan

_SHA = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, eq=False)
class Scanned(Parameter):
    """A scan of the scan store, by the sha256 of its limb, or none. Searches never invent one."""

    endless: ClassVar[bool] = True
    instead_of: tuple[str, ...] = ()
    """Parameters that say nothing once a scan is given."""
    along_with: tuple[str, ...] = ()
    """Parameters that say something only then."""

    def idle(self, value: Scan) -> tuple[str, ...]:
        """Names of the parameters that say nothing beside this value."""
        return self.instead_of if value else self.along_with

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


def scan(*, label: str, group: str = "", hint: str = "", instead_of: Sequence[str] = (),
         along_with: Sequence[str] = ()) -> Scan:
    """A scan that the customer may give; none by default. Rules read `.given`, `.height` and girths; parts also `.limb`.

    `instead_of`: parameters that are not asked for once there is one; `along_with`: those that are asked for only then.
    """
    parameter = Scanned(label, group, hint, instead_of=tuple(instead_of), along_with=tuple(along_with))
    return cast(Scan, field_of("", parameter))


def check_scans(name: str, parameters: Mapping[str, Parameter]) -> None:
    """TemplateError if a scan of the template `name` stands for, or goes with, what is no parameter."""
    for own, parameter in parameters.items():
        for other in (*parameter.instead_of, *parameter.along_with) if isinstance(parameter, Scanned) else ():
            if other not in parameters or other == own:
                raise TemplateError(f"{name}.{own} names {other!r}, which is no other parameter; parameters are "
                                    f"{', '.join(parameters)}")
