"""Self-contained links: a design without any words or scans of the customer's, written into the address itself."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from configurator.errors import LotOneError
from configurator.orders.configured import without_scans, written_down
from configurator.product.catalogue import load_template
from configurator.product.parameters import Words
from configurator.product.product import Product

_VERSION = "1"
_LONGEST = 4000
_UNPACKED = 20_000


class TokenRefused(LotOneError, ValueError):
    """A link that cannot be read."""


def has_words(product: Product) -> bool:
    """Whether a design holds words of the customer's, which do not belong into an address."""
    return any(product.choices[name] for name, each in product.parameters.items() if isinstance(each, Words))


def token(product: Product, own: Iterable[str] = ()) -> str:
    """The design as a word for an address, without its scans. ValueError if it holds words of the customer's."""
    if has_words(product):
        raise ValueError("a design with words of the customer's is kept on the server, not in an address")
    shared = without_scans(written_down(product, own))
    kept = [shared.template, shared.revision, shared.choices, list(shared.own)]
    packed = zlib.compress(json.dumps(kept, separators=(",", ":"), ensure_ascii=False).encode(), 9)
    return _VERSION + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read(word: str) -> tuple[type[Product], Mapping[str, Any], tuple[str, ...]]:
    """Template, choices and the customer's own among them. TokenRefused if it is none of ours or cut off."""
    try:
        if not word.startswith(_VERSION) or len(word) > _LONGEST:
            raise ValueError
        packed = base64.urlsafe_b64decode(word[1:] + "=" * (-len(word[1:]) % 4))
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(packed, _UNPACKED)
        if not unpacker.eof:
            raise ValueError
        name, _, choices, own = json.loads(text)
        if not (isinstance(name, str) and "/" not in name and isinstance(choices, dict) and isinstance(own, list)):
            raise ValueError
    except (ValueError, zlib.error, TypeError):
        raise TokenRefused("this link is incomplete or was not made here") from None
    template = load_template(name)
    return template, choices, tuple(str(each) for each in own)
