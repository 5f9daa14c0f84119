"""What a sum of money is: pay by the month, a sum claimed, or neither of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intents.extraction.found import Found
from intents.extraction.money import Sum
from intents.extraction.patterns import compile_optional, sentence_after, sentence_before
from intents.extraction.word_lists import MoneyWords

_LEFT, _RIGHT = 22, 16
CLAIM, WAGE, TOTAL = "amount_claimed", "monthly_wage", "total"


@dataclass(frozen=True, slots=True)
class _Line:
    role: str
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None
    needs: re.Pattern[str] | None


class AmountReader:
    """Tells the sums apart by the words beside them; the first line that fits decides."""

    def __init__(self, words: MoneyWords) -> None:
        self._lines = [
            _Line(
                line.role,
                compile_optional(line.left, words.pieces),
                compile_optional(line.right, words.pieces),
                compile_optional(line.needs, words.pieces),
            )
            for line in words.roles
        ]
        self._total_needs = re.compile(words.total_needs)

    def read(self, text: str, sums: Sequence[Sum]) -> dict[str, Found]:
        """`monthly_wage` and `amount_claimed`, each only where one value is left."""
        by_role: dict[str, list[Sum]] = {}
        for mention, role in self._roles(text, sums):
            by_role.setdefault(role, []).append(mention)
        claims = self._claims(text, by_role)
        facts = {CLAIM: _only(text, claims), WAGE: _only(text, by_role.get(WAGE, []))}
        return {fact: found for fact, found in facts.items() if found is not None}

    def _claims(self, text: str, by_role: dict[str, list[Sum]]) -> list[Sum]:
        totals = by_role.get(TOTAL, [])
        if totals and self._total_needs.search(text):
            return totals
        return by_role.get(CLAIM, [])

    def _roles(self, text: str, sums: Sequence[Sum]) -> Iterator[tuple[Sum, str]]:
        for index, mention in enumerate(sums):
            left = sentence_before(text, mention.start, _LEFT)
            if index:
                left = (
                    left[-(mention.start - sums[index - 1].end) :]
                    if mention.start > sums[index - 1].end
                    else ""
                )
            right = sentence_after(text, mention.end, _RIGHT)
            if role := self._role(left, right, text):
                yield mention, role

    def _role(self, left: str, right: str, text: str) -> str | None:
        for line in self._lines:
            if line.left is not None and not line.left.search(left):
                continue
            if line.right is not None and not line.right.match(right):
                continue
            if line.needs is None or line.needs.search(text):
                return line.role
        return None


def _only(text: str, mentions: Sequence[Sum]) -> Found | None:
    """The one value of the mentions; None when there is none or when they differ."""
    if len({mention.value for mention in mentions}) != 1:
        return None
    first = mentions[0]
    return Found(first.value, text[first.start : first.end], first.start, first.end)
