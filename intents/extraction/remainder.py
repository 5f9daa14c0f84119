"""A claim told as all that was due and what was paid of it: 一共两万八，中间给过4000."""

import re
from collections.abc import Sequence
from decimal import Decimal

from intents.extraction.found import Found
from intents.extraction.money import Sum
from intents.extraction.money_words import RemainderWords
from intents.extraction.patterns import sentence_before

_LEFT = 12


class RemainderReader:
    """Takes what was paid off what was due, where both are told."""

    def __init__(self, words: RemainderWords) -> None:
        self._owed, self._left = re.compile(words.owed), re.compile(words.left)
        self._listed, self._short = re.compile(words.listed), re.compile(words.short)

    def read(
        self, text: str, due: Sequence[Sum], paid: Sequence[Sum], only_if_left: bool = False
    ) -> Found | None:
        """What is left; None where the sum told to be due is itself what was left, or may be."""
        if not paid or len({each.value for each in due}) != 1:
            return None
        total = due[0]
        told = only_if_left or self._owed.search(sentence_before(text, total.start, _LEFT))
        if told and not (paid[-1].start > total.end and self._left.search(text, paid[-1].end)):
            return None
        left = total.value - sum((each.value for each in paid), Decimal(0))
        start, end = min(total.start, paid[0].start), max(total.end, paid[-1].end)
        return Found(left, text[start:end], start, end) if left > 0 else None

    def is_told(self, text: str) -> bool:
        """Whether the text says that less was paid than was due."""
        return bool(self._short.search(text) or self._left.search(text))

    def is_listed(self, between: str) -> bool:
        """Whether only a comma parts a sum from the payment before it (给过3000、2000)."""
        return bool(self._listed.match(between))
