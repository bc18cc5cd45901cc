"""Drawings of a product as files: every made part on a sheet of its own, the whole on another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from configurator.errors import LotOneError, PackageError
from configurator.exchange.sheet import (
    Sheet,
    SheetError,
    TitleBlock,
    draft_mark,
    title_block,
    write_dxf,
    write_pdf,
    write_svg,
)
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.package import names
from configurator.package.inputs import Inputs
from configurator.product.placement import Placement
from configurator.product.product import Product
from configurator.texts import say

from .assembly import Looked, laid_out, requests
from .composing import Composed, start
from .heads import part_notes, part_title, properties, whole_notes, whole_title
from .looks import Looks
from .memo import Memo, memo_of
from .pieces import Asked, Piece, asked, together
from .wording import Numbered


def drawings(product: Product, answers: Sequence[PartAnswer], geometry: Geometry, inputs: Inputs) -> dict[str, bytes]:
    """Every drawing: path in the package to bytes, "drawing/<number>-NN_A.pdf", .dxf and .svg, in the order of the template;
    last that of the whole, "drawing/<number>_A_asm.*", if the product is put together of several pieces.

    `answers` are those of `geometry` for this product; of them only rows of faces, measured values, keys and reads are used.
    The workers that made the parts compose them. What is composed for a shape is kept as long as `geometry` is, so that
    only the title block changes where a part stays as it was. PackageError names the part whose drawing cannot be
    composed, and what found no room.
    """
    looks = {answer.name: Looks(product, answer.name, geometry) for answer in answers}
    made = [answer for answer in answers if not product.parts[answer.name].is_bought]
    numbered = {answer.name: _numbered(product, answer.name, inputs.language)
                for answer in made}
    placements = {answer.name: tuple(product.parts[answer.name].placements(product)) for answer in answers}
    memo, language = memo_of(geometry), inputs.language
    keys = {answer.name: (answer.key, repr(numbered[answer.name]),
                          part_notes(product, answer, numbered[answer.name], language), language) for answer in made}

    def begin(part: str) -> Future[Composed]:
        return start(geometry, product, part, *keys[part][2:], numbered=numbered[part])

    def there(part: str) -> Composed:
        return (begun.get(part) or begin(part)).result()

    begun = {answer.name: begin(answer.name) for answer in made if keys[answer.name] not in memo}
    whole = _Whole(product, answers, placements, numbered, looks) if made and sum(map(len, placements.values())) > 1 else None
    if whole:
        whole.start(memo)
        whole_composed = _tried(lambda: whole.composed(memo, language))  # while workers compose the parts
    files: dict[str, bytes] = {}
    for answer in made:
        name = answer.name
        try:
            found = memo.once(keys[name], partial(there, name))
            written = _written(found, part_title(product, answer, inputs), inputs)
        except (PackageError, SheetError) as error:
            raise PackageError(f"{product.template}.{name}: no drawing of {product.part_number(name)}: {error}") from error
        files.update({names.part_file(product, name, "drawing", suffix): data for suffix, data in written.items()})
    if whole:
        try:
            written = _written(whole_composed.result(), whole_title(product, answers, inputs), inputs)
        except (PackageError, SheetError) as error:
            raise PackageError(f"{product.template}: no drawing of the whole {product.number}: {error}") from error
        files.update({names.whole_file(product, "drawing", suffix, "_asm"): data for suffix, data in written.items()})
    return files


def _tried(make: Callable[[], Composed]) -> Future[Composed]:
    """What was made, or why it could not be: told later, since a part that has no drawing is told first."""
    done: Future[Composed] = Future()
    try:
        done.set_result(make())
    except LotOneError as error:
        done.set_exception(error)
    return done


def _numbered(product: Product, part: str, language: str) -> list[Numbered]:
    return [Numbered(each, at, product.characteristic_label(part, each, language))
            for at, each in enumerate(product.controlled(part), 1)]


def _written(found: Composed, title: TitleBlock, inputs: Inputs) -> dict[str, bytes]:
    """Bytes by suffix."""
    paper, language = found.blank.paper, inputs.language
    block = title_block(replace(title, scale=str(found.scale), paper=paper.name), paper, language)
    mark = () if inputs.release else (draft_mark(paper, language),)
    sheet = Sheet(paper, (*mark, *found.blank.groups, block, *found.groups))
    about = properties(title)
    return {"pdf": write_pdf(sheet, about), "dxf": write_dxf(sheet, about), "svg": write_svg(sheet, about)}


class _Whole:
    """The drawing of the whole: sections until every part that has a place is seen in one."""

    def __init__(self, product: Product, answers: Sequence[PartAnswer], placements: dict[str, tuple[Placement, ...]],
                 numbered: dict[str, list[Numbered]], looks: dict[str, Looks]) -> None:
        self._product, self._looks = product, looks
        self._views = []
        for name, request, axis in requests(answers, placements, numbered):
            wanted = asked(answers, placements, request)
            key = (name, tuple((each, next(answer.key for answer in answers if answer.name == each.part)) for each in wanted))
            self._views.append((key, wanted, axis))

    def start(self, memo: Memo) -> None:
        """Ask for what the first section needs."""
        key, wanted, _ = self._views[0]
        if key not in memo:
            for each in wanted:
                self._looks[each.part].start([each.request])

    def composed(self, memo: Memo, language: str) -> Composed:
        """The sheet. PackageError says what found no room."""
        looked: list[Looked] = []
        missing = {each.part for _, wanted, _ in self._views for each in wanted}
        for key, wanted, axis in self._views:
            pieces = memo.once(key, partial(self._pieces, wanted))
            cut = {piece.part for piece in pieces if piece.regions}
            if cut & missing:
                looked.append(Looked(key[0], pieces, axis))
            missing -= cut
            if not missing:
                break
        # what lies behind the plane of a section is drawn only if no section cuts it
        looked = [replace(each, pieces=tuple(piece for piece in each.pieces if piece.regions or piece.part in missing))
                  for each in looked]
        return Composed(*laid_out(self._product, looked, whole_notes(language), say("sheet.notes", language),
                                  language))

    def _pieces(self, wanted: Sequence[Asked]) -> tuple[Piece, ...]:
        for each in wanted:
            self._looks[each.part].start([each.request])
        return tuple(together(wanted, lambda part, request: self._looks[part]([request])[0]))
