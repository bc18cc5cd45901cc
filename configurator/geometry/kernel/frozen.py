"""A leaf of the memo as bytes, for the disk: the solid in the kernel's binary format, the rest as plain values."""

from __future__ import annotations

import pickle
from io import BytesIO
from typing import Any

import cadquery as cq
from OCP.BinTools import BinTools
from OCP.TopoDS import TopoDS, TopoDS_Shape

from configurator.geometry.memo import Leaf

_FORMAT = 1


def freeze(leaf: Leaf) -> bytes | None:
    """None for what is better made again: failures, and results that hold more than one solid."""
    solid = leaf.more.get("solid")
    if leaf.failure is not None or solid is None:
        return None
    shape = BytesIO()
    BinTools.Write_s(solid, shape)
    rest = {name: value for name, value in leaf.more.items() if name not in ("solid", "fresh", "index")}
    return pickle.dumps((_FORMAT, isinstance(leaf.result, cq.Workplane), shape.getvalue(), rest, leaf.weight), protocol=5)


def thaw(key: str, node: bytes) -> Leaf | None:
    """The leaf again, or None if it was written by another version. The store has checked that the bytes are whole."""
    content: Any = pickle.loads(node)  # noqa: S301 - written by this program into the user's own folder
    if content[0] != _FORMAT:
        return None
    _, workplane, shape_bytes, rest, weight = content
    shape = TopoDS_Shape()
    BinTools.Read_s(shape, BytesIO(shape_bytes))
    solid = TopoDS.Solid_s(shape)
    result: Any = cq.Shape.cast(solid)
    if workplane:
        result = cq.Workplane(obj=result)
    return Leaf(key, result, more={**rest, "solid": solid}, weight=weight)
