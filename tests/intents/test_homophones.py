"""Words that only sound right are read as what was meant, and nothing else is touched."""

import pytest

from intents.matching.homophone_training import learn_homophones
from intents.matching.homophones import Homophones

TEXTS = ["老板拖欠工资", "辞职要多久", "终止合同", "公司不交社保"] * 15
KNOWN = {text[place : place + 2] for text in TEXTS for place in range(len(text) - 1)}


@pytest.fixture(scope="module")
def homophones() -> Homophones:
    return learn_homophones(TEXTS)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("老扳拖欠工姿", "老板拖欠工资"),
        ("公思不交社宝", "公司不交社保"),
        ("迟职要多久", "辞职要多久"),  # zh and c, not told apart by many speakers
        ("中指合同", "终止合同"),
        ("老板拖欠工资", "老板拖欠工资"),
        ("公司交社保", "公司交社保"),  # a pair nobody wrote, which sounds like no other
        ("工资abc３４", "工资abc３４"),
        ("", ""),
        ("工", "工"),
    ],
)
def test_repairs_what_only_sounds_right(homophones: Homophones, said: str, meant: str) -> None:
    assert homophones.repaired(said, KNOWN) == meant


def test_a_pair_stays_where_its_character_belongs_to_a_known_word(homophones: Homophones) -> None:
    assert homophones.repaired("老板公资", {*KNOWN, "板公"}) == "老板公资"


def test_the_same_texts_teach_the_same(homophones: Homophones) -> None:
    again = learn_homophones(TEXTS)
    assert again.likely == homophones.likely
    assert again.syllables.tolist() == homophones.syllables.tolist()
