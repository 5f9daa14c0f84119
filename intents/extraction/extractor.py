"""Facts out of one message. What is not said is left out; where two readings compete, both are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from intents.extraction.amounts import CLAIM, WAGE, AmountReader
from intents.extraction.arrears import ArrearsReader
from intents.extraction.corrections import Corrections
from intents.extraction.counts import CountReader
from intents.extraction.daily import DailyReader
from intents.extraction.dates import DateReader
from intents.extraction.day_roles import DayRoles
from intents.extraction.durations import DurationReader
from intents.extraction.events import EventReader
from intents.extraction.following import Following
from intents.extraction.found import Facts, Found
from intents.extraction.kinds_beside import KindsBeside
from intents.extraction.likeness import KindLikeness
from intents.extraction.money import MoneyReader, Sum
from intents.extraction.names import EmployerReader, PlatformReader
from intents.extraction.numerals import Numerals
from intents.extraction.others import OthersReader
from intents.extraction.presumed import Presumptions
from intents.extraction.rough_pay import RoughPayReader
from intents.extraction.script import LONGEST_READ, Script
from intents.extraction.spacing import blanked_as, closed, with_commas, without_blanks
from intents.extraction.standing import (
    StandingReader,
    without_early_end,
    without_end_before,
    without_far_end,
)
from intents.extraction.statements import StatementReader
from intents.extraction.terse import TerseLine, TerseReader
from intents.extraction.topics import TopicReader
from intents.extraction.word_lists import WordLists

_PLATFORM = "platform"


class PlaceMention(Protocol):
    """Words that name a place."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def role(self) -> str: ...

    @property
    def adcodes(self) -> tuple[str, ...]: ...


class PlaceReading(Protocol):
    """Where a text says the work is: no adcode for no place, several for an ambiguous one."""

    @property
    def adcodes(self) -> tuple[str, ...]: ...

    @property
    def mentions(self) -> Sequence[PlaceMention]: ...


class PlaceResolver(Protocol):
    """Reads places out of text (knowledge.places.resolver.Resolver)."""

    def read(self, text: str) -> PlaceReading: ...


_READINGS_KEPT = 32
"""One turn asks for the facts of its message, and of its parts, several times."""


class Extractor:
    """Reads all facts of a message; its parts also read single answers (intents/answers.py)."""

    def __init__(self, word_lists: WordLists, resolver: PlaceResolver) -> None:
        self.words = word_lists
        self.places = resolver
        self.script = Script(word_lists.script)
        self.numerals = Numerals(word_lists.numerals)
        self.money = MoneyReader(word_lists.money, word_lists.numerals, self.numerals)
        self.durations = DurationReader(word_lists.durations, word_lists.numerals, self.numerals)
        self._in_dates = re.compile(word_lists.dates.blank)
        self.dates = DateReader(word_lists.dates, self.numerals, self.durations)
        self.corrections = Corrections(word_lists.corrections)
        self.counts = CountReader(word_lists.counts, word_lists.numerals, self.numerals)
        self.rough_pay = RoughPayReader(word_lists.rough_pay, self.numerals)
        self._amounts = AmountReader(word_lists.money)
        self._daily = DailyReader(word_lists.money.daily, self.numerals)
        self._arrears = ArrearsReader(word_lists.events, self.dates)
        self._events = EventReader(word_lists.events)
        self._following = Following(word_lists.events.following)
        self.day_roles = DayRoles(word_lists.day_roles)
        self.others = OthersReader(word_lists.others)
        self._platforms = PlatformReader(word_lists.platforms)
        self._employers = EmployerReader(word_lists.employers, word_lists.firms)
        self._disputes = TopicReader(word_lists.disputes)
        self._likeness = KindLikeness(word_lists.kind_weights)
        self._beside = KindsBeside(word_lists.kinds_beside)
        self._circumstances = TopicReader(word_lists.circumstances)
        self._worker_kinds = TopicReader(word_lists.worker_kinds)
        self._statements = StatementReader(word_lists.statements)
        self._standing = StandingReader(word_lists.standing)
        self._presumptions = Presumptions(word_lists.presumed)
        self._terse = TerseReader(word_lists.terse, self.numerals, self.durations)
        self._line_lately = lru_cache(maxsize=_READINGS_KEPT)(self._line)
        self._read_lately = lru_cache(maxsize=_READINGS_KEPT)(self._read)
        self._opened_lately = lru_cache(maxsize=_READINGS_KEPT)(self._opened)

    def read(self, text: str, today: date) -> Facts:
        """The facts stated, by the keys of the batch verb intake; `today` gives years their meaning."""
        return self._opened_lately(text, today)

    def _opened(self, text: str, today: date) -> Facts:
        spaced = closed(text[:LONGEST_READ])
        found = self._read_lately(spaced.text, today)
        return {key: spaced.opened(fact, text) for key, fact in found.items()}

    def _read(self, text: str, today: date) -> Facts:
        said = self.script.fold(text)
        whole = self.others.without(said)
        told = with_commas(said, self._in_dates)
        parted = self._standing.of_this_job(blanked_as(whole, told))
        folded = self.corrections.without_denied(parted)
        dates = self.corrections.apply(folded, self.dates.find(folded, today))
        lengths = self.durations.find(folded)
        taken = [mention.span for mention in dates] + [mention.span for mention in lengths]
        sums = self.corrections.apply(folded, self.money.find(folded, taken))
        facts: dict[str, Found] = {}
        places = self.places.read(whole)
        facts |= self._place(places, self.located(whole, places))
        facts |= self._owed(folded, sums)
        facts |= self._told_shortly(folded, facts)
        facts |= self._arrears.read(folded, self.corrections.apply(folded, lengths), dates)
        mine = self._standing.of_the_worker(folded)
        days = [day for day in dates if not mine[day.start : day.end].isspace()]
        days = self.day_roles.of_work(mine, days)
        facts |= self._statements.read(mine)
        facts |= self.counts.read(told)
        facts |= self._names(folded, places)
        facts |= self._kinds(told, facts)
        events = self._events.read(mine, days, today, _kinds_told(facts))
        facts |= self._following.named(events, facts)
        facts |= self._standing.read(mine, facts, today)
        ended = without_far_end(without_end_before(facts, today), today)
        facts = dict(without_early_end(ended, today))
        guessed = self._standing.by_matter(mine, facts)
        facts = self._following.settled(mine, guessed | self._statements.leanings(mine) | facts)
        facts = self._presumptions.marked(mine, facts)
        return {key: _in_own_words(found, text) for key, found in facts.items()}

    def line(self, text: str) -> TerseLine:
        """What a line of short parts tells beside its other facts: service, age."""
        return self._line_lately(self.plain(text))

    def states(self, fact: str, text: str) -> bool:
        """Whether the words state the yes or no of a fact, rather than lean to it."""
        return fact in self._statements.read(self.plain(text))

    def stated(self, fact: str, text: str) -> bool | None:
        """The yes or no of a fact as the words state it; None where they only lean to one."""
        found = self._statements.read(self.plain(text)).get(fact)
        return bool(found.value) if found is not None else None

    def plain(self, text: str) -> str:
        """An answer in one writing, without blanks between its words."""
        return self.script.fold(closed(text).text)

    def parted(self, text: str) -> str:
        """An answer in one writing, with commas for the blanks that part its clauses."""
        return with_commas(self.script.fold(closed(text).text), self._in_dates)

    def days_beside(self, text: str, today: date) -> bool:
        """Whether all days of the words are those of something else (进修是7月到12月)."""
        parted = self.parted(text)
        return self.day_roles.all_of_others(parted, self.dates.find(parted, today))

    def own_days(self, text: str, today: date) -> str:
        """The text, as long as before, with blanks for days of something else than the work at issue."""
        parted = self.parted(text)
        days = self.dates.find(parted, today) if len(parted) == len(text) else ()
        own = self.day_roles.of_work(parted, days, asked=True)
        mine = self._standing.of_the_worker(parted)
        letters = list(text)
        for day in days:
            if day not in own or mine[day.start : day.end].isspace():
                letters[day.start : day.end] = " " * (day.end - day.start)
        return "".join(letters)

    def months_named(self, text: str, today: date) -> Decimal | None:
        """How many months an answer names: 从七月到九月, 上个月和这个月, 五月份."""
        return self._arrears.named(text, self.dates.find(text, today))

    def is_vague(self, text: str) -> bool:
        """Whether a message states no matter at all (在吗？想问点上班的事)."""
        return self._disputes.is_vague(self.script.fold(text))

    def likeliest_kind(self, text: str) -> str:
        """The kind of dispute a story is most alike, for one whose words tell none."""
        return self._likeness.likeliest(self.script.fold(text))

    def _line(self, folded: str) -> TerseLine:
        mentions = self.places.read(folded).mentions
        return self._terse.read(folded, [folded[each.start : each.end] for each in mentions])

    def _told_shortly(self, folded: str, facts: Facts) -> dict[str, Found]:
        """The pay of a month that stands in such a line without a word for it."""
        wage, claim = self._line_lately(folded).wage, facts.get(CLAIM)
        if wage is None or WAGE in facts:
            return {}
        claimed = claim is not None and claim.start < wage.end and wage.start < claim.end
        return {} if claimed else {WAGE: wage}

    def _names(self, text: str, places: PlaceReading) -> dict[str, Found]:
        named = tuple(text[mention.start : mention.end] for mention in places.mentions)
        return self._platforms.read(text) | self._employers.read(text, named)

    def _kinds(self, text: str, facts: Mapping[str, Found]) -> dict[str, Found]:
        worker = self._worker_kinds.first(text, facts)
        told = {**facts, "worker_kind": worker} if worker is not None else facts
        kinds = {
            "worker_kind": worker,
            "dispute_kinds": self._likeness.settled(
                self._disputes.all(text, told),
                text,
                self._disputes.certain(text, told),
                by_platform=_by_platform(told),
            ),
            "circumstances": self._circumstances.all(text, told),
        }
        found = {key: found for key, found in kinds.items() if found is not None}
        return self._beside.settled(text, {**facts, **found})

    def _owed(self, text: str, sums: Sequence[Sum]) -> dict[str, Found]:
        """What is claimed and the pay by the month; what a rate makes only where no claim is told."""
        amounts = self._amounts.read(text, sums)
        told, made = amounts.facts, self._daily.pieces(text, amounts.but_earned, amounts.paid)
        if CLAIM in told:
            within = made is not None and made.start <= told[CLAIM].start < made.end
            return told | ({CLAIM: made} if made is not None and within else {})
        made = made or self._daily.read(text, amounts.ours, amounts.paid)
        return told | ({CLAIM: made} if made is not None else {})

    def is_place(self, text: str) -> bool:
        """Whether the words are a place of work, or are in one, and say nothing else (在东莞厚街)."""
        rest = text
        for each in reversed(self.places.read(text).mentions):
            rest = rest[: each.start] + rest[each.end :]
        return rest != text and bool(re.fullmatch(self.words.others.place_alone, rest))

    def located(self, text: str, reading: PlaceReading | None = None) -> tuple[str, ...]:
        """The adcodes of a folded text; within a place the nearer one that stands apart from it
        (河北 石家庄 正定)."""
        far = tuple((reading or self.places.read(text)).adcodes)
        joined = without_blanks(text) if far else text
        near = tuple(self.places.read(joined).adcodes) if joined != text else far
        within = len(near) == len(far) == 1 and near[0].startswith(far[0].rstrip("0"))
        return near if within or (len(near) == 1 and near[0] in far) else far

    def _place(self, reading: PlaceReading, adcodes: tuple[str, ...]) -> dict[str, Found]:
        """`region`, or `region_candidates` where the worker must be asked."""
        if not adcodes:
            return {}
        named = [m for m in reading.mentions if set(m.adcodes) & set(reading.adcodes)]
        start, end = (named[0].start, named[0].end) if named else (0, 0)
        if len(adcodes) == 1:
            return {"region": Found(adcodes[0], "", start, end)}
        return {"region_candidates": Found(tuple(adcodes), "", start, end)}


def _kinds_told(facts: Mapping[str, Found]) -> tuple[str, ...]:
    """The kinds of dispute, and `platform` where the work is done by one."""
    disputes = facts.get("dispute_kinds")
    kinds = disputes.value if disputes is not None else ()
    told = kinds if isinstance(kinds, tuple) else ()
    return (*told, _PLATFORM) if _by_platform(facts) else told


def _by_platform(facts: Mapping[str, Found]) -> bool:
    """Whether the work is done by a platform."""
    kind = facts.get("worker_kind")
    return _PLATFORM in facts or (kind is not None and kind.value == _PLATFORM)


def _in_own_words(found: Found, text: str) -> Found:
    """The fact with the words as they were typed, not as they were read."""
    said = text[found.start : found.end]
    name = found.value if isinstance(found.value, str) else ""
    # A name is kept with its own characters, traditional ones too.
    value = said if name and name == found.said and len(name) == len(said) else found.value
    return replace(found, value=value, said=said)
