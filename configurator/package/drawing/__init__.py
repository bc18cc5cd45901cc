"""Drawings of a product: a sheet of each made part and one of the whole, as PDF, DXF and SVG.

It combines views (geometry), what is controlled (product) and sheets (exchange); it knows no template.
"""

from __future__ import annotations

from .sheets import drawings

__all__ = ["drawings"]
