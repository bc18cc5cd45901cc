"""From a configuration to what is written down of it, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from configurator.errors import FingerprintDiffers
from configurator.product.catalogue import load_template
from configurator.product.numbering import number
from configurator.product.product import Product
from configurator.product.scanned import Scanned

from .records import Configured


def written_down(product: Product, own: Iterable[str] = ()) -> Configured:
    """What is kept of a configuration."""
    return Configured(product.template, product.template_digest, product.revision, product.number, product.choices, tuple(own))


def scans_in(configured: Configured) -> tuple[str, ...]:
    """The parameters that are scans which the customer gave."""
    parameters = load_template(configured.template).parameters
    return tuple(name for name, each in parameters.items() if isinstance(each, Scanned) and configured.choices.get(name))


def without_scans(configured: Configured) -> Configured:
    """The same for somebody else: a scan is for who gave it and for who makes the product, and for nobody beside.

    What is left may break a rule, for it was chosen for that scan; the number is that of what is left.
    """
    scans = scans_in(configured)
    if not scans:
        return configured
    choices = {**configured.choices, **dict.fromkeys(scans, "")}
    prefix = configured.number.partition("-")[0]
    return replace(configured, choices=choices, own=tuple(name for name in configured.own if name not in scans),
                   number=number(prefix, configured.template, configured.revision, choices))


def made_again(configured: Configured) -> Product:
    """The configuration that was ordered, exactly. UnknownTemplate or FingerprintDiffers if its template is another now."""
    template = load_template(configured.template)
    if template.template_digest != configured.digest:
        raise FingerprintDiffers(
            f"{configured.number} was chosen with revision {configured.revision} of the template {configured.template} "
            f"(digest {configured.digest[:12]}); the one that is installed is {template.template_digest[:12]}. "
            "Install that version to build it")
    return template(**configured.choices)
