"""What came of building one configuration and looking at it: plain values, fit for a line of a journal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from configurator.errors import PackageRefused

_NUMBERS = re.compile(r"\d[\d.e+-]*")
_MACHINE = {"DeadlinePassed", "QueueFull", "TooLarge", "WorkerDied"}
"""Errors that may come from the machine: at another hour the same configuration may be built."""


class How(NamedTuple):
    """The way in which a configuration fails. Two that fail alike have the same."""

    kind: str
    part: str
    said: str
    """What was said, up to its first colon, without the numbers in it."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a configuration as it was built."""

    kind: str
    """Name of the error, or code of the finding."""
    part: str
    """Name of the part, of two that collide ("case / crown"), or empty for the whole product."""
    message: str

    @property
    def how(self) -> How:
        """The way it fails."""
        first = self.message.partition("\n")[0].partition(":")[0]
        return How(self.kind, self.part, _NUMBERS.sub("#", first)[:100])


@dataclass(frozen=True)
class Outcome:
    """One configuration, built and inspected. `choices` reproduce it."""

    number: str
    choices: dict[str, Any]
    faults: tuple[Fault, ...] = ()
    seconds: float = 0.0
    """CPU time of all its parts, without comparing them."""
    made: int = 0
    """Parts that were built for it; the others came from the memo."""
    kept: int = 0

    @property
    def is_for_certain(self) -> bool:
        """Whether building it again would give the same: not if the machine may be to blame."""
        return not any(fault.kind in _MACHINE for fault in self.faults)

    def to_row(self) -> dict[str, Any]:
        """Plain values for a line of JSON."""
        return asdict(self)


def outcome_of(row: Mapping[str, Any]) -> Outcome:
    """Read what `to_row` wrote. PackageRefused if it is something else."""
    try:
        faults = tuple(Fault(str(each["kind"]), str(each["part"]), str(each["message"])) for each in row["faults"])
        return Outcome(str(row["number"]), dict(row["choices"]), faults, float(row["seconds"]), int(row["made"]),
                       int(row["kept"]))
    except (KeyError, TypeError, ValueError) as error:
        raise PackageRefused([f"the row is no outcome of a build ({type(error).__name__}: {error})"]) from None
