"""A sweep of a template's design space: progress, failures with what reproduces them, slow places over two parameters."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from configurator.certify.commands import build_command
from configurator.certify.outcomes import How, Outcome
from configurator.certify.shrinking import Smallest
from configurator.errors import LotOneError
from configurator.product.parameters import Number, plain
from configurator.product.product import Product
from configurator.web import visit
from configurator.web.server import current

from . import choices
from .access import for_designers
from .faults import fault_of
from .folders import as_typed
from .frame import aligned, begin, chosen, figure, met, say_here, section, show_fault, table, way_to
from .plot import plot
from .sweeps import MOST, Point, Sweeping
from .watching import watch

_EVERY = 1.5
"""s between two looks at a sweep that runs."""
_WAYS, _SLOWEST = 12, 8
_STATES = {"planning": "sweep_planning", "running": "sweep_running", "stopped": "sweep_stopped", "done": "sweep_done",
           "broken": "sweep_broken"}


@for_designers
def page() -> None:
    """Draw it."""
    import streamlit as st

    found = chosen(begin("sweep"))
    if found is None:
        return
    watch([found])
    faults = st.container()
    if found.fault is not None:
        with faults:
            show_fault(found.fault, say_here("cannot_load_now" if found.template else "cannot_load", name=found.folder.name))
    if found.template is None:
        return
    st.write(say_here("sweep_told"))
    _ask(st, found.template)
    running = current().sweeps.last
    if running is None:
        return
    if running.template.home != found.template.home:
        st.info(say_here("sweep_other", name=running.template.heading(visit.language())))
    elif running.template.fingerprint != found.template.fingerprint:
        st.info(say_here("sweep_former", state=running.template.fingerprint[:6]))

    @st.fragment(run_every=_EVERY if running.runs else None)
    def shown() -> None:
        runs = running.runs
        _progress(st, running)
        _plot(st, running)
        _failures(st, running)
        _slow(st, running)
        if not runs and running is current().sweeps.last and st.session_state.get("lo-d-ended") is not running:
            st.session_state["lo-d-ended"] = running  # draws the page anew, without the timer
            st.rerun()

    shown()


def _ask(st: Any, template: type[Product]) -> None:
    with st.form("lo-d-sweep", border=False):
        left, middle, right = st.columns(3, vertical_alignment="bottom")
        samples = left.number_input(say_here("samples"), 0, MOST, 50, 10, key="lo-d-samples")
        seed = middle.number_input(say_here("seed"), 0, 2**31 - 1, 0, 1, key="lo-d-sweep-seed")
        pairs = right.toggle(say_here("pairs"), value=False, key="lo-d-pairs")
        sent = st.form_submit_button(say_here("begin"), type="primary")
    if sent and current().sweeps.begin(template, int(samples), int(seed), pairs=bool(pairs)) is None:
        st.warning(say_here("sweep_runs"))


def _progress(st: Any, running: Sweeping) -> None:
    progress = running.progress
    done, total = (progress.done, progress.total) if progress else (0, 0)
    told = say_here(_STATES[running.state], done=done, total=total, failed=progress.failed if progress else 0,
                    seconds=figure(running.elapsed, 0), name=running.template.heading(visit.language()))
    st.progress(min(done / total, 1.0) if total else 0.0, told)
    if progress is not None and progress.shrinking and running.runs:
        st.caption(say_here("shrinking", what=progress.shrinking))
    if running.trouble:
        home = running.template.home
        st.error(running.trouble.replace(f"{home.parent}/", "") if home is not None else running.trouble)
    if running.runs and st.button(say_here("stop"), key="lo-d-stop"):
        running.stop()
        st.rerun()


def _plot(st: Any, running: Sweeping) -> None:
    points = running.points()
    if not points:
        return
    section(say_here("slow_places"))
    names = list(running.template.parameters)
    if len(names) < 2:
        return
    number = plot(st, running.template, points)
    found = next((each for each in points if each.outcome.number == number), None)
    if found is not None:
        st.html(f'<p class="lo-d-sum"><b>{escape(found.outcome.number)}</b> '
                f"{escape(met(running.template, found.planned.found_at))}, {figure(found.outcome.seconds, 2)} s</p>")
        _open(running.template, found.outcome, say_here("open_one"), "plot")


def _failures(st: Any, running: Sweeping) -> None:
    ways = running.ways()
    if not ways:
        if not running.runs and running.points():
            st.success(say_here("no_failures", count=len(running.points())))
        return
    section(say_here("failures"))
    small = {each.how: each.smallest for each in running.result.ways} if running.result else {}
    for index, (how, points) in enumerate(list(ways.items())[:_WAYS]):
        _way(st, running.template, how, points)
        if how in small:
            st.html(f"<p>{escape(_smallest(running.template, small[how]))}</p>")
        with st.container(horizontal=True):
            if how in small:
                _open(running.template, small[how].outcome, say_here("open_smallest"), f"small-{index}")
            _open(running.template, points[0].outcome, say_here("open_this"), f"way-{index}")
    if len(ways) > _WAYS:
        st.caption(say_here("more_ways", count=len(ways) - _WAYS))


def _smallest(template: type[Product], least: Smallest) -> str:
    """What it takes, from the defaults on, to fail so."""
    def shown(name: str, value: Any) -> str:
        return figure(value) if isinstance(template.parameters.get(name), Number) else str(value)

    changes = ", ".join(f"{template.label(name, visit.language())} {shown(name, before)} → {shown(name, after)}"
                        for name, (before, after) in least.changes.items())
    return say_here("smallest" if least.proven else "smallest_found", changes=changes or say_here("as_default"))


def _way(st: Any, template: type[Product], how: How, points: list[Point]) -> None:
    first = points[0]
    fault = next(each for each in first.outcome.faults if each.how == how)
    part = template.part_label(fault.part, visit.language()) if fault.part in template.parts else fault.part
    title = f"{say_here('part_failed', part=part) if part else fault.kind} · {say_here('times', count=len(points))}"
    home = template.home
    if home is not None:
        found = fault_of(_Said(fault.message), home, template, fault.part if fault.part in template.parts else "")
        show_fault(replace(found, kind=fault.kind), title)
    st.caption(say_here("first_met", at=met(template, first.planned.found_at), number=first.outcome.number))
    st.code(build_command(as_typed(template), first.outcome.choices, _defaults(template)), language=None, wrap_lines=True)


def _slow(st: Any, running: Sweeping) -> None:
    points = sorted(running.points(), key=lambda each: -each.outcome.seconds)[:_SLOWEST]
    if not points:
        return
    section(say_here("slowest"))
    table(say_here("slowest"), [say_here(key) for key in ("number", "cpu_seconds", "rebuilt", "from_memo", "met_at")], [
        (f"<code>{each.outcome.number}</code>", aligned(each.outcome.seconds, 3), str(each.outcome.made),
         str(each.outcome.kept), escape(met(running.template, each.planned.found_at))) for each in points], (1, 2, 3))
    at = st.selectbox(say_here("number"), range(len(points)), format_func=lambda index: points[index].outcome.number,
                      key="lo-d-slow")
    _open(running.template, points[min(at, len(points) - 1)].outcome, say_here("open_one"), "slow")


def _open(template: type[Product], outcome: Outcome, label: str, key: str) -> None:
    choices.offer(outcome.number, template, outcome.choices)
    way_to("sandbox", label, f"open-{key}", query={choices.OFFERED: outcome.number})


def _defaults(template: type[Product]) -> dict[str, Any]:
    return {name: plain(value) for name, value in template.defaults().items()}


class _Said(LotOneError):
    """A message of which only the words are left."""
