"""Text and JSON both databases keep alike: no NUL, no lone surrogates, Chinese unescaped."""

import json
import re
from collections.abc import Mapping
from typing import Any

# SQLite cuts text at NUL and PostgreSQL refuses it; a lone surrogate can't be written as UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_MARK = "�"
_DEEPEST = 40


def storable_text(text: str) -> str:
    """The text with each unstorable character replaced by U+FFFD."""
    return _UNSTORABLE.sub(_MARK, text)


def to_json(value: Any) -> str:
    """JSON text of a value; dates, decimals and the like become text, tuples and sets lists."""
    return json.dumps(_storable(value), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """The value of JSON text."""
    return json.loads(text)


def _storable(value: Any, depth: int = 0) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return storable_text(value)
    if depth == _DEEPEST:
        return _MARK
    if isinstance(value, Mapping):
        return {storable_text(str(k)): _storable(v, depth + 1) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_storable(item, depth + 1) for item in value]
    return storable_text(str(value))
