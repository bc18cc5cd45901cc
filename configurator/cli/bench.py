"""`configurator bench`: the speed figures of this machine. Medians and paired ratios in one run, never pass or fail."""

from __future__ import annotations

import gc
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module, util
from types import ModuleType
from typing import Any

from configurator.exchange import gltf
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry, placed
from configurator.geometry.requests import BuildRequest
from configurator.geometry.workers import Job, Workers
from configurator.package.compose import Composer
from configurator.product.catalogue import load_template, template_names
from configurator.product.parameters import Words, plain
from configurator.product.product import Product

_BUILD = "configurator.geometry.kernel.build"
_INTERACTIONS = 1_000


@dataclass(frozen=True)
class Figure:
    """One measured figure."""

    name: str
    value: float
    unit: str
    wanted: str = ""
    detail: str = ""
    template: str = ""


def run(names: Sequence[str] = (), as_json: bool = False) -> int:
    """Measure everything of these templates (of all that are installed, if none is named) and print it; some minutes."""
    os.environ["CONFIGURATOR_DISK_MEMO_MB"] = "0"  # a memo of yesterday would make today look fast
    found: list[Figure] = []
    for name in names or template_names():
        template = load_template(name)
        for measure in (_light, _space, _changes, _packages, _scaling, _growth):
            if not as_json:
                _tell(f"{name}: {len(found)} figures; measuring {measure.__name__.strip('_')} ...")
            found += [replace(figure, template=name) for figure in measure(template)]
    if as_json:
        sys.stdout.write(json.dumps([figure.__dict__ for figure in found], indent=1) + "\n")
    else:
        _tell("")
        _print(found)
    return 0


def _tell(text: str) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{text:<60}" + ("" if text else "\r"))
        sys.stderr.flush()


def _print(found: Sequence[Figure]) -> None:
    from rich.console import Console
    from rich.table import Table

    for name in dict.fromkeys(figure.template for figure in found):
        table = Table(title=f"Lot One on this machine ({os.cpu_count()} cores), template {name}", title_justify="left")
        for column in ("figure", "measured", "wanted", "how"):
            table.add_column(column, justify="right" if column == "measured" else "left", overflow="fold")
        for figure in found:
            if figure.template == name:
                table.add_row(figure.name, f"{figure.value:.3g} {figure.unit}", figure.wanted, figure.detail)
        Console().print(table)


def _cpu(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _wall(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _light(template: type[Product]) -> list[Figure]:
    code = (f"import time, resource\nfrom configurator import load_template\nload_template({template.template!r})\n"
            "import sys\nassert 'OCP' not in sys.modules\n"
            "print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)")
    rows = [[float(each) for each in subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                                                    check=True).stdout.split()] for _ in range(5)]
    return [Figure("import and load a template, CPU", statistics.median(row[0] for row in rows), "s", "<= 0.8",
                   "interpreter included, no kernel"),
            Figure("import and load a template, memory", statistics.median(row[1] for row in rows), "MB", "<= 60",
                   "peak resident")]


def _space(template: type[Product]) -> list[Figure]:
    """Customers who like extremes: what is left after each choice, and why not what is gone."""
    space, dice = template.space, random.Random(1)  # noqa: S311 - the same customers every time
    space.options({})
    asked: list[float] = []
    explained: list[float] = []
    walks = dead = refused = 0
    while len(asked) < _INTERACTIONS:
        names = [name for name, parameter in template.parameters.items() if not isinstance(parameter, Words)]
        fixed: dict[str, Any] = {}
        left = space.options(fixed)
        for name in dice.sample(names, len(names)):
            gone = [value for value in map(plain, template.parameters[name].candidates()) if value not in set(left[name])]
            if gone and len(explained) < _INTERACTIONS // 5:
                explained.append(_cpu(partial(space.explain, dict(fixed), {name: dice.choice(gone)})))
            if not left[name]:
                dead += 1
                break
            fixed[name] = dice.choice([left[name][0], left[name][-1]]) if dice.random() < 0.9 else dice.choice(left[name])
            start = time.process_time()
            left = space.options(fixed)
            asked.append(time.process_time() - start)
        else:
            try:
                template(**fixed)
            except ValueError:  # its text is none of the choices: it is completed
                refused += not space.complete(fixed)
        walks += 1
    found = [Figure("options of all parameters after a choice, median", 1000 * statistics.median(asked), "ms CPU", "<= 5",
                    f"{len(asked)} choices, mostly extremes"),
             Figure("the same, 95 of 100", 1000 * statistics.quantiles(asked, n=20)[-1], "ms CPU", "<= 50"),
             Figure("dead ends", dead + refused, "", "0", f"{walks} complete walks")]
    if len(explained) > 1:
        found.append(Figure("explanation with ways, 95 of 100", 1000 * statistics.quantiles(explained, n=20)[-1], "ms CPU",
                            "<= 50", f"{len(explained)} wishes that are not possible; median "
                            f"{1000 * statistics.median(explained):.0f}"))
    return found


def _base(template: type[Product]) -> Product:
    """A configuration that uses everything: with a text where there is one."""
    rival = _rival(template)
    words = [name for name, parameter in template.parameters.items() if isinstance(parameter, Words)]
    return template(**(dict.fromkeys(words, "Für Zoë") | getattr(rival, "BASE", {})))


def _neighbours(base: Product, name: str, count: int) -> list[Product]:
    """Valid configurations that differ from `base` in one parameter only."""
    parameter = base.parameters[name]
    found: list[Product] = []
    candidates: list[Any] = list(parameter.candidates())
    here = getattr(base, name)
    if isinstance(parameter, Words):
        candidates = [here[:-1] + letter for letter in "1234567"]
    near = candidates.index(here) if here in candidates else 0
    for value in sorted(candidates, key=lambda each: abs(candidates.index(each) - near)):
        try:
            changed = base.model_copy(update={name: plain(value)})
        except ValueError:
            continue
        if changed != base and len(found) < count:
            found.append(changed)
    return found


def _glb(product: Product, answers: Sequence[PartAnswer]) -> bytes:
    look = gltf.Appearance((0.8, 0.7, 0.5), 1.0, 0.2)
    return gltf.write([gltf.GltfPart(product.part_number(each.name), each.name, look, each.mesh, each.faces,
                                     product.parts[each.name].placements(product))
                       for each in answers if each.mesh is not None], product.number, {})


def _changes(template: type[Product]) -> list[Figure]:
    build = import_module(_BUILD)

    def view(product: Product) -> bytes:
        return _glb(product, build.build(BuildRequest.of(product, tuple(placed(product)))))

    base = _base(template)
    view(base)  # fonts, selectors, letters: once in a process
    gc.collect()
    gc.freeze()  # as in workers: what is loaded once is not walked through again and again
    costs: dict[str, float] = {}
    cold: list[float] = []
    plainly: list[float] = []
    ratios: dict[str, float] = {}
    rival = _plain(template)
    compared = getattr(_rival(template), "COMPARED", tuple(template.parameters))
    if rival:
        rival(base)
    for name in template.parameters:
        timed, against = [], []
        for changed in _neighbours(base, name, 2):
            build.forget()
            cold.append(_cpu(partial(view, changed)))
            build.forget()
            view(base)
            timed.append(_cpu(partial(view, changed)))
            if rival and name in compared:
                against.append(_cpu(partial(rival, changed)))
        if timed:
            costs[name] = statistics.median(timed)
        if against:
            plainly += against
            ratios[name] = statistics.median(slow / fast for slow, fast in zip(against, timed, strict=True))
    median, worst = statistics.median(costs.values()), max(costs, key=lambda name: costs[name])
    whole = statistics.median(cold)
    found = [Figure("warm change of one parameter to GLB, median", 1000 * median, "ms CPU", "",
                    f"over {len(costs)} parameters"),
             Figure("warm change of one parameter to GLB, worst", 1000 * costs[worst], "ms CPU", "", worst),
             Figure("cold full build to GLB", 1000 * whole, "ms CPU", "", "same configurations, memo emptied"),
             Figure("cold / warm change", whole / median, "times")]
    if plainly:
        least = min(ratios, key=lambda name: ratios[name])
        found += [Figure("plain cadquery to GLB", 1000 * statistics.median(plainly), "ms CPU", "",
                         "plain.py of the template, same configurations"),
                  Figure("plain cadquery / warm change, geometric mean", statistics.geometric_mean(ratios.values()),
                         "times", "", ", ".join(f"{name} {ratio:.0f}" for name, ratio in ratios.items())),
                  Figure("plain cadquery / warm change, least", ratios[least], "times", "", least),
                  Figure("plain cadquery / cold build", statistics.median(plainly) / whole, "times")]
    return found


def _rival(template: type[Product]) -> ModuleType | None:
    """The template's plain.py, if its folder has one.

    `build(product)` makes its parts in plain cadquery. It may say what is measured: `BASE`, choices to start from, and
    `COMPARED`, the parameters whose changes are compared.
    """
    module = template.__module__.rpartition(".")[0] + ".plain"
    return None if util.find_spec(module) is None else import_module(module)


def _plain(template: type[Product]) -> Callable[[Product], bytes] | None:
    """The template as plain cadquery, where its folder has one: build, mesh and GLB by the library's own exporter."""
    rival = _rival(template)
    if rival is None:
        return None

    def make(product: Product) -> bytes:
        write = import_module("configurator.geometry.kernel.plain_export").glb
        exported: bytes = write(rival.build(product))
        return exported

    return make


def _packages(template: type[Product]) -> list[Figure]:
    base = _base(template)
    names = [name for name in template.parameters if _neighbours(base, name, 1)]
    with Geometry(Workers(2)) as geometry:
        geometry.ready()
        composer = Composer(geometry)
        composer.compose(base)
        changed: list[float] = []
        letters: list[float] = []
        again: list[float] = []
        for name in names:
            for product in _neighbours(base, name, 2):
                cost = _wall(partial(composer.compose, product))
                (letters if isinstance(template.parameters[name], Words) else changed).append(cost)
                again.append(_wall(partial(composer.compose, product)))
        workers = geometry.workers
        assert workers is not None
        memory = workers.status(memory=True)
        pss = max(worker.pss or 0 for worker in memory.workers) / 1e6
        workers.close()
    kernel = _kernel_pss()
    return [Figure("package of a changed configuration, median", statistics.median([*changed, *letters]), "s", "<= 1",
                   "two workers"),
            Figure("package of a changed configuration, worst", max([*changed, *letters]), "s"),
            Figure("package of a new engraving, median", statistics.median(letters), "s"),
            Figure("the identical request again", 1000 * statistics.median(again), "ms", "<= 10"),
            Figure("PSS of a worker", pss, "MB", "", f"after {len(changed) + len(letters)} packages, pages shared"),
            Figure("PSS of a worker over the kernel's own", pss - kernel, "MB", "<= 150",
                   f"a process that only imported cadquery has {kernel:.0f} MB")]


def _kernel_pss() -> float:
    code = ("import cadquery\nprint(next(int(line.split()[1]) for line in open('/proc/self/smaps_rollup') "
            "if line.startswith('Pss:')))")
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) / 1000


def _variants(template: type[Product], count: int, seed: int) -> list[Product]:
    return template.space.sample(count, seed)


def _jobs(products: Sequence[Product]) -> list[Job]:
    return [Job(f"{_BUILD}:build", (BuildRequest.of(product, tuple(placed(product)), step=True),)) for product in products]


def _scaling(template: type[Product]) -> list[Figure]:
    """1 to 2 workers on a batch, against 1 to 2 plain loops in the same run."""
    batch = _variants(template, 16, 4)

    walls: list[float] = []

    def with_workers(count: int) -> float:
        with Workers(count) as workers:
            workers.ready()
            list(workers.map([Job(f"{_BUILD}:build", job.args) for job in _jobs(_variants(template, count, 99))]))
            wall = _wall(lambda: list(workers.map(_jobs(batch))))
        if count == 2:
            walls.append(wall)
        return wall

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


def _growth(template: type[Product]) -> list[Figure]:
    """The same ten variants timed first and last among a hundred, memo emptied before each time."""
    build = import_module(_BUILD)
    ten, others = _variants(template, 10, 21), _variants(template, 60, 22)

    def cost(product: Product) -> float:
        build.forget()
        return _cpu(lambda: build.build(BuildRequest.of(product, tuple(placed(product)), step=True)))

    for product in ten:
        cost(product)  # letters and selectors, once in a process
    first = [min(cost(product), cost(product)) for product in ten]
    for product in others:
        cost(product)
    last = [min(cost(product), cost(product)) for product in ten]
    ratios = [after / before for before, after in zip(first, last, strict=True)]
    return [Figure("the same ten variants, last against first of 100", statistics.median(ratios), "times", "<= 1.1",
                   "memo emptied each time, the better of two")]
