"""What is around every page for designers: ways between them, the template that is looked at, tables, faults."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

from configurator.product.product import Product
from configurator.texts import say, written
from configurator.web import visit

from . import choices
from .faults import Fault
from .folders import Known, known
from .opened import Opened, opened

_STYLE = Path(__file__).parents[1] / "assets" / "designers.css"
_PAGES = {"templates": "page_templates", "sandbox": "page_sandbox", "sweep": "page_sweep", "difference": "page_difference"}


def say_here(key: str, **values: object) -> str:
    """A sentence of the table [designer] in the visitor's language."""
    return say(f"designer.{key}", visit.language(), **values)


def begin(page: str) -> Any:
    """The head of a page for designers. A place beside its title."""
    import streamlit as st

    from configurator.web.pages import pages

    st.html(_STYLE)
    ways = pages()
    with st.container(key="lo-d-ways", horizontal=True):
        for name, label in _PAGES.items():
            st.page_link(ways[name], label=say_here(label))
    title, beside = st.columns([1.7, 1], gap="large", vertical_alignment="bottom")
    title.title(say_here(_PAGES[page]), anchor=False)
    return beside


def way_to(page: str, label: str, key: str, *, leading: bool = False, query: dict[str, str] | None = None) -> None:
    """A link to another of these pages, with the look of a button.

    Never a button with `st.switch_page`: only a link stops the timers of the page that is left. One that still fires runs after
    the new page, under the old one's address, and the browser takes that for the way back and clears what stands there.
    """
    import streamlit as st

    from configurator.web.pages import pages

    with st.container(key=f"lo-d-{'lead' if leading else 'way'}-{key}", width="content"):
        st.page_link(pages()[page], label=label, query_params=query)


def chosen(beside: Any) -> Opened | None:
    """The template that is looked at, as the visitor chooses it in `beside`; None if there is none at all."""
    import streamlit as st

    there = known(choices.folders())
    if not there:
        st.info(say_here("no_template"))
        return None
    folders = [str(each.folder) for each in there]
    asked = st.query_params.get("t", "")
    by_name = next((str(each.folder) for each in there if each.name == asked and not each.hidden), "")
    if by_name and st.session_state.get("lo-d-asked") != asked:
        choices.look_at(by_name)
    st.session_state["lo-d-asked"] = asked
    now = choices.looked_at()
    at = folders.index(now) if now in folders else 0
    names = {str(each.folder): _name(each, there) for each in there}
    found = beside.selectbox(say_here("template"), folders, index=at, format_func=names.__getitem__, key=f"lo-d-template-{at}",
                            on_change=lambda: choices.look_at(st.session_state.get(f"lo-d-template-{at}", now)))
    choices.look_at(found)
    return opened(Path(found))


def section(title: str) -> None:
    """The title of a part of the page."""
    import streamlit as st

    st.html(f'<h2 class="lo-d-section">{escape(title)}</h2>')


def show_fault(fault: Fault, title: str) -> None:
    """An error where it arose: file, line, the lines around it, what was said, what to do."""
    import streamlit as st

    rows = "".join(f'<span class="{"lo-d-here" if number == fault.line else ""}"><i>{number}</i>{escape(text) or " "}\n</span>'
                   for number, text in fault.lines)
    code = f'<pre tabindex="0">{rows}</pre>' if rows else ""
    place = f"<code>{escape(fault.place)}</code>" if fault.place else ""
    kind = f"<span>{escape(fault.kind)}</span>" if fault.tells_kind else ""
    unknown, near = fault.meant
    guess = f"{say_here('advice_name', name=unknown, near=near)} " if near else ""
    st.html(f'<section class="lo-d-fault" role="alert"><p class="lo-d-title">{escape(title)}</p><p class="lo-d-place">{place}'
            f'{kind}</p>{code}<p class="lo-d-said">{escape(fault.message)}</p>'
            f"<p>{escape(guess + say_here(fault.advice))}</p></section>")


def table(label: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()) -> None:
    """A table that scrolls by itself; on a phone each row is a paragraph whose cells bear the names of their columns.

    Cells are HTML already, the first of each row is its head; `numbers`: columns of numbers.
    """
    import streamlit as st

    right = set(numbers)

    def cell(index: int, text: str) -> str:
        kind = ' class="lo-d-number"' if index in right else ""
        if index == 0:
            return f"<th scope=row role=rowheader{kind}>{text}</th>"
        return f'<td role=cell{kind} data-label="{escape(heads[index])}">{text}</td>'

    # the roles outlast the phone's style sheet, under which a browser no longer takes the elements for a table's
    head = "".join(f'<th scope=col role=columnheader{" class=lo-d-number" if index in right else ""}>{escape(each)}</th>'
                   for index, each in enumerate(heads))
    body = "".join("<tr role=row>" + "".join(cell(index, text) for index, text in enumerate(row)) + "</tr>" for row in rows)
    st.html(f'<div class="lo-scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
            f'<table class="lo-table lo-d-table" role=table><thead role=rowgroup><tr role=row>{head}</tr></thead>'
            f"<tbody role=rowgroup>{body}</tbody></table></div>")


def figure(value: float | None, digits: int = 3) -> str:
    """A number as the visitor's language writes it; a dash if there is none."""
    return "–" if value is None else written(round(float(value), digits), visit.language())


def aligned(value: float, digits: int = 1) -> str:
    """The same with all its decimals, for columns."""
    text = f"{value:.{digits}f}"
    return text if visit.language() == "en" else text.replace(".", ",")


def met(template: type[Product], found_at: str) -> str:
    """Where in a plan a configuration stands ("extreme width = 4.0", "random 17"), in the visitor's language."""
    kind, _, rest = found_at.partition(" ")
    name, _, value = rest.partition(" = ")
    label = template.label(name, visit.language()) if name in template.parameters else name
    known = {"default": "met_default", "pairwise": "met_pairwise", "extreme": "met_extreme", "random": "met_random"}.get(kind)
    with suppress(ValueError):  # a word
        value = figure(float(value))
    return say_here(known, index=rest, name=label, value=value) if known else found_at


def mark(text: str, kind: str = "") -> str:
    """A word on a state: "good", "bad" or "" for neither."""
    return f'<span class="lo-d-mark {kind}">{escape(text)}</span>'


def place(text: str) -> str:
    """File and line in a cell, broken between folders only."""
    return '<code class="lo-d-line">' + "/<wbr>".join(map(escape, text.split("/"))) + "</code>"


def _name(each: Known, there: Sequence[Known]) -> str:
    alike = sum(other.name == each.name for other in there) > 1
    return f"{each.name} ({each.folder.parent})" if alike else each.name
