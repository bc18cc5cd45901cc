"""Links as QR codes."""

from __future__ import annotations

from html import escape

from configurator.texts import say


def picture(link: str, language: str, *, border: int = 2) -> str:
    """SVG of a link, with its name for who does not see it. `border`: white around it, in dots."""
    import segno

    drawn = segno.make(link, error="m").svg_inline(scale=4, border=border, dark="#1b1a18", light="#ffffff", omitsize=True)
    return f'<div class="lo-qr" role="img" aria-label="{escape(say("web.qr", language))}">{drawn}</div>'
