"""The check finds what a lawyer can get wrong in the triage table, on the line to change."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from knowledge.loading import load_sources
from knowledge.problems import ContentError, Problem
from knowledge.sources import Sources
from knowledge.strict_yaml import YamlDocument, parse_yaml
from knowledge.triage_faults import triage_faults
from knowledge.triage_files import FOLDER, load_triage
from knowledge.typed_yaml import typed
from tests.law.facts import ROOM, TODAY

SOURCES, _ = load_sources(ROOM)


def edited(file: str, old: str, new: str) -> tuple[Sources, list[Problem]]:
    """The sources with one place of one file of the table changed."""
    problems: list[Problem] = []

    def read(path: Path, model: Any) -> tuple[Any, YamlDocument] | None:
        text = path.read_text(encoding="utf-8")
        if path.name == f"{file}.yaml":
            assert old in text
            text = text.replace(old, new, 1)
        try:
            document = parse_yaml(text.encode(), f"knowledge/{FOLDER}/{path.name}")
            return typed(document, model), document
        except ContentError as fault:
            problems.extend(fault.problems)
            return None

    table, documents, found = load_triage(ROOM, read)
    rules = replace(SOURCES.rules, triage=table, documents=dict(documents))
    return replace(SOURCES, rules=rules), [*problems, *found]


def test_the_table_is_sound() -> None:
    sources, problems = edited("doors", "doors:", "doors:")
    assert problems == []
    assert list(triage_faults(sources, TODAY)) == []


ROW = "rows:\n  - id: otherwise\n"
SUNG = "rows:\n  - {id: sung, says: 试一试, "


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("order", "wages: [wage_arrears,", "wages: [money,", "money is no dispute kind"),
        (
            "order",
            "  wages: [wage_arrears",
            "  pension: [wage_arrears",
            "named as a dispute kind is",
        ),
        (
            "order",
            "intern_or_student: intern",
            "intern_or_student: pupil",
            "pupil is no worker kind",
        ),
        ("order", "intern_or_student: intern", "pupils: intern", "pupils is no dispute kind"),
        ("order", "[dispute_kinds, region,", "[dispute_kinds, street,", "street is no fact"),
        ("order", "{signs: [many_claims]}", "{signs: [many]}", "many is no sign"),
        ("order", "{signs: [many_claims]}", "{signs: [group]}", "holds whenever this does"),
        (
            "order",
            "{signs: [some_limit_past]}",
            "{signs: [some_limit_near], still_employed: true}",
            "holds whenever",
        ),
        ("doors", "  hotline_12333:\n", "  hotline:\n", "hotline_12333 has no door"),
        ("doors", "  hotline_12333:\n", "  hotline:\n", "hotline is no body"),
        (
            "doors",
            "never_first: [enterprise",
            "never_first: [company",
            "company_mediation is no body",
        ),
        ("doors", "fallback: hotline_12333", "fallback: hotline", "hotline is no body"),
        ("doors", "fallback: hotline_12333", "fallback: arbitration", "is taken out by a row"),
        ("doors", "work_safety_law#44", "work_safety_law#444", "has 119 articles"),
        ("doors", "work_safety_law#44", "new_employment_opinions_2021", "do not hold the text"),
        ("doors", "人身安全先顾，打110。", "一定能要回来，打110。", "一定能"),
        ("control", "labour_contract_law#7,", "labour_contract_law#700,", "has 98 articles"),
        ("control", "几点上线、", "肯定会赢，", "肯定会"),
        (
            "general",
            ROW,
            SUNG + "when: {any_dispute: [money]}, first: court}\n  - id: otherwise\n",
            "money is not in",
        ),
        (
            "general",
            ROW,
            SUNG + "when: {worker: [robot]}, first: court}\n  - id: otherwise\n",
            "robot is not in",
        ),
        (
            "general",
            ROW,
            SUNG + "when: {event: [rain]}, first: court}\n  - id: otherwise\n",
            "rain is not in",
        ),
        (
            "general",
            ROW,
            SUNG + "when: {no_sign: [rain]}, first: court}\n  - id: otherwise\n",
            "rain is no sign",
        ),
        ("general", ROW, SUNG + "first: mayor}\n  - id: otherwise\n", "mayor is no body"),
        (
            "general",
            ROW,
            SUNG + "also: [legal_aid]}\n  - id: otherwise\n",
            "legal_aid only supports",
        ),
        (
            "general",
            ROW,
            SUNG + "first: enterprise_mediation}\n  - id: otherwise\n",
            "is never first",
        ),
        (
            "general",
            ROW,
            SUNG + "first: court, without: [court]}\n  - id: otherwise\n",
            "taken out by its own row",
        ),
        ("general", ROW, SUNG + "without: [mayor]}\n  - id: otherwise\n", "mayor is no body"),
        ("general", ROW, SUNG + "asks: [colour]}\n  - id: otherwise\n", "colour is no fact"),
        (
            "general",
            ROW,
            SUNG + "when: {signs: [group]}}\n  - id: otherwise\n",
            "row sung changes nothing",
        ),
        (
            "general",
            ROW,
            SUNG + "first: court}\n  - id: otherwise\n",
            "never read: row sung is first before",
        ),
        ("general", "id: otherwise", "id: closure", "row closure stands twice"),
        (
            "agencies",
            "any_dispute: [pension]",
            "any_dispute: [housing_fund]",
            "no row says where pension goes",
        ),
        *(
            (
                "general",
                ROW,
                f"{SUNG}when: {when}, first: court}}\n  - id: otherwise\n",
                "can never hold",
            )
            for when in (
                "{any_dispute: [pension], no_dispute: [pension]}",
                "{any_dispute: [wages], and_dispute: [pension], no_dispute: [pension]}",
                "{any_dispute: [pension], only_disputes: [wages]}",
                "{only_disputes: [wages], no_dispute: [wages]}",
                "{only_disputes: [wages], not_only_disputes: [wages, pension]}",
                "{worker: [intern], not_worker: [intern]}",
                "{any_circumstance: [iou], no_circumstance: [iou]}",
                "{event: [injury], not_event: [injury]}",
                "{signs: [group], no_sign: [group]}",
            )
        ),
    ],
)
def test_a_fault_is_found(file: str, old: str, new: str, words: str) -> None:
    sources, problems = edited(file, old, new)
    assert problems == []
    found = [str(fault) for fault in triage_faults(sources, TODAY)]
    assert any(words in fault for fault in found), found
    assert all(fault.startswith(f"knowledge/{FOLDER}/") and ":0:" not in fault for fault in found)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("general", "signs: [no_first_yet]", "if: [no_first_yet]", "no such key here"),
        ("general", "first: joint_center", "first: {body: court, because: 去法院}", "missing"),
        ("order", "track: group", "track: quick", "track"),
        ("doors", "never_first:", "never:", "never_first"),
    ],
)
def test_a_broken_file_is_a_fault_and_no_table(file: str, old: str, new: str, words: str) -> None:
    sources, problems = edited(file, old, new)
    assert any(words in str(problem) for problem in problems), problems
    assert sources.rules.triage is None
    assert list(triage_faults(sources, TODAY)) == []


def test_a_file_of_rows_that_is_not_read_is_a_fault() -> None:
    _, problems = edited("order", "contract, agencies,", "agencies,")
    assert [str(problem) for problem in problems] == [
        f"knowledge/{FOLDER}/contract.yaml:0: order.yaml does not read this file"
    ]


def test_words_are_not_judged_while_the_rules_of_wording_cannot_be_read() -> None:
    sources, _ = edited("doors", "人身安全先顾", "一定能")
    silent = replace(sources, rules=replace(sources.rules, wording=None))
    assert list(triage_faults(silent, TODAY)) == []
