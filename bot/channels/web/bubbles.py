"""Transcript lines as the page shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.cases.conversations import TranscriptLine
from bot.channels.web.phone_numbers import Piece
from bot.dialogue.messages import Reply
from bot.dialogue.turn import ALWAYS
from bot.paper_desk import is_paper, title_of
from bot.speaking import reply_body
from bot.working_hours import CHINA

PAUSE = timedelta(minutes=10)
"""After so long a silence the time is shown."""

CutText = Callable[[str], tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Pressable:
    """A button under a message; once the talk went on it is only words, unless it lasts."""

    id: str
    label: str
    live: bool


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message. `who` is worker, bot or mediator; `cursor` names its place in the transcript."""

    who: str
    pieces: tuple[Piece, ...] = ()
    file: str = ""
    choices: tuple[Pressable, ...] = ()
    asks_place: bool = False
    venue: Sequence[Any] = ()
    link: str = ""
    paper: str = ""
    paper_title: str = ""
    cursor: str = ""
    at: datetime | None = None


def bubbles(
    lines: Sequence[TranscriptLine], cut: CutText, before: datetime | None = None
) -> tuple[Bubble, ...]:
    """The lines in order, without the silent ones; `before` is the time of the line before them.

    Buttons are live in the messages after the worker's last words: a photo does not answer them.
    """
    spoken_at = max((at for at, line in enumerate(lines) if _speaks(line)), default=-1)
    shown = []
    for at, line in enumerate(lines):
        if _is_silent(line):
            continue
        paused = before is None or line.at - before >= PAUSE
        shown.append(_bubble(line, cut, live=at > spoken_at, timed=paused))
        before = line.at
    return tuple(shown)


def unkept(replies: Sequence[Reply], cut: CutText, said: str = "") -> tuple[Bubble, ...]:
    """Messages that are in no transcript: the greeting, and help without a database."""
    mine = (Bubble("worker", ((said, None),)),) if said else ()
    return (*mine, *(_spoken("bot", reply_body(reply), cut, live=True) for reply in replies))


def label_of(choice_id: str, lines: Sequence[TranscriptLine]) -> str:
    """The words on the button of that id, as last shown; empty when it was never shown."""
    for line in reversed(lines):
        for id, label in line.body.get("choices", ()):
            if id == choice_id:
                return str(label)
    return ""


def _speaks(line: TranscriptLine) -> bool:
    return line.who == "worker" and "file" not in line.body and not _is_silent(line)


def _is_silent(line: TranscriptLine) -> bool:
    return not line.body.get("text") and "file" not in line.body


def _bubble(line: TranscriptLine, cut: CutText, *, live: bool, timed: bool) -> Bubble:
    return _spoken(
        line.who,
        line.body,
        cut,
        live=live,
        cursor=cursor_of(line.conversation_id, line.seq),
        at=line.at.astimezone(CHINA) if timed else None,
    )


def _spoken(who: str, body: Any, cut: CutText, *, live: bool, **place: Any) -> Bubble:
    text, paper = body.get("text", ""), body.get("paper", "")
    choices = tuple(
        Pressable(id, label, live or id.startswith(f"{ALWAYS}:"))
        for id, label in body.get("choices", ())
    )
    return Bubble(
        who=who,
        pieces=((text, None),) if text and who == "worker" else cut(text),
        file=body.get("file", ""),
        choices=choices,
        asks_place=live and bool(body.get("asks_place")),
        venue=body.get("venue", ()),
        link=body.get("link", ""),
        paper=paper if is_paper(paper) else "",
        paper_title=title_of(paper) if paper else "",
        **place,
    )


def cursor_of(conversation_id: str, seq: int) -> str:
    """A place in a transcript; erasure begins another transcript, where it does not fit."""
    return f"{conversation_id[:8]}-{seq}"


def seq_of(cursor: str, conversation_id: str) -> int | None:
    """The number a cursor stands for; None when it is none of this conversation's."""
    begin, _, number = cursor[:24].partition("-")
    if begin != conversation_id[:8] or not (number.isascii() and number.isdecimal()):
        return None
    return int(number)
