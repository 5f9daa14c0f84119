"""11月20号说的, while the place is asked: the one whole day of the last months, told of a matter that happened on a
day, is the day it happened rather than that of coming or leaving."""

from collections.abc import Sequence
from datetime import timedelta

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.day_answers import is_asked_for
from intents.intake_form import Question

EVENT = "event_date"
RECENT = timedelta(days=92)
"""A day told longer ago may be that of coming to work."""
LONGEST = 16
"""Characters of a part that tells a day and hardly more."""


def meant(
    opened: Sequence[Question], parts: Sequence[str], state: DialogueState, scene: Scene
) -> list[Question]:
    """Of several days still open the one the part tells; all of them where it may be any."""
    events = [question for question in opened if question.id == EVENT]
    happened = scene.content.extractor.words.events.left_over.is_
    if len(opened) < 2 or len(events) != 1 or state.dispute_kind not in happened:
        return list(opened)
    return events if any(_tells(part, events[0], scene) for part in parts) else list(opened)


def _tells(part: str, event: Question, scene: Scene) -> bool:
    extractor = scene.content.extractor
    days = extractor.dates.find(extractor.script.fold(part), scene.today)
    if len(part) > LONGEST or len(days) != 1 or days[0].value.day is None:
        return False
    recent = scene.today - RECENT <= days[0].value.first_day <= scene.today
    return recent and is_asked_for(event, part, scene.today, extractor)
