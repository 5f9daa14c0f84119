"""No alarm over what is told calmly; more for who needs it."""

import pytest

from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from tests.conftest import NOW

CALM = {
    "violence": """送餐滑倒骨折装了钢板 站长说我是个体户
从架子上掉下来腰椎骨折
车祸腿断了 住院花了三万""",
    "injury_now": """骨折打了钢板 现在在家躺着
上个月摔伤 医药费花了两万""",
    "child_labour": """2014年进来的 十二年了
干了十三年没交社保
在厂里做了十五年""",
    "forced_labour": "宿舍断水断电赶我们走 今晚没处去",
}
GRAVE = {
    "violence": """他们打我 腿骨折了
老板说要弄断我的腿""",
    "injury_now": """骨折了 现在还在流血
钢板那里疼得动不了 人昏过去了""",
    "child_labour": """我十二岁 干了十二年的师傅带我
我今年十三
我是11年的 在鞋厂
2013年的 押金不退""",
    "forced_labour": "赶我们去干活 不干就打",
}
HEAD_WOUNDS = (
    "他头上流血 吐了两回",
    "被铁锹砸了脑袋 一直吐",
    "头被打破了 迷迷糊糊的",
    "摔下来叫不醒",
)
NO_HEAD_WOUND = ("老板打我", "头疼死了 工资不发", "气得我想吐", "手被打肿了")
PLACE_UNKNOWN = (
    "我不知道这是哪里",
    "地方我说不清",
    "说不上来这是哪个县",
    "没有门牌 地址写不出来",
    "唔知呢度係边个地方",
)
THANKS = (
    "中，俺明天就去问问，谢谢恁",
    "唔该晒 我听日去问下",
    "好嘞 我明天去劳动局看看 多谢了",
)
NO_BED = (
    "今晚不晓得睡哪里",
    "房东赶我们 今天晚上没地方住",
    "铺盖被丢出来了 没地方睡",
    "只能睡马路了 今晚",
)


def _rows(told: dict[str, str]) -> list[tuple[str, str]]:
    return [(danger, said) for danger, text in told.items() for said in text.splitlines()]


@pytest.mark.parametrize(("danger", "said"), _rows(CALM))
def test_an_accident_over_or_years_of_service_are_no_danger(
    content: Content, danger: str, said: str
) -> None:
    assert content.intents.caring.tells_otherwise(danger, said)


@pytest.mark.parametrize(("danger", "said"), _rows(GRAVE))
def test_a_word_of_the_danger_keeps_it(content: Content, danger: str, said: str) -> None:
    assert not content.intents.caring.tells_otherwise(danger, said)


def test_a_head_wound_is_told(content: Content) -> None:
    tells = content.intents.caring.tells_head_wound
    assert [said for said in HEAD_WOUNDS if not tells(said)] == []
    assert [said for said in NO_HEAD_WOUND if tells(said)] == []


@pytest.mark.parametrize("said", PLACE_UNKNOWN)
def test_who_does_not_know_where_is_told_what_to_write(content: Content, said: str) -> None:
    held = DialogueState(stage="question", care_class="detained", care_turns=3)
    turn = step(held, Text(said), content, NOW)
    assert turn.replies[0].text == content.wording.say("next_place_unknown")


@pytest.mark.parametrize("said", NO_BED)
def test_no_bed_tonight_comes_first(content: Content, said: str) -> None:
    owed = DialogueState(stage="question", dispute_kind="wage_arrears")
    turn = step(owed, Text(said), content, NOW)
    assert content.wording.say("urgent_no_bed") in turn.replies[0].text


@pytest.mark.parametrize("said", THANKS)
def test_thanks_are_met_warmly(content: Content, said: str) -> None:
    state = DialogueState(stage="intake", dispute_kind="wage_arrears", asking="region")
    turn = step(state, Text(said), content, NOW)
    assert turn.replies[0].text.startswith(content.wording.say("thanks_and_goes", limits=())[:3])
