"""How workers tell pay that is worked out: so much a piece, months and odd days, agreed and given."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from intents.compiled import compiled, filled, with_piece
from intents.intake_form import IntakeShape
from intents.paid_by_month import PaidByMonth
from intents.reckoning import Reckoning

AROUND = 8
"""Characters before what was agreed that may name its month."""


class Piece(NamedTuple):
    """The pay of one piece and how many were made, in all or month by month, as said (38 and 420)."""

    rate: str
    made: tuple[str, ...]


class AgreedAndGiven(NamedTuple):
    """What was agreed and what came, as said (3500 and 2100); whether for each month, or for one named."""

    agreed: str
    given: str
    monthly: bool
    one_month: bool


class Hour(NamedTuple):
    """The pay of an hour as it was agreed, and as it was given where that was less, as said (25 and 16)."""

    agreed: str
    given: str | None


class WageAnew(IntakeShape):
    """Patterns: the wage as `said` anew with all that comes to it, words before it that make it somebody else's
    or supposed, and words of its clause that make it no wage."""

    said: str
    not_own: str
    not_wage: str


class PayTold(IntakeShape):
    """Patterns; NUM stands for a number, UNIT for one of `units`. `bare` is a sum and nothing else, `unpaid` tells that nothing came
    at all, `other_debts` that something besides plain pay is owed."""

    paid_by_month: PaidByMonth
    reckoning: Reckoning
    number: str
    leading: str
    bare: str
    digits: str
    with_unit: str
    period: str
    bare_count: str
    unnamed_count: str
    base_beside: str
    units: tuple[str, ...]
    rate: tuple[str, ...]
    count: tuple[str, ...]
    count_of_month: str
    months_and_days: tuple[str, ...]
    days_besides: str
    span_days: str
    short_each_month: str
    first_months_paid: str
    unpaid: str
    of_span: str
    worked_span: str
    agreed: str
    weak_agreed: str
    only: str
    offered: str
    given: str
    before_deduction: str
    hour_gap: tuple[str, ...]
    hour_unpaid: tuple[str, ...]
    hours_in_all: str
    worked_days: tuple[str, ...]
    taken: str
    came_in_hand: str
    left: str
    one_month: str
    by_month: str
    alike: str
    other_debts: str
    wage_anew: WageAnew
    days_of_this: str
    last_month_too: str

    def pieces_in(self, text: str, before: str = "") -> Piece | None:
        """一平方38 贴了420平, the price told there or `before`; None where one of the two, or the same unit,
        is not told."""
        if compiled(self.digits).search(text) is None:
            return None
        for unit in self.units:
            rate = self._first(self.rate, text, unit) or self._first(self.rate, before, unit)
            if rate is None or self._several_rates(text, unit):
                continue
            counts = self._counts(text, unit)
            count = self._first(self.count, text, unit) or self._unnamed_count(text)
            if len(counts) > 1 or count:
                return Piece(rate, counts if len(counts) > 1 else (str(count),))
        return None

    def _several_rates(self, text: str, unit: str) -> bool:
        """一单68 一单52: whether different prices are told, none of which is that of all."""
        patterns = (self._of_unit(each, unit) for each in self.rate)
        return len({m["n"] for each in patterns for m in each.finditer(text)}) > 1

    def _counts(self, text: str, unit: str) -> tuple[str, ...]:
        """9月装了410吨 10月386吨: the pieces of each month, as said."""
        pattern = self._of_unit(self.count_of_month, unit)
        return tuple(match["n"] for match in pattern.finditer(text))

    def has_base(self, text: str) -> bool:
        """Whether the pay of each piece comes to a base of the month."""
        return compiled(self.base_beside).search(text) is not None

    def _unnamed_count(self, text: str) -> str | None:
        """上了50来个: how many, of what was priced before."""
        match = filled(self.unnamed_count, "NUM", self.number).search(text)
        return match["n"] if match else None

    def count_in(self, text: str) -> str | None:
        """是36车: how many pieces, where nothing else is said."""
        pattern = with_piece(self.bare_count, "UNITS", "|".join(self.units))
        match = filled(pattern, "NUM", self.number).search(text)
        return match["n"] if match else None

    def months_and_days_in(self, text: str) -> tuple[str, str] | None:
        """一个月零十一天: the months and the days, as said."""
        for pattern in self.months_and_days:
            if match := filled(pattern, "NUM", self.number).search(text):
                return match["m"], match["d"]
        return None

    def first_months_in(self, text: str) -> str | None:
        """只拿到第一个月的: how many months were paid, as said."""
        match = filled(self.first_months_paid, "NUM", self.number).search(text)
        return match["n"] or match["k"] if match else None

    def days_besides_in(self, text: str) -> str | None:
        """还有11月干了12天: the days worked beyond the months owed, as said."""
        match = filled(self.days_besides, "NUM", self.number).search(text)
        return match["n"] if match else None

    def days_of_this_month(self, text: str) -> str | None:
        """这个月上了13天: the days worked in the running month, as said."""
        match = filled(self.days_of_this, "NUM", self.number).search(text)
        return match["n"] if match else None

    def days_worked(self, text: str) -> tuple[str, ...]:
        """Each count of days worked, as said."""
        found = (filled(p, "NUM", self.number).finditer(text) for p in self.worked_days)
        return tuple(match["n"] for matches in found for match in matches)

    def owes_last_month_too(self, text: str) -> bool:
        """Whether the month before the running one is owed, too."""
        return compiled(self.last_month_too).search(text) is not None

    def short_each_month_in(self, text: str) -> tuple[str, str] | None:
        """每个月少5000，八个月多: what is lacking of each month, and the words around it."""
        match = filled(self.short_each_month, "NUM", self.number).search(text)
        if match is None:
            return None
        return match["n"] or match["k"], text[: match.start()] + text[match.end() :]

    def is_unpaid(self, text: str) -> bool:
        """Whether nothing of the pay came (一分没拿到)."""
        return compiled(self.unpaid).search(text) is not None

    def is_worked_span(self, between: str, after: str) -> bool:
        """Whether two days, by the words between and after them, bound the time worked."""
        if self.is_of_span(after):
            return False
        return bool(compiled(self.worked_span).search(between + after))

    def is_of_span(self, after: str) -> bool:
        """Whether the words after two days speak of the pay of the time between (的工资没给)."""
        return compiled(self.of_span).match(after) is not None

    def agreed_and_given(self, text: str) -> Iterator[AgreedAndGiven]:
        """说好3500 实际给2100; 底薪4500 上个月只发了2700, where the words say that it was too little."""
        for pattern in (self.agreed, self.weak_agreed):
            found = list(self._given_behind(pattern, text, weak=pattern == self.weak_agreed))
            yield from found
            if found:
                return

    def _given_behind(self, pattern: str, text: str, *, weak: bool) -> Iterator[AgreedAndGiven]:
        for match in filled(pattern, "NUM", self.number).finditer(text):
            given = filled(self.given, "NUM", self.number).match(text, match.end())
            if given is None:
                continue
            between = text[match.end() : given.start("n")]
            if compiled(self.offered).search(between):
                continue
            if weak and compiled(self.only).search(between) is None:
                continue
            around = text[max(0, match.start() - AROUND) : given.start("n")]
            monthly = compiled(self.by_month).search(text[: given.start("n")]) is not None
            one = compiled(self.one_month).search(around) is not None
            yield AgreedAndGiven(match["n"], given["n"], monthly, one)

    def due_and_came(self, text: str) -> tuple[str, str] | None:
        """应发6200 到手3900: the pay before what was taken off, and what came, as said."""
        match = filled(self.before_deduction, "NUM", self.number).search(text)
        return (match["n"], match["came"]) if match else None

    def hour_in(self, text: str) -> Hour | None:
        """说好25一小时 只给16; 一小时18 一分没给."""
        for pattern in self.hour_gap:
            if match := filled(pattern, "NUM", self.number).search(text):
                return Hour(match["n"], match["given"])
        if not self.is_unpaid(text):
            return None
        for pattern in self.hour_unpaid:
            if match := filled(pattern, "NUM", self.number).search(text):
                return Hour(match["n"], None)
        return None

    def days_of_hours(self, text: str) -> str | None:
        """The days worked, as said (干了26天; 26天 behind the hours of each)."""
        for pattern in self.worked_days:
            if match := filled(pattern, "NUM", self.number).search(text):
                return match["n"]
        return None

    def hours_told(self, text: str) -> str | None:
        """上了260个小时: all the hours worked, as said."""
        match = compiled(self.hours_in_all).search(text)
        return match["n"] if match else None

    def days_of_span(self, text: str) -> str | None:
        """欠的是10月20到11月15 26天: the days of the pay owed, as said."""
        match = filled(self.span_days, "NUM", self.number).search(text)
        return match["n"] if match else None

    def speaks_of_taking(self, text: str) -> bool:
        """Whether something was taken off the pay (克扣 应发8200 实发6100)."""
        return compiled(self.taken).search(text) is not None

    def in_hand(self, text: str) -> str | None:
        """到手3900: what came, as said."""
        match = filled(self.came_in_hand, "NUM", self.number).search(text)
        return match["n"] if match else None

    def rate_in(self, text: str) -> str | None:
        """12块一吨: the pay of one piece, whatever piece it is, as said."""
        units = f"(?:{'|'.join(self.units)})"
        return self._first(self.rate, text, units)

    def left_in(self, text: str) -> str | None:
        """罚3400 到手才2100: what was left of the pay once something was taken off, as said."""
        match = filled(self.left, "NUM", self.number).search(text)
        return match["n"] if match else None

    def months_alike(self, text: str) -> str | None:
        """四个月都这样: for how many months, as said."""
        match = filled(self.alike, "NUM", self.number).search(text)
        return match["n"] if match else None

    def wage_anew_in(self, text: str) -> tuple[str, ...]:
        """加上季度奖平均13500: what the wage may come to in all, as said."""
        words = self.wage_anew
        found = filled(words.said, "NUM", self.number).finditer(text)
        return tuple(
            match["n"]
            for match in found
            if compiled(words.not_own).search(text[: match.start()]) is None
            and compiled(words.not_wage).search(match.group()) is None
        )

    def tells_other_debts(self, text: str) -> bool:
        """Whether a premium, a deposit or the like is owed beside the pay."""
        return compiled(self.other_debts).search(text) is not None

    def _first(self, patterns: tuple[str, ...], text: str, unit: str) -> str | None:
        for pattern in patterns:
            if match := self._of_unit(pattern, unit).search(text):
                return match["n"]
        return None

    def _of_unit(self, pattern: str, unit: str) -> re.Pattern[str]:
        return filled(with_piece(pattern, "UNIT", unit), "NUM", self.number)
