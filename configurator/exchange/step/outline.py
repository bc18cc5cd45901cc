"""What a STEP file says of itself, read as text: no kernel, so that a package can be checked anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from configurator.errors import PackageRefused

from .part21 import Exchange, dangling, parameters, read, unstring
from .parts import Header


@dataclass(frozen=True, slots=True)
class StepOutline:
    """Counts and names of a STEP file."""

    schema: str
    header: Header
    solids: int
    """Instances of MANIFOLD_SOLID_BREP and BREP_WITH_VOIDS."""
    faces: tuple[int, ...]
    """Faces of each CLOSED_SHELL, in the order of the file."""
    products: tuple[str, ...]
    """Names of the products, in the order of the file."""
    occurrences: tuple[str, ...]
    """Names of the pieces in assemblies, in the order of the file."""
    volumes: dict[str, float]
    """Validation volume of each product that has one, mm3."""
    dangling: tuple[str, ...]
    """References to instances that are not there; sorted."""
    duplicates: tuple[str, ...]
    """Instances that stand more than once."""


def outline(data: bytes) -> StepOutline:
    """Reads a STEP file as text.

    Raises PackageRefused if the text is broken or what is asked for cannot be found in it; of other references to
    nothing the result tells.
    """
    exchange = read(data)
    try:
        return _outlined(exchange)
    except PackageRefused:
        raise
    except KeyError as missing:
        raise PackageRefused([f"STEP: {missing.args[0].decode()} is referred to and missing"]) from missing
    except (ValueError, IndexError, StopIteration) as cause:
        raise PackageRefused(["STEP: the parameters of an entity are not those of its schema"]) from cause


def _outlined(exchange: Exchange) -> StepOutline:
    entities = exchange.entities
    return StepOutline(
        schema=_words(_header(exchange, b"FILE_SCHEMA")[0]),
        header=_read_header(exchange),
        solids=sum(text.startswith((b"MANIFOLD_SOLID_BREP(", b"BREP_WITH_VOIDS(")) for text in entities.values()),
        faces=tuple(len(parameters(parameters(entities[name])[1])) for name in exchange.of_type(b"CLOSED_SHELL")),
        products=tuple(unstring(parameters(entities[name])[1]) for name in exchange.of_type(b"PRODUCT")),
        occurrences=tuple(unstring(parameters(entities[name])[1])
                          for name in exchange.of_type(b"NEXT_ASSEMBLY_USAGE_OCCURRENCE")),
        volumes=_volumes(exchange),
        dangling=tuple(name.decode() for name in dangling(exchange)),
        duplicates=tuple(name.decode() for name in exchange.duplicates))


def _volumes(exchange: Exchange) -> dict[str, float]:
    """Validation volumes: property, its representation, and the product that it hangs on."""
    entities = exchange.entities
    found = {}
    for link in exchange.of_type(b"PROPERTY_DEFINITION_REPRESENTATION"):
        property_, representation = parameters(entities[link])
        if not entities[property_].startswith(b"PROPERTY_DEFINITION("):
            continue
        kind, name, target = parameters(entities[property_])
        if (unstring(kind), unstring(name)) != ("geometric validation property", "volume"):
            continue
        item, = parameters(parameters(entities[representation])[1])
        product = _product(exchange, target)
        if product is not None:
            found[product] = float(parameters(parameters(entities[item])[1])[0])
    return found


def _product(exchange: Exchange, name: bytes) -> str | None:
    """Name of the product that a shape or a definition belongs to; None for the shape of something else."""
    text = exchange.entities[name]
    for keyword in (b"PRODUCT_DEFINITION_SHAPE(", b"PRODUCT_DEFINITION(", b"PRODUCT_DEFINITION_FORMATION("):
        if text.startswith(keyword):
            text = exchange.entities[parameters(text)[2]]
    return unstring(parameters(text)[1]) if text.startswith(b"PRODUCT(") else None


def _read_header(exchange: Exchange) -> Header:
    name, stamp, author, organization, _, system, authorisation = _header(exchange, b"FILE_NAME")
    return Header(file_name=unstring(name), description=_words(_header(exchange, b"FILE_DESCRIPTION")[0]),
                  organization=_words(organization), author=_words(author), time_stamp=unstring(stamp),
                  originating_system=unstring(system), authorisation=unstring(authorisation))


def _header(exchange: Exchange, keyword: bytes) -> list[bytes]:
    return parameters(next(text for text in exchange.header if text.startswith(keyword + b"(")))


def _words(strings: bytes) -> str:
    return ", ".join(map(unstring, parameters(strings)))
