"""The `configurator` command: from choices to job packages, at the terminal and for scripts."""

from __future__ import annotations

from .main import main

__all__ = ["main"]
