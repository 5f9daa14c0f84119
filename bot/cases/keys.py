"""Sealing: one master key outside the database wraps a data key for each conversation and case.

A sealed value is AES-256-GCM, bound by its associated data to table, column, row, key and version,
so that it opens nowhere else; its length is padded to buckets, so that it tells little.
Destroying a data key makes everything sealed with it unreadable for good.
"""

import hashlib
import hmac
import os
import secrets
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.cases.errors import KeyFileError, SealBroken

VERSION = 1
_KEY_BYTES = 32
_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_BUCKETS = (64, 256, 1024, 4096, 16384, 65536)
_SETTING = "GONGYOU_MASTER_KEY_FILE"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a sealed value stands: it opens only there."""

    table: str
    column: str
    row: str


@dataclass(frozen=True, slots=True)
class DataKey:
    """The key of one conversation or case, for as long as a transaction needs it."""

    id: str
    _cipher: AESGCM = field(repr=False)

    def seal(self, cell: Cell, plain: bytes) -> bytes:
        """Version byte, nonce, then the padded plaintext encrypted and authenticated."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, pad(plain), self._bound_to(cell, VERSION))
        return bytes([VERSION]) + nonce + sealed

    def open(self, cell: Cell, sealed: bytes) -> bytes:
        """The plaintext; raises SealBroken when altered or taken from another cell."""
        version, nonce = sealed[:1], sealed[1 : 1 + _NONCE_BYTES]
        try:
            padded = self._cipher.decrypt(
                nonce, sealed[1 + _NONCE_BYTES :], self._bound_to(cell, ord(version))
            )
        except (InvalidTag, ValueError, TypeError):
            raise SealBroken(f"a sealed value of {cell.table}.{cell.column} is broken") from None
        return unpad(padded)

    def _bound_to(self, cell: Cell, version: int) -> bytes:
        return "|".join((cell.table, cell.column, cell.row, self.id, str(version))).encode()


class KeyRing:
    """The master key: wraps data keys and makes blind indexes.

    `is_new` is True when no key file was there; `save` then writes one, and the operator should
    be told to move it to another disk.
    """

    def __init__(self, path: Path, master: bytes, *, is_new: bool) -> None:
        self.path = path
        self.is_new = is_new
        self._use(master)

    @classmethod
    def open(cls, path: Path) -> "KeyRing":
        """Read the key file, or hold a fresh key until `save`. Raises KeyFileError."""
        if path.exists():
            return cls(path, _read(path), is_new=False)
        return cls(path, secrets.token_bytes(_KEY_BYTES), is_new=True)

    def save(self) -> None:
        """Write a fresh key with mode 0600; a key another process wrote meanwhile is taken over."""
        if not self.is_new:
            return
        try:
            _write_new(self.path, self._master)
        except FileExistsError:
            self._use(_read(self.path))
            self.is_new = False
        except OSError as error:
            raise KeyFileError(
                f"{_SETTING}: {self.path} can't be written ({error.strerror}); "
                "name a file in a folder this process may write to."
            ) from None

    def new_data_key(self, key_id: str | None = None) -> tuple[DataKey, bytes]:
        """A fresh data key, under a random id unless one is given, and its wrapped form."""
        key_id, secret = key_id or secrets.token_hex(16), secrets.token_bytes(_KEY_BYTES)
        nonce = secrets.token_bytes(_NONCE_BYTES)
        wrapped = nonce + self._wrapping.encrypt(nonce, secret, _wrap_bound_to(key_id))
        return DataKey(key_id, AESGCM(secret)), wrapped

    def unwrap(self, key_id: str, wrapped: bytes) -> DataKey:
        """The data key; raises KeyFileError when this master key did not wrap it."""
        nonce, sealed = wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:]
        try:
            secret = self._wrapping.decrypt(nonce, sealed, _wrap_bound_to(key_id))
        except (InvalidTag, ValueError):
            raise KeyFileError(self.wrong_key_message()) from None
        return DataKey(key_id, AESGCM(secret))

    def blind_index(self, purpose: str, *parts: str) -> str:
        """Hex HMAC-SHA256 by which an equal value is found again but not read."""
        return self.sign(purpose, "\x1f".join(parts).encode("utf-8", "replace")).hex()

    def sign(self, purpose: str, content: bytes) -> bytes:
        """HMAC-SHA256 under a key derived for this purpose alone."""
        return hmac.digest(_derived(self._master, purpose), content, hashlib.sha256)

    def wrong_key_message(self) -> str:
        """One sentence for the operator."""
        if self.is_new:
            return (
                f"{_SETTING}: there is no key file at {self.path}, but this database was sealed "
                "with one; put that file back or name it."
            )
        return (
            f"{_SETTING}: the key in {self.path} is not the one this database was sealed with; "
            "name the right file."
        )

    def _use(self, master: bytes) -> None:
        self._master = master
        self._wrapping = AESGCM(_derived(master, "wrap data keys"))


def pad(plain: bytes) -> bytes:
    """Length, content, zeros: up to the next of 64, 256, 1024 ... 65536, then whole 64 KiB."""
    whole = _LENGTH_BYTES + len(plain)
    bucket = next((size for size in _BUCKETS if whole <= size), -(-whole // 65536) * 65536)
    return len(plain).to_bytes(_LENGTH_BYTES, "big") + plain + bytes(bucket - whole)


def unpad(padded: bytes) -> bytes:
    """The content of a padded value."""
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def _derived(master: bytes, purpose: str) -> bytes:
    # HKDF-Expand (RFC 5869) of one block: the master key is uniformly random, so no extract step.
    return hmac.digest(master, f"gongyou/{purpose}".encode() + b"\x01", hashlib.sha256)


def _wrap_bound_to(key_id: str) -> bytes:
    return f"keys|wrapped|{key_id}|{VERSION}".encode()


def _read(path: Path) -> bytes:
    try:
        master = bytes.fromhex(path.read_text("ascii"))
    except OSError as error:
        raise KeyFileError(f"{_SETTING}: {path} can't be read ({error.strerror}).") from None
    except ValueError:
        master = b""
    if len(master) != _KEY_BYTES:
        raise KeyFileError(
            f"{_SETTING}: {path} holds no key (64 hexadecimal digits expected); "
            "restore it from its copy."
        )
    return master


def _write_new(path: Path, master: bytes) -> None:
    # Written aside and then linked: whoever sees the name sees the whole key, and a name that is
    # taken is never written over.
    path.parent.mkdir(parents=True, exist_ok=True)
    target, aside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(target, "w", encoding="ascii") as file:
            file.write(master.hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(aside, path)
    finally:
        os.unlink(aside)
