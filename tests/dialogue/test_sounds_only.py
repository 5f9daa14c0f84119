"""Words that only sound of danger begin no care; the danger beside them does; fears are met each by its sentence."""

import pytest

from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.dialogue.turn import Turn
from tests.conftest import NOW

ORDINARY = """隔壁组的阿珍告了公司 二审还在打
车间主任说我这身子站不了检验台 坐去后道
洗碗水泡得手指裂口子 一沾水就疼
她说要把我的名字发到保洁群里 让我没活干
辅导员说不去就不给学分 我不想去了
老板夹在中间难做 我也夹在中间受气
上夜班熬得挺累的 就想知道能拿多少
大夫捏了捏我的手腕说是腱鞘炎
我没报警 自己骑车滑的
门锁了 老板跑了
一看到他的头像就想吐 心慌
枪打出头鸟 没人肯签"""
DANGER = """二审还没判 他叫两个人把我推到墙上打
他说我身子软 手伸进来摸
手指让冲床切了 血止不住
他把我堵在更衣室不让走
工资要不到 我在楼顶坐着 想跳下去
看门的把门锁了 不让我们出去"""
FEARS = {
    "blacklist": "告了他以后还能在这一行干吗",
    "ringleader": "谁出头谁先走人 没人敢带头",
    "found_out": "我能不能不留名字 怕领导知道",
    "family": "我爸妈还不知道我没拿到钱",
    "older": "五十多了 人家都嫌 不好找",
    "outweighed": "我一个打工的 怎么斗得过公司",
    "not_wordy": "我嘴笨 怕开庭讲不清",
    "acquaintance": "都是一个村的 抹不开面子",
    "expecting": "怀着老二 怕丢了这份工",
    "menaced": "叫了几个纹身的 就是想吓我",
    "too_risky": "叫我爬梯子上屋顶 我不敢",
}
ASKS_TO_SIGN = ("要不要先签了再说", "我按了手印能走吗", "不写怎么办")
NOT_HOME = ("我不敢打给我妈 她会哭", "别让我老婆知道 我不想她担心")


def _said(text: str, content: Content, **told: object) -> Turn:
    begun = DialogueState(stage="intake", dispute_kind="wage_arrears", asking="region")
    return step(begun.changed(**told), Text(text), content, NOW)


@pytest.mark.parametrize("said", ORDINARY.splitlines())
def test_no_care_and_no_question_whether_somebody_is_safe(content: Content, said: str) -> None:
    turn = _said(said, content)
    assert not turn.state.care_turns
    asked = content.wording.say("safe_now")
    assert [reply for reply in turn.replies if asked in reply.text or reply.urgent] == []


@pytest.mark.parametrize("said", DANGER.splitlines())
def test_the_danger_beside_such_words_is_heard(content: Content, said: str) -> None:
    assert _said(said, content).state.care_turns


@pytest.mark.parametrize(("fear", "said"), FEARS.items())
def test_a_fear_is_met_by_its_own_sentence(content: Content, fear: str, said: str) -> None:
    turn = _said(said, content)
    assert fear in turn.state.felt
    assert content.wording.say(f"feel_{fear}") in turn.replies[0].text


@pytest.mark.parametrize("said", ASKS_TO_SIGN)
def test_who_is_held_is_told_to_get_out_first(content: Content, said: str) -> None:
    turn = _said(said, content, care_class="detained", care_turns=3)
    assert turn.replies[0].text == content.wording.say("next_sign_forced")
    assert turn.state.care_turns


@pytest.mark.parametrize("said", NOT_HOME)
def test_who_does_not_want_the_family_to_know_is_named_somebody_else(
    content: Content, said: str
) -> None:
    turn = _said(said, content, care_class="self_harm", care_turns=3)
    assert turn.replies[0].text == content.wording.say("next_not_family")


def test_out_and_sent_away_is_told_what_to_keep_and_what_to_ask(content: Content) -> None:
    turn = _said(
        "出来了 他们说明天不用来了 那加班费怎么要", content, care_class="detained", care_turns=3
    )
    texts = [reply.text for reply in turn.replies]
    assert content.wording.say("freed_and_on") in texts
    assert content.wording.say("sent_away_after") in texts


def test_after_a_false_alarm_the_matter_goes_on(content: Content) -> None:
    turn = _said(
        "好的我先把打卡都截图 还要留什么", content, care_class="violence", care_turns=3, hinted=True
    )
    assert not turn.state.care_turns
