"""Passwords of mediators: hashed with Argon2id, checked in the same time whoever is asked for."""

import secrets
import unicodedata
from base64 import b64encode

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from intents.normalize import clean

SHORTEST = 10
LONGEST = 200
_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
_GROUPS, _GROUP = 4, 4  # 16 of 30 letters: 78 bits, and still easy to type on a phone


def hash_password(password: str) -> str:
    """The Argon2id hash to keep; takes about a tenth of a second."""
    return PasswordHasher().hash(_folded(password))


def make_password() -> str:
    """A fresh random password in groups: 7k3m-2q9a-bcde-fgh4."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


class Passwords:
    """Checks passwords. Holds the hash that stands in for logins nobody has."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._nobody = _hash_of_nothing(self._hasher)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether the password is the one of the hash `kept`; None costs the same and never fits."""
        try:
            self._hasher.verify(kept or self._nobody, _folded(password[:LONGEST]))
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None


def _hash_of_nothing(hasher: PasswordHasher) -> str:
    """A hash as costly to check as any, which no password has: random in place of a digest."""
    cost = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    salt, digest = (
        b64encode(secrets.token_bytes(size)).decode().rstrip("=")
        for size in (hasher.salt_len, hasher.hash_len)
    )
    return f"$argon2id$v=19${cost}${salt}${digest}"


def _folded(password: str) -> bytes:
    # The same characters whichever keyboard typed them; full-width digits come from Chinese ones.
    return unicodedata.normalize("NFKC", clean(password)).encode()
