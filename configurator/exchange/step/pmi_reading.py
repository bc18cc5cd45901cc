"""Reads semantic PMI back from the text of a part's STEP file: values and limits, datums, and the faces they hold for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from configurator.errors import PackageRefused

from .part21 import REFERENCE, parameters, read, unstring
from .pmi import PROPERTY, TOLERANCES

_WORD = re.compile(rb"[A-Z0-9_]+(?=\()")
_SIZES = ("DIMENSIONAL_SIZE", "ANGULAR_SIZE", "DIMENSIONAL_LOCATION", "ANGULAR_LOCATION")
_KINDS = {f"{word}_TOLERANCE": kind for kind, word in TOLERANCES.items()}
_DIGITS = 9  # of a deviation that was written as a limit of size


class Pmi(NamedTuple):
    """One characteristic as a file states it. Lengths in mm, angles in degrees, roughness in micrometres."""

    name: str
    kind: str
    """As of `product.characteristics.Kind`."""
    nominal: float
    """0 of roughness and geometrical tolerances; major diameter of a thread."""
    lower: float | None
    """Deviation from the nominal; None without a lower limit of its own."""
    upper: float | None
    fit: str
    """Tolerance class of ISO 286, "H7"; else empty."""
    datum: str
    """Letter of the datum that it declares."""
    refs: tuple[str, ...]
    """Letters of the datums that it refers to, in order."""
    faces: tuple[tuple[int, ...], ...]
    """For each of its surfaces the faces, counted from 0 in the order of the file's shells; ascending."""
    around: bool
    """Whether the tolerance zone is a cylinder."""
    designation: str
    """Of a thread."""
    more: dict[str, str | float]
    """What has no entity of its own: "number of features", "state", "inspection", "tolerance", "finishing allowance" (mm),
    "usable length" (mm)."""


def read_pmi(data: bytes) -> tuple[Pmi, ...]:
    """Every characteristic with a name (ID_ATTRIBUTE) in the file of one part, in the order of the file.

    Raises PackageRefused if the text is broken, or an entity has not the parameters of its schema.
    """
    entities = read(data).entities
    try:
        found = _Reading(entities)
        return tuple(found.characteristic(name, target) for name, target in found.named())
    except KeyError as missing:
        raise PackageRefused([f"STEP: PMI refers to {_shown(missing.args[0])}, which is missing"]) from missing
    except (ValueError, IndexError, StopIteration) as cause:
        raise PackageRefused(["STEP: the parameters of a PMI entity are not those of its schema"]) from cause


class _Reading:
    def __init__(self, entities: Mapping[bytes, bytes]) -> None:
        self._entities = entities
        self._of_kind: dict[str, list[bytes]] = defaultdict(list)
        self._users: dict[bytes, list[bytes]] = defaultdict(list)
        self._faces: dict[bytes, int] = {}
        for name, text in entities.items():
            keyword = _first_word(text)
            if keyword == "ADVANCED_FACE":
                self._faces[name] = len(self._faces)
            elif keyword in _LINKS:
                self._of_kind[keyword].append(name)
                for used in REFERENCE.findall(text):
                    self._users[used].append(name)
        self._features = {unstring(each["SHAPE_ASPECT"][0] if "SHAPE_ASPECT" in each else each["DATUM_FEATURE"][0]): letter
                          for each, letter in self._datum_features()}

    def named(self) -> list[tuple[str, bytes]]:
        """Names and what they name."""
        pairs = [self._get(name)["ID_ATTRIBUTE"] for name in self._of_kind["ID_ATTRIBUTE"]]
        return [(unstring(name), target) for name, target in pairs]

    def characteristic(self, name: str, target: bytes) -> Pmi:
        entity = self._get(target)
        for keyword in _SIZES:
            if keyword in entity:
                return self._dimension(name, target, keyword, entity[keyword])
        if "PROPERTY_DEFINITION" in entity:
            return self._property(name, target, entity["PROPERTY_DEFINITION"])
        return self._tolerance(name, target, entity)

    def _dimension(self, name: str, target: bytes, keyword: str, own: list[bytes]) -> Pmi:
        located = keyword.endswith("LOCATION")
        on = own[2:4] if located else own[:1]
        called = unstring(own[0] if located else own[1])
        kind = ("angle" if keyword.startswith("ANGULAR") else "distance" if located or called == "thickness"
                else called.split()[-1])
        surfaces = on if called != "thickness" else self._parts(on[0])
        values = self._values(self._used(target, "DIMENSIONAL_CHARACTERISTIC_REPRESENTATION")[1])
        nominal = float(values["nominal value"])
        lower: float | None = None
        upper: float | None = None
        if "lower limit" in values:
            lower, upper = (round(float(values[f"{side} limit"]) - nominal, _DIGITS) + 0.0 for side in ("lower", "upper"))
        fit = ""
        for user in self._by(target, "PLUS_MINUS_TOLERANCE"):
            limits = self._get(self._get(user)["PLUS_MINUS_TOLERANCE"][0])
            if "LIMITS_AND_FITS" in limits:
                fit = unstring(limits["LIMITS_AND_FITS"][0]) + unstring(limits["LIMITS_AND_FITS"][2])
            else:
                lower, upper = map(self._value, limits["TOLERANCE_VALUE"])
        return self._made(name, kind, surfaces, nominal, (lower, upper), fit=fit)

    def _tolerance(self, name: str, target: bytes, entity: dict[str, list[bytes]]) -> Pmi:
        keyword = next(each for each in entity if each in _KINDS)
        own = entity.get("GEOMETRIC_TOLERANCE", entity[keyword])
        systems = entity.get("GEOMETRIC_TOLERANCE_WITH_DATUM_REFERENCE", own[4:])
        refs = [self._letter(self._get(each)["DATUM_REFERENCE_COMPARTMENT"][4])
                for system in (parameters(systems[0]) if systems else ())
                for each in parameters(self._get(system)["DATUM_SYSTEM"][4])]
        return self._made(name, _KINDS[keyword], [own[3]], 0.0, (0.0, self._value(own[2])), refs=tuple(refs),
                          around=bool(self._by(target, "TOLERANCE_ZONE")))

    def _property(self, name: str, target: bytes, own: list[bytes]) -> Pmi:
        values = self._values(self._used(target, "PROPERTY_DEFINITION_REPRESENTATION")[1])
        if unstring(own[0]) == "surface_condition":
            return self._made(name, "roughness", [own[2]], 0.0, (None, float(values["characteristic value"])))
        return self._made(name, "thread", [own[2]], float(values.pop("major diameter")), (None, None),
                          designation=str(values.pop("designation")), more=values)

    def _made(self, name: str, kind: str, surfaces: list[bytes], nominal: float, limits: tuple[float | None, float | None], *,
              fit: str = "", refs: tuple[str, ...] = (), around: bool = False, designation: str = "",
              more: dict[str, str | float] | None = None) -> Pmi:
        told = {**(more or {}), **self._told(name)}
        return Pmi(name, kind, nominal, *limits, fit, self._features.get(name, ""), refs,
                   tuple(self._on(surface) for surface in surfaces), around, designation, told)

    def _told(self, name: str) -> dict[str, str | float]:
        for each in self._of_kind["PROPERTY_DEFINITION"]:
            kind, of, _ = self._get(each)["PROPERTY_DEFINITION"]
            if (unstring(kind), unstring(of)) == (PROPERTY, name):
                return self._values(self._used(each, "PROPERTY_DEFINITION_REPRESENTATION")[1])
        return {}

    def _on(self, aspect: bytes, within: tuple[bytes, ...] = ()) -> tuple[int, ...]:
        """The faces of a feature, or of all that it is composed of. ValueError if it is part of itself."""
        if aspect in within:
            raise ValueError("a feature is part of itself")
        usages = self._by(aspect, "GEOMETRIC_ITEM_SPECIFIC_USAGE")
        faces = [self._faces[self._get(usage)["GEOMETRIC_ITEM_SPECIFIC_USAGE"][4]] for usage in usages]
        faces += [face for part in self._parts(aspect) for face in self._on(part, (*within, aspect))]
        return tuple(sorted(faces))

    def _parts(self, aspect: bytes) -> list[bytes]:
        """What a feature is composed of."""
        links = [self._get(each)["SHAPE_ASPECT_RELATIONSHIP"] for each in self._by(aspect, "SHAPE_ASPECT_RELATIONSHIP")]
        return [link[3] for link in links if link[2] == aspect and not self._entities[link[3]].startswith(b"DATUM(")]

    def _datum_features(self) -> list[tuple[dict[str, list[bytes]], str]]:
        links = [self._get(each)["SHAPE_ASPECT_RELATIONSHIP"] for each in self._of_kind["SHAPE_ASPECT_RELATIONSHIP"]]
        return [(self._get(link[2]), self._letter(link[3])) for link in links
                if self._entities.get(link[3], b"").startswith(b"DATUM(")]

    def _letter(self, datum: bytes) -> str:
        return unstring(self._get(datum)["DATUM"][4])

    def _values(self, representation: bytes) -> dict[str, str | float]:
        """Items by name: text, or the figure of a measure in its own unit."""
        found: dict[str, str | float] = {}
        first = next(iter(self._get(representation).values()))
        for name in parameters(first[1]):
            item = self._get(name)
            if "DESCRIPTIVE_REPRESENTATION_ITEM" in item:
                label, text = item["DESCRIPTIVE_REPRESENTATION_ITEM"]
                found[unstring(label)] = unstring(text)
            elif "MEASURE_WITH_UNIT" in item:
                found[unstring(item["REPRESENTATION_ITEM"][0])] = float(parameters(item["MEASURE_WITH_UNIT"][0])[0])
            else:
                label, value, _ = item["MEASURE_REPRESENTATION_ITEM"]
                found[unstring(label)] = float(parameters(value)[0])
        return found

    def _value(self, measure: bytes) -> float:
        return float(parameters(next(iter(self._get(measure).values()))[0])[0])

    def _used(self, target: bytes, keyword: str) -> list[bytes]:
        return self._get(self._by(target, keyword)[0])[keyword]

    def _by(self, target: bytes, keyword: str) -> list[bytes]:
        """Instances of one entity that refer to `target`."""
        return [name for name in self._users[target] if self._entities[name].startswith(keyword.encode() + b"(")]

    def _get(self, name: bytes) -> dict[str, list[bytes]]:
        """Keywords of an instance, each with its parameters; several of a complex instance."""
        text = self._entities[name]
        if not text.startswith(b"("):
            return {_first_word(text): parameters(text)}
        found, rest = {}, text[1:-1]
        while rest:
            end = _closing(rest)
            found[_first_word(rest)] = parameters(rest[:end])
            rest = rest[end:]
        return found


_LINKS = frozenset({"ID_ATTRIBUTE", "DIMENSIONAL_CHARACTERISTIC_REPRESENTATION", "PLUS_MINUS_TOLERANCE", "TOLERANCE_ZONE",
                    "PROPERTY_DEFINITION", "PROPERTY_DEFINITION_REPRESENTATION", "GEOMETRIC_ITEM_SPECIFIC_USAGE",
                    "SHAPE_ASPECT_RELATIONSHIP"})
"""Entities that tell something of what they refer to."""


def _first_word(text: bytes) -> str:
    found = _WORD.match(text)
    return found[0].decode("ascii") if found else ""


def _closing(text: bytes) -> int:
    """Where the first bracket that is opened is closed again: the place after it. Brackets in strings do not count."""
    depth, quoted = 0, False
    for place, sign in enumerate(text):
        if sign == ord("'"):
            quoted = not quoted
        elif not quoted:
            depth += (sign == ord("(")) - (sign == ord(")"))
            if sign == ord(")") and depth == 0:
                return place + 1
    raise ValueError("a bracket is not closed")


def _shown(name: object) -> str:
    return name.decode("ascii", "replace") if isinstance(name, bytes) else repr(name)
