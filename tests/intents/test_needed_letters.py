"""What letters a pattern needs in any text it fits."""

import re

import pytest

from intents.any_word import pairs_of
from intents.needed_letters import PatternIndex, needed

FITTING = [
    ("欠|拖欠", "老板欠我钱"),
    ("(?:欠|拖).{0,8}工资", "拖了三个月的工资"),
    ("[欠拖]薪?", "拖"),
    ("没?(?:发|给)钱", "给钱"),
    ("(?<!不)给钱", "再给钱"),
    ("(?:ab)+?c*", "abab"),
    ("扣(?:了|过)?[一两]百", "扣两百"),
    ("辞|(?:不.{0,2}来)", "不用来"),
]


@pytest.mark.parametrize(("source", "text"), FITTING)
def test_text_that_fits_holds_what_is_needed(source: str, text: str) -> None:
    assert re.search(source, text)
    needs = needed(re.compile(source))
    assert needs
    assert not needs.isdisjoint(pairs_of(text))


def test_pair_of_letters_is_looked_for_before_a_common_letter() -> None:
    needs = needed(re.compile("不(?:给|发)钱"))
    assert needs in ({"不给", "不发"}, {"给钱", "发钱"})


@pytest.mark.parametrize(
    "source", ["[^钱]", r"\d+", "(?:钱)?", "(?i)abc", "(?i:abc)", ".{0,3}", ""]
)
def test_where_nobody_knows_nothing_is_needed(source: str) -> None:
    assert needed(re.compile(source)) is None


def test_index_names_the_patterns_that_may_fit() -> None:
    index = PatternIndex()
    wages = index.numbered([re.compile("欠.{0,3}工资"), re.compile("没发钱")])
    others = index.numbered([re.compile(r"\d")])
    fitting = index.may_fit("欠我工资")
    assert [each.pattern for each in index.among(wages, fitting)] == ["欠.{0,3}工资"]
    assert index.among(others, fitting)
    assert index.may_fit("") == {2}
