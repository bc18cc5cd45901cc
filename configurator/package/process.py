"""Stock and route of a package: process/route.json, and whether it agrees with everything beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isclose
from typing import Any

from configurator.exchange.tables import json_bytes, read_json
from configurator.making.estimate import estimate
from configurator.making.makeability import Judged
from configurator.making.route import Route
from configurator.texts import say

from .manifest import Manifest
from .names import ROUTE

_BANDS = ("low", "likely", "high")
_ROUNDED = 0.005
"""What a time may lie beside itself when it is written with two places, minutes."""


def process_file(route: Route, judgement: Judged) -> bytes:
    """The route with what was found about making, and what it is estimated to cost."""
    findings = [{"code": each.code, "severity": each.severity, "place": each.place, "sentence": each.sentence,
                 "suggestion": each.suggestion} for each in judgement.findings]
    return json_bytes({**route.as_plain(), "findings": findings, "estimated_cost": estimate(route).as_plain()})


def process_differences(manifest: Manifest, members: Mapping[str, bytes]) -> Iterator[str]:
    """What the route says otherwise than manifest and bill, or than itself, a sentence each."""
    told, bill = read_json(members[ROUTE]), read_json(members["bom/bom.json"])
    try:
        yield from (f"{ROUTE}: {said}" for said in _differences(manifest, told, bill))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        yield f"{ROUTE}: it is no route of this version of the program ({type(error).__name__}: {error})"


def _differences(manifest: Manifest, told: Any, bill: Any) -> Iterator[str]:
    inputs = manifest.inputs
    if inputs.shop is not None and inputs.shop.digest != manifest.shop.sha256:
        yield "the shop profile in the manifest is another one than the manifest names"
    for what, value, wanted in (("number", told["number"], manifest.number), ("revision", told["revision"], manifest.revision),
                                ("quantity", told["quantity"], inputs.quantity),
                                ("shop", (told["shop"]["name"], told["shop"]["sha256"]),
                                 (manifest.shop.name, manifest.shop.sha256))):
        if value != wanted:
            yield f"{what} is {value}, the manifest says {wanted}"
    findings = [(each["code"], each["severity"], each["place"]) for each in told["findings"]]
    if findings != [(each.code, each.severity, each.place) for each in manifest.findings]:
        yield "its findings are not those of the manifest"
    made = {part.number: part for part in manifest.made}
    if [each["number"] for each in told["parts"]] != list(made):
        yield "its parts are not the made parts of the manifest"
        return
    rows = {row["PartNumber"]: row for row in bill}
    for each in told["parts"]:
        part, blank = made[each["number"]], each["blank"]
        if (each["pieces"], each["material"], each["process"]) != (part.quantity, part.material, part.process) or not isclose(
                each["volume_mm3"], part.volume_mm3, rel_tol=1e-9, abs_tol=1e-6):
            yield f"pieces, material, process or volume of {part.number} is not that of the manifest"
        stock = ("", "") if blank is None else (say(f"making.form_{blank['form']}", inputs.language), blank["size"])
        if (rows[part.number]["StockForm"], rows[part.number]["StockSize"]) != stock:
            yield f"the stock of {part.number} is {' '.join(stock)}, the bill of materials says another one"
        if blank is not None and blank["volume_mm3"] < part.volume_mm3 * (1 - 1e-9):
            yield f"the blank of {part.number} is smaller than the part"
    yield from _times(told)
    yield from _sums(told)


def _times(told: Any) -> Iterator[str]:
    """Numbers of operations rise, bands are in order, and the sum is theirs."""
    total, terms = dict.fromkeys(_BANDS, 0.0), 0.0
    works = [(part["number"], part["operations"], part["pieces"]) for part in told["parts"]]
    for place, operations, pieces in [*works, (told["number"], told["assembly"], 1)]:
        numbers = [operation["number"] for operation in operations]
        if numbers != sorted(set(numbers)):
            yield f"the operations of {place} are not in order"
        for operation in operations:
            for times, count in ((operation["estimated_setup_minutes"], 1),
                                 (operation["estimated_piece_minutes"], pieces * told["quantity"])):
                if times is None:
                    continue
                if not times["low"] <= times["likely"] <= times["high"]:
                    yield f"operation {operation['number']} of {place} has a band that is in no order"
                terms += count
                for band in _BANDS:
                    total[band] += times[band] * count
    for band in _BANDS:
        if abs(total[band] - told["estimated_minutes"][band]) > _ROUNDED * (terms + 1):
            yield f"its operations take {total[band]:.1f} minutes ({band}), it says {told['estimated_minutes'][band]}"


def _sums(told: Any) -> Iterator[str]:
    """The cost is the sum of its lines, to the hundredth."""
    cost = told["estimated_cost"]
    if (cost["number"], cost["quantity"]) != (told["number"], told["quantity"]):
        yield "the estimated cost is that of another order"
    for band in _BANDS:
        lines = sum(round(100 * each[band]) for each in cost["lines"])
        if lines != round(100 * cost["total"][band]):
            yield f"the lines of the estimated cost make {lines / 100:.2f} ({band}), its total says {cost['total'][band]:.2f}"
