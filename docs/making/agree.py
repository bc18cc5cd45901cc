"""Whether every characteristic of random configurations is the same in all its prints; writes docs/making.md.

Composes the package of each configuration, reads the PMI in the text of the STEP files and the inspection sheets, and has
FreeCAD measure the solids of these STEP files on the faces that the PMI names.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from agreement import freecad
from examining import Examined, examined, verdicts
from report import Tally, page

from configurator import load_template
from configurator.errors import LotOneError
from configurator.geometry.client import Geometry
from configurator.package.compose import Composer, FindingsRefuse
from configurator.package.inputs import Inputs

LANGUAGES = ("en", "fr", "de")
TOGETHER = 4  # packages for one start of FreeCAD
PAGE = Path(__file__).parents[1] / "making.md"


def packages(template: str, count: int, seed: int, folder: Path, tally: Tally) -> Iterator[list[Examined]]:
    """Made parts of the packages of random configurations, in three languages by turns."""
    with Geometry() as geometry:
        composer = Composer(geometry, packages=1)
        for place, product in enumerate(load_template(template).space.sample(count, seed)):
            try:
                package = composer.compose(product, Inputs(language=LANGUAGES[place % 3]))
            except FindingsRefuse as error:
                tally.refused.update({each.code for each in error.findings})
                continue
            except LotOneError as error:
                tally.wrong.append(f"{product.number}: its package cannot be composed: {error}")
                continue
            yield examined(product, package, folder)


def tallied(template: str, count: int, seed: int) -> Tally:
    """Compared and counted; FreeCAD measures while the next packages are composed."""
    tally = Tally(template)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as beside:
        batch: list[Examined] = []
        pending: list[tuple[list[Examined], Future[list[dict] | None]]] = []
        for number, parts in enumerate(packages(template, count, seed, Path(folder), tally), 1):
            tally.packages += 1
            batch += parts
            if number % TOGETHER == 0:
                pending.append((batch, beside.submit(freecad, [part.task for part in batch])))
                batch = []
                print(f"{template}: {number} of {count}", file=sys.stderr, flush=True)
        pending.append((batch, beside.submit(freecad, [part.task for part in batch])))
        for parts, answer in pending:
            answers = answer.result()
            if answers is None:
                raise SystemExit("FreeCAD is not installed (Debian's freecad-python3): nothing was measured.")
            for part, measured in zip(parts, answers, strict=True):
                tally.add(part.package, part.part, verdicts(part, measured))
    return tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the page; 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=100)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("templates", nargs="*", default=["ring", "watch_case"])
    given = parser.parse_args(arguments)
    tallies = [tallied(template, given.samples, given.seed) for template in given.templates]
    given.output.write_text(page(tallies, given.samples, given.seed), encoding="utf-8")
    wrong = sum(len(tally.wrong) for tally in tallies)
    print(f"{sum(sum(tally.count.values()) for tally in tallies)} characteristics, {wrong} that differ: {given.output}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
