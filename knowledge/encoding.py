"""From the bytes of a content file to its text: UTF-8 or a fault that names the likely cause."""

from knowledge.problems import ContentError, Problem

MARK = b"\xef\xbb\xbf"
"""The byte order mark that Windows editors put before UTF-8."""


def decode_text(raw: bytes, shown_as: str, limit: int) -> str:
    """The text of a content file of at most `limit` bytes; raises ContentError otherwise."""
    if len(raw) > limit:
        raise _fault(shown_as, 0, f"{len(raw):,} bytes; at most {limit:,} are read")
    body = raw.removeprefix(MARK)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = body.count(b"\n", 0, fault.start) + 1
        raise _fault(shown_as, line, f"not UTF-8{_cause(body)}; save the file as UTF-8") from fault


def _cause(body: bytes) -> str:
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return " (looks like UTF-16)"
    try:
        body.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return " (looks like GB18030, the Chinese Windows encoding)"


def _fault(shown_as: str, line: int, message: str) -> ContentError:
    return ContentError([Problem(shown_as, line, message)])
