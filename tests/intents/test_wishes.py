"""Wishes in words that no pattern knows: heard by the learned reader, and nothing else is."""

from pathlib import Path

import pytest

from bot.dialogue.content import Content
from intents.matching.label_file import load_wishes, save_wishes
from intents.matching.wishes_training import learn_wishes
from intents.wish_words import NONE

TAUGHT = {
    "moves.where_to": [
        "去哪里告",
        "该找谁管",
        "找哪个部门",
        "去哪投诉",
        "到哪里去告他",
        "该去找谁",
    ],
    "moves.human": ["转人工", "找个真人", "我要真人", "叫个人来", "有没有真人", "找人工客服"],
    NONE: ["老板姓王", "三个月没发", "他叫我等", "去年八月进厂", "合同没签", "我在成都"],
}


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("那我到底该去找哪个嘛", "moves.where_to"),
        ("莫给我机器 喊个真人来说", "moves.human"),
        ("最晚到哪天嘛", "moves.how_long"),
        ("前头说的统统给我删干净", "moves.erase"),
        ("我的案子现在办得咋样了", "moves.my_case"),
    ],
)
def test_wishes_of_strangers_are_heard(content: Content, said: str, wish: str) -> None:
    assert content.wishes.read(said) == wish


@pytest.mark.parametrize(
    "said",
    [
        "",
        "。。。",
        "😭",
        "三个月零十天",
        "他叫我去找律师我没去",
        "老板姓王人在外地",
        "我在成都双流上班",
        "找" * 5_000,
        "\ud800\x00",
        "昨晚站在楼顶想跳下去",
    ],
)
def test_what_tells_or_says_nothing_is_no_wish(content: Content, said: str) -> None:
    assert content.wishes.read(said) is None


def test_the_same_phrases_give_the_same_bytes_and_are_read_back(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save_wishes(learn_wishes(TAUGHT), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert load_wishes(tmp_path / "one").model.labels == ("moves.human", "moves.where_to", NONE)
