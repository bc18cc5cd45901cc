"""Reasons in sentences: which choices and rules cannot be kept together, each rule with the numbers by which it is broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from configurator.texts import LANGUAGES, say
from configurator.texts import listed as joined

from .answers import Broken, Reason
from .problems import Problem
from .telling import told_choice

if TYPE_CHECKING:
    from .product import Product


def reason(template: type[Product], choices: Sequence[str], values: Mapping[str, Any],
           broken: Mapping[str, Mapping[str, Any]], together: str = "space.together") -> Reason:
    """Why some choices and wishes cannot be had together.

    `values`: of the choices and wishes concerned. `broken`: for each rule a point at which it alone is broken; what is no
    rule of the template is a wish. `together`: key of the sentence that lists choices and wishes before the rules.
    """
    found = tuple(_broken(template, name, point) for name, point in broken.items())
    names = {rule.name for rule in template.rules}
    wishes = [each.rule for each in found if each.rule not in names]
    sentences = {}
    for language in LANGUAGES:
        rules = " ".join(each.sentences[language] for each in found if each.rule in names)
        listed = [told_choice(template, name, values[name], language) for name in choices]
        listed += [say("space.wished", language, wish=each) for each in wishes]
        if not listed and not found:
            sentences[language] = say("space.ends", language)
        elif not listed:
            lead = together == "space.conflict" and len(found) > 1
            sentences[language] = say("space.contradict", language, rules=rules) if lead else rules
        elif together == "space.conflict" and len(listed) == 1:
            sentences[language] = (say("space.wish", language, wish=wishes[0]) + " " + rules if wishes else
                                   say("space.single", language, choices=listed[0], rules=rules)).strip()
        else:
            sentences[language] = say(together, language, choices=joined(listed, language), rules=rules).strip()
    return Reason(tuple(choices), found, sentences)


def problem(found: Reason) -> Problem:
    """A reason as what stands in the way of a configuration. It has the name of the first rule that is broken."""
    return Problem(found.broken[0].rule, "rule", found.sentences,
                   {"choices": found.choices, "rules": tuple(each.rule for each in found.broken)})


def undecided() -> Problem:
    """What is told where the search came to its limit without an answer."""
    return Problem("", "space.undecided", {language: say("space.undecided", language) for language in LANGUAGES})


def _broken(template: type[Product], name: str, point: Mapping[str, Any]) -> Broken:
    rule = next((each for each in template.rules if each.name == name), None)
    if rule is None:
        return Broken(name, {language: say("space.wish", language, wish=name) for language in LANGUAGES}, None)
    there = template._as_it_is(point)
    margin = rule.margin(there)
    shortfall = -margin if float("-inf") < margin < 0 else None
    sentences = {language: there.say(template.words.word(language, "rules", name, rule.sentence), language)
                 for language in LANGUAGES}
    return Broken(name, sentences, shortfall)
