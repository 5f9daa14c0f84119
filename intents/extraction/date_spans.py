"""The two ends of a time told as a span: each takes the year, or the month, that only the other says."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intents.extraction.date_mention import DateMention, in_year
from knowledge.law.partial_date import partial_date

_DAY_ALONE = 3
"""Characters of an end of which only the day is told (11号)."""


def without_weekdays(
    text: str, found: Sequence[DateMention], beside: re.Pattern[str]
) -> list[DateMention]:
    """The dates without a day of the week told beside a whole day (11月20号那天是周五, 上周五11月20号)."""
    days = [each for each in found if each.value.day and not each.by_weekday]
    return [each for each in found if not (each.by_weekday and _is_of(each, days, text, beside))]


def _is_of(
    weekday: DateMention, days: Sequence[DateMention], text: str, beside: re.Pattern[str]
) -> bool:
    return any(
        beside.fullmatch(text, min(weekday.end, day.end), max(weekday.start, day.start))
        for day in days
    )


def after(first: DateMention, last: DateMention) -> DateMention:
    """The first such day that follows the date before it, where its own year was not said."""
    if last.own_year:
        return last
    moved = in_year(last, first.value.year)
    early = moved.value.last_day < first.value.first_day
    return in_year(last, first.value.year + 1) if early else moved


def in_month(first: DateMention, last: DateMention) -> DateMention:
    """The end of a span of which only the day is told, in the month of its beginning (3月5号到11号)."""
    days, alone = (first.value.day, last.value.day), last.end - last.start <= _DAY_ALONE
    if not alone or last.own_year or None in days or last.value.first_day < first.value.first_day:
        return last
    moved = partial_date(first.value.year, first.value.month, last.value.day)
    later = moved is not None and moved.first_day >= first.value.first_day
    return replace(last, value=moved, own_year=first.own_year) if moved and later else last


def ordered(first: DateMention, last: DateMention) -> tuple[DateMention, DateMention]:
    if first.own_year and not last.own_year:
        moved = in_year(last, first.value.year)
        later = (
            moved
            if moved.value.last_day >= first.value.first_day
            else in_year(last, first.value.year + 1)
        )
        return first, replace(later, own_year=True)
    if not first.own_year and first.value.first_day > last.value.last_day:
        return in_year(first, first.value.year - 1), last
    return first, last
