"""The room put together: words are found whole, and bad files say where they are bad."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.dialogue.content import Content
from bot.operations.build_files import ROOT
from intents.checking import check_intents
from intents.files import FOLDERS, check_files, read_files, values_of
from intents.library import Intents
from intents.loading import assemble
from intents.reply_citations import reply_citation_faults
from intents.reply_names import REPLY_NAMES
from knowledge.problems import Problem


@pytest.fixture
def intents(content: Content) -> Intents:
    return content.intents


def checked(content: Content, room: Path) -> list[Problem]:
    """What the check of both rooms together finds."""
    documents, _ = read_files(room)
    vocabulary = content.knowledge.vocabulary
    intents = assemble(values_of(documents))
    return check_intents(intents, documents, content.knowledge.entries, vocabulary.dispute_kinds)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A copy of the intents room that a test may spoil."""
    for folder in FOLDERS:
        shutil.copytree(ROOT / "intents" / folder, tmp_path / folder)
    return tmp_path


def spoil(room: Path, name: str, before: str, after: str) -> list[str]:
    path = room / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    documents, problems = read_files(room)
    return [str(problem) for problem in (*problems, *check_files(documents))]


@pytest.mark.parametrize(("said", "command"), [
    ("返回", "back"), ("重来！", "restart"), (" 找人工 ", "human"), ("/START", "restart"),
    ("删除。", "delete"), ("我的资料", "my_data"), ("为什么问？", "why"), ("谢谢", "thanks"),
])  # fmt: skip
def test_commands_are_whole_messages(intents: Intents, said: str, command: str) -> None:
    assert intents.command(said) == command
    assert intents.command(f"{said}我想问别的") is None


@pytest.mark.parametrize(("said", "agreed"), [
    ("是的", True), ("要得", True), ("OK", True), ("不用了", False), ("唔使", False),
    ("不是这样的，我是被骗的", None), ("", None),
])  # fmt: skip
def test_only_a_plain_yes_is_a_yes(intents: Intents, said: str, agreed: bool | None) -> None:
    assert intents.agreement(said) is agreed


@pytest.mark.parametrize(("said", "code"), [
    ("7k3m2 q9abc 01234 56789 abcde f", "7K3M2Q9ABC0123456789ABCDEF"),
    ("OIL" + "A" * 23, "011" + "A" * 23),
    ("A" * 25, None),
    ("U" * 26, None),
    ("我的案件码是什么", None),
])  # fmt: skip
def test_a_case_code_is_read_as_it_was_issued(
    intents: Intents, said: str, code: str | None
) -> None:
    assert intents.case_code(said) == code


@pytest.mark.parametrize("kind", ["wage_arrears", "platform_deduction", "pension", "unheard_of"])
def test_every_dispute_has_a_form(intents: Intents, kind: str) -> None:
    form = intents.form_for(kind)
    assert 1 <= len(form.questions) <= 14
    assert form.question("region")


def test_a_bad_file_is_named_with_its_line(room: Path) -> None:
    (fault,) = spoil(room, "phrases/areas.yaml", "label: 欠薪、扣工资", "lable: 欠薪、扣工资")[:1]
    assert fault.startswith("intents/phrases/areas.yaml:")
    assert "lable" in fault or "label" in fault


def test_a_question_without_choices_is_refused(room: Path) -> None:
    faults = spoil(room, "intake/forms/general.yaml", "opening:", "openning:")
    assert any("intents/intake/forms/general.yaml" in fault for fault in faults)


@pytest.mark.parametrize(("before", "after"), [
    ("    door: small_talk", "    doors: small_talk"),
    ("    door: small_talk", "    entries: []"),
    ("    door: small_talk", "    door: small_talk\n    entries: [boss_disappeared]"),
])  # fmt: skip
def test_an_asked_question_has_one_kind_of_label(room: Path, before: str, after: str) -> None:
    faults = spoil(room, "asked/outside.yaml", before, after)
    assert any(fault.startswith("intents/asked/outside.yaml:") for fault in faults)


def test_half_a_file_is_refused(room: Path) -> None:
    faults = spoil(room, "replies/talk.yaml", "welcome: |-", "welcome: [")
    assert any(fault.startswith("intents/replies/talk.yaml:") for fault in faults)


def test_every_reply_is_a_template_and_has_a_name(content: Content) -> None:
    assert content.wording.faults() == {}
    assert set(content.intents.replies) == REPLY_NAMES


@pytest.mark.parametrize(("before", "after", "fault"), [
    ("rules: [training_bond]", "rules: [no_such_rule]", "no_such_rule is no calculation"),
    ("fits: [training_bond]", "fits: [no_such_kind]", "no_such_kind is no dispute kind"),
    ("fits: [training_bond]", "fits: [probation]", "probation has two sums"),
    ("  grade: injury_grade", "  no_such_key: injury_grade", "tells no value of a calculation"),
])  # fmt: skip
def test_sums_name_what_exists(
    content: Content, room: Path, before: str, after: str, fault: str
) -> None:
    assert spoil(room, "intake/sums.yaml", before, after) == []
    problems = checked(content, room)
    assert [fault in str(problem) for problem in problems] == [True]
    assert "sums.yaml:" in str(problems[0])


FREE = "rests_on: [labour_dispute_mediation_arbitration_law#53, peoples_mediation_law#4]"


@pytest.mark.parametrize(("after", "fault"), [
    ("rests_on: [labour_law#108]", "about_cost: citation labour_law#108: the law has 107 articles"),
    ("rests_on: [no_such_law#1]", "no law no_such_law in knowledge/statutes"),
    ("rests_on: [spc_labour_interp_1#32.1]", "that article or paragraph is repealed"),
])  # fmt: skip
def test_a_reply_rests_on_articles_in_force(
    content: Content, room: Path, after: str, fault: str
) -> None:
    assert spoil(room, "replies/talk.yaml", FREE, after) == []
    documents, _ = read_files(room)
    (problem,) = reply_citation_faults(documents, content.knowledge.statutes, date(2026, 11, 22))
    assert fault in str(problem)
    assert str(problem).startswith("intents/replies/talk.yaml:")


@pytest.mark.parametrize("after", ["rests_on: [第53条]", "rests_on: []", "rest_on: [labour_law#3]"])
def test_a_reply_that_rests_on_nothing_readable_is_refused(room: Path, after: str) -> None:
    faults = spoil(room, "replies/talk.yaml", FREE, after)
    assert any(fault.startswith("intents/replies/talk.yaml:") for fault in faults)


def test_the_words_of_a_reply_with_articles_are_said(content: Content) -> None:
    assert content.wording.say("about_cost").startswith("问我不收费")


def test_a_wish_must_be_known_to_a_word_list(content: Content, room: Path) -> None:
    assert spoil(room, "wishes/moves.yaml", "where_to:", "where_too:") == []
    problems = checked(content, room)
    assert ["where_too is none of moves" in str(problem) for problem in problems] == [True]
