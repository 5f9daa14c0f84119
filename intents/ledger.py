"""What each sum of a message is, by the nearest word: pay, a deposit, a deduction, a payment, a rate."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from intents.compiled import compiled
from intents.extraction.money import Sum
from intents.intake_form import IntakeShape

TOTAL, MINE, THEIRS, PAID, OTHER = "total", "mine", "theirs", "paid", "other"
PAY, BILL, BONUS, DEPOSIT, TAKEN, OWED = "pay", "bill", "bonus", "deposit", "taken", "owed"
ADVANCE = "advance"
OF_WORKER = frozenset({PAY, BILL, BONUS, DEPOSIT, TAKEN, OWED, ADVANCE})
"""Parts that may be owed to the worker."""
LEFT, RIGHT, LISTED = 18, 14, 6
"""Characters before and behind a sum that may tell what it is; and between two sums of a list."""


class Entry(NamedTuple):
    """A sum in yuan, what it is, the month it is of (as said), whether the words say it did not come, and
    the words around it."""

    sum: Decimal
    role: str
    month: str | None
    unpaid: bool
    around: str


class RoleWords(IntakeShape):
    """The words of a role."""

    role: str
    words: str


class Ledger(IntakeShape):
    """Patterns. Of `roles` the one whose words end last before a sum decides, of two that end together the
    first; else the words `behind` it. `rate` right behind a sum makes it the price of one thing."""

    roles: tuple[RoleWords, ...]
    behind: tuple[RoleWords, ...]
    month: str
    rate: str
    rate_before: str
    near: str
    unpaid: str
    all_unpaid: str
    within: str
    adds: str
    of_year: str
    months_worked: str
    awarded: tuple[str, ...]
    awarded_part: str
    each_month: str
    extra: str
    months_taken: str
    each_time: str
    times_taken: str
    net: str
    treatment: str
    list_of_bonus: str
    of_other: str
    of_wage: str
    guarantee: str
    own_car: str
    half_month: str
    this_month: str
    month_unpaid: str
    part_month: str
    speaks: str

    def entries(self, text: str, sums: Sequence[Sum]) -> tuple[Entry, ...]:
        """Each sum with what it is; those that no word explains, and rates, are left out."""
        return tuple(self._read(text, sums))

    def speaks_of_money(self, text: str) -> bool:
        """Whether any word of the ledger stands in the text."""
        return compiled(self.speaks).search(text) is not None

    def lists_bonus(self, text: str) -> bool:
        """Whether the sums of months told are commission or the like (提成6月2380、7月3120)."""
        return compiled(self.list_of_bonus).search(text) is not None

    def names(self, role: str, text: str) -> bool:
        """Whether any of the role's words stand in the text."""
        return any(compiled(each.words).search(text) for each in self.roles if each.role == role)

    def is_of_treatment(self, text: str) -> bool:
        """Whether the sum was spent on a doctor."""
        return compiled(self.treatment).search(text) is not None

    def part_of_year_in(self, text: str) -> tuple[str, str] | None:
        """说好一年六万 干了八个月: the pay of the year and the months worked, as said."""
        pay, months = compiled(self.of_year).search(text), compiled(self.months_worked).search(text)
        return (pay["n"], months["m"]) if pay and months else None

    def each_month_in(self, text: str) -> tuple[str, str | None] | None:
        """一个月给800补贴; 每月扣200 扣了八个月: what comes beside the wage, or is taken, each month, and for
        how many months, as said."""
        match = compiled(self.each_month).search(text)
        if match is None or not compiled(self.extra).search(text[match.start() :]):
            return None
        months = compiled(self.months_taken).search(text)
        return match["n"], months["m"] if months else None

    def awarded_in(self, text: str) -> str | None:
        """裁决一共38600: what was awarded in all, as said."""
        found = (compiled(pattern).search(text) for pattern in self.awarded)
        return next((match["n"] for match in found if match), None)

    def awarded_parts_in(self, text: str) -> tuple[str, ...]:
        """里面工资23600 补偿15000: the parts of what was awarded, as said."""
        return tuple(match["n"] for match in compiled(self.awarded_part).finditer(text))

    def each_time_in(self, text: str) -> tuple[str | None, str] | None:
        """多交200管理费 交过两次: what is taken each time, where it is told, and how often, as said."""
        times = compiled(self.times_taken).search(text)
        each = compiled(self.each_time).search(text)
        return (each["n"] if each else None, times["t"]) if times else None

    def months_in(self, text: str) -> tuple[str, ...]:
        """The months named, as said."""
        return tuple(match["m"] for match in compiled(self.month).finditer(text))

    def is_net(self, text: str) -> bool:
        """Whether the sum is what should be left of the one before it (实发应为7170)."""
        return compiled(self.net).search(text) is not None

    def is_within(self, text: str) -> bool:
        """Whether one sum is said to be a part of another (其中押金500)."""
        return compiled(self.within).search(text) is not None

    def adds_to(self, text: str) -> bool:
        """Whether the words add something to what was told (还有押金也没退)."""
        return compiled(self.adds).search(text) is not None

    def owes_other_than_wage(self, text: str) -> bool:
        """Whether commission, overtime or the like is what did not come, and nothing is said of the wage."""
        if compiled(self.of_other).search(text) is None:
            return False
        return compiled(self.of_wage).search(text) is None

    def guaranteed_in(self, text: str) -> str | None:
        """车是我自己的 说保底一万二: what is promised to who works with a car of their own, as said."""
        match = compiled(self.guarantee).search(text)
        return match["n"] if match and compiled(self.own_car).search(text) else None

    def tells_half_month(self, text: str) -> bool:
        """Whether only a half of one of the months is owed (8月9月和10月半个月)."""
        return compiled(self.half_month).search(text) is not None

    def is_this_month(self, text: str) -> bool:
        """Whether the running month is owed."""
        return compiled(self.this_month).search(text) is not None

    def is_no_whole_wage(self, text: str, *, single: bool) -> bool:
        """Whether what is owed is no wage of whole months; a `single` month may be the last or the running one."""
        other = self.owes_other_than_wage(text) or self.tells_half_month(text)
        return other or (single and self.is_part_month(text))

    def is_part_month(self, text: str) -> bool:
        """Whether the month owed is the last or the running one, which may not be whole."""
        return compiled(self.part_month).search(text) is not None

    def _read(self, text: str, sums: Sequence[Sum]) -> Iterator[Entry]:
        all_unpaid = compiled(self.all_unpaid).search(text) is not None
        past, before = 0, None
        for at, each in enumerate(sums):
            until = sums[at + 1].start if at + 1 < len(sums) else len(text)
            left = _from_stop(text[max(past, each.start - LEFT) : each.start])
            right = _to_stop(text[each.end : min(until, each.end + RIGHT)])
            past = each.end
            if self._is_rate(left, right):
                continue
            role = self._role(left, right)
            month = self._month(left)
            goes_on = month and role is None and before == BONUS and len(left) <= LISTED
            role = BONUS if goes_on else BILL if month and role in (None, PAY) else role
            before = role
            if role is not None:
                near = compiled(self.near).match(right)
                told = compiled(self.unpaid).search(f"{left}|{near.group() if near else ''}")
                unpaid = all_unpaid or told is not None
                yield Entry(
                    each.value, role, month, unpaid, left + text[each.start : each.end] + right
                )

    def _is_rate(self, left: str, right: str) -> bool:
        behind = compiled(self.rate).match(right) is not None
        return behind or compiled(self.rate_before).search(left) is not None

    def _role(self, left: str, right: str) -> str | None:
        nearest = _latest(self.roles, left)
        if nearest is not None:
            return nearest
        found = (each.role for each in self.behind if compiled(each.words).match(right))
        return next(found, None)

    def _month(self, left: str) -> str | None:
        found = list(compiled(self.month).finditer(left))
        return found[-1]["m"] if found else None


def _latest(roles: Sequence[RoleWords], left: str) -> str | None:
    """The role whose words end last; of two that end together the one named first."""
    best, end = None, -1
    for each in roles:
        for match in compiled(each.words).finditer(left):
            if match.end() > end:
                best, end = each.role, match.end()
    return best


def _from_stop(left: str) -> str:
    return re.split("[。；;！!？?\n]", left)[-1]


def _to_stop(right: str) -> str:
    return re.split("[。；;！!？?\n]", right)[0]
