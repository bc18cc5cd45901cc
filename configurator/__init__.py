"""Lot One: from somebody's choices to a job package that a workshop can work from.

What a template's author imports. Loads nothing heavy: the CAD kernel comes when a part first uses `cq`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import BuildError, Impure, InvalidChoice, LotOneError, RuleError, TableError, TemplateError, UnknownTemplate
from .geometry.lazy import refuse_kernel
from .geometry.memo import Memo
from .product.catalogue import load_template, template_names
from .product.measured import Expectation, Finding, Measured
from .product.parameters import Degrees, Mm, Text, angle, choice, count, flag, length, text
from .product.parts import Item, bought, derived, feature, interface, part, rule
from .product.placement import Placement
from .product.product import Product
from .product.tables import Figures, Material, Option, Table
from .space.expressions import cos, sin, sqrt
from .standards.fonts import SANS, Font

if TYPE_CHECKING:
    import cadquery as cq

    from .geometry.kernel import solids
else:
    from .geometry.lazy import cq, solids

__version__ = "0.1.0"
__all__ = [
    "SANS", "BuildError", "Degrees", "Expectation", "Figures", "Finding", "Font", "Impure", "InvalidChoice", "Item",
    "LotOneError", "Material", "Measured", "Memo", "Mm", "Option", "Placement", "Product", "RuleError", "Table",
    "TableError", "TemplateError", "Text", "UnknownTemplate", "angle", "bought", "choice", "cos", "count", "cq",
    "derived", "feature", "flag", "interface", "length", "load_template", "part", "refuse_kernel", "rule", "sin",
    "solids", "sqrt", "template_names", "text",
]
