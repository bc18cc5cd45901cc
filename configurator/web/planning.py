"""How a configuration is made, as plain values for pages: what it costs about, whether it can be made, what is controlled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from configurator.errors import BuildFailed, LotOneError
from configurator.geometry.answers import PartAnswer
from configurator.geometry.client import Geometry
from configurator.geometry.controlled import FaceIndex, found
from configurator.making.closed_form import declared
from configurator.making.estimate import estimate
from configurator.making.findings import RATIOS, SAID
from configurator.making.makeability import declared_only, judge, made_parts, not_judged
from configurator.making.remedies import with_ways
from configurator.making.route import Route, route
from configurator.making.rule_packs import Pack
from configurator.making.shop import Shop
from configurator.product.measured import Finding
from configurator.product.parameters import Number, Quantity
from configurator.product.product import Product
from configurator.texts import fields, say, sentences

from . import remedies_job
from .dimensions import dimensions

_QUOTED = {"en": "“{}”", "fr": "«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»", "de": "«{}»"}


def costs(made: Route) -> dict[str, Any]:
    """The estimate of an order by a route, as `Estimate.as_plain`."""
    return estimate(made).as_plain()


def operations(made: Route) -> dict[str, Any]:
    """A route as `Route.as_plain`, the forms of its blanks in words."""
    told = made.as_plain()
    for part, each in zip(told["parts"], made.parts, strict=True):
        if each.blank is not None:
            part["blank"]["form_label"] = each.blank.form_in(made.language)
    return told


def routed(product: Product, answers: Sequence[PartAnswer], shop: Shop, quantity: int, language: str) -> Route:
    """The route of `quantity` pieces. ValueError as `making.route`."""
    return route(product, answers, shop, quantity, language)


def declared_makeability(product: Product, known: Mapping[str, Pack], language: str) -> dict[str, Any]:
    """What follows from the parameters alone, fast enough for every change; what to change of them takes longer."""
    checked = sum(len(declared(product, name, known[product.process_of(name)])) for name in made_parts(product)
                  if product.process_of(name) in known)
    return _told(product, known, declared_only(product, known, language), language, checked, looked=False)


def looked_at(geometry: Geometry, product: Product, known: Mapping[str, Pack], language: str) -> dict[str, Any]:
    """The same on the solids themselves, by workers, with what to change of the parameters: takes seconds.

    BuildError if a part cannot be built.
    """
    future = remedies_job.start(geometry, product, known, language)
    judged = judge(geometry, product, known, language)
    remedies = remedies_job.those_of(future)
    rows: list[Finding] = []
    for each in judged.findings:
        remedy = remedies.get((each.extra.get("part", ""), each.code, each.extra.get("name", "")))
        if remedy is not None:
            rows.append(replace(each, suggestion=remedy.suggestion, extra={**each.extra, "change": remedy.change}))
        elif each.extra.get("name"):  # of what is declared, and nothing was found
            rows.append(each)
        else:
            rows += with_ways(geometry, product, known, [each], language)
    return _told(product, known, rows, language, len(made_parts(product)), looked=True)


def controlled(product: Product, answers: Sequence[PartAnswer], language: str) -> list[dict[str, Any]]:
    """What is controlled of each part, with the faces that carry it: indices into the part's rows of faces."""
    parts = []
    for answer in answers:
        rows = dimensions(product, answer.name, language)
        if not rows:
            continue
        try:
            on = [tuple(dict.fromkeys(face for surface in each.faces for face in surface)) for each in found(
                answer.name, [row.characteristic for row in rows], FaceIndex(answer.faces, answer.measured))]
        except BuildFailed:  # building the package tells it; the table stands without its faces
            on = [()] * len(rows)
        parts.append({
            "part": answer.name, "number": product.part_number(answer.name),
            "label": product.part_label(answer.name, language), "rows": [
                {"balloon": row.balloon, "label": row.label, "kind": row.kind, "nominal": each.nominal, "limits": each.limits,
                 "by": row.by if row.kind != "thread" else "", "critical": row.every_piece, "instrument": row.instrument,
                 "datum": each.characteristic.datum, "faces": list(faces)}
                for each, faces in zip(rows, on, strict=True) for row in [each.row]]})
    return parts


def _told(product: Product, known: Mapping[str, Pack], findings: Sequence[Finding], language: str, checked: int, *,
          looked: bool) -> dict[str, Any]:
    return {"looked": looked, "checked": checked, "not_judged": not_judged(product, known, language),
            "packs": [{"process": name, "shop": known[name].shop, "digest": known[name].digest[:8]}
                      for name in sorted({product.process_of(each) for each in made_parts(product)} & set(known))],
            "findings": [{"code": each.code, "severity": each.severity, "sentence": _sentence(product, each, language),
                          "suggestion": each.suggestion, "way": _way(product, each)} for each in findings]}


def _sentence(product: Product, finding: Finding, language: str) -> str:
    """What a finding says, a characteristic called as its label has it."""
    part, key = finding.extra.get("part", ""), SAID[finding.code][0]
    known = product.controlled(part) if part in product.parts else ()
    named = [each for each in known if each.name == finding.extra.get("name")]
    if not named or "name" not in fields(sentences(language)[key]):
        return finding.sentence
    unit = "" if finding.code in RATIOS else "mm"
    words = {each: Quantity(value, unit) for each, value in (("measured", finding.measured), ("limit", finding.limit))
             if value is not None}
    return say(key, language, part=product.part_label(part, language), count=1, **words,
               name=_QUOTED[language].format(product.characteristic_label(part, named[0], language)))


def _way(product: Product, finding: Finding) -> dict[str, Any] | None:
    """The change of a parameter that ends a finding, as it is chosen."""
    name, _, text = finding.extra.get("change", "").partition("=")
    parameter = product.parameters.get(name)
    if not isinstance(parameter, Number):
        return None
    try:
        return {"name": name, "value": float(parameter.accept(float(text)))}
    except (ValueError, LotOneError):
        return None
