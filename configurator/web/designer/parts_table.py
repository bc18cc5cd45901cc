"""Parts and features of a configuration as a table: sound or not, sizes, time, rebuilt or from the memo, what was read."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from configurator.web import visit

from .builds import Building, PartRow
from .frame import aligned, figure, mark, say_here, table

_HEADS = ("part", "state", "origin", "cpu", "volume", "area", "faces", "reads")


def parts_table(building: Building) -> None:
    """Draw it."""
    import streamlit as st

    product, language = building.product, visit.language()
    rows = building.rows()
    if not rows:
        return
    made = sum(row.made for row in rows)
    ready = [row for row in rows if row.state == "good"]
    st.html(f'<p class="lo-d-sum"><b>{escape(product.number)}</b> '
            + escape(say_here("sum", parts=len(rows), made=made, kept=len(ready) - made,
                              milliseconds=figure(1000 * sum(row.seconds for row in ready), 0))) + "</p>")
    found = [cells for row in rows for cells in _rows(row, product.part_label(row.name, language))]
    table(say_here("parts"), [say_here(key) for key in _HEADS], found, (3, 4, 5, 6))


def _rows(row: PartRow, label: str) -> Iterator[tuple[str, ...]]:
    name = f"{escape(label)} <code>{escape(row.name)}</code>"
    if row.state != "good" or row.measured is None:
        state = mark(say_here("building"), "") if row.state == "building" else mark(say_here("failed"), "bad")
        yield name, state, "", "", "", "", "", ""
        return
    found = row.measured
    yield (name, mark(say_here("valid"), "good"), _origin(row.made), aligned(1000 * row.seconds), aligned(found.volume, 3),
           aligned(found.area, 3), str(found.faces), _reads(row.reads))
    for step in row.steps[1:]:
        yield (f'<span class="lo-d-step" style="--depth:{step.depth}"><code>{escape(step.name)}</code></span>',
               "", _origin(step.made), aligned(1000 * step.seconds), "", "", "", _reads(step.reads))
    if row.made and row.steps:
        rest = max(row.seconds - row.steps[0].seconds, 0.0)
        yield (f'<span class="lo-d-step" style="--depth:1">{escape(say_here("inspection"))}</span>', "", "",
               aligned(1000 * rest), "", "", "", "")


def _origin(made: bool) -> str:
    return mark(say_here("rebuilt"), "tight") if made else mark(say_here("from_memo"))


def _reads(names: tuple[str, ...]) -> str:
    if not names:
        return "–"
    return (f"<details><summary>{len(names)}</summary><code>"
            f"{'<br>'.join(map(escape, names))}</code></details>")
