"""Products, their shapes and their assembly as instances of ISO 10303-242. Lengths in mm, angles in radians."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from configurator.product.placement import Placement

from .part21 import Instances, real, reals, references, string


@dataclass(frozen=True, slots=True)
class Common:
    """Numbers of what all products of one file share."""

    product_context: int
    definition_context: int
    millimetre: int
    radian: int
    steradian: int
    square_millimetre: int
    cubic_millimetre: int
    gram_per_cubic_centimetre: int


@dataclass(frozen=True, slots=True)
class Product:
    """Numbers of one product in a file."""

    name: str
    """As a Part-21 string."""
    product: int
    definition: int
    shape: int
    """PRODUCT_DEFINITION_SHAPE: what properties of the shape hang on."""
    context: int
    """The space its geometry lives in; each product has its own (ISO 10303-43)."""
    origin: int
    """AXIS2_PLACEMENT_3D at the origin of that space."""


def common(file: Instances) -> Common:
    """Application context and units."""
    application = file.add("APPLICATION_CONTEXT('managed model based 3d engineering')")
    file.add("APPLICATION_PROTOCOL_DEFINITION('international standard',"
             f"'ap242_managed_model_based_3d_engineering',2014,#{application})")
    product_context = file.add(f"PRODUCT_CONTEXT('',#{application},'mechanical')")
    definition_context = file.add(f"PRODUCT_DEFINITION_CONTEXT('part definition',#{application},'design')")
    millimetre = file.add("(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.))")
    radian = file.add("(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.))")
    steradian = file.add("(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT())")
    centimetre = file.add("(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.CENTI.,.METRE.))")
    gram = file.add("(MASS_UNIT()NAMED_UNIT(*)SI_UNIT($,.GRAM.))")
    return Common(product_context, definition_context, millimetre, radian, steradian,
                  _derived(file, (millimetre, 2.0)), _derived(file, (millimetre, 3.0)),
                  _derived(file, (gram, 1.0), (centimetre, -3.0)))


def product(file: Instances, shared: Common, number: str, *, revision: str, description: str,
            accuracy: float) -> Product:
    """A product with its version and definition, and the space of its shape: points `accuracy` mm apart are one."""
    name = string(number)
    made = file.add(f"PRODUCT({name},{name},{string(description)},(#{shared.product_context}))")
    version = file.add(f"PRODUCT_DEFINITION_FORMATION({string(revision)},'',#{made})")
    definition = file.add(f"PRODUCT_DEFINITION('design','',#{version},#{shared.definition_context})")
    shape = file.add(f"PRODUCT_DEFINITION_SHAPE('','',#{definition})")
    uncertainty = file.add(f"UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE({real(accuracy)}),#{shared.millimetre},"
                           "'distance_accuracy_value','confusion accuracy')")
    context = file.add(f"(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT((#{uncertainty}))"
                       f"GLOBAL_UNIT_ASSIGNED_CONTEXT((#{shared.millimetre},#{shared.radian},#{shared.steradian}))"
                       f"REPRESENTATION_CONTEXT({name},'3D'))")
    return Product(name, made, definition, shape, context, placement(file, Placement()))


def part_shape(file: Instances, made: Product, solid: int) -> int:
    """The shape of a part: one solid of exact geometry."""
    shape = file.add(f"ADVANCED_BREP_SHAPE_REPRESENTATION({made.name},(#{made.origin},#{solid}),#{made.context})")
    file.add(f"SHAPE_DEFINITION_REPRESENTATION(#{made.shape},#{shape})")
    return shape


def assembly_shape(file: Instances, made: Product, placements: Sequence[int]) -> int:
    """The shape of an assembly: the placements of what it is made of."""
    shape = file.add(f"SHAPE_REPRESENTATION({made.name},{references([made.origin, *placements])},#{made.context})")
    file.add(f"SHAPE_DEFINITION_REPRESENTATION(#{made.shape},#{shape})")
    return shape


def occurrence(file: Instances, name: str, whole: tuple[Product, int], piece: tuple[Product, int], at: int) -> None:
    """One piece in an assembly: (product, shape) of both, and where in the assembly's space the piece's origin sits."""
    usage = file.add(f"NEXT_ASSEMBLY_USAGE_OCCURRENCE({string(name)},{string(name)},'',"
                     f"#{whole[0].definition},#{piece[0].definition},$)")
    shape = file.add(f"PRODUCT_DEFINITION_SHAPE('Placement','Placement of an item',#{usage})")
    transformation = file.add(f"ITEM_DEFINED_TRANSFORMATION('','',#{piece[0].origin},#{at})")
    relation = file.add(f"(REPRESENTATION_RELATIONSHIP('','',#{piece[1]},#{whole[1]})"
                        f"REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION(#{transformation})"
                        "SHAPE_REPRESENTATION_RELATIONSHIP())")
    file.add(f"CONTEXT_DEPENDENT_SHAPE_REPRESENTATION(#{relation},#{shape})")


def placement(file: Instances, at: Placement) -> int:
    """An axis placement: origin, Z and X axis of what sits there."""
    matrix = at.matrix()
    x, _, z, origin = ([row[column] for row in matrix] for column in range(4))
    point = file.add(f"CARTESIAN_POINT('',{reals(origin)})")
    axis = file.add(f"DIRECTION('',{reals(z)})")
    reference = file.add(f"DIRECTION('',{reals(x)})")
    return file.add(f"AXIS2_PLACEMENT_3D('',#{point},#{axis},#{reference})")


def categories(file: Instances, products: Sequence[Product]) -> None:
    """Says of all products that they are parts, as the recommended practices for product structure ask for."""
    file.add(f"PRODUCT_RELATED_PRODUCT_CATEGORY('part',$,{references(made.product for made in products)})")


def _derived(file: Instances, *factors: tuple[int, float]) -> int:
    elements = [file.add(f"DERIVED_UNIT_ELEMENT(#{unit},{real(exponent)})") for unit, exponent in factors]
    return file.add(f"DERIVED_UNIT({references(elements)})")
