"""Every error that Lot One raises on purpose.

::

    LotOneError
    ├── InvalidChoice (ValueError)      a choice that cannot be made: every problem, in the customer's words
    ├── WishRefused (ValueError)        a wish that cannot be read: what in it, and how it is written
    ├── UnknownTemplate (LookupError)   no template of that name in the catalogue
    ├── TemplateError (TypeError)       a template is written wrongly; says file, name and what to do
    │   ├── RuleError                   a rule uses something that cannot be reasoned about
    │   └── Impure                      a part depends on more than its configuration
    ├── TableError (ValueError)         a table of options or figures cannot be read
    ├── KernelRefused (ImportError)     the CAD kernel was asked for where it must not load
    ├── BuildError (RuntimeError)       geometry did not come about; carries template, part and number
    │   ├── BuildFailed                 the part's own code or the kernel refused, or the solid is not sound
    │   ├── WorkerDied                  the worker process ended while it built
    │   ├── DeadlinePassed              the job took longer than it may
    │   ├── TooLarge                    the job wanted more memory than it may
    │   └── QueueFull                   too many jobs wait already; try again later
    ├── ScanError (ValueError)          a body scan stands in the way; says what is wrong with it and how to do better
    │   ├── ScanRefused                 it cannot be used
    │   └── ScanMissing                 it is not in the store of this machine
    ├── NotKept (OSError)               a design, an order or a scan could not be kept, read or found
    └── PackageError (ValueError)       a job package cannot be written, read or trusted
        ├── PackageRefused              the package is not what it says it is
        └── FingerprintDiffers          the package was made by another version of its template

An error that is also a builtin can be caught as that builtin. Messages say what was wrong, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class LotOneError(Exception):
    """Root of the tree. `str(error)` is a sentence for a person."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _revive, (type(self), self.args, self.__dict__)


def _revive(kind: type[LotOneError], args: tuple[Any, ...], state: dict[str, Any]) -> LotOneError:
    """Errors cross process borders whole, whatever their constructors ask for."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class InvalidChoice(LotOneError, ValueError):
    """A choice that cannot be made. `problems` lists everything that stands in its way, not the first thing only."""

    def __init__(self, template: str, problems: Sequence[Any]) -> None:
        self.template, self.problems = template, tuple(problems)
        super().__init__(self.say())

    def say(self, language: str = "en") -> str:
        """All problems, one a line, in `language` (en, fr, de)."""
        return "\n".join(problem.say(language) for problem in self.problems)


class WishRefused(LotOneError, ValueError):
    """A wish that cannot be read."""


class UnknownTemplate(LotOneError, LookupError):
    """No template of that name in the catalogue."""


class TemplateError(LotOneError, TypeError):
    """A template is written wrongly."""


class RuleError(TemplateError):
    """A rule uses something that cannot be reasoned about."""


class Impure(TemplateError):
    """A part does not depend on its configuration alone."""


class TableError(LotOneError, ValueError):
    """A table of options or figures cannot be read."""


class KernelRefused(LotOneError, ImportError):
    """This process promised never to load the CAD kernel."""


class BuildError(LotOneError, RuntimeError):
    """Geometry did not come about. `part` is empty when no single part is to blame."""

    def __init__(self, reason: str, *, template: str = "", part: str = "", number: str = "") -> None:
        self.reason, self.template, self.part, self.number = reason, template, part, number
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """Where and what, for a person."""
        where = " ".join(word for word in (self.template, self.number) if word)
        place = f"part {self.part!r} of {where}" if self.part and where else self.part or where
        return f"{place}: {self.reason}" if place else self.reason

    def at(self, *, template: str = "", part: str = "", number: str = "") -> BuildError:
        """The same error with its place filled in where it was not known yet."""
        return type(self)(self.reason, template=self.template or template, part=self.part or part,
                          number=self.number or number)


class BuildFailed(BuildError):
    """The part's own code or the kernel refused, or the solid is not sound."""


class WorkerDied(BuildError):
    """The worker process ended while it built. `own_fault`: the job brought it down, and would again."""

    own_fault: bool = False


class DeadlinePassed(BuildError):
    """The job took longer than it may."""


class TooLarge(BuildError):
    """The job wanted more memory than it may."""


class QueueFull(BuildError):
    """Too many jobs wait already; try again later."""


class PackageError(LotOneError, ValueError):
    """A job package cannot be written, read or trusted."""


class PackageRefused(PackageError):
    """The package is not what it says it is. `problems` lists every difference found."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class FingerprintDiffers(PackageError):
    """The package was made by another version of its template."""


class ScanError(LotOneError, ValueError):
    """A body scan stands in the way. `notes` say what is wrong and what to do, each by its code and in every language."""

    def __init__(self, notes: Sequence[Any]) -> None:
        self.notes = tuple(notes)
        super().__init__(self.say())

    def say(self, language: str = "en") -> str:
        """All notes, one a line, in `language` (en, fr, de)."""
        return "\n".join(note.say(language) for note in self.notes)


class ScanRefused(ScanError):
    """The scan cannot be used."""


class ScanMissing(ScanError):
    """The scan is not in the store of this machine: it was never put there, was deleted, or its days are over."""


class NotKept(LotOneError, OSError):
    """A design, an order or a scan could not be kept, read or found. What was kept before still is."""
