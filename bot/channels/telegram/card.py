"""The buttons under a case's card in an organization's group, and what their data says."""

import re
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot.channels.telegram import keyboards
from bot.dialogue.wording import Wording

REASONS = ("not_competent", "conflict", "no_capacity", "other_route")
"""Codes of labels decline_reason.*"""

_DATA = re.compile(r"(accept|decline|reason):(?:([a-z_]{1,20}):)?([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class CardPress:
    """A button of a card: `act` is accept, decline or reason, only the last with a `reason`."""

    act: str
    case_id: str
    reason: str | None


def card_keyboard(case_id: str, wording: Wording) -> InlineKeyboardMarkup | None:
    """Take it or not."""
    acts = ("accept", "decline")
    return keyboards.inline((f"{act}:{case_id}", wording.label(act)) for act in acts)


def reasons_keyboard(case_id: str, wording: Wording) -> InlineKeyboardMarkup | None:
    """Why not; and taking it still, for who pressed the wrong button."""
    reasons = [
        (f"reason:{code}:{case_id}", wording.label(f"decline_reason.{code}")) for code in REASONS
    ]
    return keyboards.inline([(f"accept:{case_id}", wording.label("accept")), *reasons])


def read_press(data: str) -> CardPress | None:
    """What a press in a group asks for; None for data that is no card's."""
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    act, reason, case_id = found.groups()
    if (act == "reason") != (reason in REASONS):
        return None
    return None if act != "reason" and reason else CardPress(act, case_id, reason)
