"""Builds a package again from its own manifest and compares the bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import configurator
from configurator.errors import FingerprintDiffers, PackageError, PackageRefused
from configurator.exchange.archive import read_stored_zip
from configurator.product.catalogue import load_template
from configurator.product.fingerprint import kernel_versions, program_digest
from configurator.product.lent_scans import lent
from configurator.product.limb import Limb

from .compose import Composer, Package
from .manifest import NAME, Manifest
from .manifest import read as read_manifest
from .scans import scans_for


@dataclass(frozen=True)
class Rebuilt:
    """The package built again, and where it differs from the one at hand."""

    package: Package
    same: bool
    different: tuple[str, ...]
    """Names of members that differ."""
    notes: tuple[str, ...]
    """Versions that are not those the package was made with: the likely reason of a difference."""


def rebuild(file: Path, composer: Composer, scans: Iterable[Limb] = ()) -> Rebuilt:
    """FingerprintDiffers if the template is another one by now; PackageRefused if the file is no package.

    Scans that it rests on are lent for the rebuild, out of the package or else of `scans`; the store is left alone.
    PackageError if one is in neither.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise PackageError(f"{file}: cannot be read ({error.strerror})") from error
    members = read_stored_zip(data)
    if NAME not in members:
        raise PackageRefused([f"{NAME} is missing; this is no job package"])
    manifest = read_manifest(members[NAME])
    template = load_template(manifest.template)
    if template.template_digest != manifest.template_fingerprint:
        raise FingerprintDiffers(
            f"{file.name} was made by template {manifest.template!r}, revision {manifest.revision}, fingerprint "
            f"{manifest.template_fingerprint[:16]}, with Lot One {manifest.program}; here it is revision "
            f"{template.revision}, fingerprint {template.template_digest[:16]}. Check out that version of the template "
            "to build it again")
    with lent(scans_for(manifest, members, scans)):
        package = composer.compose(template(**manifest.parameters), manifest.inputs)
    again = read_stored_zip(package.data)
    different = tuple(name for name in sorted({*members, *again}) if members.get(name) != again.get(name))
    return Rebuilt(package, package.data == data, different, _notes(manifest))


def _notes(manifest: Manifest) -> tuple[str, ...]:
    notes = [f"{name} was {then}, here it is {kernel_versions().get(name, 'missing')}"
             for name, then in manifest.libraries.items() if kernel_versions().get(name) != then]
    if manifest.program_fingerprint != program_digest():
        notes.append(f"Lot One was {manifest.program} ({manifest.program_fingerprint[:16]}), here it is "
                     f"{configurator.__version__} ({program_digest()[:16]})")
    return tuple(notes)
