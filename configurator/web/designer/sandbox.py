"""A template at work: any choices, its geometry, validity and time of each part and feature, drawn anew while files change."""

from __future__ import annotations

from html import escape
from typing import Any

from configurator.certify.commands import build_command
from configurator.certify.places import of_parameter, of_rule
from configurator.errors import InvalidChoice, LotOneError
from configurator.product.parameters import Number, plain
from configurator.product.problems import Problem
from configurator.product.product import Product
from configurator.web import visit
from configurator.web.customer.configure import show
from configurator.web.frame import failed
from configurator.web.server import current

from . import choices, kept
from .access import for_designers
from .builds import Building, Record
from .folders import as_typed, known
from .frame import begin, chosen, say_here, show_fault
from .parts_table import parts_table
from .picks import show_pick
from .watching import watch
from .widgets import widgets

_QUICK = 0.4
"""s that are waited for what the memo may have, before the page goes out."""
_POLL = 0.5
_TOOLS = ("views", "edges", "section", "turntable", "dimensions", "faces", "measure")
_BUILDINGS, _GOOD = "lo-d-buildings", "lo-d-good"


@for_designers
def page() -> None:
    """Draw it."""
    import streamlit as st

    beside = begin("sandbox")
    _take(st)
    found = chosen(beside)
    if found is None:
        return
    # a browser that is busy may send the address of the page before with the first request, and the one of the link later
    watch([found], lambda: _offer(st) is not None)
    faults = st.container()  # there even when empty: what follows keeps its place, and the viewer its camera
    if found.fault is not None:
        with faults:
            show_fault(found.fault, say_here("cannot_load_now" if found.template else "cannot_load", name=found.folder.name))
    template = found.template
    if template is None:
        return
    st.caption(say_here("watched", revision=template.revision, fingerprint=template.fingerprint[:12], files=found.files))
    stage, panel = st.columns([1.7, 1], gap="large")
    with panel:
        product = _panel(st, template)
    building = _building(st, str(template.home), product) if product is not None else None
    with stage, st.container(key="lo-stage"):
        _stage(st, str(template.home), building)
    if building is not None:
        if found.fault is None:
            with faults:
                _failed(building)
        _results(building)


def _take(st: Any) -> None:
    """What a link to this page means, once: what is chosen here afterwards stays."""
    offer = _offer(st)
    if offer is not None:
        template, values = offer
        home = str(template.home)
        if home not in {str(each.folder) for each in known(choices.folders())}:  # another designer's, from elsewhere
            choices.add(home)
        choices.put(template, values)
        choices.look_at(home)
        del st.query_params[choices.OFFERED]


def _offer(st: Any) -> tuple[type[Product], dict[str, Any]] | None:
    return choices.offered(st.query_params.get(choices.OFFERED, ""))


def _panel(st: Any, template: type[Product]) -> Product | None:
    """Widgets, and why what they say cannot be made, if it cannot."""
    with st.container(horizontal=True):
        if st.button(say_here("defaults"), key="lo-d-defaults"):
            choices.put(template, {name: plain(value) for name, value in template.defaults().items()})
        if st.button(say_here("random"), key="lo-d-random"):
            _at_random(st, template)
    reasons = st.container()
    values = widgets(template)
    with reasons:
        try:
            return template(**values)
        except InvalidChoice as refused:
            _refused(st, template, values, refused.problems)
        except LotOneError as error:
            failed(str(error))
    return None


def _at_random(st: Any, template: type[Product]) -> None:
    seed = int(st.session_state.get("lo-d-seed", 0)) + 1
    st.session_state["lo-d-seed"] = seed
    for each in template.space.sample(1, seed):
        choices.put(template, each.choices)


def _refused(st: Any, template: type[Product], values: dict[str, Any], problems: tuple[Problem, ...]) -> None:
    language = visit.language()
    rules = {each.name: each for each in template.rules}
    said = "\n".join(f"- {_plain(each.say(language))}  \n  `{each.name}` · "
                     f"`{of_rule(template, rules[each.name]) if each.name in rules else of_parameter(template, each.name)}`"
                     for each in problems)
    st.warning(f"**{say_here('impossible')}**\n\n{said}", icon=":material/block:")
    if st.button(say_here("nearest"), key="lo-d-nearest"):
        try:
            choices.put(template, template.space.complete({}, near=_near(template, values, problems)).choices)
        except LotOneError as error:
            failed(str(error))
        else:
            st.rerun()


def _near(template: type[Product], values: dict[str, Any], problems: tuple[Problem, ...]) -> dict[str, Any]:
    """The values without those that are none of their parameters' own; numbers off the grid brought onto it."""
    refused = {each.name for each in problems if each.kind != "rule"}
    found = {name: value for name, value in values.items() if name not in refused}
    for name in refused & values.keys():
        parameter = template.parameters[name]
        if isinstance(parameter, Number):
            found[name] = parameter.at(parameter.grid.nearest(values[name]))
    return found


def _plain(sentence: str) -> str:
    """As Markdown that says just these letters."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#|$~:" else each for each in sentence)


def _stage(st: Any, place: str, building: Building | None) -> None:
    """The new shape, or the last good one."""
    good: dict[str, Record] = st.session_state.setdefault(_GOOD, {})
    if building is not None:
        record = building.record()
        answers = building.answers()
        if record is not None and answers is not None:
            scenes = current().scenes
            scenes.note(scenes.key(record.product), answers)
            good[place] = record
    shown = good.get(place)
    if shown is not None:
        found = show(shown.product, visit.language(), "viewer-sandbox", _TOOLS, _note(building))
        show_pick(found, shown.product)
    elif building is not None and not building.done:
        st.html(f'<div class="lo-d-stage" role="status">{escape(say_here("building_first"))}</div>')


def _building(st: Any, place: str, product: Product) -> Building:
    known: dict[str, Building] = st.session_state.setdefault(_BUILDINGS, {})
    found = known.get(place)
    if found is None or found.product.number != product.number or found.product.fingerprint != product.fingerprint:
        found = known[place] = Building(current().geometry, product)
    if not found.done:
        found.wait(_QUICK)
    return found


def _note(building: Building | None) -> str | None:
    """What is said on the stage about a shape that is not the one the widgets ask for."""
    if building is None:
        return say_here("note_impossible")
    if not building.done:
        return say_here("note_building")
    return say_here("note_failed") if building.faults() else None


def _results(building: Building) -> None:
    """The table of parts; looks again by itself until all is known."""
    import streamlit as st

    waits, failures = not building.done or building.compared is False, len(building.faults())

    @st.fragment(run_every=_POLL if waits else None)
    def results() -> None:
        parts_table(building)
        if waits and (len(building.faults()) != failures or (building.done and building.compared is not False)):
            st.rerun()

    results()
    _more(st, building)


def _failed(building: Building) -> None:
    """Why parts could not be built: above the stage, where it is seen without scrolling."""
    for part, fault in building.faults():
        label = building.product.part_label(part, visit.language()) if part else building.product.heading(visit.language())
        show_fault(fault, say_here("part_failed", part=label))


def _more(st: Any, building: Building) -> None:
    product = building.product
    record = building.record()
    if record is not None:
        with st.container(horizontal=True):
            if st.button(say_here("look_for_overlaps"), key="lo-d-overlaps", disabled=building.compared is not None):
                building.compare()
                st.rerun()
            if st.button(say_here("keep_to_compare"), key="lo-d-keep"):
                st.toast(say_here("kept_to_compare", count=kept.keep(record)))
    if building.compared:
        found = building.findings()
        if not isinstance(found, list):
            show_fault(found, say_here("overlaps_failed"))
        elif not found:
            st.success(say_here("no_overlaps"))
        else:
            for each in found:
                failed(f"`{each.code}` {_plain(each.place)}: {_plain(each.sentence)} ({each.measured:.6g} mm³, "
                       f"{each.limit:.6g} mm³). {_plain(each.suggestion)}")
    defaults = {name: plain(value) for name, value in type(product).defaults().items()}
    st.caption(say_here("command"))
    st.code(build_command(as_typed(type(product)), product.choices, defaults), language=None, wrap_lines=True)
