"""What is controlled of each part of a template, the rule pack of its process, and whether it keeps it, in closed form."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from configurator.errors import LotOneError
from configurator.making.closed_form import Declared, declared
from configurator.making.findings import MOST, RATIOS
from configurator.making.makeability import declared_only, made_parts, not_judged
from configurator.making.rule_packs import Pack, PackRefused
from configurator.product.characteristics import FORMS, RELATIONS
from configurator.product.product import Product
from configurator.web import limits_in_use, visit
from configurator.web.dimensions import Dimension, dimensions, value
from configurator.web.frame import failed

from .frame import mark, say_here, section, table

_KINDS = {"error": "bad", "warning": "tight", "note": ""}


def controlled(product: Product, *, default: bool) -> None:
    """Draw it for a configuration. `default`: whether it is the template's default."""
    import streamlit as st

    language = visit.language()
    section(say_here("controlled"))
    st.caption(say_here("controlled_default" if default else "controlled_of", number=product.number))
    try:
        packs: Mapping[str, Pack] = limits_in_use.rule_packs()
    except PackRefused as error:
        failed(say_here("pack_refused", reason=str(error)))
        packs = {}
    try:
        for part in made_parts(product):
            _part(product, part, packs.get(product.process_of(part)), language)
        _findings(product, packs, language)
    except LotOneError as error:  # a characteristic that makes no sense names template, part and itself
        failed(str(error))


def _part(product: Product, part: str, pack: Pack | None, language: str) -> None:
    import streamlit as st

    label, rows = product.part_label(part, language), dimensions(product, part, language)
    judged = {each.name: each for each in declared(product, part, pack)} if pack is not None else {}
    with st.expander(f"{label} · {len(rows)} · {_pack_in_short(product, part, pack, language)}", key=f"lo-d-part-{part}"):
        if not rows:
            st.write(say_here("nothing_controlled", part=label, tolerances=f"ISO 2768-{product.general_tolerances}"))
            return
        table(label, [say_here(key) for key in ("characteristic", "nominal", "limits", "by", "limit")], [
            (f"{each.row.balloon} <code>{escape(each.row.name)}</code><br>{escape(each.row.label)}", _nominal(each),
             escape(each.limits), escape(each.row.by if each.row.kind != "thread" else ""),
             _against(judged.get(each.row.name), language)) for each in rows])


def _nominal(each: Dimension) -> str:
    """The kind stands before what is no size: its symbol is in few typefaces."""
    kind = f"<code>{escape(each.row.kind)}</code> " if each.row.kind in (*FORMS, *RELATIONS) else ""
    return kind + escape(each.nominal)


def _pack_in_short(product: Product, part: str, pack: Pack | None, language: str) -> str:
    process = product.process_of(part)
    if pack is None:
        return say_here("pack_none", process=process)
    wall = pack.wall_of(product.material_of(part))
    if wall is None or wall.value is None:
        return say_here("pack_no_wall", process=process, digest=pack.digest[:8], material=product.material_name(part))
    return say_here("pack_of", process=process, digest=pack.digest[:8], wall=value(wall.value, "mm", language))


def _against(judged: Declared | None, language: str) -> str:
    """A value against its limit; empty where no limit is held against it."""
    if judged is None or judged.limit.value is None:
        return ""
    unit = "" if judged.code in RATIOS else "mm"
    sign = "≤" if judged.code in MOST else "≥"
    said = say_here("limit_kept" if judged.kept else "limit_broken", value=value(judged.value, unit, language),
                    limit=f"{sign} {value(judged.limit.value, unit, language)}")
    source = escape(f"{judged.limit.grade}, {judged.limit.source}", quote=True)
    return f'{mark(said, "good" if judged.kept else "tight")}<br><small title="{source}">{escape(judged.code)}</small>'


def _findings(product: Product, packs: Mapping[str, Pack], language: str) -> None:
    import streamlit as st

    found = declared_only(product, packs, language)
    if found:
        table(say_here("controlled"), [say_here(key) for key in ("finding", "found_at", "advice")], [
            (f"{mark(each.code, _KINDS[each.severity])}<br>{escape(each.sentence)}", escape(each.place),
             escape(each.suggestion)) for each in found])
    else:
        count = sum(len(declared(product, part, packs[product.process_of(part)])) for part in made_parts(product)
                    if product.process_of(part) in packs)
        st.html(mark(say_here("declared_good", count=count), "good"))
    open_ = not_judged(product, packs, language)
    if open_:
        with st.expander(f"{say_here('not_judged')} · {len(open_)}"):
            st.markdown("\n".join(f"- {each}" for each in open_))
