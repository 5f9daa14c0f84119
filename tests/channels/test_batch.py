"""The batch interface: every line gets a line, in order, whatever it holds."""

import json
from typing import Any

import pytest

from bot.channels.batch import run_batch
from bot.channels.batch.answering import FACT_KEYS
from bot.dialogue.content import Content
from tests.conftest import TODAY


def batch(verb: str, content: Content, *lines: object) -> list[dict[str, Any]]:
    raw = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    return [json.loads(text) for text, _ in run_batch(verb, raw, content, TODAY)]


def test_an_answer_names_entries_and_articles(content: Content) -> None:
    (line,) = batch("answer", content, {"id": 1, "text": "公司没签劳动合同要赔双倍工资吗"})
    assert line["id"] == 1
    assert line["outcome"] in ("answer", "choices")
    first = line["entries"][0]
    assert first["id"] == "double_pay_no_contract"
    assert {"law": "labour_contract_law", "article": 82} in [
        {"law": c["law"], "article": c["article"]} for c in first["citations"]
    ]
    assert 0 <= first["score"] <= 1


def test_danger_is_an_outcome_of_its_own(content: Content) -> None:
    (line,) = batch("answer", content, {"id": "c", "text": "拿不到钱我不想活了"})
    assert line["outcome"] == "crisis"
    assert line["entries"] == []
    assert "self_harm" in line["alarms"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("not json", "not_json"),
        ("[" * 100_000, "not_json"),
        ("[1]", "not_an_object"),
        ('{"id": 3}', "missing_text"),
        ('{"id": 3, "text": 5}', "missing_text"),
        ('{"id": 3, "text": "x", "today": "2026-02-30"}', "bad_today"),
        ('{"id": 3, "text": "x", "today": 7}', "bad_today"),
    ],
)
def test_a_bad_line_is_said_in_its_place_and_the_run_goes_on(
    content: Content, line: str, code: str
) -> None:
    bad, good = batch("answer", content, line, {"id": 9, "text": "欠薪"})
    assert bad["error"]["code"] == code
    assert good["id"] == 9
    assert "outcome" in good


@pytest.mark.parametrize("text", ["", "\x00", "²", "\ud800", "　", "是" * 100_000, "<b>{{1}}</b>"])
def test_any_text_is_taken(content: Content, text: str) -> None:
    (answered,) = batch("answer", content, {"id": 1, "text": text})
    (facts,) = batch("intake", content, {"id": 1, "text": text})
    assert "outcome" in answered
    assert set(facts["facts"]) == set(FACT_KEYS)


def test_facts_are_plain_and_unknown_is_null(content: Content) -> None:
    (line,) = batch("intake", content, {"id": 1, "text": "我在昆山干活，欠我一万二，没签合同"})
    facts = line["facts"]
    assert facts["region"] == "320583"
    assert facts["amount_claimed"] == "12000.00"
    assert facts["has_written_contract"] is False
    assert facts["monthly_wage"] is None


def test_a_referral_names_only_bodies_of_the_place_and_always_a_hotline(content: Content) -> None:
    (line,) = batch(
        "refer", content, {"id": 1, "region": "510114", "dispute_kinds": ["wage_arrears"]}
    )
    places = content.knowledge.places
    directory = {body.id: body for body in content.knowledge.directory}
    for candidate in line["candidates"]:
        assert places.contains(directory[candidate["organization"]].adcode, "510114")
    assert any("12333" in hotline["contact"] for hotline in line["fallback"])


def test_a_point_gives_counties_to_confirm(content: Content) -> None:
    (line,) = batch("refer", content, {"id": 1, "lat": 30.82, "lon": 104.16, "dispute_kinds": []})
    assert 1 <= len(line["region_options"]) <= 3
    assert line["candidates"] == []


@pytest.mark.parametrize(
    "line", [{}, {"lat": "x", "lon": 1}, {"region": 5}, {"lat": 999, "lon": 0}]
)
def test_a_referral_without_a_place_is_refused(content: Content, line: dict[str, Any]) -> None:
    (refused,) = batch("refer", content, {"id": 1, **line})
    assert "error" in refused


def test_a_talk_goes_turn_by_turn_and_is_the_same_every_time(content: Content) -> None:
    line = {"id": "t", "says": [{"say": "老板拖欠工资"}, {"say": "帮我处理"}, {"say": "成都新都"}]}
    (first,) = batch("talk", content, line)
    (second,) = batch("talk", content, line)
    assert first == second
    assert [turn["stage"] for turn in first["turns"]][1:] == ["intake", "intake"]
    assert all(turn["replies"] for turn in first["turns"])


def test_a_choice_of_the_reply_before_is_pressed_by_its_id(content: Content) -> None:
    says: list[dict[str, Any]] = [{"say": "公司坑我"}]
    (asked,) = batch("talk", content, {"id": 1, "says": says})
    choice = asked["turns"][0]["replies"][-1]["choices"][0]["id"]
    (line,) = batch("talk", content, {"id": 1, "says": [*says, {"choice": choice}]})
    assert line["turns"][1]["stage"] in ("choosing_answer", "question")


@pytest.mark.parametrize(
    "says", [None, "x", [1], [{}], [{"place": {"lat": 1}}], [{"say": "x", "hours_later": -1}]]
)
def test_a_broken_talk_is_said_so(content: Content, says: object) -> None:
    (line,) = batch("talk", content, {"id": 1, "says": says})
    assert line["error"]["message"]


def test_a_calculation_shows_its_working_and_its_articles(content: Content) -> None:
    given = {
        "employed_from": "2021-01-01",
        "employed_to": "2025-07-31",
        "average_monthly_wage": 8000,
    }
    (line,) = batch(
        "calculate", content, {"id": 1, "rule": "economic_compensation", "given": given}
    )
    assert (line["amount"], line["low"], line["high"]) == ("40000.00", None, None)
    assert line["steps"][-1] == {"text": "每月8000元 × 5个月 ＝ 40000元", "value": "40000.00"}
    assert {"law": "labour_contract_law", "article": 47} in line["citations"]
    assert line["missing"] == []
    assert line["assumptions"]


def test_months_and_days_are_plain_numbers_and_dates_are_listed(content: Content) -> None:
    years = {"total_service_years": 10, "employer_service_years": 5}
    period, retired, days, unknown = batch(
        "calculate",
        content,
        {"rule": "medical_treatment_period", "given": years},
        {"rule": "retirement_month", "given": {"sex": "male", "birth_month": "1968-06"}},
        {"rule": "holidays", "given": {"year": 2026}},
        {"rule": "minimum_wage", "given": None},
    )
    assert period["amount"] == "9"
    assert (retired["amount"], retired["retirement_month"]) == (None, "2029-05")
    assert (days["amount"], len(days["dates"])) == ("13", 13)
    assert unknown["missing"] == ["region"]


def test_the_place_may_stand_in_the_line_or_among_the_facts(content: Content) -> None:
    lines = batch(
        "calculate",
        content,
        {"rule": "minimum_wage", "given": {"region": "110105"}},
        {"rule": "minimum_wage", "region": "110105"},
        {"rule": "minimum_wage", "region": "510100"},
    )
    assert [line["amount"] for line in lines] == ["2540.00", "2540.00", None]
    assert (lines[2]["low"], lines[2]["high"]) == ("2200.00", "2330.00")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({}, "unknown_rule"),
        ({"rule": ["overtime_pay"]}, "unknown_rule"),
        ({"rule": "win_the_case"}, "unknown_rule"),
        ({"rule": "overtime_pay", "given": [1]}, "bad_given"),
        ({"rule": "minimum_wage", "given": {"region": "999999"}}, "unknown_region"),
        ({"rule": "minimum_wage", "region": 110105}, "unknown_region"),
        ({"rule": "minimum_wage", "region": {"a": []}}, "unknown_region"),
        ({"rule": "overtime_pay", "given": {"monthly_wage": "-1"}}, "negative"),
        ({"rule": "death_lump_sum", "given": {"accident_year": 1e308}}, "too_large"),
    ],
)
def test_a_calculation_that_cannot_be_is_refused_with_a_sentence(
    content: Content, line: dict[str, Any], code: str
) -> None:
    (refused,) = batch("calculate", content, {"id": 5, **line})
    assert refused["id"] == 5
    assert refused["error"]["code"] == code
    assert refused["error"]["message"]


def test_a_triage_says_where_how_fast_and_by_when(content: Content) -> None:
    told = {
        "dispute_kinds": ["wage_arrears"],
        "amount_claimed": "8000.00",
        "still_employed": False,
        "employed_to": "2026-03-31",
    }
    (line,) = batch("triage", content, {"id": 1, "facts": told, "today": "2026-11-21"})
    assert line["routes"][0]["body"] == "labour_inspection"
    assert (line["track"], line["urgency"]) == ("fast", "normal")
    assert line["deadlines"][0] == {
        "kind": "wage_arbitration_limitation",
        "last_day": "2027-03-31",
        "citations": [
            {"law": "labour_dispute_mediation_arbitration_law", "article": 27, "paragraph": 4}
        ],
    }
    assert "region" in line["missing"]


@pytest.mark.parametrize(
    "facts", [None, [], "x", {"dispute_kinds": ["money"]}, {"event_date": "x"}]
)
def test_facts_that_cannot_be_read_are_refused(content: Content, facts: object) -> None:
    (refused,) = batch("triage", content, {"id": 1, "facts": facts})
    assert refused["error"]["code"] in ("missing_facts", "bad_fact")


def test_intake_states_nothing_that_is_only_presumed(content: Content) -> None:
    text = "我在药店收银，11月9号店长说以后别来了，我2024年4月去的，我侄儿替我问的"
    (line,) = batch("intake", content, {"id": 1, "text": text, "today": "2026-11-23"})
    assert line["facts"]["event_date"] == "2026-11-09"
    assert line["facts"]["still_employed"] is False
    assert line["facts"]["employed_to"] is None


def test_facts_of_intake_are_those_of_triage(content: Content) -> None:
    (read,) = batch(
        "intake", content, {"id": 1, "text": "老板三个月没发工资，一共欠我18000，我在新都区上班"}
    )
    (line,) = batch("triage", content, {"id": 1, "facts": read["facts"]})
    assert line["routes"][0]["role"] == "first"
