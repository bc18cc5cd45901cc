"""What lives as long as the web process: worker processes, the store, the secret, scenes, and packages made lately."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock, Thread

from configurator import settings
from configurator.errors import LotOneError
from configurator.geometry.client import Geometry
from configurator.orders.packages import Packages
from configurator.orders.store import Store
from configurator.package.compose import Composer
from configurator.product import scan_store, scans
from configurator.product.catalogue import load_template, template_names

from . import limits_in_use
from .counting import Counts
from .designer.sweeps import Sweeps
from .scenes import Scenes
from .secret import Secret

_THREADS = 16
_DAY = 86_400.0
"""s."""
_log = logging.getLogger("lot_one.web")


class Server:
    """Made once for a process; pages and routes share it."""

    def __init__(self, home: Path) -> None:
        """`home`: the data directory. NotKept if nothing can be kept there."""
        self.secret = Secret.of_installation(home)
        self.store = Store(home / "orders")
        self.geometry = Geometry()
        self.composer = Composer(self.geometry)
        self.packages = Packages(home / "orders" / "packages", self.composer, limits_in_use.of_packages)
        self.scenes = Scenes(self.geometry, self.secret)
        self.counts = Counts(home / "counts")
        self.sweeps = Sweeps()
        self.threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="lot-one-web")
        self._ended = Event()

    def warm_up(self) -> None:
        """Start the workers and think through every template once, beside what visitors want."""
        def warm() -> None:
            ready = []
            for name in template_names():
                try:
                    template = load_template(name)
                    template.space.options({})
                    self.scenes.start(self.scenes.key(template()))
                    ready.append(template)
                except LotOneError as error:
                    _log.warning("%s cannot be prepared: %s", name, error)
            self.counts.prepare(ready)

        Thread(target=warm, name="lot-one-warm-up", daemon=True).start()

    def keep_the_days(self) -> None:
        """Delete the scans whose days are over, now and every day as long as the server runs."""
        def forget() -> None:
            while True:
                try:
                    gone = scan_store.expire()
                except LotOneError as error:
                    _log.warning("scans whose days are over could not be deleted: %s", error)
                else:
                    if gone:
                        scans.forget()
                        _log.info("%d scans were deleted, for their days were over", len(gone))
                if self._ended.wait(_DAY):
                    return

        Thread(target=forget, name="lot-one-scans", daemon=True).start()

    def close(self) -> None:
        """End the workers and let go of files."""
        self._ended.set()
        self.threads.shutdown(wait=False, cancel_futures=True)
        self.counts.close()
        self.sweeps.close()
        self.geometry.close()
        self.store.close()


_lock = Lock()
_current: list[Server] = []


def current() -> Server:
    """The server of this process; made at the first call."""
    with _lock:
        if not _current:
            _current.append(Server(settings.home()))
        return _current[0]


def end() -> None:
    """Close the server of this process, if there is one."""
    with _lock:
        while _current:
            _current.pop().close()
