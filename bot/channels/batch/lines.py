"""What every verb reads and writes: one JSON object a line."""

from collections.abc import Callable
from datetime import date
from typing import Any

from bot.dialogue.content import Content
from intents.normalize import clean

MOST_CHARACTERS = 20_000

Line = dict[str, Any]
Verb = Callable[[Line, Content, date], Line]


class LineError(Exception):
    """One input line can't be used; `code` says why to a program, the message to a person."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def text_of(line: Line) -> str:
    """The message of a line, cleaned; raises LineError when there is none."""
    value = line.get("text")
    if not isinstance(value, str):
        raise LineError("missing_text", "the field text is missing or is not text")
    return clean(value)[:MOST_CHARACTERS]


def citation(cited: Any) -> Line:
    """A citation in the form of the interface; no paragraph where none is meant."""
    whole = {"law": cited.law, "article": cited.article, "paragraph": cited.paragraph}
    return {key: value for key, value in whole.items() if key != "paragraph" or value is not None}
