"""What the intake of a scan answers: plain values that go between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from configurator.product.limb import Limb
from configurator.product.scan_notes import ScanNote

from .poses import Pose


@dataclass(frozen=True)
class Candidate:
    """One thing a person can choose, and how sure it is, 0 to 1; the sum over all of them is 1 at most."""

    value: str
    sure: float


@dataclass(frozen=True)
class Picture:
    """A scan as it would stand: a PNG without words. `view`: front or side; `choice`: proposed, turned or upside_down.

    From the front the owner's left hand is on the right of the picture; from the side the toes point to the right.
    """

    view: str
    choice: str
    png: bytes


@dataclass(frozen=True)
class Looked:
    """What a scan is, and how it seems to stand."""

    kind: str
    """Of file."""
    triangles: int
    pose: Pose
    """The proposal: the surest of each list below."""
    units: tuple[Candidate, ...]
    ups: tuple[Candidate, ...]
    forwards: tuple[Candidate, ...]
    """Each for the proposed `up`."""
    sides: tuple[Candidate, ...]
    height: float
    """Of the whole scan as proposed, mm."""
    girth_least: float
    """At the ankle, mm, as proposed."""
    girth_most: float
    """Above it, mm."""
    pictures: tuple[Picture, ...]
    notes: tuple[ScanNote, ...]

    @property
    def sure(self) -> float:
        """How sure the whole is, the side apart: the least of the surest."""
        return min(group[0].sure for group in (self.units, self.ups, self.forwards))

    def plain(self, language: str = "en") -> dict[str, Any]:
        """For JSON; without pictures."""
        return {"kind": self.kind, "triangles": self.triangles, "height": self.height, "girth_least": self.girth_least,
                "girth_most": self.girth_most, "pose": vars(self.pose) | {"sure": self.sure},
                **{name: [vars(each) for each in group] for name, group in (
                    ("units", self.units), ("ups", self.ups), ("forwards", self.forwards), ("sides", self.sides))},
                "notes": [note.plain(language) for note in self.notes]}


@dataclass(frozen=True)
class Deviation:
    """Distance of the limb from the cleaned scan, mm: outside is positive for none of them."""

    median: float
    most_of_it: float
    """95 % of the scan is nearer."""
    greatest: float


@dataclass(frozen=True)
class Taken:
    """A limb, and what was done to the scan to get it."""

    limb: Limb
    pose: Pose
    deviation: Deviation
    noise: float
    """Standard deviation of the scan about the smooth skin, mm."""
    filled: float
    """Share of the skin that was missing and is interpolated, 0 to 1."""
    notes: tuple[ScanNote, ...]

    def plain(self, language: str = "en") -> dict[str, Any]:
        """For JSON; the limb by its sha256."""
        girths = {f"girth_{share:02d}": round(self.limb.girth(self.limb.height * share / 100), 2)
                  for share in range(0, 101, 10)}
        return {"sha": self.limb.sha256, "height": self.limb.height, **girths, "levels": self.limb.levels,
                "step": self.limb.step, "pose": vars(self.pose), "noise": self.noise, "filled": self.filled,
                "deviation": {"median": self.deviation.median, "95%": self.deviation.most_of_it,
                              "greatest": self.deviation.greatest},
                "notes": [note.plain(language) for note in self.notes]}
