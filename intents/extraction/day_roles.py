"""Days of something else than the work at issue: a training, another firm's day, a bonus of a year.

A day has a role only by words close to it. What the lists name here is no first or last day of work
and no event, whatever verbs stand around it.
"""

import re
from collections.abc import Sequence

from intents.extraction.date_mention import DateMention
from intents.extraction.day_role_words import DayRoleWords, RoleLine
from intents.extraction.patterns import compile_optional

_BEFORE, _AFTER = 24, 32
_Compiled = tuple[RoleLine, re.Pattern[str] | None, re.Pattern[str] | None]


class DayRoles:
    """Tells which days of a text are those of something else."""

    def __init__(self, words: DayRoleWords) -> None:
        self._joined = re.compile(words.joined)
        self._worked_until = re.compile(words.worked_until)
        self._lines: list[_Compiled] = [
            (line, compile_optional(line.before), compile_optional(line.after))
            for line in words.others
        ]

    def of_work(
        self,
        text: str,
        days: Sequence[DateMention],
        *,
        asked: bool = False,
        but: frozenset[str] = frozenset(),
    ) -> list[DateMention]:
        """The days without those of something else; `asked` where they answer a question for one, which may be
        `but` one of these roles."""
        others = self._others(text, days, asked, but)
        return [day for index, day in enumerate(days) if index not in others]

    def all_of_others(self, text: str, days: Sequence[DateMention]) -> bool:
        """Whether days are told, and none of them of the work at issue."""
        return bool(days) and not self.of_work(text, days, asked=True)

    def _others(
        self, text: str, days: Sequence[DateMention], asked: bool, but: frozenset[str]
    ) -> set[int]:
        places = range(len(days))
        own = {index for index in places if self._is_other(text, days, index, asked, but)}
        for index in range(1, len(days)):
            if index - 1 in own and self._goes_on(text, days[index - 1], days[index]):
                own.add(index)
        for index in range(len(days) - 1, 0, -1):
            if index in own and self._goes_on(text, days[index - 1], days[index]):
                own.add(index - 1)
        return own

    def _goes_on(self, text: str, first: DateMention, last: DateMention) -> bool:
        """Whether the two are told as one time (2023年下半年 7月到12月)."""
        between = text[first.end : last.start]
        return last.ends_span or self._joined.fullmatch(between) is not None

    def _is_other(
        self,
        text: str,
        days: Sequence[DateMention],
        index: int,
        asked: bool,
        but: frozenset[str],
    ) -> bool:
        day = days[index]
        ceiling = days[index + 1].start if index + 1 < len(days) else len(text)
        span = day.ends_span or (index + 1 < len(days) and days[index + 1].ends_span)
        before = text[max(0, day.start - _BEFORE) : day.start]
        after = text[day.end : min(ceiling, day.end + _AFTER)]
        if self._worked_until.search(before):
            after = ""
        return any(
            _fits(line, left, right, before, after)
            for line, left, right in self._lines
            if (span or not line.span_only)
            and (asked or not line.answers_only)
            and line.role not in but
        )


def _fits(
    line: RoleLine,
    left: re.Pattern[str] | None,
    right: re.Pattern[str] | None,
    before: str,
    after: str,
) -> bool:
    found = (bool(left and left.search(before)), bool(right and right.match(after)))
    return all(found) if line.both else any(found)
