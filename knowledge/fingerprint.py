"""Whether a build still fits its sources: one hash over all of them."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

HASHED = (".yaml", ".csv", ".txt", ".py", ".npz")


def source_hash(roots: Sequence[Path]) -> str:
    """A hash over names and contents of all YAML, CSV, TXT, NPZ and Python files under `roots`."""
    digest = hashlib.sha256()
    for root in roots:
        for path in sorted(
            path for path in root.rglob("*") if path.suffix in HASHED and path.is_file()
        ):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{root.name}/{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()
