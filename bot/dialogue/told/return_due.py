"""8月30号退的车 说60天退: the day the deposit for a leased car was to come back, or, where no days were agreed, that
on which the car came back; and how that day is called."""

from datetime import timedelta

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import leased
from bot.dialogue.told.facts import forget, keep
from intents.extraction.date_mention import DateMention
from knowledge.law.partial_date import PartialDate

DUE, KIND, WAGE_DUE = "event_date", "event_kind", "wage_due"
LAST = "employed_to"
"""No limit of such a matter is counted from the last day of driving."""
MOST_DAYS, WHOLE = 365, len("2026-08-30")


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the day, where the car's return is told, and what was agreed of days, and it is past."""
    known = state.answers.get(DUE)
    if not _is_of_court(state, text, scene) or (known is not None and known.said not in text):
        return state
    standpoint = scene.content.intents.manners.standpoint
    folded = scene.content.extractor.script.fold(f"{state.story}\n{text}")
    said = standpoint.days_until_due(folded)
    days = scene.content.extractor.numerals.read(said) if said else None
    back = _back(folded, scene)
    if back is None or not 0 <= (days or 0) <= MOST_DAYS:
        return state
    due = PartialDate.of(back.value.first_day + timedelta(days=int(days or 0)))
    if due.first_day > scene.today:
        return state
    dated = keep(keep(state, DUE, due, text.strip()), KIND, WAGE_DUE, text.strip())
    return forget(dated, LAST) if LAST in dated.answers else dated


def name(state: DialogueState, scene: Scene) -> str | None:
    """How the day is called when it is said back; None where no car was leased."""
    answer = state.answers.get(DUE)
    if answer is None or not _is_of_court(state, "", scene):
        return None
    folded = scene.content.extractor.script.fold(answer.said)
    back = _back(folded, scene)
    is_back = back is not None and str(back.value) == answer.value
    return scene.label("heard.car_back" if is_back else "heard.deposit_due")


def _is_of_court(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the matter is that of a leased car, and its limit is counted from the day the money was due."""
    return state.dispute_kind == leased.SERVICE and leased.is_lessor(state, text, scene)


def _back(text: str, scene: Scene) -> DateMention | None:
    """The one whole day on which the car was given back."""
    brings = scene.content.intents.manners.standpoint.brings_car_back
    found = scene.content.extractor.dates.find(text, scene.today)
    whole = [each for each in found if len(str(each.value)) == WHOLE]
    days = [each for each in whole if brings(text[: each.start], text[each.end :])]
    return days[0] if len({each.value for each in days}) == 1 else None
