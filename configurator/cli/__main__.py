"""`python -m configurator.cli`."""

from __future__ import annotations

import sys

from . import main

if __name__ == "__main__":  # worker processes may import it again
    sys.exit(main())
