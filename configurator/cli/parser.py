"""The parser: which commands there are, how they are grouped, and what --help says."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from dataclasses import dataclass

import configurator

from . import (
    app_command,
    bench_command,
    build_command,
    check_command,
    demo_command,
    estimate_command,
    explain_command,
    inspect_command,
    makeability_command,
    new_template_command,
    options_command,
    rebuild_command,
    scans_command,
    show_command,
    solve_command,
    templates_command,
    verify_command,
)


@dataclass(frozen=True)
class Command:
    """One command. `group` is the heading it stands under; a command without one is not listed."""

    name: str
    group: str
    summary: str
    examples: tuple[str, ...]
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


CHOOSE, MAKE, DESIGN, MACHINE = "Choose", "Make", "Design", "This machine"
COMMANDS = (
    Command("templates", CHOOSE, "what can be configured",
            ("configurator templates",), templates_command.arguments, templates_command.run),
    Command("show", CHOOSE, "parameters, rules and how far a configuration is from each",
            ("configurator show ring", "configurator show ring --set width=6 --set profile=court --language de",
             "configurator show ring --schema"), show_command.arguments, show_command.run),
    Command("options", CHOOSE, "what every parameter can still be, exactly",
            ("configurator options ring --set profile=court", "configurator options watch_case --set opening=34 --json"),
            options_command.arguments, options_command.run),
    Command("explain", CHOOSE, "why something cannot be had, and the nearest ways to get it",
            ("configurator explain ring --set comfort=no --want profile=court",
             "configurator explain watch_case --set case_diameter=34 --want opening=30 --language fr"),
            explain_command.arguments, explain_command.run),
    Command("solve", CHOOSE, "from wishes to the best configuration",
            ("configurator solve ring --want 'width>=5' --minimise mass",
             "configurator solve watch_case --want wrist=165 --want 'mass<=60' --set metal=316L"),
            solve_command.arguments, solve_command.run),
    Command("app", CHOOSE, "the web configurator, for customers, designers and workshops",
            ("configurator app", "configurator app --port 8600 --headless"), app_command.arguments, app_command.run),
    Command("build", MAKE, "from choices to a job package",
            ("configurator build ring --set width=5 --set 'engraving=Für Zoë' -o out",
             "configurator build ring --config examples/ring-yellow-gold.json -o out --json",
             "configurator build ./lamp -o out --in-process   # stops at a breakpoint()"),
            build_command.arguments, build_command.run),
    Command("inspect", MAKE, "reads a filled inspection sheet and says what conforms",
            ("configurator inspect WC-7K2M9QX4TB_A.zip --measured WC-7K2M9QX4TB-01_A.csv",), inspect_command.arguments,
            inspect_command.run),
    Command("check", MAKE, "read a package again; refuse it if anything is not what it says",
            ("configurator check out/*.zip",), check_command.arguments, check_command.run),
    Command("rebuild", MAKE, "build a package again from its manifest and compare the bytes",
            ("configurator rebuild out/RG-7K2M9QX4TB_A.zip", "configurator rebuild RG-7K2M9QX4TB_A.zip -o again"),
            rebuild_command.arguments, rebuild_command.run),
    Command("makeability", MAKE, "can it be made, by which rules, and what to change if not",
            ("configurator makeability watch_case", "configurator makeability ring --set thickness=1.5 --pack our-shop.toml"),
            makeability_command.arguments, makeability_command.run),
    Command("estimate", MAKE, "stock, operations in order, and about what an order will cost",
            ("configurator estimate ring --set making=turn-mill",
             "configurator estimate watch_case --shop our-shop.toml --quantity 10 --language de",
             "configurator estimate ring --price 'Au750 3N=98000@2026-11-20'"),
            estimate_command.arguments, estimate_command.run),
    Command("scans", MAKE, "body scans on this machine: add, list, show, delete",
            ("configurator scans add leg.stl", "configurator scans add leg.stl --unit mm --up=+z --forward=-y --side left",
             "configurator scans list --json", "configurator scans expire"), scans_command.arguments, scans_command.run),
    Command("new-template", DESIGN, "a folder with a product that builds at once, to be made your own",
            ("configurator new-template lamp", "configurator new-template lamp --into ~/products"),
            new_template_command.arguments, new_template_command.run),
    Command("verify", DESIGN, "sweep a template's design space and say where it fails",
            ("configurator verify ring --samples 300 --seed 7 -o certificate.json",),
            verify_command.arguments, verify_command.run),
    Command("bench", MACHINE, "the figures of this machine: how fast, and how exact",
            ("configurator bench --json", "configurator bench watch_case --only choosing --only exactness --walks 100"),
            bench_command.arguments, bench_command.run),
    Command("demo", "", "builds the packages of all examples and says what was made",
            ("configurator demo --examples examples -o out",), demo_command.arguments, demo_command.run),
)

_ABOUT = """From somebody's choices to a job package that a workshop can work from."""
_END = """\
Every command has --help with examples, and --json for machines.
Exit code: 0 done, 1 refused with a reason, 2 wrong usage.

Examples:
  configurator show ring
  configurator build ring --set width=5 --set 'engraving=Für Zoë' -o out
  configurator check out/*.zip
"""


def build_parser() -> ArgumentParser:
    """The whole command line."""
    parser = ArgumentParser(prog="configurator", usage="configurator COMMAND ...", add_help=False, allow_abbrev=False,
                            formatter_class=RawDescriptionHelpFormatter, description=_overview(), epilog=_END)
    parser.add_argument("-h", "--help", action="help", help=SUPPRESS)
    parser.add_argument("--version", action="version", version=f"Lot One {configurator.__version__}", help=SUPPRESS)
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND", help=SUPPRESS, dest="command", prog="configurator")
    for each in COMMANDS:
        sub = commands.add_parser(each.name, allow_abbrev=False, formatter_class=RawDescriptionHelpFormatter,
                                  description=each.summary[0].upper() + each.summary[1:] + ".",
                                  epilog="\n".join(("Examples:", *(f"  {line}" for line in each.examples))))
        each.arguments(sub)
        sub.set_defaults(run=each.run)
    return parser


def _overview() -> str:
    lines, width = [_ABOUT], max(len(each.name) for each in COMMANDS)
    for group in (CHOOSE, MAKE, DESIGN, MACHINE):
        lines += ["", f"{group}:"]
        lines += [f"  {each.name:<{width}}  {each.summary}" for each in COMMANDS if each.group == group]
    return "\n".join([*lines, "", "  --version      version of Lot One"])
