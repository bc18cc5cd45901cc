"""What `configurator scans` prints for a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from configurator.product.limb import Limb
from configurator.product.scan_notes import ScanNote
from configurator.product.scan_store import StoredScan

from .command_lines import broken
from .screen import console, counted, grid, value

if TYPE_CHECKING:
    from configurator.geometry.scan.answers import Candidate, Looked, Taken
    from configurator.geometry.scan.poses import Pose

_COLOURS = {"error": "bold red", "warning": "yellow", "note": "dim"}


def show_looked(looked: Looked, pose: Pose, file: str, language: str) -> None:
    """The proposal, how sure each part is, and the command that takes it."""
    from rich.text import Text

    screen = console()
    screen.print(Text(f"{looked.kind}, {counted(looked.triangles, 'triangle')}"))
    table = grid({"no_wrap": True}, {"no_wrap": True}, {})
    for name, groups in (("unit", looked.units), ("up", looked.ups), ("forward", looked.forwards), ("side", looked.sides)):
        chosen = getattr(pose, name)
        proposed = chosen == groups[0].value
        table.add_row(Text(name, "dim"), Text(chosen, "bold"), Text(_sure(groups) if proposed else "as given", "dim"))
    screen.print(table)
    screen.print(f"height {value(looked.height, 'mm')}, girth {value(looked.girth_least, 'mm')} at the ankle, "
                 f"{value(looked.girth_most, 'mm')} at the calf, as proposed")
    _say_notes(looked.notes, language)
    words = ["configurator scans add", quote(file), *(f"--{name} {quote(getattr(pose, name))}" for name in (
        "unit", "forward", "side")), f"--up={quote(pose.up)}"]
    words = [each.replace("--forward ", "--forward=") for each in words]
    screen.print(Text("\nNothing is kept yet. If this is right:", "dim"))
    print(broken(words, screen.width, 2))


def _sure(group: Sequence[Candidate]) -> str:
    rest = ", ".join(f"{each.value} {each.sure:.0%}" for each in group[1:] if each.sure >= 0.01)
    return f"{group[0].sure:.0%} sure" + (f" ({rest})" if rest else "")


def show_taken(taken: Taken, language: str) -> None:
    """What was kept, and what was done to the scan."""
    screen = console()
    show_limb(taken.limb, "kept")
    off = taken.deviation
    screen.print(f"deviation from the scan: median {value(off.median, 'mm')}, 95 % within {value(off.most_of_it, 'mm')}, "
                 f"at most {value(off.greatest, 'mm')}; noise of the scan {value(taken.noise, 'mm')}")
    _say_notes(taken.notes, language)


def show_limb(limb: Limb, remark: str) -> None:
    """Its name, height and girths."""
    from rich.text import Text

    screen = console()
    print(limb.sha256)
    screen.print(Text(f"{remark + ': ' if remark else ''}height {value(limb.height, 'mm')}, {limb.levels} levels", "bold"))
    table = grid({"justify": "right", "no_wrap": True}, {"justify": "right", "no_wrap": True}, {})
    for share in range(100, -1, -10):
        z = limb.height * share / 100
        table.add_row(Text(f"at {share} %", "dim"), value(round(z, 1), "mm"), f"girth {value(round(limb.girth(z), 1), 'mm')}")
    screen.print(table)


def show_stored(found: Sequence[StoredScan], folder: Path) -> None:
    """Every scan on a line."""
    from rich.text import Text

    screen = console()
    if not found:
        screen.print(f"There is no scan in {folder}. configurator scans add FILE puts one there.")
        return
    for each in found:
        ends = each.expires()
        print(each.sha)
        end = f", is deleted after {ends:%Y-%m-%d}" if ends else ""
        screen.print(Text(f"  put here on {each.put:%Y-%m-%d}{end}", "dim"))


def _say_notes(notes: Sequence[ScanNote], language: str) -> None:
    from rich.text import Text

    table = grid({"width": 1, "no_wrap": True}, {}, padding=1)
    for note in notes:
        table.add_row(Text("·", _COLOURS[note.severity]), Text(note.say(language), _COLOURS[note.severity]))
    console().print(table)
