"""What a page tells of a scan: pictures of how it stands, what is wrong with it, what was done to it, how near the shape is."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from math import ceil
from typing import TYPE_CHECKING

from configurator.errors import ScanError
from configurator.product import scan_store
from configurator.product.parameters import Quantity
from configurator.product.scan_notes import ScanNote
from configurator.product.scans import TENTHS, Scan
from configurator.texts import written
from configurator.web import visit
from configurator.web.frame import say_here

if TYPE_CHECKING:
    from configurator.geometry.scan.answers import Looked, Taken

SIDES = {"left": "scan_left", "right": "scan_right"}
VIEWS = {"front": "scan_front", "side": "scan_side"}


def pictures(looked: Looked, choice: str) -> str:
    """As HTML; empty where there are none of that choice. In the page itself: no address leads to a picture of a body."""
    shown = [(escape(say_here(VIEWS[each.view])), base64.b64encode(each.png).decode())
             for each in looked.pictures if each.choice == choice]
    return "" if not shown else '<div class="lo-scan">' + "".join(
        f'<figure><img src="data:image/png;base64,{png}" alt="{said}"><figcaption>{said}</figcaption></figure>'
        for said, png in shown) + "</div>"


def refused(error: ScanError) -> str:
    """Why a scan cannot be used and how to scan better, as Markdown."""
    return f"**{say_here('scan_refused')}**" + notes(error.notes)


def notes(several: Sequence[ScanNote]) -> str:
    """A list in Markdown."""
    return "".join(f"\n- {each.say(visit.language())}" for each in several)


def done(found: Taken) -> str:
    """What was done to a scan, and how near the shape is to it, as Markdown."""
    language, far = visit.language(), found.deviation
    near = say_here("scan_deviation", **{name: written(Quantity(ceil(100 * value) / 100, "mm"), language) for name, value in (
        ("median", far.median), ("most", far.most_of_it), ("greatest", far.greatest))})
    side = say_here("scan_side_said", side=say_here(SIDES[found.pose.side]))
    return f"{near}{notes(found.notes)}\n\n{side}"


def given(scan: Scan) -> str:
    """What a scan is that is in use: its size, and until when it is kept."""
    language = visit.language()
    girths = [float(getattr(scan, f"girth_{tenth}0")) for tenth in range(TENTHS)]
    size = {name: written(Quantity(round(value), "mm"), language) for name, value in (
        ("height", scan.height), ("least", min(girths)), ("most", max(girths)))}
    return say_here("scan_is_given", mark=scan.mark, **size) + " " + _until(scan)


def private() -> str:
    """What happens with a scan, told before one is added."""
    days = scan_store.retention()
    return say_here("scan_private", until=say_here("scan_days", days=days) if days else say_here("scan_no_days"))


def _until(scan: Scan) -> str:
    kept = next((each for each in scan_store.stored() if each.sha == scan), None)
    ends = kept.expires() if kept else None
    return say_here("scan_until", date=f"{ends:%Y-%m-%d}") if ends else say_here("scan_until_deleted")
