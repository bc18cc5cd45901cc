"""`configurator new-template`: a folder with a product that builds at once."""

from __future__ import annotations

import os
import re
import shutil
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from string import Template

from configurator.product.catalogue import VARIABLE, roots

from .choices import add_json
from .refusals import DONE, Refused
from .screen import console, grid, put_json

_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_PREFIX = re.compile(r"[A-Z][A-Z0-9]{1,2}", re.ASCII)
_LONGEST = 40
FILES = {"template.py.tmpl": "template.py", "metals.csv": "metals.csv", "figures.csv": "figures.csv",
         "fr.toml.tmpl": "fr.toml", "de.toml.tmpl": "de.toml"}
"""File of the skeleton -> file of the new folder."""


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("name", metavar="NAME", help="name of the new folder: small letters, digits, underscores")
    parser.add_argument("--into", metavar="DIR", type=Path,
                        help="folder that gets it (default: ./part_templates if there is one, else here)")
    parser.add_argument("--prefix", metavar="XX", help="2 or 3 capital letters that its numbers begin with")
    add_json(parser)


def run(args: Namespace) -> int:
    """Writes the folder, whole or not at all, and says what to do next."""
    if not _NAME.fullmatch(args.name) or len(args.name) > _LONGEST:
        raise Refused(f"{args.name[:60]!r} is no name for a template: at most {_LONGEST} small letters, digits and "
                      "underscores, beginning with a letter, for example lamp_shade")
    prefix = _prefix(args.name) if args.prefix is None else args.prefix
    if not _PREFIX.fullmatch(prefix):
        raise Refused(f"{prefix[:60]!r} is no prefix: 2 or 3 capital letters, for example LS")
    parent = args.into or (Path("part_templates") if Path("part_templates").is_dir() else Path())
    folder = written(parent, args.name, prefix)
    known = folder.resolve().parent in roots()
    if args.json:
        put_json({"name": args.name, "folder": str(folder), "prefix": prefix, "in_catalogue": known,
                  "files": sorted(FILES.values())})
    else:
        _next(folder, args.name, known=known)
    return DONE


def written(parent: Path, name: str, prefix: str) -> Path:
    """The new folder. Refused if it is there already or cannot be made."""
    folder = parent / name
    if os.path.lexists(folder):
        raise Refused(f"{folder} is there already; nothing was changed. Choose another name, or another --into")
    words = {"name": name, "class_name": "".join(word.capitalize() for word in name.split("_")), "prefix": prefix,
             "title": " ".join(filter(None, name.split("_"))).capitalize()}
    making = parent / f".{name}.{os.getpid()}"
    skeleton = files("configurator.cli") / "skeleton"
    try:
        parent.mkdir(parents=True, exist_ok=True)
        making.mkdir()
        for source, target in FILES.items():
            content = (skeleton / source).read_text(encoding="utf-8")
            (making / target).write_text(Template(content).substitute(words) if source.endswith(".tmpl") else content,
                                         encoding="utf-8")
        making.rename(folder)
    except OSError as error:
        raise Refused(f"{folder}: cannot be made ({error.strerror}); nothing was left behind") from None
    finally:
        with suppress(OSError):
            shutil.rmtree(making)
    return folder


def _prefix(name: str) -> str:
    """Initials of its words, or its first letters."""
    words = [word for word in name.split("_") if word]
    initials = "".join(word[0] for word in words[:2])  # two: with three a part number would pass the 16 characters of ISO 7200
    return (initials if len(initials) > 1 and initials[0].isalpha() else (name.replace("_", "") + "X")[:2]).upper()


def _next(folder: Path, name: str, *, known: bool) -> None:
    from rich.text import Text

    screen = console()
    screen.print(Text.assemble((str(folder), "bold green"), "  is a small turned box. Make it your own."),
                 soft_wrap=True)
    table = grid({"no_wrap": True}, {})
    for file, what in (("template.py", "parameters, rules, parts: begin here"),
                       ("metals.csv", "what can be chosen, each number with grade and source"),
                       ("figures.csv", "the numbers it rests on"),
                       ("fr.toml, de.toml", "the customer's words in French and German")):
        table.add_row(Text(f"  {file}", "cyan"), what)
    screen.print(table)
    screen.print(Text("\nNext", "bold"))
    if not known:
        screen.print(f"  export {VARIABLE}={folder.resolve().parent}", soft_wrap=True)
    for command in (f"configurator show {name}", f"configurator build {name} --set 'inscription=Für Zoë' -o out",
                    f"configurator verify {name} --rules-only", f"configurator verify {name} --samples 50"):
        screen.print(f"  {command}")
    if known:
        screen.print("  make goldens && make test      the laws hold for it as for every template")
