"""Many builds: two workers against one, and the same builds early and late in the life of a process."""

from __future__ import annotations

import statistics
import subprocess
import sys
from importlib import import_module

from configurator.geometry.client import placed
from configurator.geometry.requests import BuildRequest
from configurator.geometry.workers import Job, Workers
from configurator.product.product import Product

from .figures import Figure, cpu, wall
from .variants import BUILD, jobs


def scaling(template: type[Product]) -> list[Figure]:
    """1 to 2 workers on a batch, against 1 to 2 plain loops in the same run."""
    batch = template.space.sample(16, 4)

    walls: list[float] = []

    def with_workers(count: int) -> float:
        with Workers(count) as workers:
            workers.ready()
            list(workers.map([Job(f"{BUILD}:build", job.args) for job in jobs(template.space.sample(count, 99))]))
            took = wall(lambda: list(workers.map(jobs(batch))))
        if count == 2:
            walls.append(took)
        return took

    pairs = [(_loops(2), with_workers(1) / with_workers(2)) for _ in range(3)]
    loops, speed = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
    return [Figure("speed-up of two plain loops over one", loops, "times", "", "what this machine has to give"),
            Figure("speed-up of two workers over one", speed, "times", "", f"{len(batch)} different configurations"),
            Figure("different configurations on two workers, each", 1000 * min(walls) / len(batch), "ms", "",
                   f"{len(batch)} of them, whole builds with mesh and STEP, wall time"),
            Figure("share of it that workers reach", statistics.median(b / a for a, b in pairs), "", ">= 0.9")]


def _loops(count: int) -> float:
    code = "import time\nt = time.perf_counter()\nx = 0\nfor i in range(12_000_000): x += i & 3\nprint(time.perf_counter() - t)"

    def slowest(processes: int) -> float:
        started = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
                   for _ in range(processes)]
        return max(float(process.communicate()[0]) for process in started)

    return count * slowest(1) / slowest(count)


def growth(template: type[Product]) -> list[Figure]:
    """The same ten variants timed first and last among a hundred, memo emptied before each time."""
    build = import_module(BUILD)
    ten, others = template.space.sample(10, 21), template.space.sample(60, 22)

    def cost(product: Product) -> float:
        build.forget()
        return cpu(lambda: build.build(BuildRequest.of(product, tuple(placed(product)), step=True)))

    for product in ten:
        cost(product)  # letters and selectors, once in a process
    first = [min(cost(product), cost(product)) for product in ten]
    for product in others:
        cost(product)
    last = [min(cost(product), cost(product)) for product in ten]
    ratios = [after / before for before, after in zip(first, last, strict=True)]
    return [Figure("the same ten variants, last against first of 100", statistics.median(ratios), "times", "<= 1.1",
                   "memo emptied each time, the better of two")]
