"""For how many months no pay came: 欠三个月工资, 仨月没发钱, 7月8月的工资没给."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from intents.extraction.date_mention import DateMention
from intents.extraction.date_words import ArrearsWords, EventWords
from intents.extraction.dates import DateReader
from intents.extraction.durations import Duration
from intents.extraction.found import Found, Mention
from intents.extraction.patterns import sentence_after, sentence_before
from knowledge.law.partial_date import PartialDate

_LEFT, _RIGHT = 30, 18
_YEAR = 12
FACT = "months_owed"


class ArrearsReader:
    """Counts the months without pay where the message says so."""

    def __init__(self, words: EventWords, dates: DateReader) -> None:
        self._span = re.compile(words.span_of_arrears)
        self._compile(words.arrears)
        self._dates = dates

    def _compile(self, words: ArrearsWords) -> None:
        self._left, self._left_needs = re.compile(words.left), re.compile(words.left_needs)
        self._held, self._ruled = re.compile(words.held), re.compile(words.ruled)
        self._unmet = re.compile(words.unmet)
        self._rate_left, self._rate = re.compile(words.rate_left), re.compile(words.rate)
        self._owed, self._owed_needs = re.compile(words.owed), re.compile(words.owed_needs)
        self._right = re.compile(words.right)
        self._pay = re.compile(words.pay)
        self._settled = re.compile(words.settled)
        self._owing = re.compile(words.owing)
        self._worked, self._nothing = re.compile(words.worked), re.compile(words.nothing)
        self._before, self._after = re.compile(words.months_before), re.compile(words.months_after)
        self._open = re.compile(words.open)
        self._counted, self._chained = re.compile(words.counted), re.compile(words.chained)
        self._owed_month, self._owed_sum = re.compile(words.owed_month), re.compile(words.owed_sum)
        self._made_good = re.compile(words.made_good)
        self._list, self._single = re.compile(words.list), re.compile(words.single)

    def read(
        self, text: str, lengths: Sequence[Mention[Duration]], dates: Sequence[DateMention]
    ) -> dict[str, Found]:
        """`months_owed`, where one number is left."""
        if not self._pay.search(text) or self._ruled.search(text):
            return {}
        found = list(self._lengths(text, lengths))
        found = found or list(self._spans(text, dates)) or list(self._lists(text))
        found = found or list(self._singles(text, dates))
        if len({mention.value for mention in found}) != 1:
            return {}
        return {FACT: found[0]}

    def named(self, text: str, dates: Sequence[DateMention]) -> Decimal | None:
        """The months an answer names, from one to another or each by itself; not since when."""
        values = [date.value for date in dates]
        if not values or self._open.search(text) or not all(v.month and not v.day for v in values):
            return None
        if len(dates) == 2 and dates[1].ends_span:
            count = _months_between(*values)
        else:
            count = len({str(value) for value in values})
        return Decimal(count) if count else None

    def _lengths(self, text: str, lengths: Sequence[Mention[Duration]]) -> Iterator[Found]:
        for length in lengths:
            months = length.value.months
            left = sentence_before(text, length.start, _LEFT)
            right = sentence_after(text, length.end, _RIGHT)
            long = length.value.rough and months is not None and months >= _YEAR
            rate = months == 1 and self._is_rate(left, right)
            if months is not None and not (long or rate) and self._is_owed(left, right):
                value = int(months) if months == int(months) else months
                yield Found(value, text[length.start : length.end], length.start, length.end)

    def _is_owed(self, left: str, right: str) -> bool:
        if self._unmet.search(left) or self._made_good.match(right):
            return False
        owing = self._left.search(left) or self._owing.search(left)
        pay = owing and self._left_needs.match(right)
        nothing = self._worked.search(left) and self._nothing.match(right)
        owed = self._owed.search(left) and self._owed_needs.match(right)
        after = self._settled.match(right) or self._right.match(right)
        return bool(pay or owed or nothing or after)

    def _is_rate(self, left: str, right: str) -> bool:
        """What one month brings (没发钱，一个月两千三), not how many are owed."""
        return bool(self._rate_left.search(left) and self._rate.match(right))

    def _spans(self, text: str, dates: Sequence[DateMention]) -> Iterator[Found]:
        """From one month to another, both counted (3月到5月的工资没发 is three)."""
        for first, last in pairwise(dates):
            whole = not (first.value.day or last.value.day)
            held = whole and self._held.fullmatch(text[first.end : last.start])
            if held or (whole and last.ends_span and self._unpaid_span(text, first, last)):
                count = _months_between(first.value, last.value)
                if count is not None:
                    yield Found(count, text[first.start : last.end], first.start, last.end)

    def _unpaid_span(self, text: str, first: DateMention, last: DateMention) -> bool:
        right = sentence_after(text, last.end, _RIGHT)
        owed = self._before.search(sentence_before(text, first.start, _LEFT))
        needed = self._left_needs.match(right) or self._counted.match(right)
        return bool(self._span.match(right) or (owed and needed))

    def _lists(self, text: str) -> Iterator[Found]:
        for match in self._list.finditer(text):
            left = sentence_before(text, match.start(), _LEFT)
            right = sentence_after(text, match.end(), _RIGHT)
            if self._before.search(left) or self._after.match(right):
                count = len(self._dates.month_numbers(match.group()))
                yield Found(count, match.group(), *match.span())

    def _singles(self, text: str, dates: Sequence[DateMention]) -> Iterator[Found]:
        """Months named each by itself (10月份工资没发)."""
        unpaid: list[DateMention] = []
        for index, date in reversed(tuple(enumerate(dates))):
            after = dates[index + 1] if index + 1 < len(dates) else None
            if self._unpaid_month(text, date) or (
                after in unpaid and self._joins(text, date, after)
            ):
                unpaid.insert(0, date)
        if unpaid:
            count = len({str(date.value) for date in unpaid})
            first = unpaid[0]
            yield Found(count, text[first.start : first.end], first.start, first.end)

    def _unpaid_month(self, text: str, date: DateMention) -> bool:
        if not _is_month(date):
            return False
        right = sentence_after(text, date.end, 2 * _RIGHT)
        owed = self._owed_month.search(sentence_before(text, date.start, _LEFT))
        return bool(self._single.match(right) or (owed and self._owed_sum.match(right)))

    def _joins(self, text: str, date: DateMention, after: DateMention | None) -> bool:
        """Whether a month is told in one breath with the next (12月工资 1月 2月工资没发)."""
        joined = after is not None and self._chained.match(text[date.end : after.start])
        return bool(joined) and _is_month(date)


def _is_month(date: DateMention) -> bool:
    return date.value.month is not None and date.value.day is None and not date.ends_span


def _months_between(first: PartialDate, last: PartialDate) -> int | None:
    """Both months counted; None where one of them is not known."""
    if first.month is None or last.month is None:
        return None
    return (last.year - first.year) * 12 + last.month - first.month + 1
