"""A claim told in parts: sums joined one to the other, or several fees (押金500 服装费120 都没退)."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from intents.extraction.found import Found
from intents.extraction.money import Sum
from intents.extraction.money_words import MoneyWords
from intents.extraction.patterns import filled, sentence_after, sentence_before

_LEFT, _RIGHT = 22, 16


class PartsReader:
    """Adds up what is owed in parts."""

    def __init__(self, words: MoneyWords) -> None:
        parts = words.parts
        self._join, self._unless = re.compile(parts.join), re.compile(parts.unless)
        self._left, self._right = re.compile(parts.left), re.compile(parts.right)
        self._paid = re.compile(filled(parts.fees_paid, words.pieces))
        self._kept = re.compile(parts.fees_kept)
        self._fee_left = re.compile(filled(parts.fee_left, words.pieces))
        self._fee_right = re.compile(filled(parts.fee_right, words.pieces))

    def total(self, text: str, sums: Sequence[Sum], all_owed: bool) -> Found | None:
        """What all the sums make, where they are parts of one claim; `all_owed`: none is told to be
        anything else."""
        if len(sums) < 2 or self._unless.search(text):
            return None
        if not (self._are_fees(text, sums) or (all_owed and self._are_joined(text, sums))):
            return None
        first, last = sums[0].start, sums[-1].end
        return Found(sum((each.value for each in sums), Decimal(0)), text[first:last], first, last)

    def _are_joined(self, text: str, sums: Sequence[Sum]) -> bool:
        first, last = sums[0], sums[-1]
        if not all(self._join.match(text[one.end : other.start]) for one, other in pairwise(sums)):
            return False
        left = self._left.search(sentence_before(text, first.start, _LEFT))
        return bool(left or self._right.match(text[last.end : last.end + _RIGHT * 2]))

    def _are_fees(self, text: str, sums: Sequence[Sum]) -> bool:
        """Whether each is a fee that was paid or is kept: 交了800押金+200工服费."""
        told = self._paid.search(sentence_before(text, sums[0].start, _LEFT))
        if not (told or self._kept.search(text)):
            return False
        past = 0
        for each in sums:
            left = sentence_before(text, each.start, min(_LEFT, max(0, each.start - past)))
            past = each.end
            named = self._fee_right.match(sentence_after(text, each.end, _RIGHT))
            if not (named or self._fee_left.search(left)):
                return False
        return True
