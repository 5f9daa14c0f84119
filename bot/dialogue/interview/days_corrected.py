"""是10月17号下午，不是18号，18号是转院的日期: the day taken back gives way to the one that counts, in the fact
that held it; a day of something else changes none."""

from collections.abc import Iterator, Sequence

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import DATES, absorb, keep, plain
from intents.compiled import compiled
from intents.extraction.date_mention import DateMention
from knowledge.law.partial_date import PartialDate, partial_date

FIRST, LAST, EVENT = "employed_from", "employed_to", "event_date"
TWINS = frozenset({LAST, EVENT})
YEAR, MONTH, DAY = len("2026"), len("2026-10"), len("2026-10-18")
TWO = 2
LONGEST_DAY = 3
"""Characters of the day of a month alone."""


def put_right(state: DialogueState, text: str, scene: Scene) -> tuple[str, DialogueState] | None:
    """The fact whose day is denied, and the state with the one other day told; None where the words deny
    no day that was told, or tell several others."""
    parted = scene.content.extractor.parted(text)
    days = scene.content.extractor.dates.bare(parted, scene.today)
    denied = [day for day in days if _is_denied(parted, day, scene)]
    denied = denied or _said_of_other(state, parted, days, scene)
    if not denied:
        return None
    left = [day for day in days if day not in denied and not _is_named(parted, day, scene)]
    own = scene.content.extractor.day_roles.of_work(parted, left)
    held = {key for day in denied for key in _held(state, day, parted)}
    if len({day.value for day in own}) != 1 or not held:
        return None
    key = next(each for each in state.answers if each in held)
    new = _in_time_of(str(state.facts()[key]), own[0], parted, scene)
    if str(plain(new)) == str(state.facts()[key]) or new.first_day > scene.today:
        return None
    return key, keep(state, key, new, text.strip())


def both_told(state: DialogueState, words: str, scene: Scene) -> DialogueState:
    """不是六月 是五月二十六进的 九月二十八走的: the state with the first day and the last as the words state
    them, and the day it happened where that was the last day; unchanged where they name only one of the two."""
    read = scene.content.extractor.read(words, scene.today)
    if not {FIRST, LAST} <= read.keys():
        return state
    last = state.facts().get(LAST)
    if last is not None and state.facts().get(EVENT) == last:
        state = keep(state, EVENT, read[LAST].value, read[LAST].said)
    for key in (FIRST, LAST):
        state = keep(state, key, read[key].value, read[key].said)
    return state


def with_twin(before: DialogueState, right: DialogueState, key: str) -> DialogueState:
    """The last day at work, told as that and as the day it happened, changes as both."""
    for twin in TWINS - {key} if key in TWINS else ():
        if before.facts().get(twin) == before.facts().get(key) and twin in before.answers:
            right = right.changed(answers={**right.answers, twin: right.answers[key]})
    return right


def beside(right: DialogueState, text: str, scene: Scene) -> DialogueState:
    """What else the words tell, but no further day: a day put right stands alone in its message."""
    told = absorb(right, text, scene, anew=False)
    new = {
        key: told.answers[key] for key in told.answers if key in right.answers or key not in DATES
    }
    return told.changed(answers=new)


def is_no_day(words: str, text: str, scene: Scene) -> bool:
    """Whether what is put right is a number of days (是25天), or a day of something else."""
    extractor = scene.content.extractor
    folded = extractor.script.fold(words)
    counted = any(each.value.days is not None for each in extractor.durations.find(folded))
    return is_of_other(text, scene) or (counted and not extractor.dates.bare(folded, scene.today))


def is_of_other(text: str, scene: Scene) -> bool:
    """Whether all days of the words are of something else (刚打错了 进修是7月到12月)."""
    return scene.content.extractor.days_beside(text, scene.today)


def _is_denied(text: str, day: DateMention, scene: Scene) -> bool:
    words = scene.content.extractor.words.day_roles
    asked = compiled(words.asked_back).match(text[day.end :])
    return asked is None and compiled(words.denied).search(text[: day.start]) is not None


def _said_of_other(
    state: DialogueState, text: str, days: Sequence[DateMention], scene: Scene
) -> list[DateMention]:
    """说错了 是11月4号 5号是去复查: the days that were told and are now said to be those of something else, in
    words that put something right."""
    if len(days) < TWO:
        return []
    named = [day for day in days if _is_named(text, day, scene)]
    told = [day for day in named if any(_held(state, day, text))]
    return told if told and _puts_right(state, text, days, told, scene) else []


def _puts_right(
    state: DialogueState,
    text: str,
    days: Sequence[DateMention],
    told: Sequence[DateMention],
    scene: Scene,
) -> bool:
    """Whether the words say that something was mistaken or looked up, or that another day is the one meant."""
    roles, manners = scene.content.extractor.words.day_roles, scene.content.intents.manners
    if compiled(manners.corrections.marks).search(text) or compiled(roles.looked_up).search(text):
        return True
    others = [day for day in days if day not in told]
    return any(text[: day.start].endswith(roles.is_meant) for day in others)


def _is_named(text: str, day: DateMention, scene: Scene) -> bool:
    """Whether the words say what other day it is (18号是转院的日期)."""
    words = scene.content.extractor.words.day_roles
    return compiled(words.named).match(text[day.end :]) is not None


def _held(state: DialogueState, day: DateMention, text: str) -> Iterator[str]:
    """The facts that hold the day, as closely as it is told."""
    said = str(day.value)
    for key in DATES & state.answers.keys():
        told = str(state.facts()[key])
        if (
            _is_same(told, said)
            or (not day.own_year and _is_same(told[YEAR:], said[YEAR:]))
            or _is_same_day(told, day, text)
        ):
            yield key


def _is_same_day(told: str, day: DateMention, text: str) -> bool:
    """Whether only the day of a month is said, and it is that one."""
    whole = day.value.day is not None and len(told) == DAY
    same = whole and told[MONTH:] == str(day.value)[MONTH:]
    return same and not _tells_month(text[day.start : day.end])


def _is_same(told: str, said: str) -> bool:
    """Whether one tells the other, as closely as both are told."""
    return bool(told and said) and (told.startswith(said) or said.startswith(told))


def _tells_month(said: str) -> bool:
    """Whether more than the day of a month was said."""
    return len(said) > LONGEST_DAY


def _in_time_of(old: str, day: DateMention, text: str, scene: Scene) -> PartialDate:
    """The day in the year told before, and in its month where no other is named, as far as that is past."""
    new = str(day.value)
    if day.own_year or len(new) == YEAR:
        return day.value
    kept = MONTH if len(old) == DAY and not _tells_month(text[day.start : day.end]) else YEAR
    moved = partial_date(*map(int, (old[:kept] + new[kept:]).split("-")))
    return moved if moved and moved.first_day <= scene.today else day.value
