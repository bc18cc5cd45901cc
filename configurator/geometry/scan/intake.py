"""The way of a scan through a worker process: the one door to reading, proposing and cleaning."""

from __future__ import annotations

from concurrent.futures import Future

from configurator import settings
from configurator.geometry.client import Geometry
from configurator.geometry.workers import Job, Workers

from .answers import Looked, Taken
from .caps import Caps
from .poses import Pose

_WORK = "configurator.geometry.scan.work"


def workers() -> Workers:
    """One worker that does scans only: it is there at once, because it loads no kernel."""
    return Workers(1, deadline=settings.number("CONFIGURATOR_DEADLINE", least=1),
                   memory_mb=settings.number("CONFIGURATOR_MEMORY_MB", least=1), preload=(_WORK,))


def look(geometry: Geometry, data: bytes) -> Future[Looked]:
    """What a file is and how it seems to stand, with pictures. The result raises ScanRefused if it is of no use.

    The size is looked at before anything goes to a worker.
    """
    caps = Caps.from_settings()
    caps.bear(len(data))
    return geometry.call(Job(f"{_WORK}:look", (data, caps)))


def take(geometry: Geometry, data: bytes, pose: Pose | None = None) -> Future[Taken]:
    """The limb of a file that stands as a person confirmed; None: as `look` proposes. Nothing is kept of it."""
    caps = Caps.from_settings()
    caps.bear(len(data))
    return geometry.call(Job(f"{_WORK}:take", (data, caps, pose)))
