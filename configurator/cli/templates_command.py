"""`configurator templates`: what can be configured."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from configurator.errors import LotOneError
from configurator.product.catalogue import VARIABLE, find, load_folder, roots, template_names
from configurator.product.product import described

from .choices import add_json
from .refusals import DONE
from .screen import console, counted, grid, put_json


def arguments(parser: ArgumentParser) -> None:
    """Its arguments."""
    add_json(parser)


def run(args: Namespace) -> int:
    """Lists every template; one that cannot be loaded stands there with its error."""
    found = [_of(name) for name in template_names()]
    if args.json:
        put_json(found)
    else:
        _show(found)
    return DONE


def _of(name: str) -> dict[str, Any]:
    folder = find(name)
    row: dict[str, Any] = {"name": name, "title": "", "revision": "", "prefix": "", "parameters": None,
                           "description": "", "folder": str(folder), "error": None}
    try:
        template = load_folder(folder)
    except LotOneError as error:
        return {**row, "error": str(error)}
    return {**row, "title": template.heading(), "revision": template.revision, "prefix": template.prefix,
            "parameters": len(template.parameters), "description": described(template)}


def _show(found: list[dict[str, Any]]) -> None:
    from rich.text import Text

    screen = console()
    if not found:
        screen.print(f"There is no template yet. Folders searched: {', '.join(map(str, roots())) or 'none'}.\n"
                     f"configurator new-template NAME makes one; {VARIABLE} names other folders.")
        return
    table = grid({"no_wrap": True}, {})
    for row in found:
        about = Text()
        if row["error"]:
            about.append("cannot be loaded: ", "bold red").append(row["error"])
        else:
            about.append(row["title"], "bold").append(
                f" · revision {row['revision']} · {counted(row['parameters'], 'parameter')}\n{row['description']}")
        table.add_row(Text(row["name"], "bold cyan"), about.append(f"\n{row['folder']}\n", "dim"))
    screen.print(table)
    screen.print(Text.assemble("configurator show NAME", (" tells what can be chosen.", "dim")))
