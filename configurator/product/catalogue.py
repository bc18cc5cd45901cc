"""The catalogue: templates found by folder. One folder, one product; nothing is registered by hand."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import RLock
from types import ModuleType

from configurator.errors import LotOneError, TemplateError, UnknownTemplate

from .product import Product

VARIABLE = "CONFIGURATOR_TEMPLATES"
"""Folders with templates, separated as in PATH, looked at before the ones that are installed."""
_INSTALLED = "part_templates"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_locks: defaultdict[str, RLock] = defaultdict(RLock)


def roots() -> list[Path]:
    """Folders that hold template folders, in the order in which they are searched."""
    named = [Path(each).expanduser().resolve() for each in os.environ.get(VARIABLE, "").split(os.pathsep) if each]
    spec = importlib.util.find_spec(_INSTALLED)
    installed = [Path(each).resolve() for each in (spec.submodule_search_locations or ()) if spec] if spec else []
    return list(dict.fromkeys([*named, *installed]))


def template_names() -> list[str]:
    """Every template that can be loaded by name, sorted."""
    return sorted({folder.name for root in roots() for folder in _folders(root)})


def _folders(root: Path) -> Iterator[Path]:
    if root.is_dir():
        yield from (folder for folder in root.iterdir()
                    if _NAME.fullmatch(folder.name) and (folder / "template.py").is_file())


def find(name: str) -> Path:
    """The folder of a template by name, or a folder itself (a path). UnknownTemplate names what there is."""
    if os.sep in name:
        folder = Path(name).expanduser().resolve()
        if (folder / "template.py").is_file():
            return folder
        raise UnknownTemplate(f"{folder} holds no template.py")
    for root in roots():
        if _NAME.fullmatch(name) and (root / name / "template.py").is_file():
            return root / name
    there = ", ".join(template_names()) or "none"
    raise UnknownTemplate(f"there is no template {name!r}; there are: {there}. Folders searched: "
                          f"{', '.join(map(str, roots())) or 'none'} (set {VARIABLE} for others)")


def load_template(name: str) -> type[Product]:
    """The template of that name from the catalogue, or of the folder at that path."""
    return load_folder(find(name))


def load_folder(folder: Path, *, fresh: bool = False) -> type[Product]:
    """The template in a folder. `fresh` forgets what was imported from it before, so that edits count.

    If it cannot be loaded afresh, what was imported before stays, for those who still use it. Safe in several threads.
    """
    package = _package(folder)
    with _locks[package]:
        before = _forgotten(package, folder) if fresh else {}
        try:
            return _template_in(_imported(package, folder), folder)
        except BaseException:
            if before:
                _forgotten(package, folder)
                sys.modules.update(before)
            raise


def _forgotten(package: str, folder: Path) -> dict[str, ModuleType]:
    """The modules of a template, taken out of Python's memory, that on disk included."""
    found = {name: sys.modules.pop(name) for name in list(sys.modules) if name == package or name.startswith(package + ".")}
    for file in folder.rglob("*.py"):
        with suppress(OSError, NotImplementedError):  # by its second and length alone Python would not see a quick edit
            Path(importlib.util.cache_from_source(str(file))).unlink()
    importlib.invalidate_caches()
    return found


def _template_in(module: ModuleType, folder: Path) -> type[Product]:
    found = [member for member in vars(module).values() if isinstance(member, type)
             and issubclass(member, Product) and member.__module__ == module.__name__]
    if len(found) != 1:
        names = ", ".join(member.__name__ for member in found) or "none"
        raise TemplateError(f"{folder / 'template.py'}: one class must derive from Product; found {names}")
    return found[0]


def _package(folder: Path) -> str:
    """The import name of a template's folder: its own if it is installed, one of ours if it lies elsewhere."""
    spec = importlib.util.find_spec(_INSTALLED)
    if spec and any(Path(each).resolve() == folder.parent for each in spec.submodule_search_locations or ()):
        return f"{_INSTALLED}.{folder.name}"
    place = hashlib.sha256(str(folder.parent).encode()).hexdigest()[:12]
    return f"_templates_{place}.{folder.name}"


def _imported(package: str, folder: Path) -> ModuleType:
    root = package.rpartition(".")[0]
    if root != _INSTALLED and root not in sys.modules:
        outer = ModuleType(root)
        outer.__path__ = [str(folder.parent)]
        sys.modules[root] = outer
    try:
        return importlib.import_module(f"{package}.template")
    except LotOneError:
        raise
    except Exception as error:
        if isinstance(error.__cause__, LotOneError):  # Python 3.11 wraps what __set_name__ raises
            raise error.__cause__ from None
        place = _last_frame(error, folder)
        if type(error).__name__ == "PydanticUserError" and "non-annotated attribute" in str(error):
            raise TemplateError(f"{place}: {str(error).partition('. ')[0]}; a parameter needs its type (`width: Mm = ...`), "
                                "a constant is annotated with ClassVar") from None
        raise TemplateError(f"{place}: {type(error).__name__}: {error}") from error


def _last_frame(error: BaseException, folder: Path) -> str:
    """Where in the template's folder an error arose."""
    if isinstance(error, SyntaxError):
        return f"{error.filename}:{error.lineno}"
    place, trace = str(folder / "template.py"), error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.startswith(str(folder)):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
