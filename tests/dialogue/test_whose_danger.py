"""Who is in danger: the writer, or somebody the writer tells of."""

import pytest

from bot.dialogue.content import Content

OTHERS = {
    "self_harm": """我工友老李爬上塔吊了
他说不给钱就跳
我弟喝了农药
有个大姐站到窗台上喊要跳
我爸说活不下去了""",
    "violence": """老板拿扳手打他头
我弟被工头打了
店长扇了她一巴掌""",
    "detained": """我弟被关在厂里
我老公在船上不让下来
女儿被扣在会所""",
    "sexual_harassment": """主管摸我女儿
我妹被店长拖到包间""",
    "child_labour": """我表弟在汽修店学徒 才15
店里用童工""",
    "forced_labour": "我弟在砖厂 不干活就打他",
}
OWN = {
    "self_harm": """孩子要学费 想死的心都有
老婆要离婚想死
他骗了我三万 不想活了
我站在楼顶上
我跟老婆说不想活了""",
    "violence": """我要弄死他
我和工友被打了
找人打我
他拿刀追我""",
    "detained": """我们十几个人被关
保安看着不让走
我跟我弟被关在一起
他们把身份证都收走了 大门有人守着不让出去""",
    "sexual_harassment": """店长摸我腰
他堵在我宿舍门口""",
    "child_labour": """我才15
我今年14岁在厂里""",
    "forced_labour": """我们不干就打
强迫我们干活""",
}


def _rows(told: dict[str, str]) -> list[tuple[str, str]]:
    return [(danger, said) for danger, text in told.items() for said in text.splitlines()]


@pytest.mark.parametrize(("danger", "said"), _rows(OTHERS))
def test_somebody_else_is_in_danger(content: Content, danger: str, said: str) -> None:
    caring = content.intents.caring
    assert caring.is_anothers_danger(danger, said)
    assert not caring.is_own_danger(said)


@pytest.mark.parametrize(("danger", "said"), _rows(OWN))
def test_the_writer_is_in_danger(content: Content, danger: str, said: str) -> None:
    caring = content.intents.caring
    assert caring.is_own_danger(said) or not caring.is_anothers_danger(danger, said)


def test_a_woman_is_called_so(content: Content) -> None:
    assert content.intents.caring.pronoun("我闺女被扣在会所") == "她"
    assert content.intents.caring.pronoun("老板娘打我弟") == "他"


@pytest.mark.parametrize(
    "said", ["120来了 拉走了", "他走了", "工头走了", "老板说钱没了", "怕人没了", "要是走了咋办"]
)
def test_nobody_has_died(content: Content, said: str) -> None:
    assert not content.intents.caring.tells_death(said, surely=True)
    assert not content.intents.caring.tells_death(said, surely=False)


@pytest.mark.parametrize("said", ["今天早上人没了", "没抢救过来", "我爸昨晚走了", "昨晚人走了"])
def test_the_hurt_one_has_died(content: Content, said: str) -> None:
    assert content.intents.caring.tells_death(said, surely=False)


@pytest.mark.parametrize("said", ["急诊说不交钱不给收", "医院不给做手术", "再不交停药", "医院不收"])
def test_no_hospital_takes_the_hurt_in(content: Content, said: str) -> None:
    assert content.intents.caring.done_in_danger("injury_now", said) == "refused"
