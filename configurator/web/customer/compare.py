"""Two designs side by side: both in 3D, and what is different."""

from __future__ import annotations

from html import escape

from configurator.errors import LotOneError
from configurator.orders.configured import made_again
from configurator.product.telling import told
from configurator.web import visit
from configurator.web.frame import failed, say_here

from .configure import show


def page() -> None:
    """The last two designs that were put here."""
    import streamlit as st

    language = visit.language()
    st.title(say_here("compare"))
    kept = st.session_state.get("compare", [])
    if len(kept) < 2:
        st.info(say_here("compare_empty"))
        return
    try:
        products = [made_again(each) for each, _ in kept[-2:]]
    except LotOneError as error:
        failed(str(error))
        return
    for place, (column, product) in enumerate(zip(st.columns(2, gap="medium"), products, strict=True)):
        with column:
            show(product, language, f"viewer-{place}", ("views", "edges", "section", "dimensions"))
    one, two = products
    if type(one) is not type(two):
        return
    template = type(one)
    different = [name for name in template.parameters if one.choices[name] != two.choices[name]]
    if not different:
        st.info(say_here("compare_same"))
        return
    rows = "".join(f"<tr><th scope=row>{escape(template.label(name, language))}</th>"
                   + "".join(f"<td>{escape(told(template, name, getattr(each, name), language))}</td>" for each in products)
                   + "</tr>" for name in different)
    st.html(f'<table class="lo-table"><thead><tr><th scope=col>{escape(say_here("choice"))}</th>'
            + "".join(f"<th scope=col>{each.number}</th>" for each in products) + f"</tr></thead><tbody>{rows}</tbody></table>")
