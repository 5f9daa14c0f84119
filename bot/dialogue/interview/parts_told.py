"""What single parts of a message answer, each by its kind: a sum, a day, a length, a place (五千六 苏州相城)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from bot.dialogue.calculation import tallying
from bot.dialogue.calculation.worked_out import known
from bot.dialogue.content import Scene
from bot.dialogue.interview import first_day, lone_event
from bot.dialogue.interview.fitting import CLAIMS, fitting_parts, is_sum_alone
from bot.dialogue.state import DialogueState, Plain
from bot.dialogue.told import of_others
from bot.dialogue.told.facts import addressed, keep, may_be, plain
from bot.dialogue.told.mistaking import may_be_months
from intents.answers import NotUnderstood, Understood, understand
from intents.compiled import compiled
from intents.day_answers import kind_of_day, names_event, surely_of
from intents.intake_form import Form, Question

MOST_PARTS = 8
MATERNITY = "maternity_protection"
_BREAKS = re.compile(r"[\s，。；;、！!]+|(?<![0-9]),|,(?![0-9])")
_FILLED = ("money", "date", "months", "place")
_READ_AS: Mapping[str, frozenset[str]] = {
    "money": frozenset({"amount_claimed", "monthly_wage"}),
    "date": frozenset({"employed_from", "employed_to", "event_date"}),
    "months": frozenset({"months_owed"}),
    "place": frozenset({"region", "region_candidates"}),
}
"""Facts of each kind: where the message states one, its words are not taken for another."""
FIRST_QUESTIONS = 4
"""Where a form asks for money among its first questions, a sum alone is that money."""
LONGEST_SUM = 8
"""Characters of a message that is nothing but a sum."""
LEAST_SUM = Decimal(20)
SIGNED_ON = "contract_signed_on"
UNDOUBTED = frozenset({"date", "months"})
"""Kinds of questions whose answer is not looked for in words that were told of something else."""
MONEY, DATE = "money", "date"


def by_parts(
    state: DialogueState,
    form: Form,
    text: str,
    asked: Question | None,
    scene: Scene,
    kinds: Sequence[str] = _FILLED,
) -> DialogueState:
    """The state with what single parts of the words answer, each by its kind."""
    extractor = scene.content.extractor
    stands = of_others.without(state, extractor.corrections.without_denied(text), scene)
    stands = extractor.own_days(stands, scene.today)
    shortly_told = extractor.line(text).taken
    parts = [part for part in _BREAKS.split(stands) if part][:MOST_PARTS]
    parts = [part for part in parts if extractor.plain(part) not in shortly_told]
    if asked is not None:
        parts = [part for part in parts if not _is_for(asked, part, state, scene)]
    state = first_day.heard(state, parts, scene)
    still_open = list(opened(state, form, asked, scene))
    for kind in kinds:
        of_kind, telling = _of_kind(kind, still_open, form, text, scene), parts
        if kind == DATE:
            of_kind, telling = _days_meant(still_open, parts, state, text, asked, scene)
        if len(of_kind) == 1:
            state = _filled_one(state, of_kind[0], telling, scene)
    return state


def _of_kind(
    kind: str, still_open: Sequence[Question], form: Form, text: str, scene: Scene
) -> list[Question]:
    """The open questions of that kind, where the words state none of them; of money those asked early,
    but for a sum alone."""
    if scene.content.extractor.read(text, scene.today).keys() & _READ_AS[kind]:
        return []
    of_kind = [question for question in still_open if question.type == kind]
    if not of_kind or kind != MONEY or _is_bare_sum(text):
        return of_kind
    if _takes_back(text, scene):
        return []
    return [q for q in of_kind if form.questions.index(q) < FIRST_QUESTIONS]


def _days_meant(
    still_open: Sequence[Question],
    parts: list[str],
    state: DialogueState,
    text: str,
    asked: Question | None,
    scene: Scene,
) -> tuple[list[Question], list[str]]:
    """The days the parts may tell, and those parts; where words can only be about some, only these."""
    extractor = scene.content.extractor
    sure = surely_of(parts, extractor)
    read = extractor.read(text, scene.today).keys() & _READ_AS[DATE]
    if (read and not sure) or _names_coming_day(text, scene):
        return [], parts
    days = [question for question in still_open if question.type == DATE]
    if len(parts) > 1:
        days = [day for day in days if asked is None or not _day_of(asked, day)]
    if sure:
        days = [day for day in days if day.id in sure]
        parts = [part for part in parts if surely_of((part,), extractor)]
    return lone_event.meant(days, parts, state, scene), parts


def _names_coming_day(text: str, scene: Scene) -> bool:
    """今日贴咗通知 写住12月15号前唔报到: a day to act by, and no other day of it the event."""
    extractor = scene.content.extractor
    found = extractor.dates.find(extractor.script.fold(text), scene.today)
    return any(each.value.first_day > scene.today for each in found)


def _takes_back(text: str, scene: Scene) -> bool:
    """不是1900，是1940: whether the sum only takes the place of one told before."""
    folded = scene.content.extractor.script.fold(text)
    return any(meant.old for meant in scene.content.intents.manners.corrections.readings(folded))


def _is_bare_sum(text: str) -> bool:
    """三千三: nothing but a sum, which is whatever sum is still to be told."""
    return len(text.strip()) <= LONGEST_SUM


def opened(
    state: DialogueState, form: Form, asked: Question | None, scene: Scene
) -> Iterator[Question]:
    """The questions of the form still to be answered, but for the one asked."""
    facts = known(state, scene)
    for question in form.questions:
        here = question.applies(facts) or (asked is not None and _day_of(asked, question))
        if (
            question != asked
            and here
            and not (question.answered(facts) and _whole(question, facts))
        ):
            yield question


def _whole(question: Question, facts: Mapping[str, Plain]) -> bool:
    """A day known only by its month may still be told."""
    return question.type != "date" or len(str(facts[question.id])) >= len("2026-08-15")


def _day_of(asked: Question, other: Question) -> bool:
    """Asked whether the worker is still there, a day is the day of leaving."""
    return asked.id == "still_employed" and other.id == "employed_to"


def _is_with_child(state: DialogueState, part: str, scene: Scene) -> bool:
    """我八个月了, of who is with child: no first day of work."""
    folded = scene.content.extractor.script.fold(part)
    of_child = state.dispute_kind == MATERNITY
    return of_child and scene.content.intents.status.tells_months_with_child(folded)


def _filled_one(
    state: DialogueState, question: Question, parts: list[str], scene: Scene
) -> DialogueState:
    if question.type == "date":
        parts = [part for part in parts if not _tells_no_event(part, scene)]
        parts = [part for part in parts if not _is_with_child(state, part, scene)]
    if question.id == SIGNED_ON:
        parts = [part for part in parts if surely_of((part,), scene.content.extractor)]
    fitting = fitting_parts(question, parts, scene)
    fitting = [part for part in fitting if _reads(question, part, state, scene)]
    if len(fitting) > 1 and question.type == "date":
        fitting = [part for part in fitting if names_event(question, part, scene.content.extractor)]
    if len(fitting) != 1 or (question.id in CLAIMS and not is_sum_alone(fitting[0], scene)):
        return state
    read = _reads(question, fitting[0], state, scene)
    if read is None or not _goes_with(state, question, read):
        return state
    if not may_be(question.id, read.value, scene) or _is_slight(question, read):
        return state
    filled_in = keep(state, question.id, read.value, read.said)
    if question.event_kinds and filled_in.facts().get("event_kind") not in question.event_kinds:
        filled_in = keep(
            filled_in,
            "event_kind",
            kind_of_day(question, read.said, scene.content.extractor),
            read.said,
        )
    return filled_in


def _tells_no_event(part: str, scene: Scene) -> bool:
    """10月18号住的院: the day of something else than what happened."""
    extractor = scene.content.extractor
    return compiled(extractor.words.events.no_event).match(extractor.script.fold(part)) is not None


def _is_slight(question: Question, read: Understood) -> bool:
    """今年, 4块: too little to be the day or the sum that is still open."""
    if question.type == "date":
        return len(str(plain(read.value))) == len("2026")
    return question.type == "money" and isinstance(read.value, Decimal) and read.value < LEAST_SUM


def _goes_with(state: DialogueState, question: Question, read: Understood) -> bool:
    """A day lies in the month told before."""
    before = state.facts().get(question.id)
    return before is None or str(plain(read.value)).startswith(f"{before}-")


def _is_for(asked: Question, part: str, state: DialogueState, scene: Scene) -> bool:
    """Whether a part answers what was asked, or would but for a day that is still to come."""
    put = addressed(asked, state, scene)
    if asked.type in UNDOUBTED:
        read = understand(put, part, scene.today, scene.content.extractor)
        if isinstance(read, NotUnderstood) and read.reason == "future":
            return True
        return isinstance(read, Understood)
    return _reads(asked, part, state, scene) is not None


def _reads(question: Question, part: str, state: DialogueState, scene: Scene) -> Understood | None:
    if not _may_be(question.type, part, scene):
        return None
    if question.id == tallying.TOTAL and scene.content.intents.manners.tells_monthly(part):
        return None
    put = addressed(question, state, scene)
    read = understand(put, part, scene.today, scene.content.extractor)
    return read if isinstance(read, Understood) else None


def _may_be(kind: str, part: str, scene: Scene) -> bool:
    """Whether the part holds a value of that kind at all: cheaper than reading it as an answer."""
    extractor = scene.content.extractor
    folded = extractor.script.fold(part)
    if kind == "money":
        by_day = scene.content.intents.manners.tells_rate(part)
        return not by_day and extractor.money.bare(folded) is not None
    if kind == "date":
        paid = compiled(extractor.words.answers.pay_of_time).search(folded)
        sums = paid or extractor.money.find(folded, []) or extractor.rough_pay.read(folded)
        lengths = not sums and extractor.durations.find(folded)
        return bool(extractor.dates.find(folded, scene.today) or lengths)
    listed = compiled(extractor.words.answers.month_list).search(folded) is not None
    lasts = kind != "months" or listed or bool(extractor.durations.find(folded))
    return lasts and (kind != "months" or may_be_months(part, scene))
