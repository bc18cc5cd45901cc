"""The secret key of this installation: made at the first start, and what is signed or hidden with it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from configurator.errors import NotKept

_BYTES = 32


class Secret:
    """A key of 32 random bytes. What it makes cannot be guessed by others, and is the same after every restart."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    def of_installation(cls, home: Path) -> Secret:
        """The key in `home`/secret.key, readable by its user only; made if there is none. NotKept says why not."""
        file = home / "secret.key"
        try:
            home.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(descriptor, "wb") as new:
                    new.write(secrets.token_bytes(_BYTES))
                    new.flush()
                    os.fsync(new.fileno())
            key = file.read_bytes()
        except OSError as error:
            raise NotKept(f"{file}: the secret key cannot be made or read ({error.strerror})") from error
        if len(key) != _BYTES:
            raise NotKept(f"{file} is no secret key: it has {len(key)} bytes and not {_BYTES}. Delete it and a new one is "
                          "made; links that were signed with the old one then open no more")
        return cls(key)

    def name(self, purpose: str, *words: str) -> str:
        """26 letters and digits for some words: always the same, and of no use for finding out the words."""
        return base64.b32encode(self._digest(purpose, words)[:16]).decode().rstrip("=").lower()

    def sign(self, purpose: str, word: str) -> str:
        """The word with a signature: "word.signature"."""
        return f"{word}.{self.name('sign ' + purpose, word)}"

    def signed(self, purpose: str, token: str) -> str | None:
        """The word of a token that was signed here for this purpose, else None."""
        word, _, signature = token.rpartition(".")
        if not word or not hmac.compare_digest(signature.encode(), self.name("sign " + purpose, word).encode()):
            return None
        return word

    def _digest(self, purpose: str, words: tuple[str, ...]) -> bytes:
        parts = [purpose, *words]
        message = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
        return hmac.new(self._key, message, hashlib.sha256).digest()
