"""The document that every page begins with: Streamlit's, with our title, language, icon and style from the first byte on."""

from __future__ import annotations

import re
from html import escape

from .cookies import LANGUAGE, preferred

_COOKIE = re.compile(rf"(?:^|;\s*){LANGUAGE}=(en|fr|de)(?:;|$)")
_STYLES = ("tokens.css", "page.css")
_PRELOAD = re.compile(r'<link\s+rel="preload"[^>]*SourceSans[^>]*>', re.DOTALL)
_FONT = ('<link rel="preload" href="/assets/fonts/hanken-grotesk-latin-wght-normal.woff2" as="font" type="font/woff2" '
         "crossorigin>")
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_WORDS = {
    "en": "This page needs JavaScript. The same things can be had with the command configurator, and over HTTP: "
          "/api/openapi.json.",
    "fr": "Cette page a besoin de JavaScript. Les mêmes choses s'obtiennent par la commande configurator, et par HTTP : "
          "/api/openapi.json.",
    "de": "Diese Seite braucht JavaScript. Dasselbe gibt es mit dem Befehl configurator und über HTTP: /api/openapi.json."}


def language_of(cookies: str, accepts: str) -> str:
    """The language of a first request: as it was switched before, else as the browser asks."""
    match = _COOKIE.search(cookies)
    return match[1] if match else preferred({"Accept-Language": accepts})


def dressed(document: str, language: str, title: str = "Lot One") -> str:
    """Streamlit's document as ours."""
    links = "".join(f'<link rel="stylesheet" href="/assets/{name}">' for name in _STYLES)
    document = document.replace('<html lang="en">', f'<html lang="{language}">', 1)
    document = document.replace("<title>Streamlit</title>", f"<title>{escape(title)}</title>{links}", 1)
    document = document.replace('href="./favicon.png"', 'href="/assets/icon.svg" type="image/svg+xml"', 1)
    document = _PRELOAD.sub(_FONT, document, count=1)
    return _NOSCRIPT.sub(f"<noscript><p>{escape(_WORDS[language])}</p></noscript>", document, count=1)
