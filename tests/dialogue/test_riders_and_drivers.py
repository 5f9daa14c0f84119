"""Riders, couriers and drivers: what a platform holds, the day of a ban, who ran into one, what is wanted now."""

import pytest

from bot.dialogue.content import Content
from tests.dialogue.sum_talk import Talk

BANNED = ("众包账号被封了 杭州滨江的",)
FINED = ("站长这个月扣了我八百多 说是差评跟超时", "郑州金水区的站 我是专送")
HURT = ("送外卖被车撞了 腿断了 在苏州吴中", "11月18号", "饿了么")


@pytest.mark.parametrize(
    "held",
    ["里面还有2380 申诉了三次都是机器人回", "那我就要那2380", "卡里还有2380流水没提出来"],
)
def test_what_the_platform_holds_is_the_sum_claimed(content: Content, held: str) -> None:
    talk = Talk(content, *BANNED, held)
    assert "一共2380元" in talk.text


def test_money_on_the_worker_s_own_card_is_none(content: Content) -> None:
    talk = Talk(content, *BANNED, "我卡里就剩200块钱了 饭都吃不上")
    assert "amount_claimed" not in talk.state.facts()


@pytest.mark.parametrize("said", ["17号早上打不开的", "17号早上接不了单", "17号封的"])
def test_the_day_of_a_ban_in_any_words(content: Content, said: str) -> None:
    talk = Talk(content, "骑手app登不上去了 说账号异常", said)
    assert talk.state.facts()["event_date"] == "2026-11-17"


def test_a_ban_for_orders_given_back_is_no_empty_run(content: Content) -> None:
    talk = Talk(
        content, *BANNED, "11月16号封的 说我恶意取消订单 我那天电动车爆胎了取消了四单 有修车记录"
    )
    assert "空跑" not in talk.text
    assert "deduction_reason" in talk.state.skipped


def test_an_exact_sum_takes_the_place_of_a_rough_one(content: Content) -> None:
    talk = Talk(content, *FINED, "工资单上就写个其他扣款 813")
    assert talk.state.facts()["amount_claimed"] == "813.00"
    assert talk.state.facts()["work_control"] == "scheduled_by_station"


def test_a_sum_of_another_size_does_not(content: Content) -> None:
    talk = Talk(content, *FINED, "上个月也扣过1500")
    assert talk.state.facts()["amount_claimed"] != "1500.00"


def test_reasons_told_in_a_row_are_not_asked_for(content: Content) -> None:
    talk = Talk(content, *FINED, "美团", "11月10号扣的")
    assert talk.state.asking != "deduction_reason"


def test_what_an_app_shows_takes_the_place_of_a_rough_count(content: Content) -> None:
    talk = Talk(content, "我在站点干了18天不想干了 站长说没干满一个月一分钱没有")
    talk.say("跑了大概五百多单 一单五块五", "app上显示3025")
    assert "一共3025元" in talk.text
    assert "一共3225元" in talk.say("还扣了我两百体检费和工服钱").text


def test_a_place_is_no_platform(content: Content) -> None:
    talk = Talk(content, "我跑众包的 账号昨天被永久封了 余额还有1560提不出来", "跳过", "佛山南海")
    assert talk.state.facts().get("platform") is None


def test_who_ran_into_a_rider_is_no_platform(content: Content) -> None:
    talk = Talk(content, HURT[0], "撞我的是个滴滴 交警还没出责任认定")
    assert "platform" not in talk.state.facts()


def test_the_police_at_a_crash_are_no_matter_of_threats(content: Content) -> None:
    talk = Talk(content, HURT[0], "11月18号晚上的事 报警了 对方全责")
    assert talk.state.facts()["event_date"] == "2026-11-18"
    assert "再威胁" not in talk.text


def test_money_for_treatment_first(content: Content) -> None:
    talk = Talk(content, *HURT, "我就想先把手术钱解决")
    assert "哪个能先付" in talk.text


@pytest.mark.parametrize(
    "said", ["我先做手术了 你帮我记着 回头我再来", "好 你先帮我记着 我接娃去了"]
)
def test_who_goes_for_now_begins_no_other_matter(content: Content, said: str) -> None:
    talk = Talk(content, *HURT, said)
    assert "另一件事" not in talk.text
    assert "随时回来接着说" in talk.text


def test_of_two_days_the_one_asked_for(content: Content) -> None:
    talk = Talk(content, "送快递的时候搬货闪到腰了 住院一个星期 网点说我不用去了")
    talk.say("10月28号伤的 11月15号喊我走的")
    assert talk.state.facts()["event_date"] == "2026-10-28"


def test_lost_chats_are_no_evidence_in_hand(content: Content) -> None:
    talk = Talk(content, "站里十月工资5000没发", "西安雁塔", "群他把我踢了 聊天记录都没了")
    assert talk.state.facts().get("pay_proof") is None


def test_no_police_told_is_no_answer_about_the_app(content: Content) -> None:
    talk = Talk(content, "我送餐路上自己滑倒的 膝盖骨裂", "上个礼拜五", "天津西青 美团专送")
    talk.say("没人看见 也没报警 就拍了张摔了的照片")
    assert talk.state.facts().get("app_report") is None
    assert talk.say("花了三千二 医保报了一部分").state.facts()["medical_cost"] == "3200.00"
    assert talk.state.facts().get("app_report") is None


def test_a_truck_under_a_firm_s_name_is_no_labour_dispute(content: Content) -> None:
    talk = Talk(
        content, "我的货车挂靠在运输公司 现在不想挂了 他要收我八千转出费才给办过户", "阜阳颍州"
    )
    talk.say("还有一万保证金在他手里")
    assert "押金单位不能收" not in talk.text
    talk.say("这个算不算劳动关系啊", "去哪个法院告")
    assert "先走这条：劳动仲裁" not in talk.text


@pytest.mark.parametrize("said", ["不交钱他就不给年检 车都跑不了", "押金是不是让车行给吞了"])
def test_a_vehicle_that_may_not_run_is_no_danger(content: Content, said: str) -> None:
    talk = Talk(content, "我的货车挂靠在运输公司 他不给办过户", "阜阳颍州", said)
    assert "110" not in talk.text
    assert "安全吗" not in talk.text


def test_the_worker_s_own_camera_is_copied_today(content: Content) -> None:
    talk = Talk(content, "滴滴这个月无缘无故扣我流水 加起来四百三", "重庆南岸")
    assert "拷出来" in talk.say("行车记录仪有 只保留七天").text


def test_what_an_appeal_says(content: Content) -> None:
    talk = Talk(content, "滴滴这个月无缘无故扣我流水 加起来四百三", "重庆南岸", "申诉要写些啥子")
    assert "人工复核" in talk.text
    assert "要哪一份" not in talk.text


def test_a_ban_begins_no_limit_of_a_lease(content: Content) -> None:
    talk = Talk(content, "我租车跑网约车的 号给封了 车租一个月4200还在扣", "17号封的", "合肥包河")
    talk.say("车我能不能退 他说提前退要赔两个月租金")
    assert "申请劳动仲裁" not in talk.text.split("依据")[0]


def test_riders_made_sole_traders_are_asked_as_riders(content: Content) -> None:
    talk = Talk(content, "站里让我们全部去app上注册个体工商户 不注册就不派单")
    assert "干活那家的人" not in talk.text


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("客服就叫我等 都不说等到哪天", "给它定个日子"),
        ("客服要我手持身份证拍照 给不给他", "官方App"),
    ],
)
def test_asked_while_banned(content: Content, said: str, says: str) -> None:
    assert says in Talk(content, *BANNED, "11月16号封的", said).text


def test_handed_over_when_asked(content: Content) -> None:
    talk = Talk(content, *FINED, "行 你给我转吧")
    assert "帮你转" in talk.text


def test_money_that_somebody_transferred_is_no_wish(content: Content) -> None:
    talk = Talk(content, *FINED, "给我转了")
    assert "帮你转" not in talk.text
