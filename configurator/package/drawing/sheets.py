"""Drawings of a product as files: every made part on a sheet of its own, the whole on another one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from threading import Lock
from typing import NamedTuple
from weakref import WeakKeyDictionary

from configurator.errors import PackageError
from configurator.exchange.sheet import (
    Group,
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
from configurator.geometry.views import View, ViewRequest
from configurator.package import names
from configurator.package.inputs import Inputs
from configurator.product.product import Product
from configurator.standards.scales import Scale
from configurator.texts import say

from .choice import choose, first_requests
from .composition import Blank, blank, composed, papers
from .heads import part_notes, part_title, properties
from .wording import Numbered

_KEPT = 256
"""Compositions that are kept for each Geometry: shape, characteristics and notes say everything of one."""


class Composed(NamedTuple):
    """A sheet without its title block."""

    blank: Blank
    scale: Scale
    groups: tuple[Group, ...]


def drawings(product: Product, answers: Sequence[PartAnswer], geometry: Geometry, inputs: Inputs) -> dict[str, bytes]:
    """Every drawing: path in the package to bytes, "drawing/<number>-NN_A.pdf", .dxf and .svg, in the order of the template.

    `answers` are those of `geometry` for this product; of them only rows of faces, measured values, keys and reads are used.
    Views are asked for of the workers that made the parts. What is composed for a shape is kept as long as `geometry` is,
    so that only the title block changes where a part stays as it was. PackageError names the part whose drawing cannot be
    composed, and what found no room.
    """
    looks = {answer.name: _Looks(product, answer.name, geometry) for answer in answers}
    made = [answer for answer in answers if not product.parts[answer.name].is_bought]
    numbered = {answer.name: [Numbered(each, at) for at, each in enumerate(product.controlled(answer.name), 1)]
                for answer in made}
    known = _memo_of(geometry)
    keys = {answer.name: (answer.key, repr(numbered[answer.name]), part_notes(product, answer, numbered[answer.name],
                                                                            inputs.language), inputs.language)
            for answer in made}
    for answer in made:
        if keys[answer.name] not in known:  # workers go on with the next part while this one is composed
            looks[answer.name].start(first_requests(numbered[answer.name], answer.faces))
    files: dict[str, bytes] = {}
    for answer in made:
        name = answer.name
        found = known.get(keys[name])
        try:
            if found is None:
                found = known.put(keys[name], _composed(answer, numbered[name], keys[name][2], looks[name], inputs.language))
            written = _written(found, part_title(product, answer, inputs), inputs)
            files.update({names.part_file(product, name, "drawing", suffix): data for suffix, data in written.items()})
        except (PackageError, SheetError) as error:
            raise PackageError(f"{product.template}.{name}: no drawing of {product.part_number(name)}: {error}") from error
    return files


def _composed(answer: PartAnswer, numbered: Sequence[Numbered], notes: Sequence[str], look: _Looks, language: str) -> Composed:
    choice = choose(numbered, answer.faces, look)
    blanks = [blank(paper, notes, say("sheet.notes", language)) for paper in papers(len(numbered))]
    return Composed(*composed(choice, blanks, language))


def _written(found: Composed, title: TitleBlock, inputs: Inputs) -> dict[str, bytes]:
    """Bytes by suffix."""
    paper, language = found.blank.paper, inputs.language
    block = title_block(replace(title, scale=str(found.scale), paper=paper.name), paper, language)
    mark = () if inputs.release else (draft_mark(paper, language),)
    sheet = Sheet(paper, (*mark, *found.blank.groups, block, *found.groups))
    about = properties(title)
    return {"pdf": write_pdf(sheet, about), "dxf": write_dxf(sheet, about), "svg": write_svg(sheet, about)}


class _Looks:
    """Views of a part; each is asked for once."""

    def __init__(self, product: Product, part: str, geometry: Geometry) -> None:
        self._product, self._part, self._geometry = product, part, geometry
        self._asked: dict[ViewRequest, tuple[Future[list[View]], int]] = {}

    def start(self, requests: Sequence[ViewRequest]) -> None:
        """Ask without waiting."""
        new = [each for each in dict.fromkeys(requests) if each not in self._asked]
        if new:
            future = self._geometry.views(self._product, self._part, new)
            self._asked.update({each: (future, at) for at, each in enumerate(new)})

    def __call__(self, requests: Sequence[ViewRequest]) -> list[View]:
        """In the order asked for. BuildError names the part."""
        self.start(requests)
        return [future.result()[at] for future, at in (self._asked[each] for each in requests)]


_Key = tuple[str, str, tuple[str, ...], str]


class _Memo:
    """What was composed last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, Composed] = OrderedDict()
        self._lock = Lock()

    def __contains__(self, key: _Key) -> bool:
        with self._lock:
            return key in self._kept

    def get(self, key: _Key) -> Composed | None:
        """None if it is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: _Key, found: Composed) -> Composed:
        """Keep it and give it back."""
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found


_memos: WeakKeyDictionary[Geometry, _Memo] = WeakKeyDictionary()
_memos_lock = Lock()


def _memo_of(geometry: Geometry) -> _Memo:
    with _memos_lock:
        return _memos.setdefault(geometry, _Memo())
