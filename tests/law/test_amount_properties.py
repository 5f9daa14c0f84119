"""What holds of every sum whatever is given: nothing crashes, more service or wage is never less."""

import string
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from knowledge.law.calculation_lines import MOST_LINES, calculation_lines
from knowledge.law.calculation_rules import RULES
from knowledge.law.explanation import Explanation, Step
from knowledge.law.given import KINDS, GivenFault
from knowledge.library import Knowledge

TODAY = date(2026, 11, 21)
BOUNDS = ("amount", "low", "high")

wages = st.decimals(0, 200_000, places=2)
uncapped = st.decimals(0, 75_000, places=2)
"""Two of them together stay below three times a local average of 50,000."""
days = st.dates(date(2008, 1, 1), date(2026, 12, 31))
anything = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), days.map(str),
    st.decimals(-10, 10_000, places=2).map(str), st.text(string.digits + "-.,０１－", max_size=12),
    st.lists(st.integers(), max_size=2),
)  # fmt: skip
regions = st.sampled_from(
    [None, "110105", "310115", "440000", "441224", "510100", "130107", "210700"]
)


def unless_refused(
    knowledge: Knowledge, rule: str, facts: dict[str, Any], region: str | None, today: date
) -> Explanation | str:
    """What the rule gives, or the sentence it is refused with."""
    try:
        return knowledge.calculate(rule, facts, region, today)
    except GivenFault as refused:
        words = knowledge.calculation_basis.words
        return words.refusal(refused.code, refused.key, refused.said)


@settings(max_examples=400, deadline=None)
@any_of(
    rule=st.sampled_from(sorted(RULES)),
    facts=st.dictionaries(st.sampled_from(sorted(KINDS)), anything),
    region=regions,
    today=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
)
def test_nothing_given_can_make_a_rule_crash(
    knowledge: Knowledge, rule: str, facts: dict[str, Any], region: str | None, today: date
) -> None:
    found = unless_refused(knowledge, rule, facts, region, today)
    if isinstance(found, str):
        assert found
        return
    assert found.citations
    sums = [getattr(found, bound) for bound in BOUNDS]
    assert all(value is None or value >= 0 for value in sums)
    if found.amount is None and not found.also.get("retirement_month"):
        assert found.missing or (found.low is not None and found.high is not None)
    if found.low is not None and found.high is not None:
        assert found.low < found.high


@settings(max_examples=150, deadline=None)
@any_of(
    first=days, worked_days=st.integers(0, 9000), more=st.integers(0, 900), wage=uncapped,
    rise=uncapped,
    rule=st.sampled_from(["economic_compensation", "unlawful_dismissal_compensation"]),
)  # fmt: skip
def test_compensation_never_falls_with_service_or_wage_below_the_cap(
    knowledge: Knowledge,
    first: date,
    worked_days: int,
    more: int,
    wage: Decimal,
    rise: Decimal,
    rule: str,
) -> None:
    def amount(length: int, paid: Decimal) -> Decimal:
        facts = {
            "employed_from": first.isoformat(),
            "employed_to": (first + timedelta(days=length)).isoformat(),
            "average_monthly_wage": str(paid),
            "local_average_monthly_wage": "50000",
            "local_minimum_wage": "2000",
        }
        found = knowledge.calculate(rule, facts, None, TODAY).amount
        assert found is not None
        return found

    sum_ = amount(worked_days, wage)
    assert amount(worked_days + more, wage) >= sum_
    assert amount(worked_days, wage + rise) >= sum_ >= 0


@settings(max_examples=150, deadline=None)
@any_of(
    wage=wages, rise=wages, weekday=st.integers(0, 100), rest=st.integers(0, 100),
    more=st.integers(0, 50),
)  # fmt: skip
def test_overtime_never_falls_with_wage_or_hours(
    knowledge: Knowledge, wage: Decimal, rise: Decimal, weekday: int, rest: int, more: int
) -> None:
    def amount(paid: Decimal, hours: int) -> Decimal:
        facts = {"monthly_wage": str(paid), "weekday_hours": hours, "rest_day_hours": rest}
        found = knowledge.calculate("overtime_pay", facts, None, TODAY).amount
        assert found is not None
        return found

    assert amount(wage + rise, weekday) >= amount(wage, weekday) >= 0
    assert amount(wage, weekday + more) >= amount(wage, weekday)


@settings(max_examples=150, deadline=None)
@any_of(first=days, worked_days=st.integers(0, 800), later=st.integers(0, 1500), wage=wages)
def test_double_wages_are_at_most_eleven_months_and_shrink_with_waiting(
    knowledge: Knowledge, first: date, worked_days: int, later: int, wage: Decimal
) -> None:
    last = first + timedelta(days=worked_days)

    def bounds(waited: int) -> tuple[Decimal, Decimal]:
        facts = {
            "employed_from": first.isoformat(),
            "employed_to": last.isoformat(),
            "applied_on": (last + timedelta(days=waited)).isoformat(),
            "monthly_wage": str(wage),
        }
        found = knowledge.calculate("double_wages", facts, None, TODAY)
        if found.amount is not None:
            return found.amount, found.amount
        assert found.low is not None
        assert found.high is not None
        return found.low, found.high

    low, high = bounds(0)
    assert 0 <= low <= high <= 11 * wage
    assert bounds(later)[0] <= low


def test_many_assumptions_share_the_last_line(knowledge: Knowledge) -> None:
    found = Explanation(
        amount=Decimal(1), low=None, high=None,
        steps=tuple(Step(f"步骤{number}", "1") for number in range(12)),
        citations=(), assumptions=("甲。", "乙。", "丙。"),
    )  # fmt: skip
    words = knowledge.calculation_basis.words
    lines = calculation_lines("overtime_pay", found, words, knowledge.citation_text)
    assert len(lines) == MOST_LINES
    assert "甲。乙。丙。" in lines
