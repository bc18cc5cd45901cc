"""Job packages of changed configurations, and what the workers that build them hold in memory."""

from __future__ import annotations

import statistics
import subprocess
import sys
from functools import partial

from configurator.geometry.client import Geometry
from configurator.geometry.workers import Workers
from configurator.package.compose import Composer
from configurator.product.parameters import Words
from configurator.product.product import Product

from .figures import Figure, wall
from .variants import base, neighbours

_OTHERS = 8


def packages(template: type[Product]) -> list[Figure]:
    """Packages of other configurations, and of such that differ by one parameter from one that was made, on two workers."""
    start = base(template)
    names = [name for name in template.parameters if neighbours(start, name, 1)]
    with Geometry(Workers(2)) as geometry:
        geometry.ready()
        composer = Composer(geometry)
        composer.compose(start)
        others = [wall(partial(composer.compose, product)) for product in template.space.sample(_OTHERS, 1)]
        composer.compose(start)
        changed: list[float] = []
        letters: list[float] = []
        again: list[float] = []
        for name in names:
            for product in neighbours(start, name, 2):
                cost = wall(partial(composer.compose, product))
                (letters if isinstance(template.parameters[name], Words) else changed).append(cost)
                again.append(wall(partial(composer.compose, product)))
        workers = geometry.workers
        assert workers is not None
        memory = workers.status(memory=True)
        pss = max(worker.pss or 0 for worker in memory.workers) / 1e6
        workers.close()
    kernel = _kernel_pss()
    return [Figure("package of another configuration, median", statistics.median(others), "s", "<= 4",
                   f"two workers, {_OTHERS} at random"),
            Figure("package of another configuration, worst", max(others), "s"),
            Figure("package of a changed configuration, median", statistics.median([*changed, *letters]), "s", "<= 1.5",
                   "two workers, one parameter changed"),
            Figure("package of a changed configuration, worst", max([*changed, *letters]), "s"),
            *([Figure("package of a new engraving, median", statistics.median(letters), "s")] if letters else []),
            Figure("the identical request again", 1000 * statistics.median(again), "ms", "<= 10"),
            Figure("PSS of a worker", pss, "MB", "", f"after {len(changed) + len(letters)} packages, pages shared"),
            Figure("PSS of a worker over the kernel's own", pss - kernel, "MB", "<= 150",
                   f"a process that only imported cadquery has {kernel:.0f} MB")]


def _kernel_pss() -> float:
    code = ("import cadquery\nprint(next(int(line.split()[1]) for line in open('/proc/self/smaps_rollup') "
            "if line.startswith('Pss:')))")
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) / 1000
