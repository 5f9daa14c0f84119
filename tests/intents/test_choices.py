"""Choices in words that no list knows: heard by the learned reader, and nothing else is."""

from pathlib import Path

import pytest

from bot.dialogue.content import Content
from intents.choice_words import NONE
from intents.matching.choices_training import learn_choices
from intents.matching.label_file import load_choices, save_choices
from intents.matching.meaning import load_meaning

TAUGHT = {
    "insured": {
        "yes": ["单位给我上了保险", "工伤保险是有的", "人事说买了保险", "进厂就上了保险"],
        "no": ["一直没给我上保险", "老板舍不得买保险", "压根没人给我买", "啥保险也没上过"],
        NONE: ["保险公司打来电话", "老板姓王", "医生让住院", "花了八千块钱"],
    }
}


@pytest.mark.parametrize(
    ("question", "said", "choice"),
    [
        ("dismissal_paper", "组长打个电话喊我明天莫来了", "spoken"),
        ("insurance_gap", "进厂到现在一天都没给我上过", "never"),
        ("withheld_what", "进店时候收我的那笔押着不退", "deposit"),
        ("injury_place", "机器轧的 当时在赶货", "at_work"),
        ("wage_payer", "都是包工头自己转我微信", "contractor"),
    ],
)
def test_answers_of_strangers_are_heard(
    content: Content, question: str, said: str, choice: str
) -> None:
    assert content.choices.answer(question, said) == choice


@pytest.mark.parametrize(
    "said", ["", "。。。", "😭", "老板姓王", "我在成都双流上班", "找" * 5_000, "\ud800\x00"]
)
def test_what_answers_nothing_is_no_choice(content: Content, said: str) -> None:
    assert content.choices.answer("dismissal_paper", said) is None
    assert content.choices.told(said).of("dismissal_paper") is None


def test_the_same_phrases_give_the_same_bytes_and_are_read_back(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save_choices(learn_choices(TAUGHT, ["我去问问", "谢谢你"], load_meaning()), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    labels = load_choices(tmp_path / "one").model.labels
    assert labels == ("insured.no", "insured.none", "insured.yes")
