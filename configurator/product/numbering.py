"""Numbers: same choices, same number, for ever."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical(value: Any) -> str:
    """JSON in one spelling: sorted keys, no spaces, UTF-8. Refuses what is not a number."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def number(prefix: str, template: str, revision: str, parameters: Mapping[str, Any]) -> str:
    """Prefix and ten Crockford base32 letters: the first 50 bits of a sha256. `template` is the folder's name."""
    content = canonical({"template": template, "revision": revision, "parameters": dict(parameters)})
    bits = int.from_bytes(hashlib.sha256(content.encode()).digest()[:8], "big") >> 14
    return f"{prefix}-" + "".join(_BASE32[bits >> shift & 31] for shift in range(45, -1, -5))


def part_number(product_number: str, index: int) -> str:
    """Number of a part, counted from 1 in the order of the template: at most 16 characters (ISO 7200)."""
    return f"{product_number}-{index:02d}"
