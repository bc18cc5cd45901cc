"""A design as the panel's data, answered by a real design space. `python tests/web/panel/design.py` writes watch.json anew."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from configurator import load_template
from configurator.errors import InvalidChoice
from configurator.product.parameters import Choice, Flag, Number, Quantity, Words, plain
from configurator.product.telling import told
from configurator.texts import LANGUAGES, written

HERE = Path(__file__).parent
TEXTS = HERE.parents[2] / "configurator" / "texts"
FONTS = {"serif": ("Alegreya Black", "Alegreya-Black.ttf"), "sans": ("Lato Heavy", "Lato-Heavy.ttf")}


CHOSEN = {"case_diameter": 36, "wrist": 150, "metal": "Au750 3N", "engraving": "Für Anna, 12. Juni 2026"}


def texts(language: str) -> dict[str, str]:
    return dict(tomllib.loads((TEXTS / f"{language}_panel.toml").read_text())["panel"])


class Design:
    """One customer's choices of a template, and what the page would say of them."""

    def __init__(self, template: str, **own: Any) -> None:
        self.template = load_template(template)
        self.own: dict[str, Any] = own
        self.configuration = self.template.space.complete(own)
        self.past: list[tuple[dict[str, Any], Any]] = []
        self.future: list[tuple[dict[str, Any], Any]] = []
        self.moved: set[str] = set()
        self.answer: tuple[str, Any, Any] | None = None
        self.turn = 0

    def handle(self, kind: str, what: dict[str, Any]) -> None:
        """A trigger of the panel."""
        self.turn = what["turn"]
        self.moved = set()
        space = self.template.space
        if kind in ("choose", "ask"):
            name, value = what["name"], what["value"]
            explanation = space.explain(self.own, {name: value}, self.configuration.choices)
            if kind == "choose" and explanation.possible:
                self._become({**self.own, name: value})
            else:
                self.answer = (name, value, explanation)
        elif kind == "take":
            assert self.answer is not None
            name, value, explanation = self.answer
            way = explanation.ways[int(what["way"])]
            chosen = way.configuration.choices
            self._become({**{each: chosen[each] for each in self.own}, name: chosen[name]}, way.configuration)
        elif kind == "free":
            self._become({name: value for name, value in self.own.items() if name != what["name"]})
        elif kind == "reset":
            self._become({})
        elif kind == "dismiss":
            self.answer = None
        elif (kind == "undo" and self.past) or (kind == "redo" and self.future):
            source, sink = (self.past, self.future) if kind == "undo" else (self.future, self.past)
            sink.append((self.own, self.configuration))
            self.own, self.configuration = source.pop()
            self.answer = None

    def _become(self, own: dict[str, Any], configuration: Any = None) -> None:
        before = self.configuration
        now = configuration or self.template.space.complete(own, before.choices if own else None)
        self.past.append((self.own, before))
        self.future.clear()
        fresh = {name for name in own if name not in self.own or self.own[name] != own[name]}
        self.own, self.configuration, self.answer = own, now, None
        self.moved = {name for name, value in now.choices.items() if value != before.choices[name]} - fresh

    def data(self, language: str = "en", theme: str = "light") -> dict[str, Any]:
        """What the page sends to the panel."""
        template, now = self.template, self.configuration
        options = template.space.options(self.own)
        names: dict[str, list[str]] = {}
        for name, parameter in template.parameters.items():
            names.setdefault(parameter.group, []).append(name)
        margins = template.space.margins(now)
        return {
            "language": language, "theme": theme, "texts": texts(language), "turn": self.turn,
            "title": template.heading(language), "subtitle": now.number,
            "groups": [{"id": group.lower().replace(" ", "-"), "parameters": found,
                        "label": template.words.word(language, "groups", group, group)} for group, found in names.items()],
            "parameters": {name: self._control(name, language, options) for name in template.parameters},
            "answer": self._answer(language),
            "history": {"undo": bool(self.past), "redo": bool(self.future)},
            "status": {"mass": written(Quantity(round(now.mass, 1), "g"), language), "makeability": _MAKEABLE[language],
                       "binding": [now.say(template.words.word(language, "rules", each.rule, each.sentence), language)
                                   for each in margins if each.binds],
                       "notices": [each.sentence for each in now.notices_that_apply(language)],
                       "saved": _SAVED[language]}}

    def _answer(self, language: str) -> dict[str, Any] | None:
        if self.answer is None:
            return None
        name, value, found = self.answer
        accepted, _ = self.template.accept({name: value})
        return {"name": name, "label": self.template.label(name, language),
                "value": told(self.template, name, accepted[name], language), "possible": found.possible,
                "undecided": found.undecided, "reasons": [reason.say(language) for reason in found.reasons],
                "ways": [{"id": str(k), "given_up": [c.sentences[language] for c in way.changes if c.name in way.given_up],
                          "changes": [c.sentences[language] for c in way.changes if c.name not in way.given_up]}
                         for k, way in enumerate(found.ways)]}

    def _control(self, name: str, language: str, options: Any) -> dict[str, Any]:
        parameter, template = self.template.parameters[name], self.template
        value = plain(getattr(self.configuration, name))
        left, unsure = options[name], options.undecided.get(name, ())
        shared = {"label": template.label(name, language), "own": name in self.own, "moved": name in self.moved,
                  "hint": template.words.word(language, "hints", name, parameter.hint) if parameter.hint else ""}
        if isinstance(parameter, Number):
            grid = parameter.grid
            decimals = 0 if parameter.whole else max(0, -math.floor(math.log10(grid.step) + 1e-9)) if grid.step < 1 else 0
            return {"kind": "number", **shared, "number": {
                "unit": parameter.unit, "decimals": decimals, "low": grid.low, "step": grid.step, "count": len(grid),
                "at": grid.nearest(value), "open": _spans(map(grid.nearest, left)), "unsure": _spans(map(grid.nearest, unsure))}}
        if isinstance(parameter, Choice):
            open_, not_known = {plain(each) for each in left}, {plain(each) for each in unsure}
            return {"kind": "choice", **shared, "choice": {"at": value, "options": [
                {"name": key, "open": key in open_, "unsure": key in not_known, "picture": None, "detail": "",
                 "label": template.option_label(name, option, language), "metallic": getattr(option, "metallic", 0), "colour": _colour(option),
                 "finish": _finish(option, key, self.configuration)}
                for key, option in parameter.options.items()]}}
        if isinstance(parameter, Flag):
            return {"kind": "flag", **shared, "flag": {"at": value, "open": list(left)}}
        assert isinstance(parameter, Words)
        family, file = FONTS[plain(getattr(self.configuration, "lettering", "sans"))]
        return {"kind": "text", **shared, "text": {
            "value": value, "longest": parameter.longest, "room": max(left, default=0) - len(value), "font_family": family,
            "font_url": f"/fonts/{file}", "preview": value}}


_MAKEABLE = {"en": "One of about 10¹⁸ watches that can be made; this one keeps 0.2 mm in the room for the strap.",
             "fr": "L’une d’environ 10¹⁸ montres réalisables ; celle-ci garde 0,2 mm pour le passage du bracelet.",
             "de": "Eine von etwa 10¹⁸ herstellbaren Uhren; diese behält 0.2 mm Luft für das Band."}
_SAVED = {"en": "Saved", "fr": "Enregistré", "de": "Gespeichert"}


def _spans(numbers: Iterable[int]) -> list[list[int]]:
    runs = [[k for _, k in run] for _, run in groupby(enumerate(sorted(numbers)), lambda each: each[1] - each[0])]
    return [[run[0], run[-1]] for run in runs]


def _colour(option: Any) -> list[float] | None:
    code = getattr(option, "colour", "")
    return [int(code[k:k + 2], 16) / 255 for k in (1, 3, 5)] if code else None


def _finish(option: Any, key: str, configuration: Any) -> str:
    finishes = ("polished", "brushed", "satin", "blasted")
    if key in finishes:
        return key
    chosen = plain(getattr(configuration, "finish", "polished"))
    return chosen if getattr(option, "metallic", 0) == 1 and chosen in finishes else ""


def main() -> None:
    """Writes watch.json: a first view in every language, and how it differs after some wishes in English."""
    design = Design("watch_case", **CHOSEN)
    found: dict[str, Any] = {language: design.data(language) for language in LANGUAGES}
    scenes = (("impossible", "choose", {"name": "lug_to_lug", "value": 52}), ("taken", "take", {"way": "0"}),
              ("undone", "undo", {}), ("option", "ask", {"name": "movement", "value": "RONDA 8040.N"}),
              ("moved", "choose", {"name": "bezel_height", "value": 3.2}))
    for turn, (scene, kind, what) in enumerate(scenes, 1):
        try:
            design.handle(kind, {**what, "turn": turn})
        except InvalidChoice as refused:
            raise SystemExit(f"{scene}: {refused}") from refused
        data = design.data()
        first = found["en"]["parameters"]
        found[scene] = {key: data[key] for key in ("answer", "history", "status", "subtitle")}
        found[scene]["parameters"] = {name: each for name, each in data["parameters"].items() if each != first[name]}
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in found.items())
    (HERE / "watch.json").write_text(f"{{{lines}}}\n")


if __name__ == "__main__":
    main()
