"""干了5年多, 2026年10月进厂: a length of service that goes against the first day told is shown for a yes
before anything is counted by it."""

from datetime import date
from decimal import Decimal

from bot.dialogue.calculation import service_length
from bot.dialogue.calculation.service_length import YEAR
from bot.dialogue.calculation.sum_asking import is_asking
from bot.dialogue.calculation.summing import known_facts
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, going_back, intake
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import forget, keep, shown
from bot.dialogue.turn import Turn
from knowledge.law.partial_date import PartialDate

FIRST, LAST = "employed_from", "employed_to"
ROUGHLY = Decimal(11)
"""Months by which 三年多 may be longer than three years."""
MONTHS_APART, SHARE_APART = Decimal(13), Decimal("0.25")
"""By so much, and by such a share, the two differ where they go against one another."""


def clash(state: DialogueState, scene: Scene) -> tuple[Decimal, Decimal] | None:
    """The length told and the one by the first day told, in months; None where they agree."""
    if not state.story or FIRST not in state.answers:
        return None
    facts = known_facts(state, scene.today)
    first, last = facts.get(FIRST), facts.get(LAST, scene.today.isoformat())
    length = service_length.told(state, scene)
    if length is None or not isinstance(first, str) or not isinstance(last, str):
        return None
    lasted = _months(PartialDate.parse(first).first_day, PartialDate.parse(last).last_day)
    rough = service_length.lengths(state, scene).get(length, False)
    most = length + ROUGHLY if rough else length
    apart = max(length - lasted, lasted - most)
    if lasted < 0:
        return None
    return None if apart <= max(MONTHS_APART, length * SHARE_APART) else (length, lasted)


def _months(first: date, last: date) -> Decimal:
    return Decimal((last.year - first.year) * YEAR + last.month - first.month)


def question(state: DialogueState, scene: Scene) -> str:
    """What does not go together, where it was not asked yet; empty where it does."""
    return _said("service_clash", state, scene) if FIRST not in state.taken_back else ""


def note(state: DialogueState, scene: Scene) -> str:
    """Beside a sum: by which of the two it is counted."""
    return _said("service_note", state, scene)


def _said(how: str, state: DialogueState, scene: Scene) -> str:
    found = clash(state, scene)
    if found is None:
        return ""
    years, lasted = found[0] // YEAR, found[1]
    first = shown(FIRST, state.answers[FIRST].value, scene)
    return scene.say(how, years=years, first=first, lasted_years=lasted // YEAR, lasted=lasted)


def doubted(before: DialogueState, turn: Turn, scene: Scene) -> Turn | None:
    """The first day asked once more, where it was just told and goes against the length told."""
    after = turn.state
    new = after.answers.get(FIRST) != before.answers.get(FIRST)
    if (
        after.stage != "intake"
        or is_asking(after)
        or not new
        or not (asked := question(after, scene))
    ):
        return None
    how = "corrected" if FIRST in before.answers else "heard"
    heard = echoing.line(after, echoing.news(before, after), scene, how)
    return echoing.led(going_back.ask_again(after, FIRST, scene), heard, asked)


def reopened(state: DialogueState) -> DialogueState:
    """The first day to be told once more; what was told stands again when that is passed."""
    return forget(state, FIRST).changed(taken_back={FIRST: state.answers[FIRST]})


def restored(state: DialogueState, key: str | None) -> DialogueState | None:
    """The day asked once more as it was told; None where something else is asked."""
    before = state.taken_back.get(FIRST) if key == FIRST else None
    return keep(state, FIRST, before.value, before.said) if before is not None else None


def stands(state: DialogueState, key: str | None, text: str, scene: Scene) -> DialogueState | None:
    """对的, to the day asked once more: it counts as it was told."""
    return restored(state, key) if scene.content.intents.agreement(text) else None


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The same within an intake."""
    asked = state.asking if state.stage == "intake" and state.calculation is None else None
    told_so = stands(state, asked, text, scene)
    return intake.proceed(told_so, scene) if told_so is not None else None
