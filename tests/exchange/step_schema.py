"""Checks instances of a STEP file against the schema: number and types of attributes, what may be referred to.

The lists are those of the EXPRESS long form of ISO/TS 10303-442, "AP242 managed model based 3d engineering" (WG12 N8324,
2014), of the entities that semantic PMI uses and what these refer to; selects hold the members that are in the list. Where
an entity narrows what it inherits, all its attributes stand with it. Reader and checker know nothing of the writer's code.
"""

from __future__ import annotations

import re

SCHEMA = """
ADVANCED_BREP_SHAPE_REPRESENTATION < SHAPE_REPRESENTATION:
ADVANCED_FACE < FACE_SURFACE:
ANGULARITY_TOLERANCE < GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE:
ANGULAR_LOCATION < DIMENSIONAL_LOCATION: angle_selection ENUM EQUAL LARGE SMALL
ANGULAR_SIZE < DIMENSIONAL_SIZE: angle_selection ENUM EQUAL LARGE SMALL
CIRCULAR_RUNOUT_TOLERANCE < GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE:
COAXIALITY_TOLERANCE < GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE:
COMPOSITE_GROUP_SHAPE_ASPECT < COMPOSITE_SHAPE_ASPECT:
COMPOSITE_SHAPE_ASPECT < SHAPE_ASPECT:
CONVERSION_BASED_UNIT < NAMED_UNIT: name STRING; conversion_factor MEASURE_WITH_UNIT
CYLINDRICITY_TOLERANCE < GEOMETRIC_TOLERANCE:
DATUM < SHAPE_ASPECT: identification STRING
DATUM_FEATURE < SHAPE_ASPECT:
DATUM_REFERENCE_COMPARTMENT < GENERAL_DATUM_REFERENCE:
DATUM_SYSTEM < SHAPE_ASPECT: constituents 1:3(DATUM_REFERENCE_COMPARTMENT)
DESCRIPTIVE_REPRESENTATION_ITEM < REPRESENTATION_ITEM: description STRING
DIMENSIONAL_CHARACTERISTIC_REPRESENTATION <: dimension DIMENSIONAL_LOCATION|DIMENSIONAL_SIZE; representation SHAPE_DIMENSION_REPRESENTATION
DIMENSIONAL_EXPONENTS <: length REAL; mass REAL; time REAL; electric_current REAL; temperature REAL; substance REAL; luminous REAL
DIMENSIONAL_LOCATION < SHAPE_ASPECT_RELATIONSHIP:
DIMENSIONAL_SIZE <: applies_to SHAPE_ASPECT; name STRING
FACE < TOPOLOGICAL_REPRESENTATION_ITEM: bounds 1:?(FACE_BOUND)
FACE_SURFACE < FACE GEOMETRIC_REPRESENTATION_ITEM: face_geometry SURFACE; same_sense LOGICAL
FLATNESS_TOLERANCE < GEOMETRIC_TOLERANCE:
GENERAL_DATUM_REFERENCE < SHAPE_ASPECT: base DATUM; modifiers ?1:?(STRING)
GENERAL_PROPERTY <: id STRING; name STRING; description ?STRING
GENERAL_PROPERTY_ASSOCIATION <: name STRING; description ?STRING; base_definition GENERAL_PROPERTY; derived_definition PROPERTY_DEFINITION
GEOMETRIC_ITEM_SPECIFIC_USAGE <: name STRING; description ?STRING; definition SHAPE_ASPECT|SHAPE_ASPECT_RELATIONSHIP; used_representation SHAPE_REPRESENTATION; identified_item GEOMETRIC_REPRESENTATION_ITEM
GEOMETRIC_REPRESENTATION_ITEM < REPRESENTATION_ITEM:
GEOMETRIC_TOLERANCE <: name STRING; description ?STRING; magnitude ?LENGTH_MEASURE_WITH_UNIT; toleranced_shape_aspect DIMENSIONAL_LOCATION|DIMENSIONAL_SIZE|PRODUCT_DEFINITION_SHAPE|SHAPE_ASPECT
GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE < GEOMETRIC_TOLERANCE: datum_system 1:?(DATUM_SYSTEM)
ID_ATTRIBUTE <: attribute_value STRING; identified_item DIMENSIONAL_SIZE|GEOMETRIC_TOLERANCE|PROPERTY_DEFINITION|REPRESENTATION|SHAPE_ASPECT|SHAPE_ASPECT_RELATIONSHIP
LENGTH_MEASURE_WITH_UNIT < MEASURE_WITH_UNIT:
LENGTH_UNIT < NAMED_UNIT:
LIMITS_AND_FITS <: form_variance STRING; zone_variance STRING; grade STRING; source STRING
MEASURE_REPRESENTATION_ITEM < REPRESENTATION_ITEM MEASURE_WITH_UNIT:
MEASURE_WITH_UNIT <: value_component MEASURE; unit_component NAMED_UNIT
NAMED_UNIT <: dimensions DIMENSIONAL_EXPONENTS
PARALLELISM_TOLERANCE < GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE:
PERPENDICULARITY_TOLERANCE < GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE:
PLANE_ANGLE_MEASURE_WITH_UNIT < MEASURE_WITH_UNIT:
PLANE_ANGLE_UNIT < NAMED_UNIT:
PLUS_MINUS_TOLERANCE <: range LIMITS_AND_FITS|TOLERANCE_VALUE; toleranced_dimension DIMENSIONAL_LOCATION|DIMENSIONAL_SIZE
POSITION_TOLERANCE < GEOMETRIC_TOLERANCE:
PRODUCT_DEFINITION_SHAPE < PROPERTY_DEFINITION:
PROPERTY_DEFINITION <: name STRING; description ?STRING; definition PRODUCT_DEFINITION_SHAPE|SHAPE_ASPECT|SHAPE_ASPECT_RELATIONSHIP
PROPERTY_DEFINITION_REPRESENTATION <: definition GENERAL_PROPERTY|PROPERTY_DEFINITION|SHAPE_ASPECT|SHAPE_ASPECT_RELATIONSHIP; used_representation REPRESENTATION
REPRESENTATION <: name STRING; items 1:?(REPRESENTATION_ITEM); context_of_items REPRESENTATION_CONTEXT
REPRESENTATION_ITEM <: name STRING
ROUNDNESS_TOLERANCE < GEOMETRIC_TOLERANCE:
SHAPE_ASPECT <: name STRING; description ?STRING; of_shape PRODUCT_DEFINITION_SHAPE; product_definitional LOGICAL
SHAPE_ASPECT_RELATIONSHIP <: name STRING; description ?STRING; relating_shape_aspect SHAPE_ASPECT; related_shape_aspect SHAPE_ASPECT
SHAPE_DIMENSION_REPRESENTATION <: name STRING; items 1:?(DESCRIPTIVE_REPRESENTATION_ITEM|MEASURE_REPRESENTATION_ITEM); context REPRESENTATION_CONTEXT
SHAPE_REPRESENTATION < REPRESENTATION:
SI_UNIT < NAMED_UNIT: prefix ?ENUM MILLI MICRO CENTI; name ENUM METRE GRAM RADIAN STERADIAN
STRAIGHTNESS_TOLERANCE < GEOMETRIC_TOLERANCE:
SURFACE_PROFILE_TOLERANCE < GEOMETRIC_TOLERANCE:
SURFACE_TEXTURE_REPRESENTATION < REPRESENTATION:
TOLERANCE_VALUE <: lower_bound MEASURE_WITH_UNIT; upper_bound MEASURE_WITH_UNIT
TOLERANCE_ZONE < SHAPE_ASPECT: defining_tolerance 1:?(DIMENSIONAL_LOCATION|DIMENSIONAL_SIZE|GEOMETRIC_TOLERANCE|GENERAL_DATUM_REFERENCE); form TOLERANCE_ZONE_FORM
TOLERANCE_ZONE_FORM <: name STRING
TOPOLOGICAL_REPRESENTATION_ITEM < REPRESENTATION_ITEM:
"""

PARENTS: dict[str, list[str]] = {}
OWN: dict[str, list[str]] = {}
for _line in SCHEMA.strip().splitlines():
    _head, _, _attributes = _line.partition(":")
    _name, _, _above = _head.partition("<")
    PARENTS[_name.strip()] = _above.split()
    OWN[_name.strip()] = [each.split(" ", 1)[1] for each in _attributes.strip().split("; ") if each]
_TOKEN = re.compile(r"'(?:[^']|'')*'|#\d+|\.\w+\.|[A-Z][A-Z0-9_]*|[-+]?\d+\.?\d*(?:E[-+]?\d+)?|[$*(),]")


def above(name: str) -> list[str]:
    """The entity and all that it is a kind of, in the order in which attributes are inherited."""
    found: list[str] = []
    for parent in PARENTS.get(name, []):
        found += [each for each in above(parent) if each not in found]
    return [*found, name]


def instances(data: bytes) -> dict[str, list[tuple[str, list]]]:
    """Each instance of the data section: its entities with their parameters, several of a complex one."""
    found = {}
    for name, text in re.findall(r"(#\d+)=((?:'(?:[^']|'')*'|[^;'])*);", data.decode("ascii").split("DATA;", 1)[1]):
        tokens = _TOKEN.findall(text)
        assert "".join(tokens) == text, text
        parts, place = [], 1 if tokens[0] == "(" else 0
        while place < len(tokens) and tokens[place] != ")":
            values, after = _list(tokens, place + 2)
            parts.append((tokens[place], values))
            place = after
        found[name] = parts
    return found


def _list(tokens: list[str], place: int) -> tuple[list, int]:
    """Parameters up to the closing bracket, lists as lists, typed ones as tuples; and the place after it."""
    values = []
    while tokens[place] != ")":
        if tokens[place] == "(":
            inner, place = _list(tokens, place + 1)
            values.append(inner)
        elif re.fullmatch("[A-Z].*", tokens[place]):
            inner, after = _list(tokens, place + 2)
            values.append((tokens[place], inner))
            place = after
        elif tokens[place] == ",":
            place += 1
        else:
            values.append(tokens[place])
            place += 1
    return values, place + 1


def faults(data: bytes, of: set[str]) -> list[str]:
    """What is wrong with the instances `of` a file; entities that the list does not have are wrong as well."""
    entities, found = instances(data), []
    kinds = {name: {kind for part, _ in parts for kind in above(part)} for name, parts in entities.items()}
    for name in sorted(of, key=lambda each: int(each[1:])):
        parts = entities[name]
        unknown = [part for part, _ in parts if part not in OWN]
        if unknown:
            found.append(f"{name}: {unknown} is not in the schema's list")
            continue
        if len(parts) == 1:
            part, values = parts[0]
            pairs = [(values, [each for kind in above(part) for each in OWN[kind]])]
        else:
            names = [part for part, _ in parts]
            if names != sorted(names) or set(names) != kinds[name]:
                found.append(f"{name}: {names} is no complex instance of {sorted(kinds[name])}")
            pairs = [(values, OWN[part]) for part, values in parts]
        for values, attributes in pairs:
            if len(values) != len(attributes):
                found.append(f"{name}: {parts[0][0]} has {len(values)} attributes, the schema {len(attributes)}")
                continue
            found += [f"{name}: {parts[0][0]}: {value} is no {kind}" for value, kind in zip(values, attributes, strict=True)
                      if not _fits(value, kind, kinds, derived="SI_UNIT" in kinds[name])]
    return found


def _fits(value, kind: str, kinds: dict[str, set[str]], *, derived: bool = False) -> bool:
    if value == "*":
        return derived and kind == "DIMENSIONAL_EXPONENTS"
    if kind.startswith("?"):
        return value == "$" or _fits(value, kind[1:], kinds)
    several = re.fullmatch(r"(\d+):(\d+|\?)\((.*)\)", kind)
    if several:
        least, most, each = several.groups()
        return (isinstance(value, list) and int(least) <= len(value) and (most == "?" or len(value) <= int(most))
                and len({*value}) == len(value) and all(_fits(one, each, kinds) for one in value))
    if kind == "MEASURE":
        return (isinstance(value, tuple) and value[0] in {"LENGTH_MEASURE", "PLANE_ANGLE_MEASURE"}
                and len(value[1]) == 1 and _fits(value[1][0], "REAL", kinds))
    if not isinstance(value, str):
        return False
    if kind == "STRING":
        return value.startswith("'")
    if kind == "REAL":
        return re.fullmatch(r"[-+]?\d+\.\d*(E[-+]?\d+)?", value) is not None
    if kind == "LOGICAL":
        return value in {".T.", ".F.", ".U."}
    if kind.startswith("ENUM "):
        return value.strip(".") in kind.split()[1:] and value.startswith(".")
    return value.startswith("#") and bool(kinds.get(value, set()) & set(kind.split("|")))
