"""For who has no idea of millimetres: a few questions of the template, a character, and the best configuration for them."""

from __future__ import annotations

from typing import Any

from configurator.errors import LotOneError
from configurator.product.aims import Aim
from configurator.product.answers import Solution
from configurator.product.parameters import Choice, Number, plain
from configurator.product.product import Product
from configurator.texts import LANGUAGES, say, written
from configurator.web import visit
from configurator.web.frame import failed, say_here

from .session import Session

_TOLD = "lo-wished"


def wanted(template: type[Product]) -> bool:
    """Whether the template has questions for who begins with wishes."""
    return bool(template.aims)


def offer(session: Session) -> None:
    """The questions, in a part of the page that is open for who has chosen nothing yet."""
    import streamlit as st

    template, language = session.template, visit.language()
    with st.expander(say_here("wish_title"), key="lo-wishes"), st.form("lo-wish", border=False):
        st.markdown(say_here("wish_told"))
        answers = {}
        for column, name in zip(st.columns(len(template.asks) or 1, gap="large"), template.asks, strict=False):
            with column:
                answers[name] = _question(st, session, name, language)
        aims = {aim.name: aim for aim in template.aims}
        chosen = st.pills(say_here("wish_aim"), list(aims), default=next(iter(aims)), required=True, key="lo-aim",
                          format_func=lambda name: template.aim_label(aims[name], language))
        if not st.form_submit_button(say_here("wish_go"), type="primary") or chosen is None:
            return
    good, sentences = grant(session, aims[chosen], answers)
    st.session_state[_TOLD] = _place(session), good, sentences
    st.rerun()


def grant(session: Session, aim: Aim, answers: dict[str, Any]) -> tuple[bool, dict[str, str]]:
    """The best configuration for an aim and some answers becomes the one on screen; whether there is one, and what is told."""
    template = session.template
    defaults = {name: plain(value) for name, value in template.defaults().items()}
    near = {**defaults, **_words(session.product), **aim.likes, **answers}
    try:
        found = template.space.solve(aim.wants, minimise=aim.minimise, maximise=aim.maximise, fixed=answers, near=near)
    except LotOneError as error:
        return False, dict.fromkeys(LANGUAGES, str(error))
    if found.configuration is None:
        undecided = {language: say("space.undecided", language) for language in LANGUAGES}
        return False, {language: " ".join(each.sentences[language] for each in found.reasons) or undecided[language]
                       for language in LANGUAGES}
    own = [*answers, *(name for name, value in aim.likes.items() if found.configuration.choices[name] == value)]
    session.adopt(found.configuration, own)
    return True, {language: _told(template, aim, found, language) for language in LANGUAGES}


def tell(session: Session) -> None:
    """What came of the last wish, for as long as that configuration is on screen.

    Not once: a run of the page that another one cuts short would have taken it along.
    """
    import streamlit as st

    place, good, sentences = st.session_state.get(_TOLD, ("", False, {}))
    if place == _place(session):
        (st.success if good else failed)(sentences[visit.language()])


def _place(session: Session) -> str:
    return f"{session.template.template} {session.product.number}"


def _told(template: type[Product], aim: Aim, found: Solution, language: str) -> str:
    label = template.aim_label(aim, language)
    if found.value is None:  # nothing was to be least or most
        return say("web.wish_suits", language, aim=label)
    said = say("web.wish_proven" if found.proven else "web.wish_found", language, aim=label)
    if found.stops is not None:
        said += " " + say("web.wish_stops", language, reason=found.stops.sentences[language])
    return said


def _words(product: Product) -> dict[str, Any]:
    return {name: product.choices[name] for name, each in product.parameters.items() if each.endless}


def _question(st: Any, session: Session, name: str, language: str) -> Any:
    template = session.template
    parameter, label = template.parameters[name], template.label(name, language)
    now = session.product.choices[name]
    if isinstance(parameter, Number):
        values = list(parameter.candidates())
        return st.select_slider(label, values, value=now, key=f"lo-ask-{name}", help=parameter.hint and template.words.word(
            language, "hints", name, parameter.hint), format_func=lambda value: f"{written(value, language)} {parameter.unit}")
    if isinstance(parameter, Choice):
        return st.selectbox(label, list(parameter.options), index=list(parameter.options).index(now), key=f"lo-ask-{name}",
                            format_func=lambda option: template.option_label(name, parameter.options[option], language))
    return st.toggle(label, value=bool(now), key=f"lo-ask-{name}")
