"""A year told apart from its months: 2023年干的 8月到12月; 那是前年的事; 2021年去的 那年冬天.

A year that stands for what is told (no first day of work, nothing that goes on) holds for the months
after it that have none of their own; the year said right after months holds for those. Months told one
by one share a year. 那年 and 第二年 are the year told before and the next one; where none was told, such
a date is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from intents.extraction.date_mention import DateMention, in_year
from intents.extraction.date_words import ToldYearWords

_NEAR, _REACH, _CLOSE_BY = 6, 60, 10
_TWO_MONTHS = timedelta(days=62)


class ToldYears:
    """Gives months without a year the one that was told beside them."""

    def __init__(self, words: ToldYearWords) -> None:
        self._year = re.compile(words.year)
        self._topic, self._begins = re.compile(words.topic), re.compile(words.begins)
        self._said_of, self._ends = re.compile(words.said_of), re.compile(words.ends)
        self._anew, self._later = re.compile(words.anew), re.compile(words.later)
        self._work_begun, self._at_entry = re.compile(words.work_begun), re.compile(words.at_entry)
        self._chained = re.compile(words.chained)
        self._put_right = re.compile(words.put_right)
        self._other_end = re.compile(words.other_end)
        self._same, self._next = re.compile(words.same), re.compile(words.next)

    def settled(
        self, text: str, found: Sequence[DateMention], today: date
    ) -> Iterator[DateMention]:
        """The mentions in order, each in the year that was told for it."""
        topic: DateMention | None = None
        told: int | None = None
        last: DateMention | None = None
        for index, mention in enumerate(found):
            before = text[max(0, mention.start - _NEAR) : mention.start]
            if mention.own_year:
                topic = mention if self._is_topic(text, mention, today) else None
                told = mention.value.year
            elif (step := self._step(before)) is not None:
                if told is not None:
                    yield replace(in_year(mention, told + step), own_year=True)
                continue
            elif last is not None and self._goes_with(text, last, mention):
                mention = replace(in_year(mention, last.value.year), own_year=True)
            elif topic is not None and self._holds(text, topic, mention):
                told = topic.value.year
                mention = replace(in_year(mention, told), own_year=True)
            elif (year := self._said_after(text, found[index:], today)) is not None:
                mention = replace(in_year(mention, year), own_year=True)
            last = mention
            yield mention

    def _goes_with(self, text: str, last: DateMention, mention: DateMention) -> bool:
        """Whether the month is told together with the one before it, whose year was said (去年4月5月), or puts it right."""
        if last.own_year and self._put_right.match(text[last.end : mention.start]):
            return self._other_end.match(text[mention.end :]) is None
        if _follows_closely(last, mention):
            return not self._is_long_after(text, last, mention)
        months = last.value.month and not last.value.day and not mention.value.day
        later = last.own_year and (mention.value.month or 0) > (last.value.month or 0)
        return bool(months and later and self._chained.match(text[last.end : mention.start]))

    def _is_long_after(self, text: str, last: DateMention, mention: DateMention) -> bool:
        """去年10月开始干的 11月15号闹翻: a day after the first of work that is none of its beginning."""
        if text[
            last.start : last.start + 1
        ].isdecimal():  # 2025年9月1日入职，10月5日受伤: one account
            return False
        begun = self._work_begun.match(text[last.end : mention.start])
        return bool(begun) and not self._at_entry.search(
            text[mention.end : mention.end + _CLOSE_BY]
        )

    def _step(self, before: str) -> int | None:
        """How many years a month lies after the one told before: 那年 0, 第二年 1; None for neither."""
        if self._same.search(before):
            return 0
        return 1 if self._next.search(before) else None

    def _is_year(self, text: str, mention: DateMention, today: date) -> bool:
        """Whether only a past year is named."""
        said = text[mention.start : mention.end]
        past = mention.value.month is None and mention.value.year < today.year
        return past and self._year.search(said) is not None

    def _is_topic(self, text: str, mention: DateMention, today: date) -> bool:
        after = text[mention.end : mention.end + _REACH]
        if not self._is_year(text, mention, today) or self._begins.match(after):
            return False
        return self._topic.match(after) is not None

    def _holds(self, text: str, topic: DateMention, mention: DateMention) -> bool:
        """Whether nothing between the two, or after the month, tells of another time."""
        between = text[topic.end : mention.start]
        if len(between) > _REACH or self._anew.search(between):
            return False
        return self._later.match(text[mention.end : mention.end + _REACH]) is None

    def _said_after(self, text: str, rest: Sequence[DateMention], today: date) -> int | None:
        """The year said of the months right before it (8月到12月 是2023年的事)."""
        later = next((each for each in rest[1:] if each.own_year), None)
        if later is None or not self._is_year(text, later, today):
            return None
        between = text[rest[0].end : later.start]
        said = self._said_of.search(between) and self._ends.match(text[later.end :])
        return later.value.year if said and len(between) <= _REACH else None


def _follows_closely(last: DateMention, mention: DateMention) -> bool:
    """Whether a day is told right after one whose year was said, and lies within two months of it there
    (去年7月20号注册的 8月1号开始跑)."""
    moved = in_year(mention, last.value.year).value
    if not last.own_year or not last.value.month or not mention.value.month:
        return False
    near = mention.start - last.end <= _CLOSE_BY
    return near and timedelta(0) <= moved.first_day - last.value.first_day <= _TWO_MONTHS
