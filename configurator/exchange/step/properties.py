"""What a product is made of, how it looks, and the figures by which a reader can tell that nothing was lost."""

from __future__ import annotations

from collections.abc import Sequence

from configurator.product.measured import Measured, Point
from configurator.product.placement import Placement

from .part21 import Instances, real, reals, string
from .parts import StepMaterial
from .structure import Common, Product

_NOTIONAL = (10.0, 10.0, 10.0)  # centre of a cube of 20 mm with its corner at the component's origin


def material(file: Instances, shared: Common, made: Product, of: StepMaterial) -> None:
    """Material and density as general properties of the product.

    Source: CAx-IF Recommended Practices for Material Identification and Density. A density is no ratio, but the
    practice writes it as one; its unit is g.cm-3.
    """
    named = file.add(f"DESCRIPTIVE_REPRESENTATION_ITEM({string(of.name)},{string(of.description)})")
    _property(file, made, made.definition, ("material property", "material name"), named)
    if of.density_g_cm3 is not None:
        density = file.add("MEASURE_REPRESENTATION_ITEM('density measure',"
                           f"POSITIVE_RATIO_MEASURE({real(of.density_g_cm3)}),#{shared.gram_per_cubic_centimetre})")
        _property(file, made, made.definition, ("material property", "density"), density)


def validation(file: Instances, shared: Common, made: Product, *, volume: float, area: float, centroid: Point) -> None:
    """Volume (mm3), area of all faces (mm2) and centroid (mm) of the product's shape, in its own frame.

    Source: CAx-IF Recommended Practices for Geometric and Assembly Validation Properties.
    """
    for name, measure, unit in (("volume", f"VOLUME_MEASURE({_figure(volume)})", shared.cubic_millimetre),
                                ("surface area", f"AREA_MEASURE({_figure(area)})", shared.square_millimetre)):
        item = file.add(f"MEASURE_REPRESENTATION_ITEM('{name} measure',{measure},#{unit})")
        _property(file, made, made.shape, ("geometric validation property", name), item)
    _property(file, made, made.shape, ("geometric validation property", "centroid"), _centre(file, centroid))


def assembly_validation(file: Instances, shared: Common, made: Product,
                        pieces: Sequence[tuple[Measured, Placement]]) -> None:
    """The same for an assembly of placed pieces; also the number of children and their notional centroid.

    Source: as for `validation`. The notional centroid is the mean of what becomes of the point (10, 10, 10) of each
    piece: it tells a piece that was turned or moved from one that was not, whatever its shape.
    """
    volume = sum(piece.volume for piece, _ in pieces)
    centroid = _mean([(moved(at, piece.centroid), piece.volume) for piece, at in pieces])
    validation(file, shared, made, volume=volume, area=sum(piece.area for piece, _ in pieces), centroid=centroid)
    count = file.add(f"VALUE_REPRESENTATION_ITEM('number of children',COUNT_MEASURE({real(len(pieces))}))")
    notional = _centre(file, _mean([(moved(at, _NOTIONAL), 1.0) for _, at in pieces]))
    _property(file, made, made.definition, ("assembly validation property", "number of children"), count)
    _property(file, made, made.definition, ("assembly validation property", "notional solids centroid"), notional)


def colour(file: Instances, made: Product, solid: int, of: tuple[float, float, float]) -> None:
    """One colour for all faces of a solid; red, green, blue as sRGB, 0 to 1."""
    red, green, blue = map(real, of)
    style = file.add(f"COLOUR_RGB('',{red},{green},{blue})")
    for around in ("FILL_AREA_STYLE_COLOUR('',#{})", "FILL_AREA_STYLE('',(#{}))", "SURFACE_STYLE_FILL_AREA(#{})",
                   "SURFACE_SIDE_STYLE('',(#{}))", "SURFACE_STYLE_USAGE(.BOTH.,#{})",
                   "PRESENTATION_STYLE_ASSIGNMENT((#{}))"):
        style = file.add(around.format(style))
    styled = file.add(f"STYLED_ITEM('color',(#{style}),#{solid})")
    file.add(f"MECHANICAL_DESIGN_GEOMETRIC_PRESENTATION_REPRESENTATION('',(#{styled}),#{made.context})")


def moved(at: Placement, point: Point) -> Point:
    """A point of a piece in the assembly's frame."""
    x, y, z = (row[0] * point[0] + row[1] * point[1] + row[2] * point[2] + row[3] for row in at.matrix())
    return (x, y, z)


def _property(file: Instances, made: Product, target: int, name: tuple[str, str], item: int) -> None:
    """A property of `target` (kind and name), represented by one item."""
    definition = file.add(f"PROPERTY_DEFINITION('{name[0]}','{name[1]}',#{target})")
    representation = file.add(f"REPRESENTATION('{name[1]}',(#{item}),#{made.context})")
    file.add(f"PROPERTY_DEFINITION_REPRESENTATION(#{definition},#{representation})")


def _centre(file: Instances, at: Point) -> int:
    return file.add(f"CARTESIAN_POINT('centre point',{reals(round(value, 9) for value in at)})")


def _mean(weighted: Sequence[tuple[Point, float]]) -> Point:
    weight = sum(each for _, each in weighted)
    x, y, z = (sum(point[axis] * each for point, each in weighted) / weight for axis in range(3))
    return (x, y, z)


def _figure(value: float) -> str:
    """Twelve figures: more than two readers compute alike."""
    return real(float(f"{value:.12g}"))
