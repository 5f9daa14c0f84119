"""Every rule of `calculate`: examples with visible arithmetic, what holds for all, what is refused."""

import re
import string
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from knowledge.law.calculation_lines import MOST_LINES, calculation_lines
from knowledge.law.calculation_rules import RULES
from knowledge.law.explanation import Explanation, Step
from knowledge.law.given import KINDS, GivenFault
from knowledge.library import Knowledge
from knowledge.strict_yaml import read_yaml
from tests.law.sums import worked_out

TODAY = date(2026, 11, 21)
EXAMPLES: list[dict[str, Any]] = [
    example
    for path in sorted(Path(__file__).with_name("amounts").glob("*.yaml"))
    for example in read_yaml(path, path.name).value
]
BOUNDS = ("amount", "low", "high")
LONGEST_SENTENCE = 45


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def worked(knowledge: Knowledge, example: dict[str, Any]) -> Explanation:
    facts = {key: plain(value) for key, value in example["given"].items()}
    region = example.get("region") or facts.get("region")
    return knowledge.calculate(example["rule"], facts, region, example.get("today", TODAY))


def too_long(found: Explanation) -> list[str]:
    """Sentences longer than a worker reads, filled in as they are shown."""
    texts = (*found.assumptions, *(step.text for step in found.steps))
    sentences = (sentence for text in texts for sentence in re.split("[。；？]", text))
    return [sentence for sentence in sentences if len(sentence) > LONGEST_SENTENCE]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_example(knowledge: Knowledge, example: dict[str, Any]) -> None:
    expect = example["expect"]
    if "error" in expect:
        with pytest.raises(GivenFault) as refused:
            worked(knowledge, example)
        assert refused.value.code == expect["error"]
        words = knowledge.calculation_basis.words
        assert words.refusal(refused.value.code, refused.value.key, refused.value.said)
        return
    found = worked(knowledge, example)
    for bound in BOUNDS:
        if bound in expect:
            assert getattr(found, bound) == worked_out(expect[bound])
    assert list(found.missing) == expect.get("missing", [])
    assert found.citations
    assert not too_long(found)
    if "retirement_month" in expect:
        assert found.also["retirement_month"] == expect["retirement_month"]
    assert expect.get("cites") in (None, *map(str, found.citations))
    assert expect.get("assumes", "") in "".join(found.assumptions)
    texts = [step.text for step in found.steps]
    assert expect.get("shows", "") in "\n".join(texts)
    assert expect.get("hides", "{") not in "".join((*found.assumptions, *texts))
    lines = calculation_lines(
        example["rule"], found, knowledge.calculation_basis.words, knowledge.citation_text
    )
    assert 2 <= len(lines) <= MOST_LINES
    assert all(lines)


def test_every_rule_is_shown_by_examples_and_names_are_not_used_twice() -> None:
    assert {example["rule"] for example in EXAMPLES} == set(RULES)
    names = [example["name"] for example in EXAMPLES]
    assert len(set(names)) == len(names)
    assert len(names) >= 150


def test_the_working_of_a_sum_names_its_steps(knowledge: Knowledge) -> None:
    facts = {
        "employed_from": "2021-01-01",
        "employed_to": "2025-07-31",
        "average_monthly_wage": "8000",
    }
    found = knowledge.calculate("economic_compensation", facts, None, TODAY)
    assert [(step.text, step.value) for step in found.steps] == [
        ("从2021-01-01到2025-07-31是4年7个月。零头满半年算一年，按5个月工资算", "5"),
        ("每月8000元 × 5个月 ＝ 40000元", "40000.00"),
    ]


def test_a_public_year_lists_its_days(knowledge: Knowledge) -> None:
    found = knowledge.calculate("holidays", {"year": 2026}, None, TODAY)
    assert found.also["working_rest_days"] == [
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]  # fmt: skip
    dates = found.also["dates"]
    assert isinstance(dates, list)
    assert {"2026-02-16", "2026-05-02"} <= set(dates)
    unpublished = knowledge.calculate("holidays", {"year": 2027}, None, TODAY)
    assert unpublished.also == {"dates": None, "working_rest_days": None}


BAD = [
    ("average_monthly_wage", "-8000", "negative"),
    ("average_monthly_wage", -1, "negative"),
    ("average_monthly_wage", -(10**30), "negative"),
    ("average_monthly_wage", "－８０００", "negative"),
    ("average_monthly_wage", "", "not_a_number"),
    ("average_monthly_wage", "八千", "not_a_number"),
    ("average_monthly_wage", "8000²", "not_a_number"),
    ("average_monthly_wage", "٨٠٠٠", "not_a_number"),
    ("average_monthly_wage", "8,00", "not_a_number"),
    ("average_monthly_wage", "1e5", "not_a_number"),
    ("average_monthly_wage", "NaN", "not_a_number"),
    ("average_monthly_wage", float("nan"), "not_a_number"),
    ("average_monthly_wage", float("inf"), "not_a_number"),
    ("average_monthly_wage", 1e300, "too_large"),
    ("average_monthly_wage", True, "not_a_number"),
    ("average_monthly_wage", [8000], "not_a_number"),
    ("average_monthly_wage", {"yuan": 8000}, "not_a_number"),
    ("average_monthly_wage", "8" * 100_000, "not_a_number"),
    ("average_monthly_wage", "999999999", "too_large"),
    ("average_monthly_wage", 10**4000, "too_large"),
    ("local_minimum_wage", "25", "too_small"),
    ("local_average_monthly_wage", 0, "too_small"),
    ("local_average_monthly_wage", "145391", "not_of_a_month"),
    ("local_minimum_wage", "30480", "not_of_a_month"),
    ("employed_from", "2025-02-30", "no_such_day"),
    ("employed_from", "2025-13", "no_such_day"),
    ("employed_from", "0000", "no_such_day"),
    ("employed_from", "1066-10-14", "no_such_day"),
    ("employed_from", "9999-12-31", "no_such_day"),
    ("employed_from", "去年", "bad_date"),
    ("employed_from", "2025/01/01", "bad_date"),
    ("employed_from", 20250101, "bad_date"),
    ("employed_from", "\ud800", "bad_date"),
    ("employed_from", "", "bad_date"),
]


@pytest.mark.parametrize(("key", "value", "code"), BAD)
def test_what_is_no_clear_value_is_refused_with_a_sentence(
    knowledge: Knowledge, key: str, value: Any, code: str
) -> None:
    facts = {"employed_from": "2021-01-01", "employed_to": "2025-07-31", key: value}
    with pytest.raises(GivenFault) as refused:
        knowledge.calculate("economic_compensation", facts, None, TODAY)
    assert (refused.value.code, refused.value.key) == (code, key)
    words = knowledge.calculation_basis.words
    sentence = words.refusal(code, key, refused.value.said)
    assert words.fact(key) in sentence
    assert len(sentence) < 80


def test_a_number_of_json_is_read_exactly(knowledge: Knowledge) -> None:
    found = knowledge.calculate("payment_in_lieu_of_notice", {"last_month_wage": 0.1}, None, TODAY)
    assert found.amount == Decimal("0.10")


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
