"""Whether a day within an answer is the one asked for: told alone, or beside words of its role.

今年5月 answers whatever day is asked; 店10月关门了 and 年终今年还能要吗 tell a day of something else.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from intents.compiled import compiled
from intents.extraction.date_mention import DateMention
from intents.extraction.extractor import Extractor
from intents.intake_form import Question

_CLAUSE = re.compile("[，。；;！!？? ]")
WAGE_DUE, LEASE = "wage_due", frozenset({"lease"})
"""The deposit for a car is due from the day that it was given back."""
GOING, NEARLY_A_YEAR = frozenset({"event_date", "employed_to"}), timedelta(days=320)
BARE = 1
"""Characters beside a day that tell nothing."""
SHORT = 8
"""Characters beside a day told in a clause of its own after others."""


def is_asked_for(question: Question, said: str, today: date, extractor: Extractor) -> bool:
    """Whether the words may tell the day of the question; also true where they name no day."""
    text = extractor.parted(said)
    days = extractor.dates.bare(text, today)
    if not days:
        return True
    due = question.event_kinds[:1] == (WAGE_DUE,)
    own = extractor.day_roles.of_work(text, days, asked=True, but=LEASE if due else frozenset())
    return any(_tells(question, text, day, days, extractor) for day in own)


def are_listed(days: Sequence[DateMention]) -> bool:
    """9月跟10月的: whether several months are named, and no time from one to the other."""
    return len(days) > 1 and not any(day.ends_span or day.value.day for day in days)


def may_be_coming(question: Question, day: DateMention, said: str, today: date) -> bool:
    """12月1号, said in November of when somebody goes: whether a day without a year, nearly a year ago,
    and all that is said, is rather the one to come. Nobody is told of a limit by such a day."""
    alone = len(said.strip()) <= day.end - day.start + BARE
    return question.id in GOING and alone and is_nearly_a_year_ago(day, today)


def is_nearly_a_year_ago(day: DateMention, today: date) -> bool:
    """Whether a whole day told without its year is read as one of so long ago."""
    long_ago = day.value.first_day < today - NEARLY_A_YEAR
    return bool(day.value.day) and long_ago and not day.own_year


def the_one_asked(
    question: Question, text: str, days: Sequence[DateMention], extractor: Extractor
) -> DateMention | None:
    """10月28号伤的 11月15号喊我走的: of several days the one right before words of what is asked; None where
    none is, or more than one."""
    ends = [*(day.start for day in days[1:]), len(text)]
    named = {key: line.words for line in extractor.words.day_roles.asked for key in line.days}
    kinds = [kind for kind in (*question.event_kinds, question.id) if kind in named]
    words = compiled(named[kinds[0]]) if kinds else None
    after = [text[day.end : end] for day, end in zip(days, ends, strict=True)]
    found = [day for day, said in zip(days, after, strict=True) if words and words.search(said)]
    return found[0] if len(found) == 1 else None


def surely_of(parts: Sequence[str], extractor: Extractor) -> frozenset[str]:
    """The days asked for that words of the parts can only be about (9月30提的)."""
    folded = [extractor.script.fold(part) for part in parts]
    return frozenset(
        key
        for line in extractor.words.day_roles.surely
        for key in line.days
        if any(compiled(line.words).search(part) for part in folded)
    )


def names_event(question: Question, part: str, extractor: Extractor) -> bool:
    """Whether a part holds words of the very event the question is about (号是10月29封的)."""
    named = {key: line.words for line in extractor.words.day_roles.asked for key in line.days}
    words = [named[kind] for kind in (*question.event_kinds, question.id) if kind in named]
    return bool(words) and compiled(words[0]).search(extractor.script.fold(part)) is not None


def kind_of_day(question: Question, said: str, extractor: Extractor) -> str:
    """Which of the events the question may be about the words tell (9月3号拿到的: the award came)."""
    folded = extractor.script.fold(said)
    kinds = (
        line.kind
        for line in extractor.words.day_roles.kinds
        if line.kind in question.event_kinds and compiled(line.words).search(folded)
    )
    return next(kinds, question.event_kinds[0])


def _tells(
    question: Question,
    text: str,
    day: DateMention,
    days: Sequence[DateMention],
    extractor: Extractor,
) -> bool:
    words = extractor.words.day_roles
    pattern = compiled(words.beside)
    begin, end = _clause(text, day)
    if _is_of_hurt(question, text[begin:end], extractor):
        return False
    clause = _without(text[begin:end], days, begin)
    left = pattern.sub("", clause)
    if len(left) <= BARE and not compiled(words.verbs).search(left):
        before = pattern.sub("", _without(text[:begin], days, 0))
        rest = _without(text, days, 0)
        short = len(pattern.sub("", rest)) <= SHORT
        return not before or short or _named(question, rest, extractor)
    return _named(question, clause, extractor)


def _is_of_hurt(question: Question, clause: str, extractor: Extractor) -> bool:
    """10月19号我给奶奶拖地滑倒, asked when the pay was due: the day of an accident."""
    words = extractor.words.day_roles
    kinds = question.event_kinds[:1] or (question.id,)
    return kinds[0] in words.not_of_hurt and compiled(words.hurt).search(clause) is not None


def _named(question: Question, clause: str, extractor: Extractor) -> bool:
    """Whether the clause holds words of the day asked for."""
    named = {key: line.words for line in extractor.words.day_roles.asked for key in line.days}
    kinds = [kind for kind in (*question.event_kinds, question.id) if kind in named]
    return not kinds or compiled(named[kinds[0]]).search(clause) is not None


def _clause(text: str, day: DateMention) -> tuple[int, int]:
    breaks = [match.start() for match in _CLAUSE.finditer(text)]
    begin = max((at + 1 for at in breaks if at < day.start), default=0)
    return begin, min((at for at in breaks if at >= day.end), default=len(text))


def _without(text: str, days: Sequence[DateMention], offset: int) -> str:
    """The text without the days in it."""
    letters = list(text)
    for day in days:
        for at in range(max(0, day.start - offset), min(len(text), day.end - offset)):
            letters[at] = ""
    return "".join(letters)
