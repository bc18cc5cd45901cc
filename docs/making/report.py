"""Counts what was compared, and tells it as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from agreement import TEXT_ONLY, Verdict
from boxes import lying

from configurator.exchange.archive import read_stored_zip
from configurator.package.compose import Package

_MOST = 50
HEAD = """# One truth: every print of a characteristic says the same

A characteristic is declared once, in the template. The job package prints it several times: as semantic PMI in the STEP file
of its part, as a line of the inspection sheet, on the drawing. This page is written by

    .venv/bin/python docs/making/agree.py --samples {samples} --seed {seed}

which draws configurations of each template at random ({samples}; of these the first, as many as the table says, where the time
was limited with `--minutes`), composes their whole job packages (in English, French and German by turns) and compares, for
**every characteristic of every made part**, and for every sheet:

1. **STEP against sheet.** The PMI is read from the text of the STEP file, the sheet with a plain CSV reader: the same names in
   the same order, kind, nominal, lower and upper limit (to six decimals of a millimetre), unit, class of ISO 286 or designation
   of the thread, number of places, and whether it is measured on every piece. Limits that the sheet takes from the general
   tolerances are compared with the tables of ISO 2768-1, written down once more in `docs/making/agreement.py`.
2. **Drawing against sheet.** poppler's `pdftotext` gives the words of the PDF and where they stand. The number in each circle
   is found, and what follows it along the line of writing is read as a person reads it: nominal (three decimals), deviations in
   full, class, kind by its symbol, number of places, tolerance frame with its datums and the sign of a round zone, roughness at
   its symbol, thread. All of it has to be that of the line with this number; nothing else may stand there. The note of what is
   measured on every piece and the class of the general tolerances as well.
3. **All against the solid.** FreeCAD reads the STEP file and measures, on the faces that the PMI names, what is stated:
   diameters, radii, angles, distances between planes and axes, walls, overall sizes (as between the jaws of a caliper), the
   cylinder that stands for a thread (major diameter outside; inside the hole that the designation allows, ISO 724 and
   ISO 1501), how far the nominal solid is from the form or relation that a geometrical tolerance asks, and how many equal
   features there are. It also looks for every face on the same surface anew: the PMI has to name all of them and no other. A
   difference of more than 2 nm (or 0.000 002 degrees) is told below.
4. **Lettering against all that is drawn.** On the sheet of every part and of the whole, no word, as `pdftotext` bounds it in
   the PDF, lies on another one, and no line, as `ezdxf` reads it in the DXF, runs through one. The sheets of both ends of every
   parameter and of every option are looked at as well.

FreeCAD knows nothing of this program; the one thing it is told besides the file is where a jaw touches from outside (length
over rounded lugs), for which the PMI has no word.
"""


class Tally:
    """What was compared of one template."""

    def __init__(self, template: str) -> None:
        self.template = template
        self.packages = 0
        self.refused: Counter[str] = Counter()
        self.parts: Counter[str] = Counter()
        self.count: Counter[str] = Counter()
        self.measured: Counter[str] = Counter()
        self.drawn = 0
        self.off: dict[str, float] = {}
        self.cannot: Counter[tuple[str, str]] = Counter()
        self.undrawn: list[str] = []
        self.wrong: list[str] = []
        self.extremes = 0
        self.sheets = 0

    def looked_at(self, package: Package) -> None:
        """Whether anything lies on lettering on its sheets."""
        members = read_stored_zip(package.data)
        for name in sorted(each for each in members if each.startswith("drawing/") and each.endswith(".pdf")):
            self.sheets += 1
            self.wrong += [f"{package.name}, {name}: {said}"
                           for said in lying(members[name], members[f"{name.removesuffix('.pdf')}.dxf"])]

    def add(self, package: str, part: str, verdicts: Iterable[Verdict]) -> None:
        """The verdicts on one part."""
        self.parts[part] += 1
        for each in verdicts:
            if each.kind:
                self.count[each.kind] += 1
            self.drawn += each.drawn
            if each.off is not None:
                self.measured[each.kind] += 1
                self.off[each.kind] = max(self.off.get(each.kind, 0.0), each.off)
            if each.cannot and each.kind not in TEXT_ONLY:
                self.cannot[each.kind, each.cannot] += 1
            self.wrong += [f"{package}, {part}, {each.name}: {said}" for said in each.wrong]


def page(tallies: Sequence[Tally], samples: int, seed: int) -> str:
    """The page, Markdown."""
    lines = [HEAD.format(samples=samples, seed=seed), "## What was compared", "",
             *_table("template", "random", "extremes", "parts", "characteristics", "on a drawing", "measured by FreeCAD",
                      "text only", "parts without a drawing", "sheets", "differences")]
    for each in tallies:
        total, measured = sum(each.count.values()), sum(each.measured.values())
        lines.append(_row(each.template, each.packages - each.extremes, each.extremes, sum(each.parts.values()), total,
                          each.drawn, measured, total - measured, len(each.undrawn), each.sheets, len(each.wrong)))
    lines += ["", "By kind; the greatest difference between what is stated and the solid in nanometres (of angles in",
              "a millionth of a degree), mostly the rounding to six decimals:", "",
              *_table("kind", "characteristics", "measured", "greatest difference")]
    for kind in sorted({kind for each in tallies for kind in each.count}):
        off = [each.off[kind] for each in tallies if kind in each.off]
        lines.append(_row(kind, sum(each.count[kind] for each in tallies), sum(each.measured[kind] for each in tallies),
                          f"{1e6 * max(off):.2g}" if off else "-"))
    lines += ["", "## What FreeCAD does not measure", "", "Their values are compared between the prints.", "",
              "- roughness: no solid has it"]
    cannot: Counter[tuple[str, str]] = sum((each.cannot for each in tallies), Counter())
    lines += [f"- {kind}, {_times(count)}: {why}; faces and number of features were looked at"
              for (kind, why), count in sorted(cannot.items())]
    refused: Counter[str] = sum((each.refused for each in tallies), Counter())
    if refused:
        told = ", ".join(f"{code} {_times(count)}" for code, count in sorted(refused.items()))
        lines += ["", f"Configurations whose package is refused with a finding, and so has no prints: {told}."]
    undrawn, wrong = ([said for each in tallies for said in getattr(each, field)] for field in ("undrawn", "wrong"))
    if undrawn:
        lines += ["", "## Parts without a drawing", "", "Their packages say so in a finding; the other prints were compared.",
                  "", *_listed(undrawn)]
    return "\n".join([*lines, "", "## What differs", "", *(_listed(wrong) or ["Nothing."])]) + "\n"


def _listed(sentences: Sequence[str]) -> list[str]:
    more = [f"and {len(sentences) - _MOST} more"] if len(sentences) > _MOST else []
    return [f"- {each}" for each in (*sentences[:_MOST], *more)]


def _table(*heads: str) -> list[str]:
    return [_row(*heads), "|---" + "|--:" * (len(heads) - 1) + "|"]


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
