"""Tables that can be moved sideways where they are too wide."""

from __future__ import annotations

from html import escape
from typing import Any


def table(st: Any, label: str, heads: str, rows: str) -> None:
    """Draw one. `heads` and `rows` are HTML already."""
    st.html(f'<div class="lo-scroll" tabindex="0" role="region" aria-label="{escape(label)}"><table class="lo-table">'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>")
