"""Danger told apart: nobody goes down after who lies in a pit, nobody climbs for the pay, a body with child is heeded."""

import pytest

from bot.dialogue.content import Content
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.dialogue.turn import Turn
from tests.conftest import NOW

GOES_DOWN = """窨井里倒了两个 后面那个还要下去
师傅下腌菜池熏晕了 我准备下去背他
沼气池里昏了一个 老板让我绑绳子下去
发酵罐里有人不动了 班长进去拉也倒了
老张下菜窖一直没上来 喊他不应 我下去看看
井里的人没声了 他儿子要跳下去救他
冷库机房栽倒一个 有股氨味 厂长叫我们进去抬
打了119 又有一个下去半截了"""
GOES_DOWN_CALMLY = """去年我们那有人下井出事 后来赔了
我下去拿货的时候看到他在睡觉
下池子清渣一天多给五十 没给我
喊我下去吃饭 菜是臭的
下去救人的那个工友算工伤吗
他叫我进冷库搬货 冷得要命"""
PLANS = """老乡们说明早堵大门 再叫两个爬塔吊
再不给钱我们就上塔吊拉横幅
想爬到楼顶去讨薪 这样老板才会给
我们准备去爬广告牌要工资 记者会来
班长说爬上水塔钱就到账了"""
UP = """我已经爬上塔吊了 他们还不给钱
两个工友已经在塔吊上了 要工资"""
DESPAIRS = """欠我八个月 我爬上塔吊了 不想活了
我在塔吊上 不给钱我就跳下去
我要爬塔吊 大不了一条命 欠了一年"""
WORKS_HIGH = """我开塔吊 爬上去要二十分钟 欠我三个月
站在塔吊上干活没发高空补贴
我们站在楼顶上绑钢筋 工资没发
师傅爬上屋顶补漏 雇主没给钱
他们叫我上塔吊 我没证 不去就扣钱
老板把大门锁了 不让我们进去拿东西"""
NOT_HELD = """盘子不是我打的 是孩子摔的 她家有监空 不肯给我看 中介还抽我8%
公司装了监孔对着我工位
调了监恐说是我弄坏的
手表弄丢了赖我 有监孔录像她不放
健康证让家政中介拿走了 说押着 换不了别家
劳动监查来过了 让我等"""
HELD = """我们被监空起来了 门锁着出不去
健康证押着 人也不让出去 门口有人看着"""
ILL = """我怀孕五个月 站久了肚子一阵阵发紧
懷著孩子 肚有時緊緊痛痛
怀着二胎 搬货见红了
我有身孕 小腹坠痛 还让我上夜班
怀孕六个月 羊水破了 在车间
我孕32周 宝宝今天都没怎么动"""
NOT_ILL = """例假疼能请假吗
去年怀孕时肚子疼请过假 被扣钱
怀孕三个月 公司要调我岗
医生说怀孕情况稳定 肚子疼是正常的
产后肚子疼 产假没休完"""


def _said(text: str, content: Content, **told: object) -> Turn:
    begun = DialogueState(stage="intake", dispute_kind="wage_arrears", asking="region")
    return step(begun.changed(**told), Text(text), content, NOW)


def _first(text: str, content: Content, **told: object) -> str:
    return _said(text, content, **told).replies[0].text


@pytest.mark.parametrize("said", GOES_DOWN.splitlines())
def test_nobody_goes_down_after_who_lies_in_a_pit(content: Content, said: str) -> None:
    turn = _said(said, content)
    assert turn.replies[0].text == content.wording.say("danger_pit")
    assert turn.state.care_class == "injury_now"


def test_who_goes_down_still_is_called_up_again(content: Content) -> None:
    begun = _said("罐里倒了一个 老板喊我下去拉", content).state
    turn = step(begun, Text("119打了 队长已经顺着梯子下去了"), content, NOW)
    assert turn.replies[0].text == content.wording.say("danger_pit_on")
    out = step(turn.state, Text("人都上来了 送医院了还有气"), content, NOW)
    assert out.replies[0].text == content.wording.say("next_hospital")
    assert not out.state.care_turns


@pytest.mark.parametrize("said", GOES_DOWN_CALMLY.splitlines() + WORKS_HIGH.splitlines())
def test_going_down_and_up_for_work_is_no_danger(content: Content, said: str) -> None:
    assert not _said(said, content).state.care_turns


@pytest.mark.parametrize("said", PLANS.splitlines())
def test_who_plans_to_climb_or_block_is_told_another_way(content: Content, said: str) -> None:
    turn = _said(said, content)
    assert turn.replies[0].text == content.wording.say("no_climbing")
    assert not turn.state.care_turns


def test_who_plans_to_block_the_gate_is_told_the_quick_way(content: Content) -> None:
    said = "我们几个商量明早把工地门堵死 不给钱不让车出"
    assert content.wording.say("block_road") in _first(said, content)


def test_said_again_it_is_said_in_other_words(content: Content) -> None:
    begun = _said("明早去爬塔吊要钱", content).state
    turn = step(begun, Text("还是要爬塔吊 不然他不给钱"), content, NOW)
    assert turn.replies[0].text == content.wording.say("no_climbing_now")


@pytest.mark.parametrize("said", UP.splitlines())
def test_who_is_up_already_is_told_to_come_down(content: Content, said: str) -> None:
    turn = _said(said, content)
    text = turn.replies[0].text
    assert "慢慢下" in text
    assert "药" not in text
    assert turn.state.care_turns


@pytest.mark.parametrize("said", DESPAIRS.splitlines())
def test_despair_goes_before(content: Content, said: str) -> None:
    turn = _said(said, content)
    assert turn.state.care_class == "self_harm"
    assert turn.replies[0].text == content.intents.crisis["self_harm"].reply


@pytest.mark.parametrize("said", NOT_HELD.splitlines())
def test_cameras_broken_things_and_kept_papers_hold_nobody(content: Content, said: str) -> None:
    assert not _said(said, content).state.care_turns


@pytest.mark.parametrize("said", HELD.splitlines())
def test_who_is_held_is_heard_beside_them(content: Content, said: str) -> None:
    assert _said(said, content).state.care_class in ("detained", "forced_labour")


@pytest.mark.parametrize("said", ILL.splitlines())
def test_a_body_with_child_that_warns_is_sent_to_hospital(content: Content, said: str) -> None:
    assert _first(said, content) == content.wording.say("expecting_ill")


@pytest.mark.parametrize("said", NOT_ILL.splitlines())
def test_other_pains_and_other_days_are_none(content: Content, said: str) -> None:
    assert _first(said, content) != content.wording.say("expecting_ill")
