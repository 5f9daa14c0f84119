"""Patterns by name: those in a text in their order, searched only where their letters stand."""

import re

from intents.named_patterns import NamedPatterns

FEELINGS = NamedPatterns(
    {
        "afraid": "怕(丢|没)了?(饭碗|工作)",
        "tired": "(累|困)得(很|不行)",
        "unsaid": ".*",
        "angry": "气(死|炸)",
    }
)


def test_the_first_in_order_is_named() -> None:
    assert FEELINGS.first("气死我了 又怕丢饭碗") == "afraid"


def test_all_that_stand_in_the_words_are_found_in_order() -> None:
    assert list(FEELINGS.found("气炸了，累得不行")) == ["tired", "unsaid", "angry"]


def test_only_patterns_whose_letters_stand_there_are_looked_for() -> None:
    assert [name for name, _ in FEELINGS.may_fit("送奶工每天四点起")] == ["unsaid"]
    assert all(isinstance(each, re.Pattern) for _, each in FEELINGS.may_fit("气死"))
