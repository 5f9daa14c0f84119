"""A worker who comes back after days is told where the talk stood."""

from datetime import datetime, timedelta

from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

PAUSE = timedelta(hours=24)
MOST_SAID_BACK = 4
"""Facts of the talk before, so that who comes back knows that they are kept."""
_NOTHING_BEGUN = frozenset({"welcome", "erased", "erasing"})


def welcomed_back(before: DialogueState, turn: Turn, scene: Scene, now: datetime) -> Turn:
    """The turn, with a line before it on where the talk stood when it was left for days."""
    if not _was_away(before, now) or before.stage in _NOTHING_BEGUN or before.care_turns:
        return turn
    if any(reply.urgent for reply in turn.replies) or not turn.replies:
        return turn
    if before.dispute_kind is None and before.case_number is None:
        return turn
    kind = before.dispute_kind
    text = scene.say(
        "welcome_back",
        kind=scene.label(f"dispute_kind.{kind}") if kind else None,
        number=before.case_number if before.handed_over else None,
        midway=before.stage == "intake",
        items=echoing.items(before, echoing.ECHOED, scene)[:MOST_SAID_BACK],
        goes_on=turn.state.stage == before.stage == "intake",
    )
    return turn.after(Reply(text))


def _was_away(state: DialogueState, now: datetime) -> bool:
    return bool(state.heard_at) and now - datetime.fromisoformat(state.heard_at) >= PAUSE
