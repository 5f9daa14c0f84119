"""Danger is heard and ordinary words are not taken for it: tests/intents/crisis.yaml."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.content import Content
from intents.crisis_check import CrisisCheck, CrisisClass
from knowledge.loading import load_sources
from knowledge.strict_yaml import read_yaml
from knowledge.typed_yaml import typed

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = Path(__file__).with_name("crisis.yaml")
MISSED, MISSED_UNSEEN, FALSE = 0.03, 0.08, 0.025
"""What is reached; the promise is 0.02 of sentences written by others, missed and false.

The part not held out teaches the hint, too, so what it shows is only that nothing was lost."""
EMERGENCY = {"110", "119", "120"}


@pytest.fixture(scope="module")
def classes() -> list[CrisisClass]:
    paths = sorted((ROOT / "intents" / "crisis").glob("*.yaml"))
    return [typed(read_yaml(path, path.name), CrisisClass) for path in paths]


@pytest.fixture(scope="module")
def check(content: Content) -> CrisisCheck:
    return content.crisis


@pytest.fixture(scope="module")
def examples() -> Any:
    return read_yaml(EXAMPLES, EXAMPLES.name).value


def test_dangers_are_heard(check: CrisisCheck, examples: Any) -> None:
    told = [text for texts in examples["alarms"].values() for text in texts]
    unseen = [text for texts in examples["held_out"]["alarms"].values() for text in texts]
    missed = [text for text in told + unseen if not check.alarms(text)]
    assert len(missed) <= MISSED * len(told + unseen), missed
    assert sum(text in unseen for text in missed) <= MISSED_UNSEEN * len(unseen), missed


def test_few_ordinary_messages_alarm(check: CrisisCheck, examples: Any) -> None:
    normal = examples["normal"] + examples["held_out"]["normal"]
    false = [text for text in normal if check.alarms(text)]
    assert len(false) <= FALSE * len(normal), false


def test_patterns_work_without_the_learned_hint(classes: list[CrisisClass], examples: Any) -> None:
    patterns = CrisisCheck(classes)
    told = [(kind, text) for kind, texts in examples["alarms"].items() for text in texts]
    missed = [(kind, text) for kind, text in told if kind not in patterns.alarms(text)]
    assert len(missed) <= 0.02 * len(told), missed


def test_phrases_of_our_entries_raise_no_alarm_but_their_own(check: CrisisCheck) -> None:
    sources, _ = load_sources(ROOT / "knowledge")
    entries = [file.entry for file in sources.entries]
    asked = [(entry, phrase) for entry in entries for phrase in entry.phrases]
    false = [text for entry, text in asked if set(check.alarms(text)) - set(entry.alarms)]
    assert len(false) <= 0.01 * len(asked), false


def test_safety_comes_first_only_where_someone_is_in_danger(
    check: CrisisCheck, examples: Any
) -> None:
    assert [text for text in examples["first"] if check.danger(text) is None] == []
    assert [text for text in examples["not_first"] if check.danger(text)] == []


def test_the_most_urgent_alarm_comes_first(check: CrisisCheck) -> None:
    assert check.alarms("他们把我锁在宿舍，我不想活了") == ("self_harm", "detained")


@pytest.mark.parametrize(
    "text",
    [
        "我 不 想 活 了",
        "我不想活了！！！",
        "我「不想」活了😭",
        "我不\u200b想活了",
        "不\n想\n活\n了",
        "我還是不想活了",
    ],
)
def test_spelling_cannot_hide_a_danger(check: CrisisCheck, text: str) -> None:
    assert check.danger(text) == "self_harm"


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "死" * 100_000, "不想" * 9_000, "²" * 50])
def test_any_text_is_survived(check: CrisisCheck, text: str) -> None:
    assert isinstance(check.alarms(text), tuple)


def test_replies_are_calm_and_name_only_numbers_we_have_a_source_for(
    content: Content, classes: list[CrisisClass]
) -> None:
    known = EMERGENCY | {hotline.contact for hotline in content.knowledge.hotlines}
    for kind in classes:
        for words in (kind.reply, kind.care):
            assert not re.search("[!！您亲]", words.replace("亲戚", "")), kind.id
            assert set(re.findall("(?<![0-9])[0-9]{3,}", words)) <= known, kind.id
            assert max(map(len, re.split("[。？\n]", words))) <= 45, kind.id
