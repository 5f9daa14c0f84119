"""What a story is most alike: beside words, never instead of them in a short message."""

from hypothesis import given
from hypothesis import strategies as st

from intents.extraction.found import Found
from intents.extraction.likeness import KindLikeness, grams_of, letters_of
from intents.extraction.word_lists import word_lists
from tests.intents.examples import extractor, intent_values

STORY = (
    "我在厂里做了四年，每个月工资五千二，从八月份开始厂长就说货款没有回来，让我们再等一等，"
    "现在十一月了还是一点消息都没有，家里等着用钱，问会计会计说不知道，我人还在厂里上班，怎么办"
)


def likeness() -> KindLikeness:
    return KindLikeness(word_lists(intent_values()).kind_weights)


def test_a_story_whose_words_tell_no_kind_is_alike_one() -> None:
    assert extractor().likeliest_kind("干完活老板人影都见不着，说好的账到今天也没跟我清") in (
        "wage_arrears",
        "construction_wage_arrears",
    )


def test_of_kinds_told_by_words_a_long_story_keeps_those_it_is_about() -> None:
    told = Found(("wage_arrears", "maternity_protection"), "", 0, 0)
    settled = likeness().settled(told, STORY)
    assert settled is not None
    assert settled.value == ("wage_arrears",)


def test_a_short_message_is_judged_by_its_words_alone() -> None:
    told = Found(("child_labour",), "", 0, 0)
    assert likeness().settled(told, "工资没发") is told
    assert likeness().settled(None, "今天天气不错") is None


def test_every_weight_speaks_for_a_kind_that_words_can_tell() -> None:
    words = word_lists(intent_values())
    told = {line.kind for line in words.disputes.lines} | {"other"}
    assert words.kind_weights.weights.keys() == words.kind_weights.offsets.keys()
    assert words.kind_weights.weights.keys() <= told


@given(st.text(max_size=200))
def test_any_text_is_alike_some_kind(text: str) -> None:
    assert extractor().likeliest_kind(text)
    assert all(len(gram) <= 3 for gram in grams_of(letters_of(text)))


def test_a_greeting_or_a_vague_request_states_no_matter() -> None:
    for said in (
        "在不在？想问点上班的事",
        "你好",
        "老师在吗，有个事想请教一下",
        "帮帮我",
        "我在厂里上班，有点事想问",
    ):
        assert extractor().is_vague(said)
    for said in ("工资的事想问问", "想问问社保", "手断了厂里不管", "干活不给开支"):
        assert not extractor().is_vague(said)
