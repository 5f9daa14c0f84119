"""What a sum of money is: pay by the month, a sum claimed, or neither of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from intents.extraction.found import Found
from intents.extraction.money import Sum
from intents.extraction.money_words import MoneyWords, RoleLine
from intents.extraction.parts import PartsReader
from intents.extraction.patterns import compile_optional, sentence_after, sentence_before
from intents.extraction.remainder import RemainderReader

_LEFT, _RIGHT = 22, 16
CLAIM, WAGE, TOTAL, REST = "amount_claimed", "monthly_wage", "total", "rest"
AGREED, PAID, THEIRS = "agreed", "paid", "theirs"
LEFT_OVER = "left_over"


@dataclass(frozen=True, slots=True)
class _Line:
    role: str
    rank: int
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def speaks(self, text: str) -> bool:
        """Whether the message speaks of what the line is about."""
        if self.needs is not None and not self.needs.search(text):
            return False
        return self.unless is None or not self.unless.search(text)

    def fits(self, left: str, right: str) -> bool:
        """Whether the words around a sum are those of the line."""
        before = self.left is None or self.left.search(left)
        return bool(before and (self.right is None or self.right.match(right)))


_UNEXPLAINED = _Line(LEFT_OVER, 0, None, None, None, None)


@dataclass(frozen=True, slots=True)
class _Meant:
    """A sum and what it is; `base` where the words call it the sure part of the pay, `bonus` where
    they call it what comes to it."""

    mention: Sum
    line: _Line
    base: bool = False
    bonus: bool = False


@dataclass(frozen=True, slots=True)
class Amounts:
    """The facts told; all sums but what the other side claims; and of them what was paid, and what
    is earned."""

    facts: dict[str, Found]
    ours: tuple[Sum, ...]
    paid: tuple[Sum, ...]
    earned: tuple[Sum, ...] = ()

    @property
    def but_earned(self) -> tuple[Sum, ...]:
        """The sums without what is earned by the month."""
        return tuple(each for each in self.ours if each not in self.earned)


class AmountReader:
    """Tells the sums apart by the words beside them; the first line that fits decides."""

    def __init__(self, words: MoneyWords) -> None:
        self._lines = [_compiled(line, words.pieces) for line in words.roles]
        self._least_wage, self._least_of_month = words.least_wage, words.least_of_month
        self._month_before = re.compile(words.month_before)
        self._base, self._bonus = re.compile(words.base_left), re.compile(words.bonus_left)
        self._claim_left = re.compile(words.claim_left)
        self._total_needs = re.compile(words.total_needs)
        self._parts = PartsReader(words)
        self._less = RemainderReader(words.remainder)

    def read(self, text: str, sums: Sequence[Sum]) -> Amounts:
        """`monthly_wage` and `amount_claimed`, each only where one value is left."""
        by_role: dict[str, list[_Meant]] = {}
        for meant in self._roles(text, sums):
            by_role.setdefault(meant.line.role, []).append(meant)
        claims = self._claims(text, by_role)
        wages = [each for each in by_role.get(WAGE, []) if self._may_be_wage(text, each.mention)]
        all_owed = by_role.keys() <= {CLAIM, LEFT_OVER}
        claim = self._parts.total(text, sums, all_owed) or self._remainder(text, by_role)
        facts = {CLAIM: claim or _only(text, claims), WAGE: _only(text, _plainest(wages))}
        told = {fact: found for fact, found in facts.items() if found is not None}
        theirs = {each.mention for each in by_role.get(THEIRS, [])}
        paid = tuple(each.mention for each in by_role.get(PAID, []))
        earned = tuple(each.mention for each in by_role.get(WAGE, []))
        return Amounts(told, tuple(each for each in sums if each not in theirs), paid, earned)

    def _may_be_wage(self, text: str, told: Sum) -> bool:
        """Whether the sum is as much as the pay of a month; more of one called by its number (9月301)."""
        of_month = self._month_before.search(text[: told.start]) is not None
        return told.value >= (self._least_of_month if of_month else self._least_wage)

    def _remainder(self, text: str, by_role: dict[str, list[_Meant]]) -> Found | None:
        """What is left of all that was due, where it is not told itself or is just that."""
        if REST in by_role or PAID not in by_role:
            return None
        if not (self._total_needs.search(text) or self._less.is_told(text)):
            return None
        told, paid = _mentions(by_role, CLAIM), _mentions(by_role, PAID)
        due = _mentions(by_role, TOTAL) or _mentions(by_role, AGREED)
        if not due:
            return self._less.read(text, told, paid, only_if_left=True)
        left = self._less.read(text, due, paid)
        return left if left and all(each.value == left.value for each in told) else None

    def _claims(self, text: str, by_role: dict[str, list[_Meant]]) -> list[_Meant]:
        """What is left or one's own share (the last told), before a total, before what is owed."""
        withheld = bool(self._total_needs.search(text))
        if withheld and REST in by_role:
            return by_role[REST][-1:]
        if withheld and TOTAL in by_role:
            return by_role[TOTAL]
        return by_role.get(CLAIM, []) or (by_role.get(LEFT_OVER, []) if withheld else [])

    def _roles(self, text: str, sums: Sequence[Sum]) -> Iterator[_Meant]:
        lines = [line for line in self._lines if line.speaks(text)]
        past, line = 0, None
        for mention in sums:
            before, between = line, text[past : mention.start]
            left = sentence_before(text, mention.start, min(_LEFT, max(0, mention.start - past)))
            right = sentence_after(text, mention.end, _RIGHT)
            past = mention.end
            line = next((line for line in lines if line.fits(left, right)), None)
            if before is not None and before.role == PAID and self._less.is_listed(between):
                line = before
            if line is None and self._claim_left.search(left):
                line = _UNEXPLAINED
            if line is not None:
                base, bonus = self._base.search(left), self._bonus.search(left)
                yield _Meant(mention, line, base is not None, bonus is not None)


def _mentions(by_role: Mapping[str, list[_Meant]], role: str) -> list[Sum]:
    return [each.mention for each in by_role.get(role, [])]


def _compiled(line: RoleLine, pieces: Mapping[str, str]) -> _Line:
    sources = (line.left, line.right, line.needs, line.unless)
    return _Line(line.role, line.rank, *(compile_optional(source, pieces) for source in sources))


def _plainest(wages: Sequence[_Meant]) -> list[_Meant]:
    """The wages told most plainly: what a contract says before what came in some month, but what
    comes with bonuses before the base it begins with (底薪4500加提成 平均下来6200)."""
    base = max((each.mention.value for each in wages if each.base), default=None)
    more = [each for each in wages if base is not None and each.mention.value > base]
    wages = [each for each in more if not each.bonus] or wages
    best = min((meant.line.rank for meant in wages), default=0)
    return [meant for meant in wages if meant.line.rank == best]


def _only(text: str, meant: Sequence[_Meant]) -> Found | None:
    """The one value of the mentions; None when there is none or when they differ."""
    if len({each.mention.value for each in meant}) != 1:
        return None
    first = meant[0].mention
    return Found(first.value, text[first.start : first.end], first.start, first.end)
