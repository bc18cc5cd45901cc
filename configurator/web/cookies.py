"""What a browser tells with every request: the mark by which a visitor finds his own again, and his language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from configurator.texts import LANGUAGES

VISITOR, LANGUAGE = "lot_one_visitor", "lot_one_language"
_PROPER = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
_WEIGHT = re.compile(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*")


def visitor(cookies: str) -> str | None:
    """The visitor's token in a Cookie header, if it is one that was given out."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(cookies)
    except CookieError:
        return None
    found = jar.get(VISITOR)
    return found.value if found is not None and _PROPER.fullmatch(found.value) else None


def preferred(headers: Mapping[str, str]) -> str:
    """The language of ours that a browser likes best (RFC 9110, Accept-Language); English if none."""
    best, weight = "en", 0.0
    for entry in headers.get("Accept-Language", "").split(","):
        match = _WEIGHT.fullmatch(entry)
        if match and match[1].lower() in LANGUAGES and float(match[2] or 1) > weight:
            best, weight = match[1].lower(), float(match[2] or 1)
    return best
