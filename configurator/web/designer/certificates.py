"""Certificates of templates as they lie on disk: what they say, and whether they were made for the template as it is now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from configurator import settings
from configurator.product.fingerprint import CERTIFICATE
from configurator.product.product import Product

_LARGEST = 64_000_000


@dataclass(frozen=True)
class Certificate:
    """What a designer wants to know of one."""

    file: Path
    state: str
    """ "good", "failed", or "stale": made for another state of the template, the program or the libraries."""
    fingerprint: str
    date: str
    configurations: int
    counts: dict[str, int]
    failures: int
    margins: list[tuple[str, float | None, str]]
    """Rule, least margin met, where; the least first."""


def of(template: type[Product]) -> Certificate | None:
    """The one for this state of the template if there is one, else the latest of another state."""
    found = []
    for file in _files(template):
        try:
            status = file.stat()
        except OSError:
            continue
        made = _read(str(file), status.st_mtime_ns) if status.st_size <= _LARGEST else None
        if made is not None and made.get("template") == template.template:
            found.append((made.get("fingerprint") == template.fingerprint, status.st_mtime_ns, file, made))
    if not found:
        return None
    same, _, file, made = max(found, key=lambda each: each[:2])
    return _told(file, made, "stale" if not same else "good" if made.get("good") is True else "failed")


def _files(template: type[Product]) -> list[Path]:
    """In the template's folder, in docs/certificates beside the folder of templates, and in the data directory."""
    name = f"{template.template}.json"
    places = [settings.home() / "certificates" / name]
    if template.home is not None:
        places += [template.home / CERTIFICATE, template.home.parent / "certificates" / name,
                   template.home.parent.parent / "docs" / "certificates" / name]
    return places


@lru_cache(maxsize=64)
def _read(file: str, changed: int) -> dict[str, Any] | None:  # noqa: ARG001 - a later edit is another key
    try:
        found = json.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("certificate") == 1 else None


def _told(file: Path, made: dict[str, Any], state: str) -> Certificate:
    margins = [(str(each.get("rule", "")), each.get("margin"), str(each.get("found_at", "")))
               for each in made.get("least_margins", [])]
    return Certificate(file, state, str(made.get("fingerprint", "")), str(made.get("date", "")),
                       int(made.get("configurations", 0)), dict(made.get("counts", {})), len(made.get("failures", [])),
                       sorted(margins, key=lambda each: (each[1] is None, each[1] or 0.0)))
