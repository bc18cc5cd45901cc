"""Semantic PMI as OCCT's own importer gives it, in plain values."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Dimension(NamedTuple):
    nominal: float
    limits: tuple[float, float] | None
    """Of size, mm or degrees."""
    has_class: bool
    surfaces: set[tuple[str, float | None]]
    """Kinds and, of cylinders and balls, diameters."""


class Read(NamedTuple):
    dimensions: list[Dimension]
    tolerances: list[tuple[str, str, float, bool, tuple[str, ...]]]
    """Type, name, value, whether the zone is round, letters of the datums in order."""
    classes: list[tuple[str, str, str]]
    """Letter, "hole" or "shaft", and grade, in the order of the file."""
    fails: list[str]


def read(path: Path) -> Read:
    from OCP.STEPCAFControl import STEPCAFControl_Reader
    from OCP.TCollection import TCollection_ExtendedString
    from OCP.TDocStd import TDocStd_Document
    from OCP.XCAFApp import XCAFApp_Application
    from OCP.XCAFDoc import XCAFDoc_DocumentTool

    document = TDocStd_Document(TCollection_ExtendedString("pmi"))
    XCAFApp_Application.GetApplication_s().NewDocument(TCollection_ExtendedString("MDTV-XCAF"), document)
    reader = STEPCAFControl_Reader()
    reader.SetGDTMode(True)
    reader.ReadFile(str(path))
    assert reader.Transfer(document)
    tool = XCAFDoc_DocumentTool.DimTolTool_s(document.Main())
    return Read([_dimension(tool, label) for label in _labels(tool.GetDimensionLabels)],
                [_tolerance(tool, label) for label in _labels(tool.GetGeomToleranceLabels)],
                _classes(reader), _fails(reader))


def _labels(get) -> list:
    from OCP.TDF import TDF_LabelSequence

    found = TDF_LabelSequence()
    get(found)
    return [found.Value(place) for place in range(1, found.Length() + 1)]


def _object(label, kind: str):
    """FindAttribute of the binding leaves its object empty."""
    from OCP.TDF import TDF_AttributeIterator

    attributes = TDF_AttributeIterator(label)
    while type(attributes.Value()).__name__ != kind:
        attributes.Next()
    return attributes.Value().GetObject()


def _dimension(tool, label) -> Dimension:
    found = _object(label, "XCAFDoc_Dimension")
    limits = None
    if found.IsDimWithRange():
        limits = (found.GetLowerBound(), found.GetUpperBound())
    elif found.IsDimWithPlusMinusTolerance():  # it holds the lower deviation without its sign
        limits = (found.GetValue() - found.GetLowerTolValue(), found.GetValue() + found.GetUpperTolValue())
    return Dimension(found.GetValue(), limits, found.IsDimWithClassOfTolerance(), _surfaces(tool, label))


def _classes(reader) -> list[tuple[str, str, str]]:
    """From the importer's own entities: the binding does not hand out the class of a dimension."""
    from OCP.StepShape import StepShape_LimitsAndFits

    model = reader.Reader().WS().Model()
    entities = (model.Value(place) for place in range(1, model.NbEntities() + 1))
    return [tuple(text.ToCString() for text in (each.FormVariance(), each.ZoneVariance(), each.Grade()))
            for each in entities if isinstance(each, StepShape_LimitsAndFits)]


def _surfaces(tool, label) -> set[tuple[str, float | None]]:
    from OCP.BRepAdaptor import BRepAdaptor_Surface
    from OCP.TDF import TDF_LabelSequence
    from OCP.TopoDS import TopoDS
    from OCP.XCAFDoc import XCAFDoc_ShapeTool

    first, second = TDF_LabelSequence(), TDF_LabelSequence()
    tool.GetRefShapeLabel_s(label, first, second)
    found = set()
    for labels in (first, second):
        for place in range(1, labels.Length() + 1):
            surface = BRepAdaptor_Surface(TopoDS.Face_s(XCAFDoc_ShapeTool.GetShape_s(labels.Value(place))))
            kind = surface.GetType().name.removeprefix("GeomAbs_").lower()
            radius = {"cylinder": lambda one=surface: one.Cylinder().Radius(), "sphere": lambda one=surface: one.Sphere().Radius(),
                      "torus": lambda one=surface: one.Torus().MinorRadius()}.get(kind)
            found.add((kind, 2 * radius() if radius else None))
    return found


def _tolerance(tool, label) -> tuple[str, str, float, bool, tuple[str, ...]]:
    from OCP.TDF import TDF_LabelSequence

    found, datums = _object(label, "XCAFDoc_GeomTolerance"), TDF_LabelSequence()
    tool.GetDatumWithObjectOfTolerLabels_s(label, datums)
    letters = {}
    for place in range(1, datums.Length() + 1):
        datum = _object(datums.Value(place), "XCAFDoc_Datum")
        letters[datum.GetPosition()] = datum.GetName().ToCString()
    return (found.GetType().name.rpartition("_")[2], found.GetSemanticName().ToCString(), found.GetValue(),
            found.GetTypeOfValue().name.endswith("Diameter"), tuple(letters[place] for place in sorted(letters)))


def _fails(reader) -> list[str]:
    checks, found = reader.Reader().WS().ModelCheckList(True), []
    checks.Start()
    while checks.More():
        found += [checks.Value().CFail(place) for place in range(1, checks.Value().NbFails() + 1)]
        checks.Next()
    return found
