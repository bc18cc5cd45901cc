"""What a worker does with a scan: looks at it, or takes it. Pure functions of plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from configurator.product.scan_notes import ScanNote

from .answers import Looked, Taken
from .caps import Caps, refused
from .cleaning import cleaned
from .pictures import pictures
from .poses import Pose
from .proposing import propose
from .reading import read
from .scan_mesh import areas_of
from .shells import limb_of
from .welding import Welded, welded

if TYPE_CHECKING:
    from .scan_mesh import Ints


def warm() -> None:
    """Loads what reading and cleaning need before the first job."""
    import scipy.ndimage
    import scipy.sparse.csgraph
    import scipy.sparse.linalg  # noqa: F401


def look(data: bytes, caps: Caps) -> Looked:
    """What the file is, how it seems to stand, and pictures of that. ScanRefused if it is of no use."""
    kind, clean, triangles, notes = _one_shell(data, caps)
    areas = areas_of(clean.points, triangles)
    found = propose(clean.points, triangles, areas)
    return Looked(kind, len(triangles), found.pose, found.units, found.ups, found.forwards, found.sides, found.height,
                  found.girth_least, found.girth_most,
                  pictures(clean.points, triangles, areas, found.pose, unsure_up=found.ups[0].sure < _SURE,
                           unsure_forward=found.forwards[0].sure < _SURE), notes)


def take(data: bytes, caps: Caps, pose: Pose | None) -> Taken:
    """The limb, as a person confirmed that it stands; None: as proposed. ScanRefused says what is wrong."""
    _, clean, triangles, notes = _one_shell(data, caps)
    stands = pose or propose(clean.points, triangles, areas_of(clean.points, triangles)).pose
    return cleaned(stands.placed(clean.points), triangles, stands, notes)


_SURE = 0.9
"""Below it a person is shown the neighbouring choices too."""


def _one_shell(data: bytes, caps: Caps) -> tuple[str, Welded, Ints, tuple[ScanNote, ...]]:
    mesh = read(data, caps)
    kind, clean = mesh.kind, welded(mesh)
    del mesh  # of three million triangles it takes 300 MB
    if not len(clean.triangles):
        raise refused("scan.flat")
    notes = []
    if clean.degenerate or clean.repeated:
        notes.append(ScanNote("scan.triangles_dropped", "note", {"degenerate": clean.degenerate, "repeated": clean.repeated}))
    triangles, more = limb_of(clean)
    return kind, clean, triangles, (*notes, *more)
