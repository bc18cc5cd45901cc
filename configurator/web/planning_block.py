"""The block on a page that tells how a configuration is made; it asks for what it shows by itself, so that no page waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from . import visit
from .components import component
from .frame import texts_of

View = Literal["cost", "characteristics", "route", "measured"]
_SENTENCES: dict[View, tuple[str, ...]] = {
    "cost": ("cost_", "made_"), "characteristics": ("char_", "col_"), "route": ("route_", "col_"),
    "measured": ("meas_", "col_")}
"""Which a view says."""
_ALWAYS = ("refused_", "failed", "lost", "again", "cost_again")


def block(view: View, configuration: str, key: str, on_make: Callable[[], None] = lambda: None, **more: Any) -> None:
    """Draw it. `configuration`: its key, empty where a view needs none. `on_make`: what it proposes was taken."""
    language = visit.language()
    texts = {name: text for name, text in texts_of("planning", language).items() if name.startswith(_SENTENCES[view] + _ALWAYS)}
    component("planning")(key=key, on_make_change=on_make, data={
        "view": view, "configuration": configuration, "language": language, "texts": texts, **more})
