"""Every rule of `calculate`: examples with visible arithmetic, and what is refused."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from knowledge.law.calculation_lines import MOST_LINES, calculation_lines
from knowledge.law.calculation_rules import RULES
from knowledge.law.explanation import Explanation
from knowledge.law.given import GivenFault
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
