"""A form sent twice by an impatient finger acts once."""

import secrets
import threading
from collections import OrderedDict

_REMEMBERED = 10_000


def new_mark() -> str:
    """What a freshly shown form carries."""
    return secrets.token_urlsafe(12)


class Repeats:
    """The marks of forms that were carried out lately, in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: OrderedDict[str, None] = OrderedDict()

    def is_repeat(self, mark: str) -> bool:
        """Whether this very form was sent before; remembers it from now on. No mark, no repeat."""
        if not mark:
            return False
        with self._lock:
            if mark in self._seen:
                return True
            self._seen[mark] = None
            if len(self._seen) > _REMEMBERED:
                self._seen.popitem(last=False)
            return False

    def forget(self, mark: str) -> None:
        """What the form asked for failed: it may be sent again."""
        with self._lock:
            self._seen.pop(mark, None)
