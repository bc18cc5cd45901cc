"""What plain cadquery exports, for comparison in `configurator bench`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import cadquery as cq


def glb(parts: dict[str, cq.Workplane]) -> bytes:
    """GLB by cadquery's own exporter, as fine as ours."""
    assembly = cq.Assembly()
    for name, shape in parts.items():
        assembly.add(shape, name=name)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plain.glb"
        assembly.export(str(file), tolerance=0.01, angularTolerance=0.07)
        return file.read_bytes()
