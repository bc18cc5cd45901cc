"""What is asked of a worker: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from configurator.errors import BuildFailed
from configurator.product.lent_scans import lent_to
from configurator.product.measured import Point

if TYPE_CHECKING:
    from configurator.product.product import Product

DEFLECTION = 0.01
"""Chord error of meshes, mm."""


@dataclass(frozen=True)
class BuildRequest:
    """A configuration to be built. The fingerprint makes sure that worker and caller mean the same template."""

    folder: str
    fingerprint: str
    choices: dict[str, Any]
    parts: tuple[str, ...]
    """Names of the parts wanted."""
    mesh: bool = True
    step: bool = False
    deflection: float = DEFLECTION
    compared: bool = False
    """Whether common volumes are asked for next: what is turned about one axis then goes with the answers."""
    lent: tuple[bytes, ...] = ()
    """Scans that are in no store, as `.limb`."""

    @staticmethod
    def of(product: Product, parts: tuple[str, ...], *, mesh: bool = True, step: bool = False,
           deflection: float = DEFLECTION, compared: bool = False) -> BuildRequest:
        """A request for parts of a configuration whose template lies in a folder."""
        if product.home is None or not (product.home / "template.py").is_file():
            raise BuildFailed("its template is not in a folder of its own with a template.py, so no worker can load it; "
                              "build it in this process (Memo().build)", template=product.template)
        return BuildRequest(str(product.home), product.fingerprint, product.choices, parts, mesh, step, deflection, compared,
                            lent_to(product.choices.values()))


@dataclass(frozen=True)
class Overlap:
    """Common volume of all pieces of two parts (or of one part with itself), mm3."""

    first: str
    second: str
    volume: float
    smaller: float
    """Volume of the smaller of the two solids, mm3."""
    place: Point = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Meeting:
    """Two pieces that may have a volume in common, by how they lie to each other."""

    first: str
    second: str
    """Names of the parts."""
    keys: tuple[str, str]
    """Names of the shapes, as the memo gives them."""
    matrix: tuple[float, ...]
    """Rows of the (3, 4) matrix that takes a point of the second piece to the frame of the first, rounded; 12 numbers."""
