"""Dates in a sentence, read against today: 去年8月, 8月15号, 2025.8.15, 上个月, 三天前."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from intents.extraction.calendar_steps import (
    ago,
    last_day_numbered,
    last_month_end,
    last_weekday,
    month_of_days,
    month_of_week,
    shifted,
)
from intents.extraction.date_mention import DateMention
from intents.extraction.date_spans import after, in_month, ordered, without_weekdays
from intents.extraction.date_words import DateWords
from intents.extraction.durations import Duration, DurationReader
from intents.extraction.festivals import Festivals, nearest
from intents.extraction.found import Mention, covering
from intents.extraction.numerals import Numerals
from intents.extraction.old_calendar import OldCalendar, said_twice
from intents.extraction.patterns import either
from intents.extraction.told_years import ToldYears
from intents.needed_letters import PatternIndex
from knowledge.law.partial_date import PartialDate, partial_date

_MENTIONS = 40
_NEAR = 12
_RECEIVED = 20
_SOON = timedelta(days=45)
_NO_YEAR = frozenset(
    {
        "month",
        "month_too",
        "day",
        "only_day",
        "holiday",
        "side",
        "old_month",
        "old_day",
        "moon_month",
        "moon_day",
        "new_year",
        "until",
    }
)
_BY_STEPS = frozenset({"week", "whole_week", "last_weekday", "month_end", "only_day", "recent"})
_OF_WEEK = frozenset({"weekday", "last_weekday", "whole_week"})
_BEGIN_WITH_NUMBER = frozenset({"year", "short", "month", "only_day"})


class DateReader:
    """Finds dates; a month and day without a year mean the last such day up to today."""

    def __init__(self, words: DateWords, numerals: Numerals, durations: DurationReader) -> None:
        self._words, self._numerals, self._durations = words, numerals, durations
        self._festivals = Festivals(words.festivals)
        self._old_calendar = OldCalendar(words.moon_months)
        self._told_years = ToldYears(words.told_years)
        self._until = re.compile(words.before)
        self._coming_before = re.compile(words.coming_before)
        self._coming, self._ago = re.compile(words.coming), re.compile(words.ago)
        self._since = re.compile(words.since)
        self._coming_soon = re.compile(words.coming_soon)
        self._soon_before = re.compile(words.coming_soon_before)
        self._span = re.compile(rf"\s?{words.span}\s?\Z")
        self._weekday_beside = re.compile(words.weekday_beside)
        self._forms = PatternIndex(self._compile(form) for form in words.forms)
        self._bare_forms = PatternIndex(
            self._compile(form) for form in (*words.forms, *words.bare_forms)
        )
        self._marked = re.compile(words.marked)
        self._month_token = re.compile(words.numbers["month"])
        self._small = {digit: number for number, digit in enumerate(words.small_digits)}
        self._zero = str.maketrans(dict.fromkeys(words.zero_letters, "0"))

    def find(self, text: str, today: date) -> tuple[DateMention, ...]:
        """The dates in order of the text, at most forty."""
        starts = (start for start in self._numerals.starts(text) if self._marked.match(text, start))
        return self._all(text, today, self._forms, tuple(starts))

    def bare(self, text: str, today: date) -> tuple[DateMention, ...]:
        """As `find`, also with the short forms of an answer: 8.15, 15号, 202508."""
        return self._all(text, today, self._bare_forms, self._numerals.starts(text))

    def before(self, length: Duration, today: date) -> PartialDate | None:
        """The day, month or year that lies so long before today."""
        return ago(replace(length, rough=False), today)

    def month_numbers(self, text: str) -> tuple[int, ...]:
        """The different months of a list (7月8月9月, 七、八月), in order."""
        numbers = (self._number(token) for token in self._month_token.findall(text))
        return tuple(dict.fromkeys(number for number in numbers if 1 <= number <= 12))

    def _compile(self, form: str) -> re.Pattern[str]:
        words = self._words
        parts = {
            "word_years": either(words.word_years),
            "word_months": either(words.word_months),
            "word_days": either(words.word_days),
            "weeks": either(words.weeks),
            "weekdays": words.weekdays,
            "just_now": either(words.just_now),
            "recent": either(words.recent),
        }
        for name, source in (words.numbers | parts | self._festivals.pieces).items():
            bare = name in ("weekdays", "sides")
            form = form.replace("{" + name + "}", source if bare else f"(?:{source})")
        return re.compile(form)

    def _all(
        self,
        text: str,
        today: date,
        forms: PatternIndex,
        starts: tuple[int, ...],
    ) -> tuple[DateMention, ...]:
        found = list(self._ago_dates(text, today))
        taken = covering(text, (mention.span for mention in found))
        for form in forms.fitting(text):
            for match in self._matches(form, text, starts):
                start, end = match.span()
                if 1 in taken[start:end]:
                    continue
                taken[start:end] = b"\1" * (end - start)
                if (mention := self._mention(text, match, today)) is not None:
                    found.append(mention)
        ordered = sorted(found, key=lambda mention: mention.start)[:_MENTIONS]
        settled = self._told_years.settled(
            text, without_weekdays(text, ordered, self._weekday_beside), today
        )
        return tuple(self._spans(text, said_twice(list(settled))))

    def _matches(
        self, form: re.Pattern[str], text: str, starts: tuple[int, ...]
    ) -> Iterator[re.Match[str]]:
        """The places a form fits; one that begins with a number is tried at numbers only."""
        if next(iter(form.groupindex)) not in _BEGIN_WITH_NUMBER:
            yield from form.finditer(text)
            return
        for start in starts:
            if (match := form.match(text, start)) is not None:
                yield match

    def _mention(self, text: str, match: re.Match[str], today: date) -> DateMention | None:
        groups = {name: value for name, value in match.groupdict().items() if value}
        near = text[match.end() : match.end() + _NEAR]
        before = text[max(0, match.start() - _NEAR) : match.start()]
        coming = self._coming.search(near) or self._coming_before.search(before)
        value = self._value(groups, today, bool(coming))
        if not coming and (self._coming_soon.search(near) or self._soon_before.search(before)):
            value = self._soon(groups, today) or value
        if value is None:
            return None
        own = not groups.keys() <= _NO_YEAR
        start = match.start("day") if "until" in groups else match.start()
        moon = "moon_month" in groups
        weekly = not groups.keys().isdisjoint(_OF_WEEK)
        return DateMention(value, start, match.end(), own or moon, False, moon, weekly)

    def _soon(self, groups: dict[str, str], today: date) -> PartialDate | None:
        """The coming day or month, where it is near."""
        value = self._value(groups, today, coming=True)
        return value if value and value.first_day <= today + _SOON else None

    def _value(self, groups: dict[str, str], today: date, coming: bool) -> PartialDate | None:
        if "word_day" in groups:
            return PartialDate.of(today + timedelta(days=self._words.word_days[groups["word_day"]]))
        if "just_now" in groups:
            return PartialDate.of(today)
        if "unread" in groups:
            return None
        if "year_end" in groups:
            return partial_date(self._year(groups, today) or 0, 12)
        if groups.keys() & _BY_STEPS:
            return self._stepped(groups, today)
        day = self._number(groups["day"]) if "day" in groups else None
        if "word_month" in groups:
            year, month = shifted(today, self._words.word_months[groups["word_month"]])
            return partial_date(year, month, day)
        return self._calendar_date(groups, day, today, coming)

    def _stepped(self, groups: dict[str, str], today: date) -> PartialDate | None:
        """What is counted in weeks, days or months' ends from today."""
        if "week" in groups:
            return self._weekday(groups, today)
        if "recent" in groups:
            return month_of_days(today, self._words.recent[groups["recent"]])
        if "whole_week" in groups:
            return month_of_week(
                today + timedelta(days=7 * self._words.weeks[groups["whole_week"]])
            )
        if "last_weekday" in groups:
            return last_weekday(self._weekday_number(groups["last_weekday"]), today)
        if "month_end" in groups:
            return last_month_end(today)
        return last_day_numbered(self._number(groups["only_day"]), today)

    def _calendar_date(
        self, groups: dict[str, str], day: int | None, today: date, coming: bool
    ) -> PartialDate | None:
        """A month or a festival in a year said, or else in the nearest one; or the year alone."""
        year = self._year(groups, today)
        if "moon_month" in groups:
            moon = self._number(groups["moon_month"]), self._number(groups["moon_day"])
            return self._old_calendar.value(*moon, year, today, coming)
        if "new_year" in groups:
            return self._festivals.after_new_year(year, today)
        if "holiday" in groups or "old_month" in groups:
            old_day = self._number(groups.get("old_day", ""))
            return self._festivals.value(groups, old_day, year, today, coming)
        month = self._number(groups.get("month") or groups.get("month_too") or "") or None
        if year is not None:
            return partial_date(year, month, day)
        return nearest(lambda other: partial_date(other, month, day), today, coming)

    def _year(self, groups: dict[str, str], today: date) -> int | None:
        if "word_year" in groups:
            return today.year + self._words.word_years[groups["word_year"]]
        if "short" in groups:
            return 2000 + self._digits(groups["short"])
        return self._digits(groups["year"]) if "year" in groups else None

    def _digits(self, text: str) -> int:
        """A year spelled digit by digit: 2025, 二零二五, 2O21."""
        plain = text.translate(self._zero)
        return int("".join(str(self._small.get(c, c if c.isascii() else 0)) for c in plain))

    def _number(self, text: str) -> int:
        """A month or a day: 8, 08, 八, 十二, 廿五, 三十一; 0 for nothing."""
        if text.isascii():
            return int(text or 0)
        ten, twenty = self._words.ten[0], self._words.ten[1]
        text = text.replace(self._words.first, self._words.small_digits[1])
        text = text.replace(twenty, self._words.small_digits[2] + ten)
        tens, has_ten, ones = text.rpartition(ten)
        value = self._small.get(ones, 0)
        return value + 10 * self._small.get(tens, 1) if has_ten else value

    def _weekday(self, groups: dict[str, str], today: date) -> PartialDate:
        monday = today - timedelta(days=today.weekday())
        weekday = self._weekday_number(groups["weekday"])
        return PartialDate.of(
            monday + timedelta(days=7 * self._words.weeks[groups["week"]] + weekday)
        )

    def _weekday_number(self, letter: str) -> int:
        """Monday is 0; Sunday has two names."""
        return min(self._words.weekdays.index(letter), 6)

    def _ago_dates(self, text: str, today: date) -> Iterator[DateMention]:
        for length in self._durations.find(text):
            after = self._ago.match(text, length.end)
            end = after.end() if after else length.end
            dated = after or self._received(text, length)
            value = ago(length.value, today) if dated else None
            if value:
                yield DateMention(value, length.start, end, own_year=True)

    def _received(self, text: str, length: Mention[Duration]) -> bool:
        """Whether a paper came so many days ago (裁决书拿到三天了)."""
        in_days = text[length.start : length.end].endswith(self._words.since_unit)
        before = text[max(0, length.start - _RECEIVED) : length.start]
        return bool(in_days and not length.value.rough and self._since.search(before))

    def _spans(self, text: str, found: list[DateMention]) -> list[DateMention]:
        """Let the two ends of a span share what only one of them says: 2025年3月到8月."""
        for index in range(1, len(found)):
            first, last = found[index - 1], found[index]
            if self._until.match(text[last.end : last.end + _NEAR]) and first.own_year:
                found[index] = last = after(first, last)
            if self._span.match(text[first.end : last.start]):
                last = in_month(first, last)
                found[index - 1], found[index] = ordered(first, replace(last, ends_span=True))
        return found
