"""STEP files of parts and assemblies: ISO 10303-242, one text for one content, whatever machine and day."""

from __future__ import annotations

from collections.abc import Sequence

from configurator.product.placement import Placement

from .part21 import Instances, string
from .parts import Header, StepPart
from .pmi import write_pmi
from .properties import assembly_validation, colour, material, validation
from .structure import Common, Product, assembly_shape, categories, common, occurrence, part_shape, placement, product

SCHEMA = "AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF { 1 0 10303 442 1 1 4 }"
"""Name and object identifier of the schema, ISO 10303-242:2014."""


def part_file(part: StepPart, header: Header) -> bytes:
    """The STEP file of one part: its solid with name, material, colour, validation properties and semantic PMI.

    Lengths in mm, in the part's own frame. Raises ValueError if measures and body are not of the same solid, or a
    characteristic cannot be written (see `pmi`).
    """
    file = Instances(first=part.body.size + 1)
    shared = common(file)
    made, shape = _part(file, shared, part, solid=1)
    write_pmi(file, shared, made, shape, part.body.faces, part.controlled)
    categories(file, [made])
    return _text(header, file, [part.body.text()])


def assembly_file(number: str, description: str, components: Sequence[tuple[StepPart, Sequence[Placement]]],
                  header: Header, *, revision: str = "") -> bytes:
    """The STEP file of an assembly: each part once, with its properties, and one occurrence for each placement.

    Placements in the assembly's frame, mm. Occurrences are named after the part: `<number>.1`, `<number>.2` and so on.
    Raises ValueError if a number stands twice, a part has no placement, or there is no part.
    """
    _check(number, components)
    file = Instances(first=sum(part.body.size for part, _ in components) + 1)
    shared = common(file)
    whole = product(file, shared, number, revision=revision, description=description,
                    accuracy=max(part.body.accuracy for part, _ in components))
    places = [[placement(file, at) for at in placements] for _, placements in components]
    shape = assembly_shape(file, whole, [at for row in places for at in row])
    assembly_validation(file, shared, whole,
                        [(part.measured, at) for part, placements in components for at in placements])
    products, bodies, size = [whole], [], 0
    for (part, _), row in zip(components, places, strict=True):
        made = _part(file, shared, part, solid=size + 1)
        for count, at in enumerate(row, 1):
            occurrence(file, f"{part.number}.{count}", (whole, shape), made, at)
        products.append(made[0])
        bodies.append(part.body.text(after=size))
        size += part.body.size
    categories(file, products)
    return _text(header, file, bodies)


def _part(file: Instances, shared: Common, part: StepPart, solid: int) -> tuple[Product, int]:
    """Everything about a part but its geometry; its product and the number of its shape."""
    if len(part.body.faces) != part.measured.faces:
        raise ValueError(f"{part.number}: the body has {len(part.body.faces)} faces, its measures tell of "
                         f"{part.measured.faces}; they are not of one solid")
    made = product(file, shared, part.number, revision=part.revision, description=part.description,
                   accuracy=part.body.accuracy)
    shape = part_shape(file, made, solid)
    if part.material is not None:
        material(file, shared, made, part.material)
    validation(file, shared, made, volume=part.measured.volume, area=part.measured.area,
               centroid=part.measured.centroid)
    colour(file, made, solid, part.colour)
    return made, shape


def _check(number: str, components: Sequence[tuple[StepPart, Sequence[Placement]]]) -> None:
    numbers = [number, *(part.number for part, _ in components)]
    twice = sorted({each for each in numbers if numbers.count(each) > 1})
    if twice:
        raise ValueError(f"{number}: {', '.join(twice)} stands more than once among the parts")
    for part, placements in components:
        if not placements:
            raise ValueError(f"{number}: part {part.number} is placed nowhere")
    if not components:
        raise ValueError(f"{number}: an assembly needs at least one part")


def _text(header: Header, file: Instances, bodies: Sequence[bytes]) -> bytes:
    # Structure stands before geometry, so that a person who opens the file meets the product first.
    lines = ("ISO-10303-21;\nHEADER;\n"
             f"FILE_DESCRIPTION(({string(header.description)}),'2;1');\n"
             f"FILE_NAME({string(header.file_name)},{string(header.time_stamp)},({string(header.author)}),"
             f"({string(header.organization)}),'lot-one',{string(header.originating_system)},"
             f"{string(header.authorisation)});\n"
             f"FILE_SCHEMA(({string(SCHEMA)}));\nENDSEC;\nDATA;\n")
    return b"".join([lines.encode("ascii"), file.text(), *bodies, b"ENDSEC;\nEND-ISO-10303-21;\n"])
