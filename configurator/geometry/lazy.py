"""The one lazy door to the CAD kernel. Templates write `from configurator import cq`; it loads at its first use."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from configurator.errors import KernelRefused


class LazyModule(ModuleType):
    """Stands for a module and becomes it at the first attribute that is asked of it."""

    def __init__(self, name: str, target: str) -> None:
        super().__init__(name)
        vars(self)["_target"] = target

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # tools that look at modules ask for these; that is no use
            raise AttributeError(name)
        module = import_module(vars(self)["_target"])
        vars(self).update({key: value for key, value in vars(module).items() if not key.startswith("__")})
        return getattr(module, name)


class _Wall:
    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        if name.partition(".")[0] in ("OCP", "cadquery"):
            raise KernelRefused(f"{name} was asked for in a process without a kernel. A part may use `cq` inside its "
                                "methods only; annotations need `from __future__ import annotations`")


def refuse_kernel() -> None:
    """Make it certain that this process (the web, the solver) never loads the kernel."""
    if "OCP" in sys.modules:
        raise KernelRefused("the kernel is already loaded in this process")
    if not any(isinstance(finder, _Wall) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Wall())


cq = LazyModule("configurator.cq", "cadquery")
solids = LazyModule("configurator.solids", "configurator.geometry.kernel.solids")
