"""A scan on the page: added, looked at, confirmed by the person, and deleted when he likes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from configurator import settings
from configurator.errors import LotOneError, NotKept, ScanError
from configurator.product.parameters import Quantity
from configurator.product.scanned import Scanned
from configurator.product.scans import Scan
from configurator.texts import written
from configurator.web import visit
from configurator.web.frame import failed, say_here

from . import scan_jobs, scan_told
from .session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from configurator.geometry.scan.answers import Looked, Taken
    from configurator.geometry.scan.poses import Pose

_KINDS = ("stl", "ply", "obj")
_PROPOSED, _TURNED, _UPSIDE_DOWN, _LEFTWARD, _RIGHTWARD = "proposed", "turned", "upside_down", "leftward", "rightward"
_STANDS = {_PROPOSED: "scan_proposed", _TURNED: "scan_turned", _LEFTWARD: "scan_leftward", _RIGHTWARD: "scan_rightward",
           _UPSIDE_DOWN: "scan_upside_down"}
_UNITS = {"mm": "scan_mm", "cm": "scan_cm", "m": "scan_m", "inch": "scan_inch"}
_EXACT = 1e-6
"""Radians within which a direction is an axis of the file."""
_ROUND, _LOOKED, _DONE = "lo-scan-round", "lo-scan-looked", "lo-scan-done"


class _Seen(NamedTuple):
    """What is known of a file that somebody added."""

    file: str
    """Streamlit's own name for it."""
    found: Looked | LotOneError
    ahead: Future[Taken] | None
    """The limb as proposed, on its way."""


def offer(session: Session) -> None:
    """Draw a block for each scan that the template asks for."""
    import streamlit as st

    for name, parameter in session.template.parameters.items():
        if isinstance(parameter, Scanned):
            label, scan = session.template.label(name, visit.language()), getattr(session.product, name)
            with st.container(key=f"lo-scan-{name}"):
                if scan:
                    with st.container(border=True):
                        st.markdown(f"**{label}**")
                        _in_use(st, session, name, scan)
                else:  # who has none does not look past it at each choice
                    with st.expander(say_here("scan_offer", scan=label), key=f"lo-scan-offer-{name}"):
                        if parameter.hint:
                            st.caption(session.template.words.word(visit.language(), "hints", name, parameter.hint))
                        _wanted(st, session, name)
                _answer(st, session, name)


def _wanted(st: Any, session: Session, name: str) -> None:
    st.caption(scan_told.private())
    added = st.file_uploader(say_here("scan_add"), _KINDS, key=f"lo-scan-file-{name}-{st.session_state.get(_ROUND, 0)}",
                             max_upload_size=settings.number("CONFIGURATOR_SCAN_MB", least=1))
    if added is None:
        st.session_state.pop(_LOOKED, None)
        return
    seen = _seen(st, added)
    found = seen.found
    if isinstance(found, LotOneError):
        failed(scan_told.refused(found) if isinstance(found, ScanError) else say_here("refused", reason=str(found)))
        return
    pose = _confirmed(st, name, found)
    if st.button(say_here("scan_take"), type="primary", key=f"lo-scan-take-{name}"):
        as_proposed = replace(pose, side=found.pose.side) == found.pose  # the side turns nothing
        _take(st, session, name, lambda: scan_jobs.taken(added.getvalue(), pose, seen.ahead if as_proposed else None))


def _seen(st: Any, added: UploadedFile) -> _Seen:
    """What the file is; once for each file, though the page is drawn again and again."""
    known: _Seen | None = st.session_state.get(_LOOKED)
    if known is None or known.file != added.file_id:
        with st.spinner(say_here("scan_looking")):
            data = added.getvalue()
            try:
                found = scan_jobs.looked_at(data)
                known = _Seen(added.file_id, found, scan_jobs.begun(data, found.pose))
            except LotOneError as error:
                known = _Seen(added.file_id, error, None)
        st.session_state[_LOOKED] = known
    return known


def _confirmed(st: Any, name: str, looked: Looked) -> Pose:
    """The proposal with what the person says about it."""
    from configurator.geometry.scan.poses import UNITS

    pose = looked.pose
    shown = st.container()
    stands = st.radio(say_here("scan_stands"), list(_STANDS), key=f"lo-scan-stands-{name}", format_func=_said(_STANDS))
    with shown:
        st.html(scan_told.pictures(looked, stands) or scan_told.pictures(looked, _PROPOSED))
    if looked.notes:
        st.markdown(scan_told.notes(looked.notes))

    tall = {unit: written(Quantity(round(looked.height * UNITS[unit] / UNITS[pose.unit], 0), "mm"), visit.language())
            for unit in dict.fromkeys([each.value for each in looked.units] + list(UNITS))}
    told = {unit: say_here("scan_unit_told", unit=say_here(_UNITS[unit]), height=height) for unit, height in tall.items()}
    unit = st.selectbox(say_here("scan_unit"), list(told), key=f"lo-scan-unit-{name}", format_func=told.__getitem__)
    side = st.radio(say_here("scan_whose"), [each.value for each in looked.sides], key=f"lo-scan-side-{name}",
                    horizontal=True, format_func=_said(scan_told.SIDES))
    return replace(stood(pose, stands), unit=unit, side=side)


def _said(keys: Mapping[str, str]) -> Callable[[str], str]:
    """By value its sentence, in the language of this very run."""
    return {value: say_here(key) for value, key in keys.items()}.__getitem__


def stood(pose: Pose, stands: str) -> Pose:
    """A proposal after what the person says of its pictures."""
    from configurator.geometry.scan.poses import opposite, worded

    if stands == _UPSIDE_DOWN:
        return replace(pose, up=opposite(pose.up))
    if stands == _TURNED:
        return replace(pose, forward=opposite(pose.forward))
    if stands in (_LEFTWARD, _RIGHTWARD):  # in the picture from the front the owner's left is on the right
        x, y, z = map(float, pose.frame()[1])
        leftward = worded((x, y, z), _EXACT)
        return replace(pose, forward=leftward if stands == _RIGHTWARD else opposite(leftward))
    return pose


def _take(st: Any, session: Session, name: str, take: Callable[[], Taken]) -> None:
    with st.spinner(say_here("scan_taking")):
        try:
            found = take()
        except ScanError as error:
            failed(scan_told.refused(error))
            return
        except LotOneError as error:
            failed(say_here("not_kept" if isinstance(error, NotKept) else "refused", reason=str(error)))
            return
        session.choose(name, found.limb.sha256)
    if session.product.choices[name] == found.limb.sha256:
        st.session_state[_DONE] = found
        _drop_file(st)
    st.rerun()


def _drop_file(st: Any) -> None:
    """The next field is another one, so that Streamlit lets go of the file: what was uploaded is not kept."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_LOOKED, None)


def _in_use(st: Any, session: Session, name: str, scan: Scan) -> None:
    try:
        st.markdown(scan_told.given(scan))
    except ScanError as error:  # deleted, or its days were over, while this page was open
        failed(scan_told.refused(error))
    found = st.session_state.get(_DONE)
    if found is not None and found.limb.sha256 == scan:
        with st.expander(say_here("scan_done"), key=f"lo-scan-report-{name}"):
            st.markdown(scan_told.done(found))
    with st.container(horizontal=True):
        other = st.button(say_here("scan_other"), key=f"lo-scan-other-{name}")
        delete = st.button(say_here("scan_delete"), key=f"lo-scan-delete-{name}")
    if other:
        session.free(name)
        if session.product.choices[name]:  # nobody's own choice: it came with a design
            session.forget(name)
        st.rerun()
    if delete:
        try:
            scan_jobs.deleted(str(scan))
        except NotKept as error:
            failed(str(error))
            return
        session.forget(name)
        st.session_state.pop(_DONE, None)
        st.toast(say_here("scan_deleted"))
        st.rerun()


def _answer(st: Any, session: Session, name: str) -> None:
    """Why a scan does not go with the other choices, and the ways to have it all the same."""
    answer, language = session.answer, visit.language()
    if answer is None or answer.name != name:
        return
    failed(" ".join(each[language] for each in answer.reasons) or say_here("scan_not_decided"))
    for index, way in enumerate(answer.ways):
        changes = "; ".join(each.sentences[language] for each in way.changes)
        if st.button(say_here("scan_way", changes=changes), key=f"lo-scan-way-{name}-{index}"):
            session.take(index)
            _drop_file(st)
            st.rerun()
