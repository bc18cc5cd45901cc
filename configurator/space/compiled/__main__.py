"""`python -m configurator.space.compiled`: compiles what the design space needs, once after installation, and says so."""

from __future__ import annotations

import gc
import sys
import time

from configurator.space.expressions import Expression, node
from configurator.space.model import Model
from configurator.space.optimum import least
from configurator.space.tapes import Variable

from .keeping import folder


def ask_everything() -> None:
    """Every compiled function once, as the design space calls it, on a small model."""
    a, b = (Expression("read", name) for name in "ab")
    model = Model([Variable(name, (0.0, 1.0, 2.0), ordered=True) for name in "ab"], {"rule": node("<=", 2, a + b)},
                  {"sum": a * b + a})
    model.remaining({}, (0, 0))
    model.count({})
    model.beside((2, 2), "a")
    model.broken((0, 0))
    least(model, "sum", {}, (2, 2))


def main() -> int:
    """0."""
    start = time.process_time()
    gc.disable()  # the compiler makes millions of objects and hardly any garbage: looking for it is a tenth of the time
    try:
        ask_everything()
    finally:
        gc.enable()
    cost = time.process_time() - start
    sys.stdout.write(f"The design space is compiled ({cost:.1f} s), kept in {folder() or 'memory only'}.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
