"""A conversation in memory: the real step with the real content; nothing is stored or delivered.

What a store would answer (a case number, a case code) is made up from the conversation's name,
so that the same talk always reads the same.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.content import Content, Scene
from bot.dialogue.effects import (
    Effect,
    ExportData,
    FindCase,
    MakePaper,
    OpenCase,
    Unsay,
    WithdrawCase,
)
from bot.dialogue.messages import Happened, Incoming, Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.matter import matter_of_state
from bot.papers import paper_ready
from bot.working_hours import CHINA

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Heard:
    """One turn: where the conversation stands now, what was said, what was asked for."""

    stage: str
    replies: tuple[Reply, ...]
    effects: tuple[str, ...]


class Rehearsal:
    """One conversation kept in memory."""

    def __init__(self, content: Content, name: str) -> None:
        self._content = content
        self._name = name
        self.state = DialogueState()

    def hear(self, incoming: Incoming, now: datetime) -> Heard:
        """Take one message and play the part of the store for what it brings about."""
        turn = step(self.state, incoming, self._content, now)
        replies, state = list(turn.replies), turn.state
        for effect in turn.effects:
            happened = self._pretend(effect, state, now)
            if happened is not None:
                told = step(state, happened, self._content, now)
                replies, state = [*replies, *told.replies], told.state
        self.state = state
        return Heard(state.stage, tuple(replies), tuple(map(effect_name, turn.effects)))

    def _pretend(self, effect: Effect, state: DialogueState, now: datetime) -> Happened | None:
        match effect:
            case MakePaper(paper_id):
                scene = Scene(self._content, now.astimezone(CHINA).date())
                return paper_ready(paper_id, matter_of_state(state, scene), scene)
            case OpenCase():
                details = {
                    "number": f"GY-{self._letters('number', 6)}",
                    "code": self._letters("code", 26),
                    "organization": state.organization_name,
                    "answer_by": None,
                    "status": "referred" if effect.organization_id else "saved",
                }
                return Happened("opened", details)
            case ExportData():
                return Happened("export_ready", {"path": ""})
            case Unsay():
                return Happened("unsaid", {"words": ""})
            case FindCase():
                return Happened("case_not_found")
            case WithdrawCase() if state.case_number:
                return Happened("withdrawn", {"number": state.case_number})
            case WithdrawCase():
                return Happened("nothing_to_withdraw")
        return None

    def _letters(self, what: str, count: int) -> str:
        digest = hashlib.sha256(f"{what} {self._name}".encode(errors="replace")).digest()
        return "".join(LETTERS[byte % len(LETTERS)] for byte in digest)[:count]


def effect_name(effect: Effect) -> str:
    """open_case, message_mediator ...: the effect's name as other systems read it."""
    name = type(effect).__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
