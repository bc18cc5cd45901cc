"""The command line that builds a configuration, to be copied into a shell."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import Any


def build_command(template: str, choices: Mapping[str, Any], defaults: Mapping[str, Any]) -> str:
    """`configurator build` with what is not as in the defaults; the rest is completed to the same configuration."""
    settings = [f"--set {shlex.quote(f'{name}={_typed(value)}')}" for name, value in choices.items()
                if name not in defaults or value != defaults[name]]
    return " ".join(["configurator build", shlex.quote(template), *settings, "-o out"])


def _typed(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
