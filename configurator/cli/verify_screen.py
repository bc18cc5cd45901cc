"""A certificate for a person at a terminal: the verdict, failures first, each with the command that reproduces it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .screen import console, counted, grid, value

_SHOWN = 12
"""Ways of failing that are told in full; the certificate has them all."""
_NEAREST = 12


def show_certificate(found: Mapping[str, Any], template: str) -> None:
    """Everything that asks for something to be done, and what is nearest to it. `template`: as it was typed."""
    from rich.text import Text

    screen, failures = console(), found["failures"]
    verdict = ("no failures", "bold green") if found["good"] else (
        (counted(len(failures), "failure"), "bold red") if failures else ("not certified", "bold red"))
    screen.print(Text.assemble((found["title"], "bold"), f"  revision {found['revision']}  ", verdict))
    counts = ", ".join(f"{count} {kind}" for kind, count in found["counts"].items())
    timings = found["timings"]
    known = f", {timings['resumed']} of them before" if timings["resumed"] else ""
    screen.print(Text(f"  {counted(found['configurations'], 'configuration')} built{known}: {counts} (seed {found['seed']}), "
                      f"{timings['seconds']:.1f} s", "dim"))
    _failures(found, template)
    _findings(found["rules"])
    if found["guards"]:
        screen.print(Text(f"\n{counted(len(found['guards']), 'rule')} can never fail today; --rules-only says which", "dim"))
    _margins(found["least_margins"])
    _slowest(timings["slowest"])
    pairs = found["pairs"]
    screen.print(Text(f"\n{counted(len(pairs['impossible']), 'pair')} of values are proven to exclude each other", "dim"))
    for each in pairs["undecided"]:
        screen.print(f"undecided: {each}")


def show_rules(found: Mapping[str, Any], rules: int) -> None:
    """What is proven of the rules."""
    from rich.text import Text

    wanting = len(found["rules"])
    verdict = (counted(wanting, "finding"), "bold yellow" if found["good"] else "bold red") if wanting else (
        "nothing wrong", "bold green")
    console().print(Text.assemble((found["template"], "bold"), f"  {counted(rules, 'rule')}  ", verdict))
    _findings(found["rules"])
    _findings(found["guards"])


def _failures(found: Mapping[str, Any], template: str) -> None:
    from rich.text import Text

    from configurator.certify.commands import build_command

    screen = console()
    for way in found["ways_of_failing"][:_SHOWN]:
        part = f" of {way['part']}" if way["part"] else ""
        met = f"{counted(way['configurations'], 'configuration')}, first at {way['first']['found_at']}"
        screen.print(Text.assemble(("\n✗ ", "red"), (f"{way['kind']}{part}", "bold"), f"  {met}\n  {way['message']}"))
        if way["changes"]:
            screen.print("  it takes no more than " + ", ".join(
                f"{name} {value(each['default'])} \N{RIGHTWARDS ARROW} {value(each['value'])}"
                for name, each in way["changes"].items()))
        else:
            screen.print("  the default configuration fails in this way")
        screen.print(Text(f"  {build_command(template, way['choices'], found['defaults'])}", "dim"), soft_wrap=True)
        if way["first"]["number"] != way["number"]:
            first = build_command(template, way["first"]["choices"], found["defaults"])
            screen.print(Text.assemble("  it was first met with\n", (f"  {first}", "dim")), soft_wrap=True)
    if len(found["ways_of_failing"]) > _SHOWN:
        screen.print(f"\n  and {len(found['ways_of_failing']) - _SHOWN} more ways; -o FILE.json writes them all")


def _findings(rules: Sequence[Mapping[str, Any]]) -> None:
    from rich.text import Text

    marks = {"error": ("✗", "red"), "warning": ("!", "yellow"), "note": ("·", "dim")}
    for each in rules:
        console().print(Text.assemble("\n", marks[each["severity"]], " ", (each["place"], "cyan"),
                                      f"  {each['sentence']}\n  {each['suggestion']}"))


def _margins(margins: Sequence[Mapping[str, Any]]) -> None:
    from rich.text import Text

    edges = sorted((each for each in margins if each["margin"] is not None), key=lambda each: each["margin"])
    if not edges:
        return
    console().print(Text("\nHow close the sweep came to each rule", "bold"))
    table = grid({"justify": "right", "no_wrap": True, "width": 10}, {}, {})
    for each in edges[:_NEAREST]:
        table.add_row(Text(value(float(each["margin"])), "green"), each["rule"], Text(each["number"], "cyan"))
    console().print(table)
    if len(edges) > _NEAREST:
        console().print(Text(f"  and {len(edges) - _NEAREST} more, farther away", "dim"))


def _slowest(slowest: Sequence[Mapping[str, Any]]) -> None:
    from rich.text import Text

    if not slowest:
        return
    console().print(Text("\nSlowest", "bold"))
    table = grid({"justify": "right", "no_wrap": True, "width": 10}, {}, {})
    for each in slowest[:3]:
        table.add_row(f"{each['cpu_seconds']:.2f} s", Text(each["number"], "cyan"), each["found_at"])
    console().print(table)
