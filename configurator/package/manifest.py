"""The manifest: what a package was made from and what is in it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from configurator.errors import PackageRefused
from configurator.exchange.tables import json_bytes, read_json
from configurator.product.numbering import canonical

from .inputs import Inputs

SCHEMA = "lot-one/manifest/5"
NAME = "manifest.json"
_strict = ConfigDict(frozen=True, extra="forbid")


class FileRecord(BaseModel):
    """One file of the package."""

    model_config = _strict
    path: str
    size: int
    sha256: str


class CharacteristicRecord(BaseModel):
    """One controlled property of a part, with absolute limits in `unit`. Its place in the list is its balloon."""

    model_config = _strict
    name: str
    kind: str
    nominal: float | None
    """None where there is none: roughness, geometrical tolerances."""
    lower: float | None
    upper: float | None
    unit: str
    """mm, deg or um; empty where it is tried with a gauge."""
    by: str
    """What the limits come from: "H7", "ISO 2768-m", "M36x0.5"; empty if they are its own."""
    general: bool
    """Whether its limits are the general tolerances of the drawing."""
    places: int
    """How many equal features there are."""
    datum: str
    """Letter that it establishes."""
    to: tuple[str, ...]
    """Letters of the datums that it refers to, in order."""


class SpreadRecord(BaseModel):
    """Distances over an area: each place counts by the area around it."""

    model_config = _strict
    area_mm2: float
    median_mm: float
    """Signed: outside is positive."""
    p95_mm: float
    """What 95 % of the area keep, either way."""
    greatest_mm: float
    """The greatest either way, signed."""


class DeviationRecord(BaseModel):
    """How far the outer skin of a part lies from where it should: `offset_mm` outside of a limb's skin."""

    model_config = _strict
    limb: str
    """sha256 of the limb in the part's frame; of a scan that is mirrored not that of the scan."""
    offset_mm: float
    whole: SpreadRecord
    away_from_edges: SpreadRecord | None
    """Of what touches no rim and no opening; None where there is no such triangle."""


class PartRecord(BaseModel):
    """One part: identity, what was measured, how many.

    A bought one is drawn, and has no files of its own; its `number` is the name by which it is ordered.
    """

    model_config = _strict
    number: str
    name: str
    bought: bool
    quantity: int
    material: str
    process: str
    volume_mm3: float
    area_mm2: float
    centroid_mm: tuple[float, float, float]
    low_mm: tuple[float, float, float]
    high_mm: tuple[float, float, float]
    faces: int
    mass_g: float | None
    characteristics: tuple[CharacteristicRecord, ...] = ()
    """What is controlled, in the order of the balloons: PMI, drawing and inspection sheet say the same."""
    deviation: DeviationRecord | None = None
    """How far it lies from the limb that it follows, if it follows one."""


class FindingRecord(BaseModel):
    """One finding."""

    model_config = _strict
    code: str
    severity: str
    place: str
    sentence: str
    measured: float | None
    limit: float | None
    suggestion: str


class NoticeRecord(BaseModel):
    """One notice that applies, in the language of the package."""

    model_config = _strict
    name: str
    sentence: str
    source: str
    grade: str


class ShopRecord(BaseModel):
    """The shop profile that stock, route and estimate come from."""

    model_config = _strict
    name: str
    sha256: str
    """Of all that it says, prices included."""


class ScanRecord(BaseModel):
    """A scan that the geometry rests on: by which parameter, and the file in the package that is it."""

    model_config = _strict
    parameter: str
    sha256: str
    path: str


class Confirm(BaseModel):
    """A number that the shop must confirm."""

    model_config = _strict
    name: str
    option: str
    value: Any
    unit: str
    grade: str
    source: str


class Manifest(BaseModel):
    """The whole record. `seal` is the sha256 of all the rest in canonical JSON, so that a changed byte shows."""

    model_config = _strict
    schema_version: str = SCHEMA
    number: str
    revision: str
    template: str
    template_fingerprint: str
    title: str
    parameters: dict[str, Any]
    inputs: Inputs
    program: str
    program_fingerprint: str
    libraries: dict[str, str]
    platform: str
    units: dict[str, str]
    parts: tuple[PartRecord, ...]
    notices: tuple[NoticeRecord, ...]
    findings: tuple[FindingRecord, ...]
    shop: ShopRecord
    rule_packs: dict[str, str]
    """Process -> digest of the rule pack that its parts were held against."""
    not_judged: tuple[str, ...]
    """What no rule pack has a number for, in the language of the package."""
    to_be_confirmed: tuple[Confirm, ...]
    scans: tuple[ScanRecord, ...]
    """What of a person's body the geometry rests on; in the order of the template's parameters."""
    drawings: tuple[str, ...]
    """Numbers of the made parts that have a drawing, and of the product if there is one of the whole."""
    files: tuple[FileRecord, ...]
    seal: str = ""

    @property
    def made(self) -> tuple[PartRecord, ...]:
        """The parts that are made: those with files of their own."""
        return tuple(part for part in self.parts if not part.bought)

    def sealed(self) -> Manifest:
        """The same with its seal."""
        return self.model_copy(update={"seal": self._digest()})

    def _digest(self) -> str:
        content = self.model_dump(mode="json", exclude={"seal"})
        return hashlib.sha256(canonical(content).encode()).hexdigest()

    def to_bytes(self) -> bytes:
        """As it stands in the package."""
        return json_bytes(self.model_dump(mode="json"))


def read(data: bytes) -> Manifest:
    """A manifest from its bytes. PackageRefused if it is no manifest, of another schema, or its seal is broken."""
    content = read_json(data)
    if isinstance(content, dict) and content.get("schema_version", SCHEMA) != SCHEMA:
        raise PackageRefused([f"{NAME}: schema {content['schema_version']!r} is not {SCHEMA!r}; another version of "
                              "this program made the package"])
    try:
        # through JSON text: lists become tuples, and nothing else is coerced
        manifest = Manifest.model_validate_json(json.dumps(content), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise PackageRefused([f"{NAME}: {place}: {first['msg']}"]) from None
    if manifest.seal != manifest._digest():
        raise PackageRefused([f"{NAME}: it was changed after it was sealed"])
    if manifest.to_bytes() != data:
        raise PackageRefused([f"{NAME}: its bytes are not those this program writes for the same content"])
    return manifest
