"""The content check finds what an editor can get wrong, on the line to change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from knowledge.checking import check_sources
from knowledge.schemas import FaqEntry, Statute
from knowledge.sources import EntryFile, Sources, StatuteFile
from knowledge.strict_yaml import parse_yaml
from knowledge.typed_yaml import typed
from tests.conftest import BUILT_ON

TODAY = date(2026, 11, 21)
ENTRY = """\
id: wage_example
title: 老板拖着工资不发怎么办
dispute_kind: wage_arrears
phrases: [甲说法一, 甲说法二, 甲说法三, 甲说法四, 甲说法五, 甲说法六]
short_answer: 可以要。
do_now: [先要欠条]
evidence: [聊天记录]
citations: [labour_law#50]
follow_ups: []
reviewed: {written_by: somebody, checked_on: 2026-11-20}
again_by: 2027-05-21
"""
OTHER = ENTRY.replace("wage_example", "other_example").replace("甲", "乙")


def entry(text: str, topic: str = "wage_arrears", name: str = "wage_example") -> EntryFile:
    document = parse_yaml(text.encode(), f"knowledge/faq/{topic}/{name}.yaml")
    return EntryFile(typed(document, FaqEntry), topic, document)


def faults(sources: Sources, *files: EntryFile, today: date = TODAY) -> list[str]:
    return [str(fault) for fault in check_sources(replace(sources, entries=files), today)]


def test_the_product_itself_is_sound(sources: Sources) -> None:
    assert [str(fault) for fault in check_sources(sources, BUILT_ON)] == []


def test_the_example_is_sound(sources: Sources) -> None:
    assert faults(sources, entry(ENTRY), entry(OTHER, name="other_example")) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("id: wage_example", "id: wage_sample", 1, "not the file's name"),
        ("dispute_kind: wage_arrears", "dispute_kind: money", 3, "not in the vocabulary"),
        ("follow_ups: []", "follow_ups: [nowhere]", 9, "follow-up nowhere is no entry"),
        ("follow_ups: []", "follow_ups: [wage_example]", 9, "does not follow itself"),
        ("follow_ups: []", "alarms: [fire]", 9, "alarm fire"),
        ("follow_ups: []", "worker_kinds: [robot]", 9, "worker kind robot"),
        ("labour_law#50", "labour_act#50", 8, "no law labour_act"),
        ("labour_law#50", "labour_law#150", 8, "has 107 articles"),
        ("labour_law#50", "labour_law", 8, "name the article"),
        ("labour_law#50", "labour_law#106", 8, "has no gist"),
        ("labour_law#50", "criminal_law_excerpts#1", 8, "not in the part we hold"),
        ("labour_law#50", "labour_relation_2005_12#1", 8, "do not hold the text"),
        ("labour_law#50", "housing_fund_regulations_2019#1", 8, "superseded"),
        ("labour_law#50", "spc_labour_interp_1#32.1", 8, "repealed"),
        ("labour_law#50", "labour_law#50, labour_law#50", 8, "stands twice"),
        ("2027-05-21", "2026-11-20", 11, "past"),
        ("2026-11-20", "2026-11-22", 10, "to come"),
        ("可以要。", "你一定能要回来。", 5, "一定能"),
        ("可以要。", "您可以要。", 5, "您"),
        ("可以要。", "打 13912345678 找他。", 5, "number 13912345678"),
        ("可以要。", "打 12315 找他。", 5, "number 12315"),
        ("可以要。", "打95588问。", 5, "number 95588"),
        ("可以要。", "很" * 46 + "。", 5, "sentence of 46 characters"),
        ("可以要。", "可以要。" * 44, 5, "at most 175"),
        (
            "甲说法六",
            "甲说法，一！",
            4,
            "stands in knowledge/faq/wage_arrears/wage_example.yaml:4 too",
        ),
    ],
)
def test_a_fault_is_named_on_its_line(
    old: str, new: str, line: int, words: str, sources: Sources
) -> None:
    found = faults(sources, entry(ENTRY.replace(old, new, 1)))
    start = f"knowledge/faq/wage_arrears/wage_example.yaml:{line}: "
    assert any(fault.startswith(start) and words in fault for fault in found), found


@pytest.mark.parametrize(
    "text",
    [
        "打12333问。",
        "打 110。",
        "赔12000元。",
        "每月150天。",
        "写在2026年3月。",
        "工资12345.67元。",
    ],
)
def test_hotlines_and_amounts_are_no_fault(text: str, sources: Sources) -> None:
    assert faults(sources, entry(ENTRY.replace("可以要。", text))) == []


def test_two_entries_may_not_claim_one_phrase(sources: Sources) -> None:
    twin = entry(OTHER.replace("乙说法一", "甲、说法一？"), name="other_example")
    assert "甲、说法一" in faults(sources, entry(ENTRY), twin)[0]


def test_topics_and_ids_are_known_and_unique(sources: Sources) -> None:
    strange = entry(ENTRY, topic="astrology")
    assert any("topic astrology" in fault for fault in faults(sources, strange))
    copy = entry(OTHER.replace("other_example", "wage_example"), topic="pension")
    assert any("is that of" in fault for fault in faults(sources, entry(ENTRY), copy))


def test_a_law_counts_from_the_day_it_is_in_force(sources: Sources) -> None:
    text = ENTRY.replace("labour_law#50", "over_age_workers_provisions#9")
    before = text.replace("2026-11-20", "2026-06-01")
    assert any(
        "in force only from" in f for f in faults(sources, entry(before), today=date(2026, 6, 30))
    )
    assert faults(sources, entry(text)) == []


def test_a_gist_of_an_article_that_is_not_there_is_a_fault(sources: Sources) -> None:
    text = (
        "id: tiny_law\nname: 小法规\nshort: 小法\nnumber: null\nissuer: null\nin_force_from: 2020-01-01\n"
        "dates: null\nstatus: in_force\narticles: 3\ntext_read: true\ngist:\n  4: 没有这一条\n"
    )
    document = parse_yaml(text.encode(), "knowledge/statutes/tiny_law.yaml")
    file = StatuteFile(typed(document, Statute), document)
    found = [
        str(f) for f in check_sources(replace(sources, statutes=(*sources.statutes, file)), TODAY)
    ]
    assert found[-1:] == [
        "knowledge/statutes/tiny_law.yaml:12: gist of article 4: the law has 3 articles"
    ]


Change = Callable[[Any], dict[str, Any]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda table: {"mediation_kinds": ("astrologer",)}, "astrologer is no kind"),
        (lambda table: {"platform_organizations": ("org-000000-001",)}, "not in organizations.csv"),
        (
            lambda table: {"fallback": table.fallback.model_copy(update={"labour": "99999"})},
            "99999 is not a sure line",
        ),
        (
            lambda table: {"disputes": {k: v for k, v in table.disputes.items() if k != "pension"}},
            "pension has no line",
        ),
        (lambda table: {"industries": {}}, "is not listed"),
    ],
)
def test_the_table_of_competence_fits_the_directory(
    change: Change, words: str, sources: Sources
) -> None:
    table = sources.rules.competence
    assert table is not None
    rules = replace(sources.rules, competence=table.model_copy(update=change(table)))
    found = check_sources(replace(sources, rules=rules), TODAY)
    assert any(words in str(f) and "organizations/competence.yaml" in str(f) for f in found), found


def test_a_zone_names_real_bodies_and_every_zone_body_has_a_zone(sources: Sources) -> None:
    first = sources.zones[0]
    wrong = replace(first, organizations=("org-510100-001",), towns=("999999999",))
    found = [
        str(f) for f in check_sources(replace(sources, zones=(wrong, *sources.zones[1:])), TODAY)
    ]
    assert any("no organization of level park" in fault for fault in found)
    assert any("town 999999999" in fault for fault in found)
    assert any(f"{first.organizations[0]} is of level park" in fault for fault in found)
