"""Fingerprints: hashes of everything that shapes depend on besides the parameters."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_KINDS = {".py", ".csv", ".toml", ".ttf", ".otf", ".json", ".txt"}
GOLDENS = "goldens.json"
"""Mass properties that laws compare with, beside a template: they follow from it and shape nothing."""
CERTIFICATE = "certificate.json"
"""A certificate beside a template: it names the fingerprint, so it cannot be part of it."""
_SKIPPED = {"__pycache__", "cli", "web", "orders"}
KERNEL_PACKAGES = ("cadquery", "cadquery-ocp", "uharfbuzz", "numpy")
"""Installed libraries that a shape depends on."""


def folder_digest(folders: Iterable[Path]) -> str:
    """sha256 over the files (code, tables, texts, fonts) of folders, by relative name and content."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            relative = file.relative_to(folder)
            shaping = file.suffix in _KINDS and file.name not in (GOLDENS, CERTIFICATE)
            if shaping and file.is_file() and not _SKIPPED & set(relative.parts[:-1]):
                content = file.read_bytes()
                digest.update(f"{relative.as_posix()}\0{len(content)}\0".encode() + content)
        digest.update(b"\0\0")
    return digest.hexdigest()


@cache
def kernel_versions() -> dict[str, str]:
    """Versions of the installed libraries that shapes depend on, and of Python. Loads none of them."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for package in KERNEL_PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "missing"
    return found


@cache
def program_digest() -> str:
    """Hash of configurator's own sources, tables and fonts as they lie on disk at first use."""
    return folder_digest([Path(__file__).parents[1]])


def fingerprint(template_digest: str) -> str:
    """Hash of template, program and libraries: the memo's key for everything that is not a parameter."""
    libraries = " ".join(f"{name}={number}" for name, number in kernel_versions().items())
    return hashlib.sha256(f"{template_digest} {program_digest()} {libraries}".encode()).hexdigest()
