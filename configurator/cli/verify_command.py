"""`configurator verify`: sweeps a template's design space, really building it, and writes the certificate."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from configurator.product.catalogue import load_template

from .choices import add_json, add_template
from .refusals import DONE, REFUSED, Refused, WrongUsage, say
from .screen import console, counted, put_json, waiting
from .verify_progress import progress
from .verify_screen import show_certificate, show_rules

if TYPE_CHECKING:
    from configurator.certify.journal import Journal
    from configurator.certify.plan import Plan
    from configurator.certify.sweep import Sweep
    from configurator.product.measured import Finding
    from configurator.product.product import Product


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_template(parser)
    parser.add_argument("--samples", metavar="N", type=int,
                        help="random valid configurations, beside all pairs of choices and the extremes of every parameter")
    parser.add_argument("--seed", metavar="S", type=int, default=0, help="the same seed, the same samples (default 0)")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="date of the certificate; no clock is ever read")
    parser.add_argument("-o", "--output", metavar="FILE.json", type=Path,
                        help="write the certificate there and as a page, FILE.md; a sweep that was stopped goes on")
    parser.add_argument("--rules-only", action="store_true", help="build nothing; say what is proven of the rules")
    add_json(parser)


def run(args: Namespace) -> int:
    """Sweeps. 0 if everything was built and is sound, 1 if anything failed or nothing can be chosen."""
    if args.samples is None and not args.rules_only:
        raise WrongUsage("--samples N is missing, for example --samples 100; or --rules-only")
    if args.samples is not None and args.samples < 0:
        raise WrongUsage("--samples N must be 0 or more")
    if args.rules_only and args.output is not None:
        raise WrongUsage("--rules-only builds nothing, so there is no certificate for -o")
    if args.output is not None and args.output.suffix == ".md":
        raise WrongUsage(f"-o {args.output}: name the JSON file; the page comes beside it, {args.output}")
    if args.output is not None and args.output.is_dir():
        raise Refused(f"{args.output} is a folder; name a file in it, for example {args.output / 'certificate.json'}")
    day, template = _day(args.date), load_template(args.template)
    from configurator.certify.rules import rule_findings

    with waiting(f"looking at the rules of {template.template}", quiet=args.json):
        rules = rule_findings(template)
    return _rules_only(args, template, rules) if args.rules_only else _certified(args, template, rules, day)


def _rules_only(args: Namespace, template: type[Product], rules: list[Finding]) -> int:
    from configurator.certify.certificate import rules_told

    good = not any(each.severity == "error" for each in rules)
    told = {"template": template.template, "revision": template.revision, "good": good, **rules_told(rules)}
    if args.json:
        put_json(told)
    else:
        show_rules(told, len(template.rules))
    return DONE if good else REFUSED


def _certified(args: Namespace, template: type[Product], rules: list[Finding], day: str) -> int:
    from configurator.certify.certificate import certificate
    from configurator.certify.plan import planned

    with waiting(f"choosing configurations of {template.template}", quiet=args.json):
        plan = planned(template, args.samples, args.seed)
    journal = _journal(args, plan)
    with journal or nullcontext():
        found = certificate(_swept(args, plan, journal), rules, day)
        files = _written(args.output, found) if args.output is not None else []
        if journal is not None:
            journal.remove()
    if args.json:
        put_json(found)
    else:
        show_certificate(found, args.template)
        for file in files:
            console().print(str(file), style="bold green", soft_wrap=True)
    return DONE if found["good"] else REFUSED


def _journal(args: Namespace, plan: Plan) -> Journal | None:
    if args.output is None:
        return None
    from configurator.certify.journal import Journal

    journal = Journal(args.output.with_name(args.output.name + ".journal"), plan)
    if journal.begun_anew and not args.json:
        say([f"{journal.file} is begun anew: {journal.begun_anew}"])
    return journal


def _swept(args: Namespace, plan: Plan, journal: Journal | None) -> Sweep:
    from configurator.certify.sweep import sweep
    from configurator.geometry.client import Geometry

    try:
        with Geometry() as geometry, progress(plan.template.template, quiet=args.json) as tell:
            if journal is None:
                return sweep(plan, geometry, tell)
            return sweep(plan, geometry, tell, known=journal.known, note=journal.note)
    except KeyboardInterrupt:
        if journal is not None and not args.json:
            say([f"Stopped. {counted(journal.count, 'configuration')} built until now: they are in {journal.file}, and the "
                 "same command goes on from there."])
        raise


def _written(file: Path, found: dict[str, Any]) -> list[Path]:
    from configurator.certify.page import page
    from configurator.exchange.tables import json_bytes
    from configurator.package.write import write

    beside = file.with_suffix(".md")
    return [write(file.parent, file.name, json_bytes(found)),
            write(file.parent, beside.name, page(found, file.name).encode())]


def _day(text: str | None) -> str:
    if text is None:
        return ""
    try:
        if date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise Refused(f"{text[:60]!r} is no date; write it YYYY-MM-DD, for example 2026-11-23")
