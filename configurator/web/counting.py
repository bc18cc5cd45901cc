"""How many configurations a template has: estimated once for each state of it by a process of its own, and kept."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from configurator.errors import LotOneError, PackageError
from configurator.package.write import write
from configurator.product.catalogue import load_template
from configurator.product.product import Product


class Counts:
    """Estimates in `folder`, one file for each state of a template. A folder that cannot be written has none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, float] = {}
        self._process: subprocess.Popen[bytes] | None = None

    def of(self, template: type[Product]) -> float | None:
        """The estimate, if it is known already."""
        known = self._known.get(template.fingerprint)
        if known is None:
            with suppress(OSError, ValueError):
                found = json.loads(_file(self._folder, template).read_text())
                if isinstance(found, float):
                    known = self._known[template.fingerprint] = found
        return known

    def prepare(self, templates: list[type[Product]]) -> None:
        """Estimate what is not known, in the background. It takes a minute, and pages need no processor less for it."""
        missing = [template.template for template in templates if self.of(template) is None]
        if missing and self._process is None:
            self._process = subprocess.Popen([sys.executable, "-m", __name__, str(self._folder), *missing],
                                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                             preexec_fn=_gently)  # noqa: PLW1509

    def close(self) -> None:
        """Stop estimating."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def _gently() -> None:
    import ctypes
    import os
    import signal

    os.nice(19)
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: it does not outlive the web process


def _file(folder: Path, template: type[Product]) -> Path:
    return folder / f"{template.template}-{template.fingerprint[:24]}.json"


def _estimate(folder: Path, names: list[str]) -> None:
    for name in names:
        with suppress(LotOneError):
            template = load_template(name)
            found = json.dumps(float(template.space.count().number)).encode()
            with suppress(PackageError):
                write(folder, _file(folder, template).name, found)


if __name__ == "__main__":
    _estimate(Path(sys.argv[1]), sys.argv[2:])
