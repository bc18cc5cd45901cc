"""Lot One: from somebody's choices to a job package that a workshop can work from.

What a template's author imports. Loads nothing heavy: the CAD kernel comes when a part first uses `cq`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import BuildError, Impure, InvalidChoice, LotOneError, RuleError, TableError, TemplateError, UnknownTemplate
from .geometry.lazy import refuse_kernel
from .geometry.memo import Memo
from .product import characteristics, faces
from .product.aims import Aim
from .product.catalogue import load_template, template_names
from .product.conditions import notice, rule
from .product.followed import Followed
from .product.lettering import Text
from .product.limb import Limb
from .product.measured import Expectation, Finding, Measured
from .product.parameters import Degrees, Mm, angle, choice, count, flag, length, text
from .product.parts import Item, bought, derived, feature, interface, part
from .product.placement import Placement
from .product.product import Product
from .product.scanned import scan
from .product.scans import Scan
from .product.tables import Figures, Finish, Look, Material, Option, Table
from .space.expressions import cos, rounded_up, sin, sqrt
from .standards.fonts import SANS, SERIF, Font

if TYPE_CHECKING:
    import cadquery as cq

    from .geometry.kernel import solids
else:
    from .geometry.lazy import cq, solids

__version__ = "0.1.0"
__all__ = [
    "SANS", "SERIF", "Aim", "BuildError", "Degrees", "Expectation", "Figures", "Finding", "Finish", "Followed", "Font",
    "Impure", "InvalidChoice", "Item", "Limb", "Look", "LotOneError", "Material", "Measured", "Memo", "Mm", "Option",
    "Placement", "Product", "RuleError", "Scan", "Table", "TableError", "TemplateError", "Text", "UnknownTemplate",
    "angle", "bought", "characteristics", "choice", "cos", "count", "cq", "derived", "faces", "feature", "flag",
    "interface", "length", "load_template", "notice", "part", "refuse_kernel", "rounded_up", "rule", "scan", "sin",
    "solids", "sqrt", "template_names", "text",
]
