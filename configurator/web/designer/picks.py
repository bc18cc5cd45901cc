"""What was tapped on the stage: the exact numbers of a face or an edge."""

from __future__ import annotations

from html import escape
from typing import Any

from configurator.product.product import Product
from configurator.texts import written
from configurator.web import visit

from .frame import say_here

_KNOWN = {"type": "row_type", "diameter_mm": "row_diameter", "ring_diameter_mm": "row_ring_diameter", "length_mm": "row_length",
          "area_mm2": "row_area", "half_angle_deg": "row_half_angle", "origin_mm": "row_origin", "centre_mm": "row_centre",
          "direction": "row_direction"}
_KINDS = {"plane": "kind_plane", "cylinder": "kind_cylinder", "cone": "kind_cone", "sphere": "kind_sphere",
          "torus": "kind_torus", "line": "kind_line", "circle": "kind_circle", "ellipse": "kind_ellipse", "curve": "kind_curve"}
_UNITS = {"mm": "mm", "mm2": "mm²", "deg": "°"}
_STATE = "lo-d-pick"


def show_pick(found: Any, product: Product) -> None:
    """What the viewer says was tapped last; nothing before anybody tapped, or on another shape."""
    import streamlit as st

    said = getattr(found, "picked", None)
    if isinstance(said, dict):
        st.session_state[_STATE] = (product.number, product.fingerprint, said)
    kept = st.session_state.get(_STATE)
    if kept is None or kept[:2] != (product.number, product.fingerprint):
        return
    language, row = visit.language(), kept[2]
    part = str(row.get("part", ""))
    label = product.part_label(part, language) if part in product.parts else part
    kind = say_here("edge" if row.get("kind") == "edge" else "face")
    facts = [(say_here("part"), label), (kind, str(row.get("index", "")))]
    facts += [(say_here(said), _told(key, row[key], language)) for key, said in _KNOWN.items() if row.get(key) is not None]
    st.html('<dl class="lo-d-facts lo-d-pick" aria-live="polite">' + "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts) + "</dl>")


def _told(key: str, value: Any, language: str) -> str:
    if key == "type":
        return say_here(_KINDS[value]) if value in _KINDS else str(value)
    unit = _UNITS.get(key.rpartition("_")[2], "")
    gap = "" if unit in ("", "°") else "\N{NARROW NO-BREAK SPACE}"
    if isinstance(value, (list, tuple)):
        return "; ".join(written(float(each), language) for each in value) + gap + unit
    return (written(float(value), language) if isinstance(value, (int, float)) else str(value)) + gap + unit
