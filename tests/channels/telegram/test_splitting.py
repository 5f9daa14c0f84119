"""A long text in parts that Telegram takes."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.sending import sendable
from bot.channels.telegram.splitting import LIMIT, split_text, units

LONG = st.text(alphabet="工资。\n a😀é\u200d👷\ufe0f\u0301", max_size=400).map(
    lambda text: text * 60
)


@given(LONG)
def test_parts_join_to_the_text_and_fit(text: str) -> None:
    parts = split_text(text)
    assert "".join(parts) == text
    assert all(len(part.encode("utf-16-le")) // 2 == units(part) <= LIMIT for part in parts)


@given(st.text(max_size=300), st.integers(2, 20))
def test_parts_fit_any_limit(text: str, limit: int) -> None:
    parts = split_text(text, limit)
    assert "".join(parts) == text
    assert all(0 < units(part) <= limit for part in parts)


@given(st.text(st.characters(exclude_categories=()), max_size=50))
def test_what_is_sent_can_be_encoded(text: str) -> None:
    sendable(text).encode()


def test_a_text_is_cut_after_a_line_or_a_sentence_and_never_within_an_emoji() -> None:
    lines = ("一二三四五六七。\n" * 600)[:-1]
    assert all(part.endswith("\n") for part in split_text(lines)[:-1])
    sentences = "一二三四五六七。" * 700
    assert all(part.endswith("。") for part in split_text(sentences)[:-1])
    family = "👩\u200d👩\u200d👧"
    assert all(part.endswith("👧") for part in split_text(family * 900))
