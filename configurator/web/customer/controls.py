"""A session as the panel in the browser takes it: groups, a control for each parameter, the answer, the state of things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, log10
from typing import Any
from urllib.parse import quote

from configurator.product.answers import Margin
from configurator.product.parameters import Choice, Flag, Number, Parameter, Quantity, Words, plain
from configurator.product.scanned import Scanned
from configurator.product.telling import told_choice
from configurator.standards.fonts import Font
from configurator.texts import say, written
from configurator.web.routes.views import option_picture

from .session import Answer, Session

_OTHERS = "other"
_BINDING = 3


def panel(session: Session, language: str, count: float | None, saved: str) -> dict[str, Any]:
    """All that the panel shows, in `language`. `count`: how many configurations there are, if that is known."""
    template = session.template
    options = session.options()
    groups: dict[str, list[str]] = {}
    asked = {name: template.parameters[name] for name in session.product.telling
             if not isinstance(template.parameters[name], Scanned)}  # a file is given on the page itself
    for name, parameter in asked.items():
        groups.setdefault(parameter.group or _OTHERS, []).append(name)
    moved = {change.name: change.sentences[language] for change in session.moved}
    return {
        "title": template.heading(language), "subtitle": "",
        "groups": [{"id": group, "label": say("web.other_group", language) if group == _OTHERS else
                    template.words.word(language, "groups", group, group), "parameters": names}
                   for group, names in groups.items()],
        "parameters": {name: {
            "label": template.label(name, language), "hint": template.words.word(language, "hints", name, parameter.hint),
            "own": name in session.own, "moved": moved.get(name, ""),
            **_control(session, name, parameter, list(options[name]), list(options.undecided.get(name, ())), language)}
            for name, parameter in asked.items()},
        "answer": None if session.answer is None else _answer(session, session.answer, language),
        "history": {"undo": session.can_undo, "redo": session.can_redo},
        "status": status(session, language, count, saved)}


def status(session: Session, language: str, count: float | None, saved: str) -> dict[str, Any]:
    """Mass, makeability in a line, what binds, notices."""
    product = session.product
    margins = session.template.space.margins(product)
    tight = _tightest(margins)
    grams = getattr(product, "mass", None)
    return {
        "mass": written(Quantity(round(float(grams), 1), "g"), language) if isinstance(grams, (int, float)) else None,
        "makeability": makeability(session, language, count, tight[0] if tight else None),
        "binding": [_first(_sentence(session, each, language)) + "." for each in tight[:_BINDING]],
        "notices": [each.sentence for each in product.notices_that_apply(language)], "saved": saved}


def makeability(session: Session, language: str, count: float | None, tightest: Margin | None) -> str:
    """One line: of how many it is one, and that every rule is kept."""
    rules = len(session.template.rules)
    said = say("web.makeable", language, rules=rules) if count is None or count <= 1 else (
        say("web.makeable_of", language, rules=rules, count=rounded(count)))
    if tightest is not None and tightest.margin is not None:
        margin = written(round(tightest.margin, 3), language)
        said += " " + say("web.keeps", language, margin=margin, rule=_first(_sentence(session, tightest, language)))
    return said


def _first(sentences: str) -> str:
    """The first sentence: the others say what to do if the rule were broken."""
    return sentences.partition(". ")[0].rstrip(".")


def rounded(count: float) -> str:
    """A number of configurations as people can take it: exactly up to a thousand, then its power of ten."""
    power = floor(log10(count))
    return f"{round(count)}" if power < 3 else "10" + str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _tightest(margins: Sequence[Margin]) -> list[Margin]:
    """The rules that one step of one parameter would break, the one with the least margin first."""
    return sorted((each for each in margins if each.binds), key=lambda each: (each.margin is None, each.margin or 0.0))


def _sentence(session: Session, margin: Margin, language: str) -> str:
    rule = next(each for each in session.template.rules if each.name == margin.rule)
    return session.product.say(session.template.words.word(language, "rules", rule.name, rule.sentence), language)


def _control(session: Session, name: str, parameter: Parameter, left: list[Any], unsure: list[Any],
             language: str) -> dict[str, Any]:
    value = getattr(session.product, name)
    if isinstance(parameter, Number):
        grid = parameter.grid
        return {"kind": "number", "number": {
            "unit": parameter.unit, "decimals": 0 if parameter.whole else _decimals(grid.low, grid.step), "low": grid.low,
            "step": grid.step, "count": len(grid), "at": grid.nearest(value),
            "open": spans(grid.nearest(each) for each in left), "unsure": spans(grid.nearest(each) for each in unsure)}}
    if isinstance(parameter, Choice):
        finishes = any(part.treatment == name for part in session.template.parts.values())
        possible, doubtful = {plain(each) for each in left}, {plain(each) for each in unsure}
        return {"kind": "choice", "choice": {"at": plain(value), "options": [
            {"name": option.name, "label": session.template.option_label(name, option, language),
             "detail": "", "open": option.name in possible, "unsure": option.name in doubtful,
             "colour": _colour(option), "finish": str(getattr(option, "texture", "") or (option.name if finishes else "")),
             "metallic": getattr(option, "metallic", 1.0 if hasattr(option, "density") else 0.0),
             "picture": _picture(session, name, option.name)} for option in parameter.options.values()]}}
    if isinstance(parameter, Flag):
        return {"kind": "flag", "flag": {"at": bool(value), "open": [bool(each) for each in left]}}
    assert isinstance(parameter, Words)
    longest = max([int(each) for each in left], default=0)
    chosen = _font(session, parameter)
    return {"kind": "text", "text": {
        "value": str(value), "longest": parameter.longest, "room": max(longest - len(value), 0), "font_family": chosen.name,
        "font_url": f"/api/templates/{session.template.template}/fonts/{quote(chosen.name)}.ttf", "preview": str(value)}}


def _picture(session: Session, name: str, option: str) -> str | None:
    template = session.template
    there = option_picture(template, name, option) is not None
    return f"/api/templates/{template.template}/options/{name}/{quote(option, safe='')}" if there else None


def _font(session: Session, words: Words) -> Font:
    """The typeface that a text is shown in: the one that a chosen option names as its `font`, else the text's first."""
    chosen = {getattr(getattr(session.product, name), "font", None)  for name in session.template.parameters}
    return next((font for font in words.fonts if font.name in chosen), words.fonts[0])


def _answer(session: Session, answer: Answer, language: str) -> dict[str, Any]:
    label = session.template.label(answer.name, language)
    return {"name": answer.name, "label": label, "value": answer.told.get(language, str(answer.value)[:80]),
            "possible": answer.possible, "undecided": answer.undecided,
            "reasons": [each[language] for each in answer.reasons],
            "ways": [{"id": i, "given_up": [told_choice(session.template, name, getattr(session.product, name), language)
                                            for name in way.given_up],
                      "changes": [change.sentences[language] for change in way.changes]} for i, way in enumerate(answer.ways)]}


def spans(indices: Iterable[int]) -> list[list[int]]:
    """Runs of whole numbers, each as its first and last."""
    found: list[list[int]] = []
    for index in indices:
        if found and index == found[-1][1] + 1:
            found[-1][1] = index
        else:
            found.append([index, index])
    return found


def _decimals(low: float, step: float) -> int:
    return max(len(f"{number:.6f}".rstrip("0").partition(".")[2]) for number in (low, step))


def _colour(option: Any) -> list[float] | None:
    text = str(getattr(option, "colour", "") or "")
    return [int(text[i:i + 2], 16) / 255 for i in (1, 3, 5)] if len(text) == 7 and text.startswith("#") else None
