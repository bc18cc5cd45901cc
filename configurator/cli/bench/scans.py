"""A body scan from the bytes of its file to a view of what is shaped after it: looked at, taken, built."""

from __future__ import annotations

import statistics
import time
from typing import Any

from configurator.geometry.client import Geometry
from configurator.geometry.scan import intake
from configurator.geometry.workers import Workers
from configurator.product import scan_store
from configurator.product.limb import Limb
from configurator.product.product import Product
from configurator.product.scanned import Scanned

from .changes import glb
from .figures import Figure

_ACROSS = 317
"""Rows and columns of corners: 317 by 317 are 200,344 triangles."""
_TIMES = 3


def scans(template: type[Product]) -> list[Figure]:
    """Of a template that asks for a scan: the limb of its defaults, as a scanner's file, on its way to a view. Else nothing."""
    asked = next((name for name, parameter in template.parameters.items() if isinstance(parameter, Scanned)), "")
    start = template()
    limbs = [found.limb for part in template.parts if (found := start.followed(part))]
    if not asked or not limbs:
        return []
    spent: dict[str, list[float]] = {"looked at": [], "taken": [], "built, to GLB": [], "whole": []}
    with intake.workers() as one, Geometry(Workers(2)) as geometry:
        geometry.ready()
        geometry.build(start)
        reader = Geometry(one)
        intake.look(reader, _file(limbs[0], 0)).result()
        for turn in range(1, _TIMES + 1):
            data = _file(limbs[0], turn)
            began = time.perf_counter()
            looked = intake.look(reader, data).result()
            seen = time.perf_counter()
            taken = intake.take(reader, data, looked.pose).result()
            had = time.perf_counter()
            sha = scan_store.put(taken.limb)
            try:
                product = template.space.complete({asked: sha})
                glb(product, geometry.build(product))
            finally:
                scan_store.delete(sha)
            end = time.perf_counter()
            for name, seconds in zip(spent, (seen - began, had - seen, end - had, end - began), strict=True):
                spent[name].append(seconds)
    count = f"{2 * _ACROSS * (_ACROSS - 1):,} triangles, binary STL; wall, median of {_TIMES} legs"
    return [*(Figure(f"scan {name}", statistics.median(spent[name]), "s", "", count) for name in list(spent)[:-1]),
            Figure("scan from its bytes to GLB", statistics.median(spent["whole"]), "s", "<= 2", count + ", two workers")]


def _file(limb: Limb, turn: int) -> bytes:
    """The limb's skin as binary STL, mm, a little wider with each turn: each is another leg."""
    import numpy as np
    from scipy.ndimage import map_coordinates

    points = np.concatenate([limb.points(), limb.points()[:, :1]], axis=1)
    up, around = np.linspace(0, points.shape[0] - 1, _ACROSS), np.arange(_ACROSS) * (points.shape[1] - 1) / _ACROSS
    rows, columns = np.meshgrid(up, around, indexing="ij")
    fine: Any = np.stack([map_coordinates(points[..., axis], (rows, columns), order=1) for axis in range(3)], axis=-1)
    fine[..., :2] *= 1 + turn / 200
    other = np.roll(fine, -1, axis=1)
    halves = (fine[:-1], other[:-1], other[1:]), (fine[:-1], other[1:], fine[1:])
    corners = np.concatenate([np.stack(half, axis=2) for half in halves]).reshape(-1, 3, 3)
    record = np.zeros(len(corners), dtype=[("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("count", "<u2")])
    record["corners"] = corners
    return b"\0" * 80 + np.uint32(len(corners)).tobytes() + record.tobytes()
