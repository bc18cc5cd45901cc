"""The certificate as a page that people read: Markdown, tables only, nothing to be fetched; GitHub shows it as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import floor, log10
from typing import Any

from .commands import build_command

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_LONGEST = 24
_SHOWN = 20
"""Configurations of one way of failing that the page lists; the JSON has them all."""
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_KINDS = {"default": "what a customer gets who chooses nothing",
          "pairwise": "every two parameters meet in every possible pair of levels (numbers: both ends and the middle)",
          "extreme": "each parameter at both ends of what is possible, each option",
          "random": "drawn at random from all that is valid, each by itself"}


def page(found: Mapping[str, Any], json_name: str) -> str:
    """The page of a certificate; `json_name` is the file beside it that has everything."""
    blocks = [f"# Certificate: {_md(found['title'])}, revision {_md(found['revision'])}", _verdict(found), _head(found),
              *_failures(found), *_rules(found), *_built(found), *_margins(found), *_guards(found), *_pairs(found),
              *_versions(found), *_timings(found),
              f"[{_md(json_name)}]({json_name}) has all choices of the configurations that are named here."]
    return "\n\n".join(blocks) + "\n"


def _verdict(found: Mapping[str, Any]) -> str:
    count = _counted(found["configurations"], "configuration")
    if found["good"]:
        return f"✅ **No failure.** {count} built and inspected."
    if not found["configurations"]:
        return "❌ **There is no valid configuration**: the rules cannot be kept together."
    if found["failures"]:
        ways = _counted(len(found["ways_of_failing"]), "way", "ways")
        failed = len({each["number"] for each in found["failures"]})
        return f"❌ **{_grouped(failed)} of {count} {'fails' if failed == 1 else 'fail'}**, in {ways}."
    return f"❌ **No failure in {count}, but the sweep is not what was asked for**: see below."


def _head(found: Mapping[str, Any]) -> str:
    estimate = found["estimate"]
    rows = [["template", f"`{found['template']}`, revision {_md(found['revision'])}"]]
    if "date" in found:
        rows.append(["date", found["date"]])
    rows += [["configurations that can be chosen", _estimated(estimate) if estimate else "not counted"],
             ["configurations built", _grouped(found["configurations"])],
             ["failures", _grouped(len(found["failures"]))],
             ["seed", str(found["seed"])],
             ["template's files", f"`{found['template_digest'][:16]}`"],
             ["template, program and libraries", f"`{found['fingerprint'][:16]}`"]]
    return _table(["", ""], rows)


def _failures(found: Mapping[str, Any]) -> Iterator[str]:
    if not found["ways_of_failing"]:
        return
    yield "## Failures"
    for number, way in enumerate(found["ways_of_failing"], 1):
        part = f" of {_md(way['part'])}" if way["part"] else ""
        yield f"### {number}. {_md(way['kind'])}{part}: {_counted(way['configurations'], 'configuration')}"
        yield f"> {_md(way['message'])}"
        if way["changes"]:
            yield ("The smallest change from the defaults that fails in this way:" if way["proven_smallest"] else
                   "The smallest change found that fails in this way, the search ending at its limit:")
            yield _table(["parameter", "default", "fails"], [[f"`{name}`", _value(each["default"]), _value(each["value"])]
                                                            for name, each in way["changes"].items()])
        else:
            yield "The default configuration fails in this way."
        yield _code(build_command(found["template"], way["choices"], found["defaults"]))
        same = [each for each in found["failures"] if each["way"] == number]
        rows = [[_md(each["found_at"]), f"`{each['number']}`", _changes(each["choices"], found["defaults"])]
                for each in same[:_SHOWN]]
        yield _details(f"where the sweep met it, first at {way['first']['number']}",
                       _table(["met at", "number", "what is not as in the defaults"], rows))


def _rules(found: Mapping[str, Any]) -> Iterator[str]:
    if found["rules"]:
        yield "## What is proven of the rules"
        yield _table(["", "where", "what", "what to do"],
                     [["❌" if each["severity"] == "error" else "⚠️", f"`{each['place']}`", _md(each["sentence"]),
                       _md(each["suggestion"])] for each in found["rules"]])


def _built(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## What was built"
    rows = [[kind, _grouped(found["counts"][kind]), told] for kind, told in _KINDS.items()]
    yield _table(["kind", ">configurations", "how they were chosen"],
                 [*rows, ["**different ones**", f"**{_grouped(found['configurations'])}**", ""]])
    yield "Of each of them it was found that\n\n" + "\n".join(f"- {_md(each)}" for each in found["inspections"])


def _margins(found: Mapping[str, Any]) -> Iterator[str]:
    edges = [each for each in found["least_margins"] if each["margin"] is not None]
    if not found["least_margins"]:
        return
    yield "## How near the sweep came to each rule"
    if edges:
        yield ("The least margin that was met, in the unit of what the rule compares. At 0 a configuration right on the edge "
               "was built.")
        yield _table(["rule", ">least margin", "in", "what is not as in the defaults"],
                     [[f"`{each['rule']}`", _number(each["margin"]), f"`{each['number']}`",
                       _changes(each["choices"], found["defaults"])]
                      for each in sorted(edges, key=lambda each: each["margin"])])
    others = [f"`{each['rule']}`" for each in found["least_margins"] if each["margin"] is None]
    if others:
        yield f"Without an edge, kept or not: {', '.join(others)}."


def _guards(found: Mapping[str, Any]) -> Iterator[str]:
    if found["guards"]:
        yield "## Guards within today's bounds"
        yield ("It is proven that no combination of today's values breaks these rules. They guard later "
               "changes of bounds and tables.")
        yield _table(["rule", "where"], [[f"`{each['rule']}`", f"`{each['place']}`"] for each in found["guards"]])


def _pairs(found: Mapping[str, Any]) -> Iterator[str]:
    impossible, undecided = found["pairs"]["impossible"], found["pairs"]["undecided"]
    if undecided:
        yield "## Undecided"
        yield "\n".join(f"- {_md(each)}" for each in undecided)
    if impossible:
        yield "## Pairs of values that exclude each other"
        yield (f"{_counted(len(impossible), 'pair')} of levels, proven: no configuration has both. "
               + ("All other pairs were built." if not undecided else "All others were built, but for those undecided."))
        rows = [[f"`{a}`", f"`{b}`", "; ".join(f"{_value(x)} with {_value(y)}" for _, x, _, y in each)]
                for (a, b), each in groupby(impossible, key=lambda pair: (pair[0], pair[2]))]
        yield _details(f"{_counted(len(rows), 'pair')} of parameters", _table(["parameter", "other", "values"], rows))


def _versions(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## Made with"
    rows = [["Lot One", f"{found['program']['version']}, sources `{found['program']['digest'][:16]}`"],
            *([_md(name), _md(version)] for name, version in found["libraries"].items()), ["platform", _md(found["platform"])]]
    yield _table(["", ""], rows)


def _timings(found: Mapping[str, Any]) -> Iterator[str]:
    timings = found["timings"]
    yield "## Timings of this run"
    resumed = f", {_grouped(timings['resumed'])} configurations of them in an earlier run" if timings["resumed"] else ""
    yield (f"{timings['seconds']:.0f} s on the clock; {timings['cpu_seconds']:.0f} s of processor time for the parts{resumed}. "
           f"{_grouped(timings['parts_made'])} parts were made, {_grouped(timings['parts_from_memo'])} were known from a "
           "configuration before. Timings are the machine's; everything above is the same in every run.")
    yield _table([">CPU s", "slowest configurations", "what is not as in the defaults"],
                 [[f"{each['cpu_seconds']:.2f}", f"`{each['number']}`", _changes(each["choices"], found["defaults"])]
                  for each in timings["slowest"]])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """`>` before a column's name: its cells stand on the right."""
    lines = [[name.removeprefix(">") for name in head], ["--:" if name.startswith(">") else ":--" for name in head], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _details(summary: str, inside: str) -> str:
    return f"<details><summary>{_md(summary)}</summary>\n\n{inside}\n\n</details>"


def _code(line: str) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", line)), default=0))
    return f"{fence}sh\n{line}\n{fence}"


def _changes(choices: Mapping[str, Any], defaults: Mapping[str, Any]) -> str:
    return ", ".join(f"{_md(name)} {_value(value)}" for name, value in choices.items() if value != defaults[name]) or "nothing"


def _md(text: object) -> str:
    """Text that Markdown takes as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}"
    text = str(value)
    if len(text) > _LONGEST:
        return f"{_md(text[:_LONGEST])}… ({len(text)} letters)"
    return _md(text) or "–"


def _number(value: float) -> str:
    return "0" if abs(value) < 1e-9 else f"{value:.4g}"  # floating point leaves a trace of 0


def _grouped(count: int) -> str:
    return f"{count:,}"


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{_grouped(count)} {one if count == 1 else many or one + 's'}"


def _estimated(estimate: Mapping[str, Any]) -> str:
    texts = "; texts as in the defaults" if estimate["texts"] else ""
    if not estimate["error"]:
        return f"{_power(estimate['number'])} (counted{texts})"
    return f"about {_power(estimate['number'])} (standard error {estimate['error']:.0%}{texts})"


def _power(number: float) -> str:
    exponent = floor(log10(number)) if number > 0 else 0
    return f"{number:,.0f}" if exponent < 9 else f"{number / 10**exponent:.1f} × 10{str(exponent).translate(_SUPERSCRIPTS)}"
