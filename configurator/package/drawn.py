"""The drawings of a package: asked for while other files are written, and read back in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from math import isclose
from typing import NamedTuple

from configurator.errors import BuildFailed, PackageError
from configurator.exchange.sheet.dxf import lettering, read_lettering
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.product.measured import Finding
from configurator.product.product import Product
from configurator.texts import say

from .drawing import drawings
from .inputs import Inputs
from .manifest import CharacteristicRecord, Manifest
from .names import drawing_files, part_file

MISSING = "DRAWING_MISSING"
"""Code of the finding on a part whose drawing could not be composed."""
_REFUSED = (PackageError, BuildFailed)
"""What happens again whenever it is tried; a worker that dies or is late is no reason for a package without a drawing."""
_SUFFIXES = ("pdf", "dxf", "svg")
_TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NEAR = 4
"""Words of a dimension that follow its balloon."""
_ROUNDED = 5e-4
"""mm: what a nominal may lie beside itself when it is written with three places."""


class DrawnSheets(NamedTuple):
    """Files by path, the numbers they are of, and a finding for each part that has none."""

    files: dict[str, bytes]
    numbers: tuple[str, ...]
    findings: tuple[Finding, ...]


def drawn(product: Product, answers: Sequence[PartAnswer], geometry: Geometry, inputs: Inputs) -> DrawnSheets:
    """Every drawing that can be composed. One that cannot is a finding: the rest of the package is as good without it."""
    made = [answer.name for answer in answers if not product.parts[answer.name].is_bought]
    findings: list[Finding] = []
    try:
        files = drawings(product, answers, geometry, inputs)
    except _REFUSED as refusal:
        files = {}
        for answer in answers:
            if answer.name in made:
                try:
                    files |= _alone(product, answer, geometry, inputs, refusal)
                except _REFUSED as error:
                    findings.append(_missing(product, answer.name, error, inputs.language))
        if sum(len(product.parts[answer.name].placements(product)) for answer in answers) > 1:
            findings.append(_missing(product, "", refusal, inputs.language))
    numbers = [product.part_number(name) for name in made if part_file(product, name, "drawing", "pdf") in files]
    whole = drawing_files(product.number, product.revision, whole=True)
    return DrawnSheets(files, (*numbers, *([product.number] if whole[0] in files else [])), tuple(findings))


def _alone(product: Product, answer: PartAnswer, geometry: Geometry, inputs: Inputs, refusal: Exception) -> dict[str, bytes]:
    """The drawing of one part. One that was refused among all is not tried again: trying every scale takes seconds."""
    if f"no drawing of {product.part_number(answer.name)}:" in str(refusal):
        raise refusal
    own = drawings(product, [answer], geometry, inputs)
    wanted = {part_file(product, answer.name, "drawing", suffix) for suffix in _SUFFIXES}
    return {path: data for path, data in own.items() if path in wanted}


def _missing(product: Product, part: str, reason: Exception, language: str) -> Finding:
    """On a part, or on the whole."""
    label = product.part_label(part, language) if part else product.heading(language)
    words = {"part": label, "reason": reason.reason if isinstance(reason, BuildFailed) else str(reason)}
    return Finding(MISSING, "warning", product.part_number(part) if part else product.number,
                   say("package.drawing_missing", language, **words), None, None,
                   say("package.drawing_missing_do", language, **words))


def drawing_differences(manifest: Manifest, members: Mapping[str, bytes]) -> Iterator[str]:
    """Whether each made part has a drawing or a finding that says why not, and each drawing tells what the manifest does."""
    excused = {each.place for each in manifest.findings if each.code == MISSING}
    whole = [manifest.number] if sum(part.quantity for part in manifest.parts) > 1 else []
    for number in (*(part.number for part in manifest.made), *whole):
        if number not in manifest.drawings and number not in excused:
            yield f"{number} has no drawing, and no finding says why"
    records = {part.number: part.characteristics for part in manifest.made}
    for number in manifest.drawings:
        pdf, dxf, svg = drawing_files(number, manifest.revision, whole=number == manifest.number)
        if not members[pdf].startswith(b"%PDF-") or not members[pdf].rstrip().endswith(b"%%EOF"):
            yield f"{pdf}: is no PDF"
        if number.encode() not in members[dxf]:
            yield f"{dxf}: it does not name {number}"
        words = [unescape(word) for word in _TEXT.findall(members[svg].decode("utf-8", "replace"))]
        if number not in words:
            yield f"{svg}: it does not name {number}"
        there = Counter(read_lettering(members[dxf]))
        wanted = Counter(piece for word in words for piece in lettering(word))
        if there != wanted:
            yield (f"{dxf}: its lettering is not that of {svg}: {_listed(wanted - there)} only there, "
                   f"{_listed(there - wanted)} only here")
        for balloon, record in enumerate(records.get(number, ()), 1):
            if not _told(str(balloon), record, words):
                yield f"{svg}: balloon {balloon} ({record.name}) does not say {_wanted_words(record)}"


def _listed(words: Counter[str]) -> str:
    return ", ".join(repr(each) for each in sorted(words)[:_NEAR]) or "nothing"


def _told(balloon: str, record: CharacteristicRecord, words: Sequence[str]) -> bool:
    """Whether nominal, class and deviations follow a balloon of that number."""
    return any(word == balloon and _says(record, words[at + 1:at + 1 + _NEAR]) for at, word in enumerate(words))


def _says(record: CharacteristicRecord, words: Sequence[str]) -> bool:
    plain = " ".join(words).replace(",", ".")
    if record.by and not record.general and record.by not in plain:
        return False
    found = [float(each) for each in _NUMBER.findall(plain)]
    return record.kind == "thread" or all(any(isclose(each, value, rel_tol=0, abs_tol=_ROUNDED + 1e-9) for each in found)
                                          for value in _figures(record))


def _figures(record: CharacteristicRecord) -> list[float]:
    """What stands in figures: the nominal with deviations of its own, or the value of a tolerance or roughness."""
    if record.nominal is None:
        return [] if record.upper is None else [record.upper]
    if record.general or record.by:
        return [record.nominal]
    return [record.nominal, *(abs(limit - record.nominal) for limit in (record.lower, record.upper) if limit is not None)]


def _wanted_words(record: CharacteristicRecord) -> str:
    figures = " ".join(f"{each:.6g}" for each in _figures(record))
    return " ".join(filter(None, (figures if record.kind != "thread" else "", "" if record.general else record.by)))
