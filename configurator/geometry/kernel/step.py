"""STEP by the kernel: raw text of one solid, and files read back with everything that hangs on their products."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

from OCP.BRep import BRep_Tool
from OCP.BRepCheck import BRepCheck_Analyzer
from OCP.IFSelect import IFSelect_RetDone
from OCP.Interface import Interface_Static
from OCP.Message import Message
from OCP.Quantity import Quantity_Color, Quantity_TOC_sRGB
from OCP.ShapeAnalysis import ShapeAnalysis_ShapeTolerance
from OCP.Standard import Standard_Failure
from OCP.STEPCAFControl import STEPCAFControl_Reader
from OCP.STEPControl import STEPControl_Controller, STEPControl_ManifoldSolidBrep, STEPControl_Writer
from OCP.TCollection import TCollection_AsciiString, TCollection_ExtendedString
from OCP.TDataStd import TDataStd_Name, TDataStd_TreeNode
from OCP.TDF import TDF_AttributeIterator, TDF_Label, TDF_LabelSequence, TDF_Tool
from OCP.TDocStd import TDocStd_Document
from OCP.TopAbs import TopAbs_SHELL, TopAbs_SOLID
from OCP.XCAFApp import XCAFApp_Application
from OCP.XCAFDoc import (
    XCAFDoc,
    XCAFDoc_Area,
    XCAFDoc_Centroid,
    XCAFDoc_ColorGen,
    XCAFDoc_ColorSurf,
    XCAFDoc_DocumentTool,
    XCAFDoc_Material,
    XCAFDoc_ShapeTool,
    XCAFDoc_Volume,
)

from configurator.errors import BuildFailed, PackageRefused
from configurator.geometry.answers_step import StepPlaced, StepRead
from configurator.product.measured import Point

from .measure import measured
from .shapes import faces_of, sub_shapes


def write_raw(solid: Any) -> bytes:
    """One solid (TopoDS_Solid) as STEP text: exact geometry in mm without names and curves on surfaces.

    Raises BuildFailed if the kernel cannot say all of it.
    """
    with _silent():
        # These settings belong to the process, and anything that writes STEP may have changed them.
        STEPControl_Controller.Init_s()
        for name, value in (("write.step.schema", "AP242DIS"), ("write.step.unit", "MM"), ("xstep.cascade.unit", "MM")):
            Interface_Static.SetCVal_s(name, value)
        Interface_Static.SetIVal_s("write.surfacecurve.mode", 0)
        Interface_Static.SetIVal_s("write.precision.mode", 1)
        writer, text = STEPControl_Writer(), BytesIO()
        try:
            done = (writer.Transfer(solid, STEPControl_ManifoldSolidBrep) == IFSelect_RetDone
                    and writer.WriteStream(text) == IFSelect_RetDone)
        except Standard_Failure as cause:
            raise BuildFailed(f"the kernel cannot write the solid to STEP: {cause}") from cause
    data = text.getvalue()
    wanted, written = len(faces_of(solid)), data.count(b"ADVANCED_FACE(")
    if not done or written != wanted:
        raise BuildFailed(f"the kernel wrote {written} of {wanted} faces to STEP")
    return data


def reread(data: bytes) -> list[StepRead]:
    """Every product of a STEP file as the kernel reads it, in the order in which the kernel meets them.

    Raises PackageRefused if the kernel cannot read the text. For workers only: a reference to the wrong kind of entity
    can end the process.
    """
    with _silent():
        try:
            return _read(data)
        except (Standard_Failure, BuildFailed) as cause:
            raise PackageRefused([f"STEP: the kernel cannot read the text: {cause}"]) from cause


def _read(data: bytes) -> list[StepRead]:
    document = TDocStd_Document(TCollection_ExtendedString("BinXCAF"))
    XCAFApp_Application.GetApplication_s().InitDocument(document)
    reader = STEPCAFControl_Reader()
    Interface_Static.SetCVal_s("xstep.cascade.unit", "MM")
    for switch in (reader.SetNameMode, reader.SetColorMode, reader.SetMatMode, reader.SetPropsMode):
        switch(True)
    if reader.ReadStream("file.step", BytesIO(data)) != IFSelect_RetDone or not reader.Transfer(document):
        raise BuildFailed("it is no exchange structure that it knows")
    labels = TDF_LabelSequence()
    XCAFDoc_DocumentTool.ShapeTool_s(document.Main()).GetShapes(labels)
    colours = XCAFDoc_DocumentTool.ColorTool_s(document.Main())
    known: dict[str, _Numbers] = {}
    return [_product(label, colours, known) for label in labels]


class _Numbers(NamedTuple):
    """Of a shape in its own frame."""

    faces: int
    volume: float
    area: float
    centroid: Point


def _numbers(label: TDF_Label, known: dict[str, _Numbers]) -> _Numbers:
    """Measured once for each shape that has no components; what has some is the sum of them, where they are placed."""
    entry = TCollection_AsciiString()
    TDF_Tool.Entry_s(label, entry)
    name = entry.ToCString()
    if name not in known:
        components = _components(label)
        if not components:
            now = measured(XCAFDoc_ShapeTool.GetShape_s(label))[0]
            known[name] = _Numbers(now.faces, now.volume, now.area, now.centroid)
        else:
            parts = [(_numbers(_referred(each), known), _placed(each).matrix) for each in components]
            volume = sum(part.volume for part, _ in parts)
            x, y, z = (sum(part.volume * (row[3] + sum(a * b for a, b in zip(row, part.centroid, strict=False)))
                           for part, row in ((part, matrix[axis]) for part, matrix in parts)) / (volume or 1.0)
                       for axis in range(3))
            known[name] = _Numbers(sum(part.faces for part, _ in parts), volume, sum(part.area for part, _ in parts), (x, y, z))
    return known[name]


def _components(label: TDF_Label) -> list[TDF_Label]:
    found = TDF_LabelSequence()
    XCAFDoc_ShapeTool.GetComponents_s(label, found)
    return list(found)


def _referred(component: TDF_Label) -> TDF_Label:
    found = TDF_Label()
    XCAFDoc_ShapeTool.GetReferredShape_s(component, found)
    return found


def _product(label: TDF_Label, colours: Any, known: dict[str, _Numbers]) -> StepRead:
    shape = XCAFDoc_ShapeTool.GetShape_s(label)
    solids, shells = sub_shapes(shape, TopAbs_SOLID), sub_shapes(shape, TopAbs_SHELL)
    if shape is None or not faces_of(shape):
        raise BuildFailed(f"{_name(label)!r} has no geometry")
    now = _numbers(label, known)
    stated = {kind: _attribute(label, kind) for kind in (XCAFDoc_Volume, XCAFDoc_Area, XCAFDoc_Centroid)}
    material = _material(label)
    return StepRead(
        name=_name(label),
        solids=len(solids),
        shells_closed=bool(shells) and len(shells) >= len(solids) and all(map(BRep_Tool.IsClosed_s, shells)),
        faces=now.faces,
        volume=now.volume,
        area=now.area,
        centroid=now.centroid,
        valid=BRepCheck_Analyzer(shape).IsValid(),
        gap=ShapeAnalysis_ShapeTolerance().Tolerance(shape, 1),
        colour=_colour(label, colours),
        material=material.GetName().ToCString() if material else "",
        density=(material.GetDensity() or None) if material else None,
        stated_volume=_value(stated[XCAFDoc_Volume]),
        stated_area=_value(stated[XCAFDoc_Area]),
        stated_centroid=_point(stated[XCAFDoc_Centroid].Get()) if stated[XCAFDoc_Centroid] else None,
        components=tuple(map(_placed, _components(label))))


def _placed(component: TDF_Label) -> StepPlaced:
    move = XCAFDoc_ShapeTool.GetLocation_s(component).Transformation()
    rows: Any = tuple(tuple(move.Value(row, column) for column in (1, 2, 3, 4)) for row in (1, 2, 3))
    return StepPlaced(_name(component), _name(_referred(component)), rows)


def _attribute(label: TDF_Label, kind: Any) -> Any:
    """The attribute of that class on a label, or None. FindAttribute leaves the object that it was given empty."""
    attributes = TDF_AttributeIterator(label)
    while attributes.More():
        if isinstance(attributes.Value(), kind):
            return attributes.Value()
        attributes.Next()
    return None


def _material(label: TDF_Label) -> Any:
    """The material that a label refers to through the tree of materials, or None."""
    attributes = TDF_AttributeIterator(label)
    while attributes.More():
        node = attributes.Value()
        if isinstance(node, TDataStd_TreeNode) and node.ID().IsSame(XCAFDoc.MaterialRefGUID_s()) and node.HasFather():
            return _attribute(node.Father().Label(), XCAFDoc_Material)
        attributes.Next()
    return None


def _colour(label: TDF_Label, colours: Any) -> tuple[float, float, float] | None:
    found = Quantity_Color()
    for kind in (XCAFDoc_ColorSurf, XCAFDoc_ColorGen):
        if colours.GetColor_s(label, kind, found):
            red, green, blue = found.Values(Quantity_TOC_sRGB)
            return (red, green, blue)
    return None


def _name(label: TDF_Label) -> str:
    name = _attribute(label, TDataStd_Name)
    return str(name.Get().ToExtString()) if name else ""


def _point(at: Any) -> Point:
    return (at.X(), at.Y(), at.Z())


def _value(attribute: Any) -> float | None:
    return float(attribute.Get()) if attribute else None


@contextmanager
def _silent() -> Iterator[None]:
    """The kernel prints what it dislikes to the standard output, where a command's JSON may have to go."""
    messenger = Message.DefaultMessenger_s()
    printers = list(messenger.Printers())
    for printer in printers:
        messenger.RemovePrinter(printer)
    try:
        yield
    finally:
        for printer in printers:
            messenger.AddPrinter(printer)
