"""上个月28号人事找我谈……让我30号走: the day somebody was told to go, and the last day."""

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep, plain
from intents.compiled import compiled
from intents.extraction.date_mention import DateMention
from intents.intake_form import Form, Question

EVENT, LAST, NOTICE = "event_date", "employed_to", "dismissal_notice"
TRANSFER = "transfer_or_pay_cut"
"""A matter in which a notice tells of another post, and sends nobody away."""
LEFT, RIGHT = 12, 20
"""Characters before and after a day by which it is known what happened on it."""


def heard(state: DialogueState, form: Form, text: str, scene: Scene) -> DialogueState:
    """The state with the day of the notice, and the last day where who was sent away left at once."""
    question = form.question(EVENT)
    state = _of_matter(state, question, text, scene)
    day = _day_of_notice(state, text, scene)
    if day is None:
        return state
    told = state.facts()
    kinds = question.event_kinds if question is not None else ()
    if question is not None and (NOTICE in kinds or not kinds) and EVENT not in told:
        state = keep(state, EVENT, day, text.strip())
        if state.dispute_kind != TRANSFER or scene.content.intents.manners.tells_to_go(text):
            state = keep(state, "event_kind", NOTICE, text.strip())
    gone = compiled(scene.content.intents.manners.gone_that_day).search(text)
    if question is None and form.question(LAST) is not None and LAST not in told and gone:
        state = keep(state, LAST, day, text.strip())
    return state


def _of_matter(
    state: DialogueState, question: Question | None, text: str, scene: Scene
) -> DialogueState:
    """上星期二的事: the day it happened, whatever is asked."""
    if question is None or EVENT in state.answers:
        return state
    extractor, after = scene.content.extractor, scene.content.intents.manners.day_of_matter
    folded = extractor.script.fold(text)
    found = [each for each in extractor.dates.find(folded, scene.today) if _is_past(each, scene)]
    days = {str(plain(each.value)) for each in found if compiled(after).match(folded[each.end :])}
    if len(days) != 1 or len(found) != 1:
        return state
    dated = keep(state, EVENT, days.pop(), text.strip())
    kinds = question.event_kinds
    fits = not kinds or dated.facts().get("event_kind") in kinds
    return dated if fits else keep(dated, "event_kind", kinds[0], text.strip())


def _day_of_notice(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The one whole day on which the words say so; else the one day there is beside such words."""
    extractor, manners = scene.content.extractor, scene.content.intents.manners
    folded = extractor.script.fold(text)
    no_event = compiled(extractor.words.events.no_event)
    found = [each for each in extractor.dates.find(folded, scene.today) if _is_past(each, scene)]
    if any(no_event.match(folded[each.start :]) for each in found):
        return None  # 今天约谈要我签协商解除: nobody was told to go yet
    if not found and compiled(manners.told_for_tomorrow).search(folded):
        return scene.today.isoformat()
    meant = {str(plain(each.value)) for each in found if _is_notice(each, folded, scene)}
    if len(meant) == 1:
        return meant.pop()
    told = {str(value) for value in state.facts().values()}
    days = {str(plain(each.value)) for each in found} - told
    return days.pop() if len(days) == 1 and manners.tells_to_go(text) else None


def _is_past(day: DateMention, scene: Scene) -> bool:
    return day.value.day is not None and day.value.first_day <= scene.today


def _is_notice(day: DateMention, text: str, scene: Scene) -> bool:
    manners = scene.content.intents.manners
    before, after = text[max(0, day.start - LEFT) : day.start], text[day.end : day.end + RIGHT]
    last = compiled(manners.last_day_before).search(before)
    return last is None and compiled(manners.notice_after).match(after) is not None
