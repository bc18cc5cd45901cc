"""A leaf of the memo as bytes, for the disk: the solid in the kernel's binary format, the rest as plain values."""

from __future__ import annotations

import pickle
from io import BytesIO
from typing import Any

import cadquery as cq
from OCP.BinTools import BinTools
from OCP.TopoDS import TopoDS, TopoDS_Shape

from configurator.errors import BuildFailed
from configurator.geometry.memo import Leaf

from .shapes import one_solid

_FORMAT = 2
_EXACT = "exact"
_OF_THIS_PROCESS = ("solid", "fresh", "index", "seen", _EXACT)


def settle(leaf: Leaf) -> None:
    """Put what a part has just made into the form in which the disk keeps it.

    The kernel squares axes again when it reads them, and the last bits of their directions move: a shape that was read has
    other triangles and another STEP text than the one that was made. So nobody works with the one that was made. What is
    not one solid is left as it is; it is refused when it is inspected.
    """
    try:
        solid = one_solid(leaf.result)
    except BuildFailed:
        return
    stream = BytesIO()
    BinTools.Write_s(solid, stream)
    data = stream.getvalue()
    leaf.more[_EXACT] = data
    leaf.result = _result(_read(data), isinstance(leaf.result, cq.Workplane))
    leaf.weight += len(data)


def freeze(leaf: Leaf) -> bytes | None:
    """None for what is better made again: failures, and what was not found to be one sound solid."""
    if leaf.failure is not None or "solid" not in leaf.more:
        return None
    rest = {name: value for name, value in leaf.more.items() if name not in _OF_THIS_PROCESS}
    return pickle.dumps((_FORMAT, isinstance(leaf.result, cq.Workplane), leaf.more[_EXACT], rest, leaf.weight), protocol=5)


def thaw(key: str, node: bytes) -> Leaf | None:
    """The leaf again, or None if it was written by another version. The store has checked that the bytes are whole."""
    content: Any = pickle.loads(node)  # noqa: S301 - written by this program into the user's own folder
    if content[0] != _FORMAT:
        return None
    _, workplane, data, rest, weight = content
    solid = _read(data)
    return Leaf(key, _result(solid, workplane), more={**rest, "solid": solid, _EXACT: data}, weight=weight)


def _read(data: bytes) -> Any:
    shape = TopoDS_Shape()
    BinTools.Read_s(shape, BytesIO(data))
    return TopoDS.Solid_s(shape)


def _result(solid: Any, workplane: bool) -> Any:
    shape = cq.Shape.cast(solid)
    return cq.Workplane(obj=shape) if workplane else shape
