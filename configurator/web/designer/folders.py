"""Folders with templates: those of the catalogue, and those that a designer adds for his visit."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISVTX, S_IWOTH
from typing import NamedTuple

from configurator.errors import UnknownTemplate
from configurator.product.catalogue import find, roots
from configurator.product.product import Product

_SETTING, _INSTALLED, _VISIT = "setting", "installed", "visit"
_MOST = 2000


class Known(NamedTuple):
    """A template's folder and how it came to be known: "setting", "installed" or "visit"."""

    folder: Path
    origin: str
    hidden: bool = False
    """Another folder of the same name comes first in the catalogue."""

    @property
    def name(self) -> str:
        """Name of the template."""
        return self.folder.name


class NotTrusted(Exception):
    """Code in a folder shall not run here: the key of a sentence in [designer], and the file concerned."""

    def __init__(self, key: str, file: Path) -> None:
        super().__init__(key)
        self.key, self.file = key, file


def known(of_visit: Iterable[str] = ()) -> list[Known]:
    """Every template's folder, those of the catalogue first, in the order in which it searches."""
    setting = os.environ.get("CONFIGURATOR_TEMPLATES", "")
    named = {Path(each).expanduser().resolve() for each in setting.split(os.pathsep) if each}
    found, names = list[Known](), set[str]()
    for root in roots():
        for folder in templates_in(root):
            found.append(Known(folder, _SETTING if root in named else _INSTALLED, folder.name in names))
            names.add(folder.name)
    there = {each.folder for each in found}
    return found + [Known(Path(each), _VISIT) for each in of_visit if Path(each) not in there]


def templates_in(folder: Path) -> list[Path]:
    """The folder itself if it is a template's, else the templates' folders in it, by name."""
    if (folder / "template.py").is_file():
        return [folder]
    try:
        return sorted(each for each in folder.iterdir() if each.name.isidentifier() and (each / "template.py").is_file())
    except OSError:
        return []


def as_typed(template: type[Product]) -> str:
    """What the command line takes for a template: its name if the catalogue finds it so, else its folder."""
    try:
        named = find(template.template) == template.home
    except UnknownTemplate:
        named = False
    return template.template if named else str(template.home or template.template)


def trusted(text: str) -> list[Path]:
    """The templates' folders at a path that a designer typed. NotTrusted says why their code shall not run.

    Like a login's own files, they must belong to who runs the server, and nobody else may write to them.
    """
    folder = Path(text.strip()).expanduser()
    if not folder.is_absolute() or not folder.is_dir():
        raise NotTrusted("folder_not_there", folder)
    folder = folder.resolve()
    found = templates_in(folder)
    if not found:
        raise NotTrusted("folder_empty", folder)
    if any(not each.name.isidentifier() for each in found):
        raise NotTrusted("folder_name", folder)
    for each in found:
        for above in each.parents:
            _look(above, sticky=True)
        for index, file in enumerate((each, *each.rglob("*"))):
            if index > _MOST:
                raise NotTrusted("folder_large", each)
            _look(file)
    return found


def _look(file: Path, *, sticky: bool = False) -> None:
    """`sticky`: a folder like that of temporary files will do, where everybody writes but nobody touches another's files."""
    status = file.stat()
    if status.st_uid not in (0, os.geteuid()):
        raise NotTrusted("folder_foreign", file)
    if status.st_mode & S_IWOTH and not (sticky and status.st_mode & S_ISVTX):
        raise NotTrusted("folder_open", file)
