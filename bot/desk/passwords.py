"""Passwords of mediators: hashed with Argon2id, checked in the same time whoever is asked for."""

import secrets
import unicodedata

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
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether the password is the one of the hash `kept`; None costs the same and never fits."""
        try:
            self._hasher.verify(kept or self._nobody, _folded(password[:LONGEST]))
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None


def _folded(password: str) -> bytes:
    # The same characters whichever keyboard typed them; full-width digits come from Chinese ones.
    return unicodedata.normalize("NFKC", clean(password)).encode()
