"""Our components in the browser: bundles that ship with this package, loaded by address, never inline."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_ASSETS = Path(__file__).parent / "assets"
_NAMES = ("viewer", "panel", "planning", "chrome")


def register() -> None:
    """Tell Streamlit where the bundles are. It finds those of installed distributions by their name, which is not ours."""
    from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
    from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

    manifest = ComponentManifest("configurator", "1", [ComponentConfig(name, "assets") for name in _NAMES])
    get_bidi_component_manager().register_from_manifest(manifest, _ASSETS.parent)


def component(name: str) -> Any:
    """The component of that name, to be called on a page with `key` and `data`."""
    from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager

    if get_bidi_component_manager().get(f"configurator.{name}") is None:
        register()
    return _made(name)


@cache
def _made(name: str) -> Any:
    import streamlit as st

    return st.components.v2.component(f"configurator.{name}", js=f"{name}.js", isolate_styles=True)
