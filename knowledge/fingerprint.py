"""Whether a build still fits its sources: one hash over all of them."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

HASHED = (".yaml", ".csv", ".txt", ".py", ".npz")


def source_hash(roots: Sequence[Path]) -> str:
    """A hash over names and contents of all YAML, CSV, TXT, NPZ and Python files under `roots`."""
    digest = hashlib.sha256()
    for root in roots:
        for name in sorted(_names(str(root))):
            with open(os.path.join(root, name), "rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
            digest.update(f"{root.name}/{name}\0{content}\n".encode())
    return digest.hexdigest()


def _names(root: str) -> Iterator[str]:
    """The hashed files under a root, by their path in it. Not pathlib: every start waits for this."""
    for folder, _, files in os.walk(root):
        inside = folder[len(root) + 1 :]
        for name in files:
            if name.endswith(HASHED):
                yield f"{inside}/{name}".replace(os.sep, "/") if inside else name
