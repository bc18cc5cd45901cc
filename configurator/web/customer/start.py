"""Where a customer begins: with a design somebody shared, one he kept, what he was at work on, or the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from configurator.errors import InvalidChoice, LotOneError, NotKept
from configurator.orders.configured import without_scans, written_down
from configurator.orders.records import Configured, Order
from configurator.product.catalogue import load_template
from configurator.product.product import Product
from configurator.web import tokens
from configurator.web.server import current

from .session import Session


class Begun(NamedTuple):
    """A session, and what is to be told about where it begins (the key of a sentence in [web], "" for nothing)."""

    session: Session
    told: str


def begin(template: type[Product], owner: str, design: str = "", token: str = "", order: str = "") -> Begun:
    """A session. LotOneError if a link leads nowhere; a design that can no longer be made becomes the nearest one that can."""
    if design:
        found = current().store.design(design)
        if found is None or found.configured.template != template.template:
            raise NotKept("there is no such design; it may have been deleted, or the link is incomplete")
        mine = found.configured if found.owner == owner else without_scans(found.configured)
        return _from(template, mine.choices, mine.own)
    if order:
        ordered = changing(order, owner).configured
        began = current().store.change(order) or ordered
        begun = _from(template, began.choices, began.own)
        return Begun(begun.session, begun.told or ("went_on" if began.choices != ordered.choices else ""))
    if token:
        named, choices, own = tokens.read(token)
        if named is not template:
            raise tokens.TokenRefused("this link belongs to another product")
        return _from(template, choices, own)
    try:
        draft = current().store.draft(owner, template.template)
    except NotKept:
        draft = None
    if draft is not None:
        begun = _from(template, draft.choices, draft.own)
        return Begun(begun.session, begun.told or "went_on")
    return Begun(Session(template), "")


def changing(order: str, owner: str) -> Order:
    """The order that its owner wants to change. NotKept if it is not his, or cannot be changed any more."""
    found = current().store.order(order)
    if found is None or found.owner != owner or found.withdrawn:
        raise NotKept("there is no such order of yours that can be changed")
    return found


def template_of(name: str, design: str, token: str) -> type[Product]:
    """The template that a link is about. LotOneError if it leads nowhere."""
    if design:
        found = current().store.design(design)
        if found is None:
            raise NotKept("there is no such design; it may have been deleted, or the link is incomplete")
        return load_template(found.configured.template)
    if token:
        return tokens.read(token)[0]
    return load_template(name)


def keep_draft(session: Session, owner: str, order: str = "") -> str:
    """Keep what the customer is at work on, what he changes of an `order` with it. The reason if that failed, else ""."""
    try:
        if order:
            current().store.keep_change(order, owner, kept(session))
        else:
            current().store.keep_draft(owner, kept(session))
    except NotKept as error:
        return str(error)
    return ""


def kept(session: Session) -> Configured:
    """The design on screen as it is kept."""
    return written_down(session.product, session.own)


def _from(template: type[Product], choices: Mapping[str, Any], own: tuple[str, ...]) -> Begun:
    known = {name: value for name, value in choices.items() if name in template.parameters}
    changed = len(known) < len(choices)
    try:
        product = template(**known)
    except InvalidChoice:
        changed = True
        proper = {name: value for name, value in known.items() if _accepted(template, name, value)}
        product = template.space.complete({}, near=proper)
    mine = {name: product.choices[name] for name in own
            if name in product.choices and product.choices[name] == choices.get(name)}
    return Begun(Session(template, mine, product), "adapted" if changed else "")


def _accepted(template: type[Product], name: str, value: Any) -> bool:
    try:
        return not template.accept({name: value})[1]
    except LotOneError:
        return False
