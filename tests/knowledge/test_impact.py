"""What rests on an article, found in the real content and in a small document."""

import subprocess
import sys

import pytest

from bot.operations.build_files import ROOT
from knowledge.impact import resting_on
from knowledge.strict_yaml import parse_yaml

DOCUMENT = parse_yaml(
    b"title: T\ncitations: [labour_law#3, labour_law#36.2]\nrules:\n  - citation: labour_law#36\n"
    b"    text: labour_law#36 is named inside a sentence\n  - citation: labour_law_rules#36\n",
    "x.yaml",
)


def test_paragraphs_count_and_other_laws_do_not() -> None:
    found = resting_on([DOCUMENT], "labour_law", 36)
    assert [(each.line, each.citation) for each in found] == [
        (2, "labour_law#36.2"),
        (4, "labour_law#36"),
    ]
    assert {each.title for each in found} == {"T"}
    assert len(resting_on([DOCUMENT], "labour_law", None)) == 3
    assert resting_on([DOCUMENT], "labour_law", 4) == []


def command(*arguments: str) -> "subprocess.CompletedProcess[str]":
    line = [sys.executable, "main.py", "impact", *arguments]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_lists_the_entries_behind_an_article() -> None:
    done = command("labour_contract_law", "82")
    assert done.returncode == 0
    assert "knowledge/faq/no_written_contract/double_pay_no_contract.yaml" in done.stdout
    assert "citation(s) in" in done.stdout.splitlines()[-1]


def test_the_command_lists_papers_and_replies_too() -> None:
    done = command("labour_contract_law", "46")
    assert "bot/documents/papers/forced_resignation_notice.yaml" in done.stdout
    assert "bot/documents/disputes.yaml" in done.stdout
    assert "intents/replies/asides.yaml" in done.stdout


@pytest.mark.parametrize("law", ["labor_contract_law", "nothing_like_it_at_all", "劳动法"])
def test_an_unknown_law_is_answered_with_one_sentence(law: str) -> None:
    done = command(law, "1")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "no law is called" in done.stderr
