"""What the dates of a message are: first and last day of work, and the event a limit runs from."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from intents.extraction.date_mention import DateMention
from intents.extraction.date_words import EventLine, EventWords
from intents.extraction.event_days import (
    PERIOD,
    first_only,
    in_order,
    is_coming,
    last_day_event,
    only,
    surest,
)
from intents.extraction.event_lines import NEXT, RIGHT, EventLines
from intents.extraction.found import Found
from intents.extraction.left_over import LeftOverReader
from intents.extraction.patterns import filled, sentence_after, sentence_before

_LEFT, _WIDE, _FAR = 14, 30, 64
_PLATFORM = "platform"
_DISMISSED, _DEATH, _CONTRACT_END = "unlawful_dismissal", "death_benefit", "contract_end"
_DISMISSAL, _LAST_DAY, _INJURY = "dismissal_notice", "last_working_day", "injury"
_PAST = frozenset({_DISMISSAL, _INJURY, "diagnosis"})
"""Events that have happened when they are told."""
_COMMAS = ",\uff0c"
_COMMA = re.compile(f"[{_COMMAS}]")
_CLAUSE = re.compile("[:\uff1a,\uff0c\u3002;\uff1b\\s]")


class EventReader:
    """Gives each date its meaning by the nearest words that tell one."""

    def __init__(self, words: EventWords) -> None:
        self._words = words
        self._hypothetical = re.compile(words.hypothetical)
        self._from = re.compile(words.from_)
        self._goes_on, self._stops = re.compile(words.goes_on), re.compile(words.stops)
        self._pay_day = re.compile(words.pay_day)
        self._ends, self._up_to = re.compile(words.ends), re.compile(words.up_to)
        self._stands_alone = re.compile(words.alone)
        self._bare_notice = re.compile(words.bare_notice)
        self._alone_clause = re.compile(words.alone_clause)
        self._others = re.compile(words.others)
        self._no_event = re.compile(words.no_event)
        self._span_of_other = re.compile(words.span_of_other)
        self._span_after_work = re.compile(words.span_after_work)
        self._span_of_work = re.compile(filled(words.span_of_work, words.pieces))
        self._span_by_work = re.compile(filled(words.span_by_work, words.pieces))
        self._left_over = LeftOverReader(words.left_over)
        self._lines = EventLines(words)

    def read(
        self, text: str, dates: Sequence[DateMention], today: date, kinds: Sequence[str]
    ) -> dict[str, Found]:
        """`employed_from`, `employed_to`, `event_date` with `event_kind`, where one value is left.

        `kinds` are the kinds of dispute: some events are only read beside them.
        """
        platform = any(kind.startswith(_PLATFORM) for kind in kinds)
        given: dict[str, list[DateMention]] = self._service(text, dates)
        explained = [day for days in given.values() for day in days]
        meant: dict[str, list[tuple[DateMention, int]]] = {}
        for mention, line, distance in self._meanings(text, dates, platform):
            explained += [mention] if line.gives != PERIOD[:1] else []
            for fact in line.gives:
                meant.setdefault(fact, []).append((mention, distance))
        given = {fact: surest(found) for fact, found in meant.items()} | given
        if notice := self._noticed(text, dates, given.get(_LAST_DAY, [])):
            given[_DISMISSAL] = notice
        noticed = given.get(_DISMISSAL, [])
        if told := [day for day in given.get(PERIOD[1], []) if day not in noticed]:
            given[PERIOD[1]] = self._until(text, told)
        facts = {
            fact: found
            for fact in PERIOD
            if (found := only(text, first_only(fact, given.pop(fact, [])))) is not None
        }
        coming = is_coming(only(text, given.get(_CONTRACT_END, [])), today)
        beside = bool(kinds or _COMMA.search(text))
        if coming and (_DISMISSED in kinds or (beside and not self._ends.search(text))):
            del given[_CONTRACT_END]  # how long it would have lasted
        facts, given = _of_death(facts, given) if _DEATH in kinds else (facts, given)
        event = self._event(text, given, today) or self._alone_event(text, dates, kinds)
        if not event and not given.keys() - {PERIOD[0]}:
            explained += [day for day in dates if day.value == _value(facts.get(PERIOD[0]))]
            left = [day for day in dates if day not in explained and self._is_own(text, day)]
            event = self._left_over.read(text, left, today, kinds)
        event = event or last_day_event(facts, today)
        return in_order(facts, today) | event

    def _until(self, text: str, last: list[DateMention]) -> list[DateMention]:
        """Of several last days those until which work is said to have gone on (干到11月7号)."""
        told = [
            day for day in last if self._up_to.search(text[max(0, day.start - _LEFT) : day.start])
        ]
        return told or last

    def _noticed(
        self, text: str, dates: Sequence[DateMention], last_days: Sequence[DateMention]
    ) -> list[DateMention]:
        """The day of a notice told right before a last day of work."""
        return [
            first
            for first, last in pairwise(dates)
            if last in last_days and self._bare_notice.match(text[first.end : last.start])
        ]

    def _service(self, text: str, dates: Sequence[DateMention]) -> dict[str, list[DateMention]]:
        """A span of dates said to be a time of work (2022年到2026年在上海做)."""
        for first, last in pairwise(dates):
            if last.ends_span and self._worked(text, first, last):
                ends = [] if self._still(text, last) else [last]
                return {"employed_from": [first], "employed_to": ends}
        return {}

    def _still(self, text: str, last: DateMention) -> bool:
        """Whether work went on until today and goes on (从去年3月干到今天)."""
        goes_on = self._goes_on.search(text[max(0, last.start - _LEFT) : last.end])
        return bool(goes_on and not self._stops.match(text[last.end :]))

    def _worked(self, text: str, first: DateMention, last: DateMention) -> bool:
        right = sentence_after(text, last.end, RIGHT)
        if self._pay_day.match(right):
            return False
        by_work = self._span_by_work.search(text[first.end : last.start])
        return bool(by_work or self._span_of_work.match(right)) or self._alone(text, first, last)

    def _alone(self, text: str, first: DateMention, last: DateMention) -> bool:
        """A span with its years, or told beside more, that fills its clause."""
        before, after = text[max(0, first.start - _LEFT) : first.start], text[last.end :][:_LEFT]
        led = self._from.search(before)
        begins = led or not before or _CLAUSE.match(before[-1])
        ends = not after or _CLAUSE.match(after)
        work = self._span_after_work.search(text[max(0, first.start - RIGHT) : first.start])
        months_only = led and not (before[: led.start()] + after).strip()
        alone = begins and ends and (first.own_year or work or (led and not months_only))
        wide = NEXT if work or first.value.year != last.value.year else _WIDE
        return bool(alone and not self._span_of_other.search(before + text[last.end :][:wide]))

    def _meanings(
        self, text: str, dates: Sequence[DateMention], platform: bool
    ) -> Iterator[tuple[DateMention, EventLine, int]]:
        for index, mention in enumerate(dates):
            floor = dates[index - 1].end if index else 0
            ceiling = self._ceiling(text, dates[index + 1 :])
            left = sentence_before(text, mention.start, min(_LEFT, max(0, mention.start - floor)))
            right = sentence_after(text, mention.end, max(0, min(_FAR, ceiling - mention.end)))
            apart = self._not_mine(left) or self._still(text, mention)
            apart = apart or bool(self._no_event.match(text[mention.start :]))
            found = None if apart else self._lines.nearest(left, right, mention, platform=platform)
            if found is not None:
                distance, line = found
                yield mention, line, distance

    def _ceiling(self, text: str, later: Sequence[DateMention]) -> int:
        """Where the words about a date end: at the next one that may be an event itself."""
        starts = (mention.start for mention in later)
        return next((s for s in starts if not self._no_event.match(text[s:])), len(text))

    def _alone_event(
        self, text: str, dates: Sequence[DateMention], kinds: Sequence[str]
    ) -> dict[str, Found]:
        """The event of a date told by itself: what the message is about decides."""
        means = [self._words.alone_is[kind] for kind in kinds if kind in self._words.alone_is]
        alone = [each for each in dates if self._is_alone(text, each)]
        found = only(text, alone)
        if found is None or not means:
            return {}
        kind = Found(means[0], found.said, found.start, found.end)
        return {"event_date": found, "event_kind": kind}

    def _is_alone(self, text: str, date: DateMention) -> bool:
        after, before = text[date.end :][:RIGHT], text[max(0, date.start - 1) : date.start]
        own = date.value.day and before and _COMMA.match(before)
        return bool(self._stands_alone.match(after) or (own and self._alone_clause.match(after)))

    def _is_own(self, text: str, day: DateMention) -> bool:
        """Whether the words around the day leave it to the worker's matter."""
        left = sentence_before(text, day.start, _LEFT)
        return not self._not_mine(left) and not self._no_event.match(text[day.start :])

    def _not_mine(self, left: str) -> bool:
        return bool(self._hypothetical.search(left) or self._others.search(left))

    def _event(
        self, text: str, given: dict[str, list[DateMention]], today: date
    ) -> dict[str, Found]:
        kinds = {
            kind: found
            for kind, all_ in given.items()
            if (found := only(text, all_)) and not (kind in _PAST and is_coming(found, today))
        }
        kind = self._deciding([kind for kind in kinds if not self._waits(kind, kinds, today)])
        if kind is None:
            return {}
        found = kinds[kind]
        return {
            "event_date": found,
            "event_kind": Found(kind, found.said, found.start, found.end),
        }

    def _waits(self, kind: str, kinds: dict[str, Found], today: date) -> bool:
        """Whether a day to come is put aside for what happened already."""
        return is_coming(kinds[kind], today) and any(
            other in self._words.stages and not is_coming(found, today)
            for other, found in kinds.items()
        )

    def _deciding(self, kinds: list[str]) -> str | None:
        for stage in self._words.stages:
            if stage in kinds:
                return stage
        for kind, later in self._words.earlier.items():
            if kind in kinds:
                kinds = [other for other in kinds if other not in later]
        return kinds[0] if len(kinds) == 1 else None


def _value(found: Found | None) -> object:
    return found.value if found is not None else None


def _of_death(
    facts: dict[str, Found], given: dict[str, list[DateMention]]
) -> tuple[dict[str, Found], dict[str, list[DateMention]]]:
    """Who went then did not leave the job: the day is that of the accident."""
    went = given.get(_LAST_DAY)
    kept = {event: days for event, days in given.items() if event != _LAST_DAY}
    if went:
        kept.setdefault(_INJURY, went)
    return {fact: found for fact, found in facts.items() if fact != PERIOD[1]}, kept
