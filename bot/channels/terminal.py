"""Type and read: the bot on a terminal, in memory only."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.messages import Choice, Incoming, Reply, Text
from intents.normalize import clean


def talk(
    content: Content,
    lines: Iterable[str],
    show: Callable[[str], None],
    clock: Callable[[], datetime],
) -> None:
    """Answer each line; a bare number presses a button of the last reply that has any."""
    rehearsal = Rehearsal(content, "terminal")
    buttons: list[str] = []
    for line in ("/start", *_stripped(lines)):
        heard = rehearsal.hear(_incoming(line, buttons), clock())
        for reply in heard.replies:
            if reply.choices:
                buttons = [choice.id for choice in reply.choices]
            show(rendered(reply))


def _stripped(lines: Iterable[str]) -> Iterable[str]:
    return (line.rstrip("\n") for line in lines)


def _incoming(line: str, buttons: list[str]) -> Incoming:
    if line.isascii() and line.isdecimal() and 1 <= int(line[:4]) <= len(buttons):
        return Choice(buttons[int(line) - 1])
    return Text(clean(line))


def rendered(reply: Reply) -> str:
    """The reply as text, its buttons numbered below."""
    choices = [f"  [{n}] {choice.label}" for n, choice in enumerate(reply.choices, 1)]
    return "\n".join([reply.text, *choices, ""])
