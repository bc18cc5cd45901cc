"""What goes into a STEP file beside geometry: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from configurator.geometry.controlled import Found
from configurator.product.measured import Measured

from .body import Body


@dataclass(frozen=True, slots=True)
class Header:
    """Who wrote a file, when and with what: FILE_DESCRIPTION and FILE_NAME of ISO 10303-21."""

    file_name: str
    description: str
    organization: str
    author: str
    time_stamp: str
    """ISO 8601, as it shall stand in the file; no clock is read."""
    originating_system: str
    authorisation: str


@dataclass(frozen=True, slots=True)
class StepMaterial:
    """What a part is made of."""

    name: str
    """Identification, for instance a material number."""
    description: str
    density_g_cm3: float | None
    """g/cm3; None where the density is not known."""


@dataclass(frozen=True, slots=True)
class StepPart:
    """One part: identity, geometry and what is known of it."""

    number: str
    """Part number: id and name of the product."""
    description: str
    body: Body
    measured: Measured
    """Of the same solid; goes into the file as validation properties."""
    material: StepMaterial | None
    """None of a bought part of which only the look is known."""
    colour: tuple[float, float, float]
    """Red, green, blue, sRGB, 0 to 1."""
    revision: str = ""
    controlled: tuple[Found, ...] = ()
    """Its characteristics and the faces of the body they were found on; go into the part's own file as semantic PMI."""
