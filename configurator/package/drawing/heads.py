"""Title block and notes of a sheet, filled from the product and the package inputs."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from configurator.exchange.sheet import DocumentProperties, TitleBlock, general_notes, number
from configurator.geometry.answers import PartAnswer
from configurator.making.bill import mass, together
from configurator.package.inputs import Inputs
from configurator.product.bill import Line, lines
from configurator.product.characteristics import Characteristic
from configurator.product.lettering import Text
from configurator.product.product import Product
from configurator.standards.edges import edge
from configurator.standards.general import designation
from configurator.texts import listed, say, written

from .wording import Numbered, is_frame

_NONE = "\N{EN DASH}"
"""What stands in a field that ISO 7200 demands and nobody filled."""
_LONGEST = {"title": 25, "supplementary_title": 50, "approver": 20, "document_type": 30, "status": 20}
"""Characters, ISO 7200 (exchange/sheet/title_block_fields.csv)."""


def part_title(product: Product, answer: PartAnswer, inputs: Inputs) -> TitleBlock:
    """The block of a part; scale and size of the sheet are filled in when they are known."""
    line = _line(product, answer.name, inputs.language)
    grams = mass(product, answer.name, answer.measured)
    title, more = _in_two(product.part_label(answer.name, inputs.language))
    others = any(each.kind == "roughness" for each in product.controlled(answer.name))
    return _block(product, inputs, product.part_number(answer.name), title, more,
                  "drawing.part", line.material, grams, len(product.parts[answer.name].placements(product)), others)


def whole_title(product: Product, answers: Sequence[PartAnswer], inputs: Inputs) -> TitleBlock:
    """The block of the assembly; its mass is known if that of every made part is."""
    grams = together((mass(product, answer.name, answer.measured), len(product.parts[answer.name].placements(product)),
                      product.parts[answer.name].is_bought) for answer in answers)
    title, more = _in_two(product.heading(inputs.language))
    return _block(product, inputs, product.number, title, more, "drawing.assembly", "", grams, 1, False)


def whole_notes(language: str) -> tuple[str, ...]:
    """Notes on the sheet of the whole."""
    return (say("sheet.note_millimetres", language),
            say("drawing.model", language))


def properties(title: TitleBlock) -> DocumentProperties:
    """What a file of the sheet says about itself."""
    return DocumentProperties(f"{title.number} {title.title}", title.legal_owner.replace("\n", " "), title.document_type,
                              language=title.language)


def part_notes(product: Product, answer: PartAnswer, numbered: Sequence[Numbered], language: str) -> tuple[str, ...]:
    """Notes on the sheet of a part."""
    line = _line(product, answer.name, language)
    sized = [each for each in numbered if each.each.kind != "roughness" and not is_frame(each.each)]
    treated = bool(line.treatment)
    found = [*general_notes(language, edges=edges(), finishing=_finishing([each.each for each in sized]) if treated else "")]
    if line.condition:
        found.append(say("drawing.condition", language, condition=line.condition))
    if line.treatment:
        found.append(say("drawing.treatment", language, treatment=line.treatment))
    found += _allowances(sized, language)
    every = [str(each.balloon) for each in numbered if each.each.critical]
    if every:
        found.append(say("drawing.every", language, numbers=", ".join(every)))
    words = _lettering(product, answer)
    if words:
        found.append(say("drawing.lettering", language, words=listed((f"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}{each}"
                         "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}" for each in words), language)))
    found.append(say("drawing.model", language))  # no file's name: what is composed is kept for other products with this part
    return tuple(found)


@cache
def edges() -> tuple[float, float]:
    """Edges outside and inside without an indication, mm (figures.csv). NotInStandard if one is none of ISO 13715."""
    with (Path(__file__).parent / "figures.csv").open(encoding="utf-8", newline="") as file:
        known = {row["figure"]: float(row["value"]) for row in csv.DictReader(file)}
    outside, inside = known["edge_outside"], known["edge_inside"]
    edge("external", outside)
    edge("internal", inside)
    return outside, inside


def _block(product: Product, inputs: Inputs, of: str, title: str, more: str, kind: str, material: str, grams: float | None,
           quantity: int, others: bool) -> TitleBlock:
    language, released = inputs.language, inputs.release
    status = say("drawing.released", language, date=released.on) if released else say("drawing.draft", language)
    return TitleBlock(
        inputs.owner or _NONE, of, inputs.date or _NONE, title, "Lot One",
        _short(released.by if released else _NONE, "approver"), say(kind, language), revision=product.revision,
        supplementary_title=_short(more, "supplementary_title"),
        status=_short(status, "status"), language=language, material=material,
        mass="" if grams is None else f"{written(float(f'{grams:.3g}'), language)} g",
        quantity=str(quantity), tolerances=designation(product.general_tolerances), others=others)


def _line(product: Product, part: str, language: str) -> Line:
    return next(each for each in lines(product, language) if each.part == part)


def _in_two(words: str) -> tuple[str, str]:
    """What has room as a title, and the rest."""
    if len(words) <= _LONGEST["title"]:
        return words, ""
    head = words[:_LONGEST["title"] + 1].rpartition(" ")[0] or words[:_LONGEST["title"]]
    return head, words[len(head):].strip()


def _short(words: str, field: str) -> str:
    longest = _LONGEST[field]
    return words if len(words) <= longest else words[:longest - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def _finishing(sized: Sequence[Characteristic]) -> Literal["", "before", "after"]:
    """When most sizes hold; those that do not say so themselves."""
    return "after" if sized and any(each.finished for each in sized) else "before" if sized else ""


def _allowances(sized: Sequence[Numbered], language: str) -> list[str]:
    values: dict[float, list[str]] = {}
    for each in sized:
        if each.each.allowance:
            values.setdefault(each.each.allowance, []).append(str(each.balloon))
    return [say("drawing.allowance" if value > 0 else "drawing.growth", language, numbers=", ".join(balloons),
                allowance=number(abs(value), language)) for value, balloons in values.items()]


def _lettering(product: Product, answer: PartAnswer) -> list[str]:
    """Texts that the part or a step of it read: what is written on it."""
    reads = dict.fromkeys(name for names in (answer.reads, *(step.reads for step in answer.steps)) for name in names)
    own = [name for name in product.parameters if name in reads or any(each.startswith(f"{name}.") for each in reads)]
    return [str(value) for name in own if isinstance(value := getattr(product, name), Text) and value]
