"""What is asked or told before data goes anywhere: each moment has its text, its version and its row.

Who said no to a receiver is not asked again for thirty days (网络数据安全管理条例 22.5); the worker
may still say 转给它. Injury, illness, pregnancy and harassment are asked apart (PIPL 29): without that
consent the case goes without them and without the story that tells them.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bot.dialogue.content import Scene
from bot.dialogue.effects import NoteConsent
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, button, offering

VERSIONS: Mapping[str, str] = {
    "first_notice": "2026-11-22",
    "abroad": "2026-11-22",
    "referral": "2026-11-21",
    "sensitive": "2026-11-22",
}
"""Moment to version. A test holds each version against its text: who changes one changes both."""

NOT_AGAIN = timedelta(days=30)

SENSITIVE_KINDS = frozenset(
    {
        "work_injury_determination",
        "work_injury_benefits",
        "platform_injury",
        "occupational_disease",
        "death_benefit",
        "sick_leave",
        "maternity_protection",
        "sexual_harassment",
        "child_labour",
    }
)
SENSITIVE_FACTS = frozenset(
    {
        "injured",
        "injury_grade",
        "injury_reported",
        "injury_place",
        "injury_decision",
        "diagnosis_state",
        "sick_trouble",
        "maternity_stage",
        "maternity_trouble",
        "circumstances",
    }
)
CHILD = "child_labour"
_CALM = frozenset({False, "no", ()})


def is_sensitive(state: DialogueState) -> bool:
    """Whether what was told says something of body, health, harassment or a child."""
    if state.dispute_kind in SENSITIVE_KINDS:
        return True
    told = {key: value for key, value in state.facts().items() if key in SENSITIVE_FACTS}
    return any(value not in _CALM for value in told.values())


def may_be_a_child(state: DialogueState) -> bool:
    """Whether a child may be speaking: below fourteen the parents consent (PIPL 31)."""
    told = state.facts().get("circumstances")
    return state.dispute_kind == CHILD or (isinstance(told, tuple) and CHILD in told)


def ask_apart(state: DialogueState, scene: Scene) -> Turn | None:
    """The question of its own for sensitive facts; None where there are none or it was answered."""
    if state.shares_sensitive is not None or not is_sensitive(state):
        return None
    asking = offering(state.changed(stage="referral_consent", asks_sensitive=True))
    choices = tuple(
        button(asking, name, scene.label(name)) for name in ("share_sensitive", "hold_sensitive")
    )
    return Turn(asking, (Reply(scene.say("consent_sensitive"), choices),))


def answered(state: DialogueState, shares: bool) -> DialogueState:
    """The question for sensitive facts was answered."""
    return state.changed(asks_sensitive=False, shares_sensitive=shares)


def given(state: DialogueState, organization_id: str) -> tuple[NoteConsent, ...]:
    """The rows of a referral agreed to."""
    rows = [NoteConsent("referral", VERSIONS["referral"], "given", organization_id)]
    if state.shares_sensitive is not None:
        rows.append(
            NoteConsent(
                "sensitive",
                VERSIONS["sensitive"],
                "given" if state.shares_sensitive else "refused",
                organization_id,
            )
        )
    return tuple(rows)


def shareable(values: Mapping[str, Any], state: DialogueState) -> dict[str, Any]:
    """Facts, or words by fact, as far as the worker lets them go."""
    if state.shares_sensitive is not False:
        return dict(values)
    return {key: value for key, value in values.items() if key not in SENSITIVE_FACTS | {"story"}}


def story(told: str, state: DialogueState) -> str:
    """The story, where it may go."""
    return "" if state.shares_sensitive is False else told


def refused(state: DialogueState, organization_id: str, scene: Scene) -> DialogueState:
    """Remember a no to this receiver, and when."""
    return state.changed(refused={**state.refused, organization_id: scene.today.isoformat()})


def may_ask(state: DialogueState, organization_id: str, scene: Scene) -> bool:
    """Whether this receiver may be offered: no no of the last thirty days."""
    said_no = state.refused.get(organization_id)
    return said_no is None or scene.today - date.fromisoformat(said_no) >= NOT_AGAIN


def tell_abroad(turn: Turn, scene: Scene) -> Turn:
    """On a channel whose servers lie abroad this is said before the first question of an intake."""
    state = turn.state
    if not state.abroad or state.told_abroad or state.stage != "intake":
        return turn
    told = Turn(state.changed(told_abroad=True), turn.replies, turn.effects)
    noted = NoteConsent("abroad", VERSIONS["abroad"], "told")
    return told.after(Reply(scene.say("abroad"))).doing(noted)
