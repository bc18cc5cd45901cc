"""The shop profile and the rule packs of this installation: its own over those that are shipped, read again when edited."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from configurator import settings
from configurator.making.rule_packs import Pack, packs
from configurator.making.shop import Shop, default_shop, shop_from
from configurator.package.inputs import Inputs

SHOP = "shop.toml"
"""File of the data directory that goes over the shipped profile."""


def shop() -> Shop:
    """The shop profile. ShopRefused names file and key."""
    file = settings.home() / SHOP
    return _shop(file, stamp) if (stamp := _stamp(file)) else default_shop()


def rule_packs() -> Mapping[str, Pack]:
    """The rule packs by process. PackRefused names file and key."""
    folder = settings.home() / "packs"
    return _packs(folder, tuple((file.name, _stamp(file)) for file in sorted(folder.glob("*.toml"))))


def of_packages(language: str, date: str = "") -> Inputs:
    """What packages of this installation are made with; its own limits stand in their manifests, the shipped ones need not.

    ShopRefused or PackRefused names file and key.
    """
    own_shop = shop() if (settings.home() / SHOP).exists() else None
    own_packs = tuple(rule_packs().values()) if any((settings.home() / "packs").glob("*.toml")) else ()
    return Inputs(language=language, date=date, shop=own_shop, rule_packs=own_packs)


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _shop(file: Path, stamp: tuple[int, int]) -> Shop:  # noqa: ARG001
    return shop_from(file)


@lru_cache(maxsize=4)
def _packs(folder: Path, stamps: tuple[tuple[str, tuple[int, int] | None], ...]) -> Mapping[str, Pack]:  # noqa: ARG001
    return packs(folder=folder)
