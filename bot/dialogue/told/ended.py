"""Whether a worker is still there is not guessed from habits, where the work was told to be over."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from intents.extraction.found import Facts
from knowledge.law.partial_date import PartialDate

STILL, LAST_DAY, EVENT = "still_employed", "employed_to", "event_date"
OVER = frozenset({"unlawful_dismissal", "platform_deactivation"})
"""Matters of people who were told to go, or whose account was stopped."""


def settled(state: DialogueState, told: dict[str, Answer], scene: Scene) -> dict[str, Answer]:
    """Who told a last day that is over is no longer there, whatever was understood before."""
    last, still = told.get(LAST_DAY), state.facts().get(STILL)
    if last is None or still is not True or str(last.value) > scene.today.isoformat():
        return told
    return told | {STILL: Answer(value=False, said=last.said)}


def is_still_to_come(key: str, found: Facts, scene: Scene) -> bool:
    """合同12月31到期, after 到期不续: whether the end told is yet to come, so that the work goes on."""
    day = found.get(EVENT)
    if key != STILL or day is None or not isinstance(day.value, PartialDate):
        return False
    return found[STILL].value is True and day.value.first_day > scene.today


def without_guess(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """天天点名 不去罚50, after the account was stopped: how it was there, not that it goes on."""
    still = told.get(STILL)
    kinds = state.facts().get("dispute_kinds")
    named = kinds if isinstance(kinds, tuple) else ()
    if still is None or still.value is not True or not OVER & {state.dispute_kind, *named}:
        return told
    if LAST_DAY in told or scene.content.extractor.states(STILL, text):
        return told
    return {key: answer for key, answer in told.items() if key != STILL}
