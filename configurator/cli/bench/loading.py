"""What it costs to begin: importing configurator and loading a template, in a fresh process."""

from __future__ import annotations

import statistics
import subprocess
import sys

from configurator.product.product import Product

from .figures import Figure


def loading(template: type[Product]) -> list[Figure]:
    """CPU and memory of a process that loads a template and no kernel."""
    code = (f"import time, resource\nfrom configurator import load_template\nload_template({template.template!r})\n"
            "import sys\nassert 'OCP' not in sys.modules\n"
            "print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)")
    rows = [[float(each) for each in subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                                                    check=True).stdout.split()] for _ in range(5)]
    return [Figure("import and load a template, CPU", statistics.median(row[0] for row in rows), "s", "<= 0.8",
                   "interpreter included, no kernel"),
            Figure("import and load a template, memory", statistics.median(row[1] for row in rows), "MB", "<= 60",
                   "peak resident")]
