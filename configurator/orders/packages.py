"""The job package of each revision of an order: made once, kept beside the order, the same bytes for whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from configurator.errors import NotKept, PackageError
from configurator.package.compose import Composer
from configurator.package.inputs import Inputs
from configurator.package.write import write

from .configured import made_again
from .records import Order


def _shipped(language: str, date: str) -> Inputs:
    return Inputs(language=language, date=date)


class Packages:
    """Packages in `folder`, one file for each revision of each order."""

    def __init__(self, folder: Path, composer: Composer, inputs: Callable[[str, str], Inputs] = _shipped) -> None:
        """`inputs(language, date)`: by which limits and for which shop they are made."""
        self._folder, self._composer, self._inputs = folder, composer, inputs

    def of(self, order: Order, revision: int = 0) -> bytes:
        """The .zip of a revision, counted from 1; of the last one if it is 0.

        BuildError, FindingsRefuse or FingerprintDiffers if it cannot be made; NotKept if it cannot be written.
        """
        place = revision or len(order.revisions)
        file = self._folder / f"{order.id}-{place}.zip"
        try:
            return file.read_bytes()
        except FileNotFoundError:
            pass
        except OSError as error:
            raise NotKept(f"{file}: could not be read ({error.strerror})") from error
        days = [event.at[:10] for event in order.events if event.kind in ("ordered", "revised")]
        package = self._composer.compose(made_again(order.revisions[place - 1]),
                                         self._inputs(order.language, days[place - 1]))
        try:
            write(self._folder, file.name, package.data)
        except PackageError as error:
            raise NotKept(str(error)) from error
        return package.data

    def forget(self, order: str) -> None:
        """Delete the packages of an order."""
        for file in self._folder.glob(f"{order}-*.zip"):
            file.unlink(missing_ok=True)
