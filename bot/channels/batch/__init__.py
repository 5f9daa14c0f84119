"""JSON lines in, JSON lines out: for other systems, editors and acceptance. Stores nothing."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from typing import Any

from bot.channels.batch.lines import Line, LineError, Verb
from bot.dialogue.content import Content

VERBS = {
    "answer": "answering",
    "calculate": "law",
    "intake": "answering",
    "refer": "referring",
    "talk": "talking",
    "triage": "law",
}
"""Each verb and the module of its function."""


def function_of(verb: str) -> Verb:
    """The function of a verb; its module is imported only now, for some need much memory."""
    function: Verb = getattr(import_module(f"{__name__}.{VERBS[verb]}"), verb)
    return function


def run_batch(
    verb: str, lines: Iterable[str], content: Content, today: date
) -> Iterator[tuple[str, bool]]:
    """One output line (JSON text, whether it succeeded) for each input line, in order."""
    work = function_of(verb)
    for raw in lines:
        if not raw.strip():
            continue
        id: Any = None
        try:
            line = _parsed(raw)
            id = line.get("id")
            result = {"id": id, **work(line, content, _today(line, today))}
        except LineError as fault:
            result = {"id": id, "error": {"code": fault.code, "message": str(fault)}}
        yield json.dumps(result, ensure_ascii=False, sort_keys=False), "error" not in result


def _parsed(raw: str) -> Line:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        raise LineError("not_json", "the line is not JSON") from None
    if not isinstance(line, dict):
        raise LineError("not_an_object", "the line is not a JSON object")
    return line


def _today(line: Line, today: date) -> date:
    value = line.get("today")
    if value is None:
        return today
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise LineError("bad_today", "today must be an ISO date such as 2026-11-21") from None
