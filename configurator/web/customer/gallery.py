"""The first page: what can be made."""

from __future__ import annotations

from html import escape

from configurator.errors import LotOneError
from configurator.product.catalogue import load_template, template_names
from configurator.product.product import Product, described
from configurator.web import visit
from configurator.web.frame import say_here
from configurator.web.routes.views import PICTURES
from configurator.web.server import current


def page() -> None:
    """A card for each product."""
    import streamlit as st

    language = visit.language()
    st.html(f'<header class="lo-hero"><h1>{escape(say_here("hero"))}</h1><p>{escape(say_here("hero_told"))}</p></header>')
    shown, broken = [], []
    for name in template_names():
        try:
            shown.append(load_template(name))
        except LotOneError:
            broken.append(name)
    if not shown:
        st.info(say_here("nothing_there"))
    st.html('<ul class="lo-gallery">' + "".join(_card(each, language) for each in shown) + "</ul>")
    if broken:
        st.caption(say_here("broken_templates", names=", ".join(broken)))


def _card(template: type[Product], language: str) -> str:
    title = escape(template.heading(language))
    told = escape(template.words.word(language, "template", "description", described(template)).partition(" Frame:")[0])
    picture = template.home is not None and any((template.home / name).is_file() for name in PICTURES)
    image = (f'<img src="/api/templates/{template.template}/picture" alt="" loading="lazy" width="960" height="720">' if picture
             else f'<span class="lo-no-picture" aria-hidden="true">{title[:1]}</span>')
    count = current().counts.of(template)
    many = say_here("many", count=_about(count)) if count else ""
    return (f'<li><a href="/configure?t={template.template}" target="_self"><figure>{image}</figure><h2>{title}</h2>'
            f'<p>{told}</p><p class="lo-quiet">{escape(many)}</p>'
            f'<span class="lo-go">{escape(say_here("configure"))}</span></a></li>')


def _about(count: float) -> str:
    from .controls import rounded

    return rounded(count)
