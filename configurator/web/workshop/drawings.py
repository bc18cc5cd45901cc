"""The drawings of a package, to be looked at on the page and taken as files."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath
from typing import Any

from configurator.web.frame import say_here

FOLDER = "drawing/"
_FORMATS = ("pdf", "dxf", "svg")


def drawings(st: Any, members: Mapping[str, bytes], token: str) -> None:
    """Draw them: the first one open; nothing if the package holds none. `token`: of the job, for the files' addresses."""
    sheets: dict[str, dict[str, str]] = {}
    for path in sorted(members):
        file = PurePosixPath(path)
        if path.startswith(FOLDER) and (suffix := file.suffix[1:].lower()) in _FORMATS:
            sheets.setdefault(file.stem, {})[suffix] = f"/api/jobs/{token}/files/{path}"
    if not sheets:
        return
    st.header(say_here("drawings"))
    st.html("".join(_sheet(name, files, opened=place == 0) for place, (name, files) in enumerate(sheets.items())))


def _sheet(name: str, files: Mapping[str, str], *, opened: bool) -> str:
    links = "".join(f'<a href="{escape(files[suffix])}" download>{suffix.upper()}</a>' for suffix in _FORMATS
                    if suffix in files)
    alt = escape(say_here("drawing", name=name))
    seen = f'<img src="{escape(files["svg"])}" alt="{alt}" loading="lazy">' if "svg" in files else ""
    shown = (f'<a href="{escape(files["pdf"])}" target="_blank" rel="noopener">{seen}</a>' if "pdf" in files and seen else seen)
    return (f'<details class="lo-sheet"{" open" if opened else ""}><summary>{escape(name)}</summary>'
            f'<p class="lo-sheet-files">{links}</p>{shown}</details>')
