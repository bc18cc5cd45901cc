"""How the inner loops are compiled, and where the result is kept."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import numba

HERE = Path(__file__).parent

# numba renews what it kept when the function's own file changes, not when a file does that the function calls into.
_sources = [source for path in sorted(HERE.glob("*.py")) if b"compiled" in (source := path.read_bytes())]
numba.config.CACHE_DIR = str(HERE / "__pycache__" / f"compiled-{sha256(b''.join(_sources)).hexdigest()[:12]}")

compiled = numba.njit(cache=True, fastmath=True, error_model="numpy")
inlined = numba.njit(cache=True, fastmath=True, error_model="numpy", inline="always")
