"""What is kept: designs, orders and what happened to them. Plain values; times are ISO 8601 in UTC, given by the caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Configured:
    """A configuration as it is written down: enough to make it again, or to say why it cannot be made any more."""

    template: str
    """Name of the template's folder."""
    digest: str
    """Of the template's files when it was chosen."""
    revision: str
    number: str
    choices: Mapping[str, Any]
    """All parameters, plain values."""
    own: tuple[str, ...] = ()
    """Parameters that the customer chose himself; the others followed."""


@dataclass(frozen=True)
class Design:
    """A design that somebody keeps. Who knows its id can open it; only its owner sees it in a list or deletes it."""

    id: str
    owner: str
    name: str
    """"" for the one he is at work on, of which there is one for each template."""
    configured: Configured
    changed: str


@dataclass(frozen=True)
class Event:
    """Something that happened to an order, in order of time."""

    at: str
    kind: str
    """ordered, revised, acknowledged, asked, answered or withdrawn."""
    actor: str
    """customer or workshop."""
    text: str = ""


@dataclass(frozen=True)
class Order:
    """An order: a name, every revision of what is ordered (the last one counts), and what happened."""

    id: str
    owner: str
    name: str
    language: str
    revisions: tuple[Configured, ...]
    events: tuple[Event, ...]

    @property
    def configured(self) -> Configured:
        """What is ordered now."""
        return self.revisions[-1]

    @property
    def withdrawn(self) -> bool:
        """Whether the customer took it back."""
        return any(event.kind == "withdrawn" for event in self.events)

    @property
    def acknowledged(self) -> bool:
        """Whether a workshop has said yes to what is ordered now."""
        kinds = [event.kind for event in self.events]
        last = max(i for i, kind in enumerate(kinds) if kind in ("ordered", "revised"))
        return "acknowledged" in kinds[last:]
