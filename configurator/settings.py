"""Settings: every one is an environment variable; docs/operations.md names them all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import LotOneError

PREFIX = "CONFIGURATOR_"


class SettingError(LotOneError, ValueError):
    """A setting in the environment cannot be understood."""


@dataclass(frozen=True)
class Setting:
    """One environment variable, its default and what it means."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("CONFIGURATOR_HOME", "the user's data directory, folder lot-one", "where state lives (memo on disk)"),
    Setting("CONFIGURATOR_TEMPLATES", "", "folders with templates, separated by colons, searched before the installed ones"),
    Setting("CONFIGURATOR_WORKERS", "2", "worker processes for geometry"),
    Setting("CONFIGURATOR_DEADLINE", "60", "seconds that one geometry job may take"),
    Setting("CONFIGURATOR_MEMORY_MB", "1500", "memory that one geometry job may take beyond what a worker starts with"),
    Setting("CONFIGURATOR_QUEUE", "256", "geometry jobs that may wait"),
    Setting("CONFIGURATOR_MEMO_MB", "512", "memory of a worker's memo of shapes"),
    Setting("CONFIGURATOR_DISK_MEMO_MB", "2000", "quota of the memo on disk; 0 switches it off"),
    Setting("CONFIGURATOR_SCAN_MB", "200", "size of a scan's file that is read, in MB"),
    Setting("CONFIGURATOR_SCAN_TRIANGLES", "3000000", "triangles of a scan that are read"),
    Setting("CONFIGURATOR_SCAN_DAYS", "30", "days that a scan is kept; 0 keeps it until somebody deletes it"),
    Setting("CONFIGURATOR_DESIGNER", "", "1 opens the pages for designers to everybody who reaches the server, 0 to nobody"),
    Setting("CONFIGURATOR_DEBUG", "0", "1 shows the whole traceback of a fault of the program"),
)


def home(environment: Mapping[str, str] = os.environ) -> Path:
    """Where state lives."""
    named = environment.get("CONFIGURATOR_HOME")
    if named:
        return Path(named).expanduser()
    data = environment.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "lot-one"


def number(name: str, environment: Mapping[str, str] = os.environ, *, least: float = 0) -> int:
    """A setting that is a whole number. SettingError names the variable and what is wrong with it."""
    default = next(setting.default for setting in SETTINGS if setting.name == name)
    text = environment.get(name, "") or default
    try:
        value = int(text)
    except ValueError:
        raise SettingError(f"{name} is {text!r}; it must be a whole number") from None
    if value < least:
        raise SettingError(f"{name} is {value}; it must be at least {least}")
    return value
