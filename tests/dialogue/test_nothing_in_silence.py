"""Nothing asked passes in silence: beside an answer or facts, too, a question is met above the next one."""

from pathlib import Path

import pytest

from bot.dialogue.answers import asking
from bot.dialogue.content import Content, Scene
from knowledge.strict_yaml import read_yaml
from tests.conftest import NOW
from tests.dialogue.sum_talk import Talk

FOLDER = Path(__file__).parent
NAMES = ("said_beside.yaml", "moves.yaml")
TALKS = [talk["says"] for name in NAMES for talk in read_yaml(FOLDER / name, name).value["talks"]]
OWED = "老板拖欠工资8000，在成都新都"
HURT = "上个月在车间把手压了 骨折 厂里不给报工伤"


@pytest.mark.parametrize("says", TALKS, ids=lambda says: says[-1][:20])
def test_a_question_is_met_with_more_than_the_next_one(says: list[str], content: Content) -> None:
    *before, last = says
    if not before:
        return
    talk = Talk(content, *before)
    begun = talk.state.dispute_kind is not None
    talk.say(last)
    folded = content.extractor.script.fold(last)
    asked = asking.each(folded, Scene(content, NOW.date()))
    question = content.intents.questions.get(talk.state.asking or "")
    if begun and asked and question is not None and talk.state.stage == "intake":
        assert not talk.text.startswith(question.ask)


@pytest.mark.parametrize(
    ("opening", "said", "held"),
    [
        (HURT, "手上没证据怎么办 只有片子和发票", "考勤"),
        (OWED, "我想走 怎么走有补偿拿", "N"),
        (OWED, "工友们都不去 就我一个人去行不行", "各人的钱各人要"),
        (OWED, "店长是我表舅 去告他家里会不会怪我", "街道"),
        ("仲裁赢了老板不给钱", "他拖了半年才给 能不能加利息", "迟延"),
        ("我跑众包的号被封了，在成都新都", "封号算不算把我开除", "一般不算开除"),
        ("我跑众包的号被封了，在成都新都", "我这种能去劳动仲裁不", "多半不受理"),
        (OWED, "你们跟饿了么是什么关系", "跟哪家公司都不是一边的"),
        (OWED, "先不用你转给别人 我跟我媳妇商量下 行吧", "没有你点头"),
    ],
)
def test_the_answer_that_was_asked_for(
    opening: str, said: str, held: str, content: Content
) -> None:
    assert held in Talk(content, opening, said).text


def test_a_question_that_says_again_what_was_asked_is_its_answer(content: Content) -> None:
    talk = Talk(content, OWED)
    assert talk.say("有几个月的工资没发？三个月").text.count("？") < 3
