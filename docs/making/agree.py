"""Whether every characteristic of random configurations is the same in all its prints; writes docs/making.md.

Composes the package of each configuration, reads the PMI in the text of the STEP files and the inspection sheets, has
FreeCAD measure the solids of these STEP files on the faces that the PMI names, and looks whether anything lies on lettering
on the sheets; on sheets also of both ends of every parameter and of every option.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from agreement import freecad
from examining import Examined, examined, verdicts
from report import Tally, page

from configurator import load_template
from configurator.errors import LotOneError
from configurator.geometry.client import Geometry
from configurator.package.compose import Composer, FindingsRefuse
from configurator.package.inputs import Inputs
from configurator.product.product import Product

LANGUAGES = ("en", "fr", "de")
TOGETHER = 4  # packages for one start of FreeCAD
PAGE = Path(__file__).parents[1] / "making.md"


def packages(products: Iterable[Product], folder: Path, tally: Tally) -> Iterator[list[Examined]]:
    """Made parts of the packages of configurations, in three languages by turns. Their sheets are looked at."""
    with Geometry() as geometry:
        composer = Composer(geometry, packages=1)
        for place, product in enumerate(products):
            try:
                package = composer.compose(product, Inputs(language=LANGUAGES[place % 3]))
            except FindingsRefuse as error:
                tally.refused.update({each.code for each in error.findings})
            except LotOneError as error:
                tally.wrong.append(f"{product.number}: its package cannot be composed: {error}")
            else:
                tally.packages += 1
                tally.looked_at(package)
                yield examined(product, package, folder)


def tallied(template: str, count: int, seed: int, minutes: float) -> Tally:
    """Compared and counted; FreeCAD measures while the next packages are composed."""
    tally, until = Tally(template), time.monotonic() + 60 * minutes
    space = load_template(template).space
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as beside:
        waiting: list[tuple[list[Examined], Future[list[dict[str, Any]] | None]]] = []
        batch: list[Examined] = []
        for parts in packages(space.sample(count, seed), Path(folder), tally):
            batch += parts
            if tally.packages % TOGETHER == 0:
                waiting.append((batch, beside.submit(freecad, [part.task for part in batch])))
                batch = []
            while waiting and waiting[0][1].done():
                count_up(tally, *waiting.pop(0))
            if time.monotonic() > until:
                break
        for each in (*waiting, (batch, beside.submit(freecad, [part.task for part in batch]))):
            count_up(tally, *each)
    if time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder:
            ends = (product for *_, product in space.extremes())
            for at, _ in enumerate(packages(ends, Path(folder), tally), 1):
                tally.extremes = at
                if at % 10 == 0:
                    print(f"{template}: {at} extremes, {tally.sheets} sheets, {len(tally.wrong)} faults", file=sys.stderr,
                          flush=True)
                if time.monotonic() > until:
                    break
    return tally


def count_up(tally: Tally, parts: Sequence[Examined], answer: Future[list[dict[str, Any]] | None]) -> None:
    """Adds the verdicts on parts that FreeCAD has measured."""
    answers = answer.result()
    if answers is None:
        raise SystemExit("FreeCAD is not installed (Debian's freecad-python3): nothing was measured.")
    for part, measured in zip(parts, answers, strict=True):
        tally.add(part.package, part.part, verdicts(part, measured))
        if part.undrawn:
            tally.undrawn.append(f"{part.package}, {part.part}: {part.undrawn}")
    print(f"{tally.template}: {sum(tally.count.values())} characteristics, {len(tally.wrong)} differences, "
          f"{len(tally.undrawn)} parts without a drawing", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the page; 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=100)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="for each template: then no other is composed")
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("templates", nargs="*", default=["ring", "watch_case"])
    given = parser.parse_args(arguments)
    tallies = [tallied(template, given.samples, given.seed, given.minutes) for template in given.templates]
    given.output.write_text(page(tallies, given.samples, given.seed), encoding="utf-8")
    wrong = sum(len(tally.wrong) for tally in tallies)
    print(f"{sum(sum(tally.count.values()) for tally in tallies)} characteristics, {wrong} that differ: {given.output}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
