"""Values taken back: in "月薪七千, 不对, 是八千" the later one counts, in the place of the earlier."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from intents.extraction.found import Mention
from intents.extraction.patterns import either
from intents.extraction.word_lists import CorrectionWords

_REACH, _REACH_OF_DAY = 14, 18
_MARKS = "\uff0c, "
M = TypeVar("M", bound=Mention)  # type: ignore[type-arg]


class Corrections:
    """Knows the words that take something back."""

    def __init__(self, words: CorrectionWords) -> None:
        self._pattern = re.compile(f"{either(words.words)}|{words.not_so}")
        self._not_so = re.compile(words.not_so)
        self._day_again = re.compile(words.day_again)
        self._unit_again = re.compile(words.unit_again)
        self._counted_again = re.compile(words.counted_again)

    def without_denied(self, text: str) -> str:
        """The text, as long as before, with spaces for a value denied for the next one."""
        settled = self._with_last_count(self._with_last_day(text))
        return self._not_so.sub(lambda match: " " * len(match.group()), settled)

    def may_count_anew(self, text: str) -> bool:
        """Whether the words may tell a count anew, after others."""
        return self._counted_again.search(text) is not None

    def counts_anew(self, text: str) -> bool:
        """Whether a count is told anew in the unit it was told in."""
        return self._unit_again.search(text) is not None

    def _with_last_count(self, text: str) -> str:
        """扣了我9票 写错了是7票: the later number in the place of the earlier, where the unit is the same."""
        if not self._counted_again.search(text):
            return text
        return self._unit_again.sub(_count_put_right, text)

    def _with_last_day(self, text: str) -> str:
        """上个月16号夜里 不对 算17号: the later day stands in its month, spaces in place of the rest."""
        return self._day_again.sub(self._day_put_right, text)

    def _day_put_right(self, match: re.Match[str]) -> str:
        if not self._corrects(match["between"], _REACH_OF_DAY):
            return match.group()
        return f"{match['month']}{match['new']}".ljust(len(match.group()))

    def apply(self, text: str, mentions: Sequence[M]) -> tuple[M, ...]:
        """The mentions with each corrected one carrying the later value at the earlier place."""
        kept: list[M] = []
        past = 0
        for mention in mentions:
            between = text[past : mention.start]
            if kept and self._corrects(between):
                at_once = self._pattern.match(between.lstrip(_MARKS))
                end = mention.end if at_once else kept[-1].end
                kept[-1] = replace(kept[-1], value=mention.value, end=end)
            else:
                kept.append(mention)
            past = mention.end
        return tuple(kept)

    def last_part(self, text: str) -> str:
        """What follows the last correction; the whole text where there is none."""
        settled = self._with_last_day(text)
        return self._pattern.split(settled)[-1] or settled

    def _corrects(self, between: str, reach: int = _REACH) -> bool:
        return len(between) <= reach and bool(self._pattern.search(between))


def _count_put_right(match: re.Match[str]) -> str:
    return f"{match['new']}{match['unit']}{match['between']}".ljust(len(match.group()))
