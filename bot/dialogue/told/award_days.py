"""8月20号裁决 25号收到 收到十日内付: the day of an award, the day it came and the day by which it was to be
paid, kept apart. Two years to have it enforced run from the last (民事诉讼法 250)."""

from dataclasses import replace

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from intents.compiled import compiled
from intents.extraction.date_mention import DateMention
from intents.extraction.day_role_words import AwardWords
from knowledge.law.civil_days import days_after
from knowledge.law.deadlines import DAYS_TO_SUE, JUDGED
from knowledge.law.partial_date import PartialDate, partial_date

DATE, KIND, DUE = "event_date", "event_kind", "performance_due"
AWARD, FINAL, JUDGMENT = JUDGED
ENFORCEMENT, CIRCUMSTANCES, UNPAID = "enforcement", "circumstances", "award_unpaid"
WHOLE, BARE_DAY, MOST_DAYS = len("2026-08-25"), 3, 90
BEFORE = 12
"""Characters before a day that may say what came then."""


def told(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """The event as the words about an award tell it: when it was to be paid, else when it came."""
    words = scene.content.extractor.words.day_roles.award
    parted = scene.content.extractor.parted(text)
    if not _is_of_award(state, told, parted, words):
        return {}
    came = _came(parted, words, scene)
    last = _last_day(came or _came_before(state, told), parted, words, scene)
    if last is not None:
        return _event(last, DUE, text) | {CIRCUMSTANCES: _unpaid(told, text)}
    if came is None or _is_known(state, came):
        return {}
    return _event(came, _kind(told, parted, words), text)


def put_right(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """其实是7月8号才拿到: the last day to pay counted anew from the day the award came; None where it was not
    counted from that day."""
    facts, words = state.facts(), scene.content.extractor.words.day_roles.award
    came = _came(scene.content.extractor.parted(text), words, scene)
    if facts.get(KIND) != DUE or came is None:
        return None
    told_before = scene.content.extractor.script.fold(f"{state.answers[DATE].said}\n{state.story}")
    due = _last_day(came, told_before, words, scene)
    if due is None or str(due) == facts.get(DATE):
        return None
    return state.changed(answers={**state.answers, **_event(due, DUE, text)})


def is_told_anew(before: DialogueState, after: DialogueState) -> bool:
    """Whether the day of an award is told that was not before."""
    facts, new = before.facts(), after.facts()
    told = new.get(KIND) in (DUE, *JUDGED)
    return told and (new.get(DATE), new.get(KIND)) != (facts.get(DATE), facts.get(KIND))


def _unpaid(told: dict[str, Answer], text: str) -> Answer:
    """An award that may be in force and is not kept, beside what else was told."""
    held = told[CIRCUMSTANCES].value if CIRCUMSTANCES in told else ()
    kinds = held if isinstance(held, tuple) else ()
    return Answer(value=tuple(dict.fromkeys((*kinds, UNPAID))), said=text.strip())


def _event(day: PartialDate, kind: str, text: str) -> dict[str, Answer]:
    said = text.strip()
    return {DATE: Answer(value=str(day), said=said), KIND: Answer(value=kind, said=said)}


def _is_of_award(
    state: DialogueState, told: dict[str, Answer], text: str, words: AwardWords
) -> bool:
    kinds = (state.dispute_kind, state.facts().get(KIND), told[KIND].value if KIND in told else "")
    known = ENFORCEMENT in kinds or bool(set(JUDGED) & set(kinds))
    return known or compiled(words.paper).search(text) is not None


def _came(text: str, words: AwardWords, scene: Scene) -> PartialDate | None:
    """The one whole day on which the paper is said to have come; None where none or several are."""
    days = _in_months(scene.content.extractor.dates.bare(text, scene.today))
    found = {day.value for day in days if day.value.day and _is_of_coming(text, day, words)}
    day = found.pop() if len(found) == 1 else None
    return day if day is not None and day.first_day <= scene.today else None


def _is_of_coming(text: str, day: DateMention, words: AwardWords) -> bool:
    before = text[max(0, day.start - BEFORE) : day.start]
    after = compiled(words.came_after).match(text[day.end :])
    return after is not None or compiled(words.came_before).search(before) is not None


def _in_months(days: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """Each day without a month in that of the day before it (8月20号裁决 25号收到)."""
    settled: list[DateMention] = []
    for day in days:
        last = settled[-1].value if settled else None
        bare = day.end - day.start <= BARE_DAY
        moved = partial_date(last.year, last.month, day.value.day) if last and bare else None
        later = moved is not None and last is not None and moved.first_day >= last.first_day
        settled.append(replace(day, value=moved) if later and moved else day)
    return tuple(settled)


def _came_before(state: DialogueState, told: dict[str, Answer]) -> PartialDate | None:
    """The day on which it came, as told before or as these words are read."""
    facts = state.facts() | {key: answer.value for key, answer in told.items()}
    day = str(facts.get(DATE, ""))
    return PartialDate.parse(day) if facts.get(KIND) in JUDGED and len(day) == WHOLE else None


def _last_day(
    came: PartialDate | None, text: str, words: AwardWords, scene: Scene
) -> PartialDate | None:
    """The last of the days within which it was to be paid, counted from when it came; None while the
    days to sue run, for it is not in force."""
    term = compiled(words.within).search(text)
    if term is None or came is None or compiled(words.in_force).search(text):
        return None
    days = scene.content.extractor.numerals.read(term["days"])
    in_force = days_after(came.first_day, DAYS_TO_SUE) < scene.today
    if days is None or not 0 < days <= MOST_DAYS or not in_force:
        return None
    return PartialDate.of(days_after(came.first_day, int(days)))


def _is_known(state: DialogueState, day: PartialDate) -> bool:
    facts = state.facts()
    return facts.get(KIND) in (DUE, FINAL) or (
        facts.get(KIND) in JUDGED and str(facts.get(DATE)) == str(day)
    )


def _kind(told: dict[str, Answer], text: str, words: AwardWords) -> str:
    """What came: as it was read, else by the name of the paper."""
    read = told[KIND].value if KIND in told else None
    if read in JUDGED:
        return str(read)
    return JUDGMENT if compiled(words.judgment).search(text) else AWARD
