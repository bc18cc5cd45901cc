"""From a configuration to what is written down of it, and back."""

from __future__ import annotations

from collections.abc import Iterable

from configurator.errors import FingerprintDiffers
from configurator.product.catalogue import load_template
from configurator.product.product import Product

from .records import Configured


def written_down(product: Product, own: Iterable[str] = ()) -> Configured:
    """What is kept of a configuration."""
    return Configured(product.template, product.template_digest, product.revision, product.number, product.choices, tuple(own))


def made_again(configured: Configured) -> Product:
    """The configuration that was ordered, exactly. UnknownTemplate or FingerprintDiffers if its template is another now."""
    template = load_template(configured.template)
    if template.template_digest != configured.digest:
        raise FingerprintDiffers(
            f"{configured.number} was chosen with revision {configured.revision} of the template {configured.template} "
            f"(digest {configured.digest[:12]}); the one that is installed is {template.template_digest[:12]}. "
            "Install that version to build it")
    return template(**configured.choices)
