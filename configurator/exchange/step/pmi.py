"""Semantic PMI: what is controlled of a part, as instances of ISO 10303-242 that a program can read without a picture.

Source: CAx-IF Recommended Practices for the Representation and Presentation of PMI (AP242), sections 5 and 6, and the
schema of ISO 10303-242:2014. Roughness after ISO 10303-1110; the practices have no section on it, nor on threads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import pi

from configurator.geometry.controlled import Found
from configurator.product.characteristics import FORMS, RELATIONS, SIZES, Characteristic

from .part21 import Instances, real, references, string
from .structure import Common, Product

PROPERTY = "controlled characteristic"
"""Name of the property that holds what a characteristic says and the schema has no entity for."""
TOLERANCES = {"flatness": "FLATNESS", "straightness": "STRAIGHTNESS", "roundness": "ROUNDNESS", "cylindricity": "CYLINDRICITY",
              "parallelism": "PARALLELISM", "perpendicularity": "PERPENDICULARITY", "angularity": "ANGULARITY",
              "position": "POSITION", "coaxiality": "COAXIALITY", "runout": "CIRCULAR_RUNOUT", "profile": "SURFACE_PROFILE"}
"""First word of the entity of each geometrical tolerance; the second is TOLERANCE."""
_ROUND_ZONE = "cylindrical or circular"
_FIT = re.compile(r"([A-Za-z]+)(\d+)")
_SIZE_NAMES = {("diameter", "sphere"): "spherical diameter", ("radius", "sphere"): "spherical radius",
               ("radius", "torus"): "toroidal minor radius"}
_DATUMS = 3  # the most that a datum system takes
_COAXIAL = 1e-7  # mm between the axes of two cylinders whose distance is a wall


def write_pmi(file: Instances, shared: Common, made: Product, shape: int, faces: Sequence[int],
              controlled: Sequence[Found]) -> None:
    """Writes every characteristic of a part: on the faces it was found on, under its own name (ID_ATTRIBUTE).

    `shape`: number of the part's shape; `faces`: numbers of its ADVANCED_FACEs in the order of the rows of faces. Lengths in
    mm, angles in degrees, roughness in micrometres. A class of ISO 286 is written as LIMITS_AND_FITS with both limits of size
    beside the nominal (a dimension takes one PLUS_MINUS_TOLERANCE, so not deviations as well); deviations to both sides, or to
    one side from the nominal, as TOLERANCE_VALUE; two deviations on one side of the nominal as limits of size, because the
    most widespread open reader drops their signs. A dimension under general tolerances has its nominal alone. ValueError if a
    datum is not declared, or there are more than three.
    """
    writing = _Writing(file, shared, made, shape, faces)
    for found in controlled:
        if found.characteristic.datum:
            writing.datum(found)
    for found in controlled:
        writing.characteristic(found)


class _Writing:
    """One part's PMI under construction: what several characteristics share is written once."""

    def __init__(self, file: Instances, shared: Common, made: Product, shape: int, faces: Sequence[int]) -> None:
        self._add, self._shared, self._made, self._shape, self._faces = file.add, shared, made, shape, faces
        self._aspects: dict[tuple[int, ...], int] = {}
        self._datums: dict[str, int] = {}
        self._once: dict[str, int] = {}

    def datum(self, found: Found) -> None:
        """A datum feature on the first surface, and the datum that it establishes."""
        feature = self._aspect(found.characteristic.name, found.faces[0], feature=True)
        self._aspects.setdefault(found.faces[0], feature)
        letter = found.characteristic.datum
        self._datums[letter] = self._add(f"DATUM('',$,#{self._made.shape},.F.,{string(letter)})")
        self._add(f"SHAPE_ASPECT_RELATIONSHIP('',$,#{feature},#{self._datums[letter]})")

    def characteristic(self, found: Found) -> None:
        each = found.characteristic
        on = [self._on(each.name, faces) for faces in found.faces]
        if len(on) == 2 and on[0] == on[1]:  # a dimension lies between two features, also where one face is both
            on[1] = self._aspect(each.name, found.faces[1], feature=False)
        if each.kind in SIZES:
            number = self._dimension(each, on)
        elif each.kind in FORMS or each.kind in RELATIONS:
            number = self._tolerance(each, on[0])
        elif each.kind == "roughness":
            number = self._roughness(each, on[0])
        else:
            number = self._thread(each, on[0])
        self._add(f"ID_ATTRIBUTE({string(each.name)},#{number})")
        self._more(each, on[0])

    def _on(self, name: str, faces: tuple[int, ...]) -> int:
        if faces not in self._aspects:
            self._aspects[faces] = self._aspect(name, faces, feature=False)
        return self._aspects[faces]

    def _aspect(self, name: str, faces: tuple[int, ...], *, feature: bool) -> int:
        """A feature of the part on one face, or composed of features on one face each."""
        own = f"{string(name)},$,#{self._made.shape},.T."
        if len(faces) == 1:
            aspect = self._add(f"{'DATUM_FEATURE' if feature else 'SHAPE_ASPECT'}({own})")
            self._add(f"GEOMETRIC_ITEM_SPECIFIC_USAGE('',$,#{aspect},#{self._shape},#{self._faces[faces[0]]})")
            return aspect
        return self._composed(name, [self._on(name, (face,)) for face in faces], feature=feature)

    def _composed(self, name: str, of: Sequence[int], *, feature: bool = False) -> int:
        own = f"{string(name)},'multiple elements',#{self._made.shape},.T."
        whole = self._add(f"(COMPOSITE_GROUP_SHAPE_ASPECT()COMPOSITE_SHAPE_ASPECT()DATUM_FEATURE()SHAPE_ASPECT({own}))"
                          if feature else f"COMPOSITE_GROUP_SHAPE_ASPECT({own})")
        for each in of:
            self._add(f"SHAPE_ASPECT_RELATIONSHIP('',$,#{whole},#{each})")
        return whole

    def _dimension(self, each: Characteristic, on: Sequence[int]) -> int:
        if len(on) == 1:
            name = _SIZE_NAMES.get((each.kind, each.on[0].kind), each.kind)
            number = self._add(f"ANGULAR_SIZE(#{on[0]},'',.SMALL.)" if each.kind == "angle"
                               else f"DIMENSIONAL_SIZE(#{on[0]},'{name}')")
        elif each.kind == "angle":
            number = self._add(f"ANGULAR_LOCATION('',$,#{on[0]},#{on[1]},.SMALL.)")
        elif is_wall(each):
            number = self._add(f"DIMENSIONAL_SIZE(#{self._composed(each.name, on)},'thickness')")
        else:
            number = self._add(f"DIMENSIONAL_LOCATION('linear distance',$,#{on[0]},#{on[1]})")
        values = [("nominal value", each.nominal)]
        if each.lower is not None and each.upper is not None:
            if each.fit or not each.lower <= 0 <= each.upper:
                # the upper one first: of these names a reader may know "upper" alone, and take the last other one
                values += [("upper limit", round(each.nominal + each.upper, 9)),
                           ("lower limit", round(each.nominal + each.lower, 9))]
            if each.fit:
                letter, grade = _fit(each)
                zone = "hole" if letter[0].isupper() else "shaft"
                self._plus_minus(f"LIMITS_AND_FITS('{letter}','{zone}','{grade}','')", number)
            elif each.lower <= 0 <= each.upper:
                lower, upper = self._measure(each.lower, each.unit), self._measure(each.upper, each.unit)
                self._plus_minus(f"TOLERANCE_VALUE(#{lower},#{upper})", number)
        items = [self._item(name, value, each.unit) for name, value in values]
        shown = self._add(f"SHAPE_DIMENSION_REPRESENTATION('',{references(items)},#{self._made.context})")
        self._add(f"DIMENSIONAL_CHARACTERISTIC_REPRESENTATION(#{number},#{shown})")
        return number

    def _plus_minus(self, entity: str, dimension: int) -> None:
        self._add(f"PLUS_MINUS_TOLERANCE(#{self._add(entity)},#{dimension})")

    def _tolerance(self, each: Characteristic, on: int) -> int:
        assert each.upper is not None
        keyword = TOLERANCES[each.kind] + "_TOLERANCE"
        own = f"{string(each.name)},'',#{self._measure(each.upper, 'mm')},#{on}"
        if not each.to:
            number = self._add(f"{keyword}({own})")
        elif each.kind == "position":
            number = self._add(f"(GEOMETRIC_TOLERANCE({own})GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE("
                               f"(#{self._system(each)})){keyword}())")
        else:
            number = self._add(f"{keyword}({own},(#{self._system(each)}))")
        if each.around or each.kind == "coaxiality":  # the zone of an axis about an axis can be no other (ISO 1101)
            form = self._known(f"TOLERANCE_ZONE_FORM('{_ROUND_ZONE}')")
            self._add(f"TOLERANCE_ZONE('',$,#{self._made.shape},.F.,(#{number}),#{form})")
        return number

    def _system(self, each: Characteristic) -> int:
        """The datum system of these letters in this order; each is written once."""
        name = "|".join(each.to)
        if name not in self._once:
            missing = [letter for letter in each.to if letter not in self._datums]
            if missing or len(each.to) > _DATUMS:
                raise ValueError(f"{each.name} refers to the datums {name}; " + (
                    f"no characteristic declares {', '.join(missing)}" if missing else f"there can be {_DATUMS} at most"))
            compartments = [self._add(f"DATUM_REFERENCE_COMPARTMENT('',$,#{self._made.shape},.F.,#{self._datums[letter]},$)")
                            for letter in each.to]
            self._once[name] = self._add(f"DATUM_SYSTEM({string(name)},$,#{self._made.shape},.F.,{references(compartments)})")
        return self._once[name]

    def _roughness(self, each: Characteristic, on: int) -> int:
        assert each.upper is not None
        items = [self._add("DESCRIPTIVE_REPRESENTATION_ITEM('measuring method','Ra')"),
                 self._add("MEASURE_REPRESENTATION_ITEM('characteristic value',"
                           f"LENGTH_MEASURE({real(each.upper)}),#{self._unit('um')})")]
        number = self._property("surface_condition", "", on,
                                "SURFACE_TEXTURE_REPRESENTATION('surface texture parameter'", items)
        general = self._known("GENERAL_PROPERTY('','surface_condition','')")
        self._add(f"GENERAL_PROPERTY_ASSOCIATION('','',#{general},#{number})")
        return number

    def _thread(self, each: Characteristic, on: int) -> int:
        items = [self._add(f"DESCRIPTIVE_REPRESENTATION_ITEM('designation',{string(each.designation)})"),
                 self._item("major diameter", each.nominal, "mm")]
        if each.depth is not None:
            items.append(self._item("usable length", each.depth, "mm"))
        return self._property("thread", each.designation, on, "REPRESENTATION('thread'", items)

    def _more(self, each: Characteristic, on: int) -> None:
        """What the schema has no entity for, where it is not what goes without saying."""
        told = [(name, text) for name, text, said in (
            ("number of features", str(each.count), each.count > 1),
            ("state", "before finishing", not each.finished),
            ("inspection", "every piece", each.critical),
            ("tolerance", "general", each.general)) if said]
        items = [self._add(f"DESCRIPTIVE_REPRESENTATION_ITEM('{name}','{text}')") for name, text in told]
        if each.allowance is not None:
            items.append(self._item("finishing allowance", each.allowance, "mm"))
        if items:
            self._property(PROPERTY, each.name, on, f"REPRESENTATION('{PROPERTY}'", items)

    def _property(self, name: str, description: str, on: int, representation: str, items: Sequence[int]) -> int:
        number = self._add(f"PROPERTY_DEFINITION('{name}',{string(description)},#{on})")
        shown = self._add(f"{representation},{references(items)},#{self._made.context})")
        self._add(f"PROPERTY_DEFINITION_REPRESENTATION(#{number},#{shown})")
        return number

    def _item(self, name: str, value: float, unit: str) -> int:
        keyword = "PLANE_ANGLE_MEASURE" if unit == "deg" else "LENGTH_MEASURE"
        parts = sorted((f"{keyword}_WITH_UNIT()", "MEASURE_REPRESENTATION_ITEM()",
                        f"MEASURE_WITH_UNIT({keyword}({real(value)}),#{self._unit(unit)})", f"REPRESENTATION_ITEM('{name}')"))
        return self._add(f"({''.join(parts)})")

    def _measure(self, value: float, unit: str) -> int:
        keyword = "PLANE_ANGLE_MEASURE" if unit == "deg" else "LENGTH_MEASURE"
        return self._add(f"{keyword}_WITH_UNIT({keyword}({real(value)}),#{self._unit(unit)})")

    def _unit(self, unit: str) -> int:
        if unit == "mm":
            return self._shared.millimetre
        if unit == "um":
            return self._known("(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MICRO.,.METRE.))")
        none = self._known("DIMENSIONAL_EXPONENTS(0.,0.,0.,0.,0.,0.,0.)")
        factor = self._known("PLANE_ANGLE_MEASURE_WITH_UNIT("
                             f"PLANE_ANGLE_MEASURE({real(pi / 180)}),#{self._shared.radian})")
        return self._known(f"(CONVERSION_BASED_UNIT('DEGREE',#{factor})NAMED_UNIT(#{none})PLANE_ANGLE_UNIT())")

    def _known(self, entity: str) -> int:
        if entity not in self._once:
            self._once[entity] = self._add(entity)
        return self._once[entity]


def is_wall(each: Characteristic) -> bool:
    """Whether a distance lies between two cylinders of one axis: the thickness of what is between them."""
    if each.kind != "distance" or [face.kind for face in each.on] != ["cylinder", "cylinder"]:
        return False
    first, second = each.on
    way = first.direction
    assert way is not None
    gap = [there - here for here, there in zip(first.point, second.point, strict=True)]
    along = sum(a * b for a, b in zip(gap, way, strict=True))
    return sum((a - along * b) ** 2 for a, b in zip(gap, way, strict=True)) < _COAXIAL ** 2


def _fit(each: Characteristic) -> tuple[str, str]:
    found = _FIT.fullmatch(each.fit)
    if found is None:
        raise ValueError(f"{each.name}: {each.fit!r} is no tolerance class, such as H7")
    return found[1], found[2]
