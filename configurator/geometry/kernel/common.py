"""Common volume of two solids."""

from __future__ import annotations

from typing import Any

from OCP.Bnd import Bnd_Box
from OCP.BRepAlgoAPI import BRepAlgoAPI_Common
from OCP.BRepBndLib import BRepBndLib
from OCP.BRepGProp import BRepGProp
from OCP.GProp import GProp_GProps
from OCP.TopTools import TopTools_ListOfShape

from configurator.errors import BuildFailed


def common_volume(first: Any, second: Any) -> float:
    """Volume that two placed solids share, mm3; 0 if their boxes do not meet."""
    one, two = Bnd_Box(), Bnd_Box()
    BRepBndLib.Add_s(first, one, False)
    BRepBndLib.Add_s(second, two, False)
    if one.IsOut(two):
        return 0.0
    operation, sides = BRepAlgoAPI_Common(), (TopTools_ListOfShape(), TopTools_ListOfShape())
    for side, solid in zip(sides, (first, second), strict=True):
        side.Append(solid)
    operation.SetArguments(sides[0])
    operation.SetTools(sides[1])
    operation.SetRunParallel(False)
    operation.Build()
    if not operation.IsDone():
        raise BuildFailed("the kernel could not find out whether two parts overlap")
    shared = GProp_GProps()
    BRepGProp.VolumeProperties_s(operation.Shape(), shared)
    return float(abs(shared.Mass()))
