"""The one day of a story that no words near it explain: that of the matter the story is about.

People tell what happened in words nobody listed (上个月26号一锅热汤泼脚上). Where the matter is one
that a day belongs to, and a single day of the last year is left without a meaning, it is that day.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from intents.extraction.date_mention import DateMention
from intents.extraction.date_words import LeftOverWords
from intents.extraction.event_days import only
from intents.extraction.found import Found

_BEFORE, _AFTER = 10, 30
_PAST = timedelta(days=400)
_TRANSFER, _PAY_CUT = "transfer", "pay_cut"


class LeftOverReader:
    """Reads `event_date` and `event_kind` of the day that is left."""

    def __init__(self, words: LeftOverWords) -> None:
        self._is = words.is_
        self._before, self._after = re.compile(words.before), re.compile(words.after)
        self._moved, self._cut = re.compile(words.moved), re.compile(words.cut)

    def read(
        self, text: str, days: Sequence[DateMention], today: date, kinds: Sequence[str]
    ) -> dict[str, Found]:
        """The event of the only day among those unexplained, by the kinds of dispute told."""
        kind = next((self._is[kind] for kind in kinds if kind in self._is), None)
        if kind is None:
            return {}
        found = only(text, [day for day in days if self._may_be(text, day, today)])
        if found is None:
            return {}
        if kind == _TRANSFER and self._cut.search(text) and not self._moved.search(text):
            kind = _PAY_CUT
        told = Found(kind, found.said, found.start, found.end)
        return {"event_date": found, "event_kind": told}

    def _may_be(self, text: str, day: DateMention, today: date) -> bool:
        """A whole day of the last year, told for itself and not for a visit, a bill or a call."""
        if not day.value.day or day.ends_span:
            return False
        if not today - _PAST < day.value.first_day <= today:
            return False
        before = text[max(0, day.start - _BEFORE) : day.start]
        after = text[day.end : day.end + _AFTER]
        return not self._before.search(before) and not self._after.match(after)
