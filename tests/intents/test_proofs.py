"""Things told by a worker: which kind they are, and what only sounds like one."""

import pytest

from bot.dialogue.content import Content
from intents.proofs import REPLY


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("派工单我留了十几张", "work_log"),
        ("合同就一份 在人事那儿锁着", "contract_taken"),
        ("他让我把聊天删了 我没删", "told_to_delete"),
        ("考勤都让财务改了", "records_changed"),
        ("钱一直是老婆的卡收的", "transfer"),
        ("交警当时吹过 是零 单子还在", "alcohol_test"),
        ("她说要报警抓我 我没偷", "accused"),
        ("劳动局说让我去法院", "sent_elsewhere"),
        ("同宿舍的老乡看到我受伤的", "witness"),
        ("工友不敢作证", "witness_none"),
        ("姑父说出两万五 大家亲戚别声张", "settle_offer"),
        ("昨夜货车把冲床拖走了 机床都搬空了", "assets_moving"),
        ("班长讲报啥认定 内部处理就得了", "kept_inside"),
        ("腿上夹板还没拆 厂里把工资停了", "thin_pay_hurt"),
        ("产科医生写了不能久站", "doctor_note_work"),
        ("领班说嫌累就走 门口排队的大把人", "told_to_go_if"),
        ("店里讲钱是总部扣的 让我自己找总部", "passed_upward"),
        ("甲方说工程款早就结给劳务公司了", "paid_the_gang_boss"),
        ("经理说国庆多放的两天当年假", "leave_counted"),
        ("肇事司机赔了五千 还能报工伤吗", "other_paid_too"),
        ("销售当时满口保证随时能退 微信都在", "spoken_promise"),
        ("工卡停了 保安不让我进", "locked_out"),
        ("主家说不满意 尾款扣光 也没见投诉", "complaint_unseen"),
        ("奶奶夜里跌倒 家属要我赔", "care_blamed"),
        ("经理说你要告随便告", "dares_to_sue"),
        ("队长让我走商业险", "accident_policy"),
    ],
)
def test_what_is_told_has_its_kind(content: Content, said: str, kind: str) -> None:
    assert content.intents.proofs.named(said) == kind


@pytest.mark.parametrize(
    "said",
    [
        "我要去告他",
        "家里老人要照顾",
        "年假休了两天",
        "我是给人搬货的",
        "没有合同",
        "工牌押金没退",
        "我在东莞长安",
        "一个月五千",
        "没人给我发工资条",
        "明天去上班",
    ],
)
def test_what_only_sounds_like_one_is_none(content: Content, said: str) -> None:
    assert content.intents.proofs.named(said) is None


def test_every_kind_has_its_reply(content: Content) -> None:
    proofs = content.intents.proofs
    assert {f"{REPLY}{kind}" for kind in proofs.kinds} <= set(content.intents.replies)


@pytest.mark.parametrize("said", ["监控过几天就覆盖了 咋办", "我有录音 这个算证据吗"])
def test_what_it_is_good_for_is_answered_by_its_worth(content: Content, said: str) -> None:
    assert content.intents.proofs.is_met_by_worth(said)


@pytest.mark.parametrize("said", ["他给三万叫我别闹 该不该收", "大伙要去堵厂门 我去不去"])
def test_what_is_asked_of_the_other_sides_move_is_answered_by_its_reply(
    content: Content, said: str
) -> None:
    assert content.intents.proofs.answering(said) is not None


@pytest.mark.parametrize("said", ["我有录音 能要多少钱", "出个离职通知书给我", "工作服的钱去哪要"])
def test_other_questions_are_not(content: Content, said: str) -> None:
    assert not content.intents.proofs.is_met_by_worth(said)


def test_words_of_blows_are_never_calmly_told(content: Content) -> None:
    assert not content.intents.proofs.calmly_told("昨天被他推了一把")
    assert content.intents.proofs.calmly_told("抽血验了没酒精 报告在手里").strip()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("公司法务发邮件警告我了", "lawyer_letter"),
        ("人家给我发了个律师函", "lawyer_letter"),
        ("说要把我名字发到同行群里", "shaming"),
        ("要走可以 最后一个月工资别想要", "last_pay_held"),
        ("学校说不去就不给毕业证", "diploma_held"),
        ("他们说不赔就走法律程序", "sue_threat"),
        ("三天内不报到就算自动离职", "answer_by"),
        ("园长说不干满一年要赔3000", "claimed_from_me"),
        ("给8000结了 不要就一分没有", "take_or_leave"),
    ],
)
def test_what_the_other_side_wants_is_a_demand(content: Content, said: str, kind: str) -> None:
    assert content.intents.proofs.demanded(said) == kind


@pytest.mark.parametrize(
    "said",
    [
        "我要起诉他",
        "我想给公司发律师函",
        "活都是发在群里的",
        "早会点名 请假要他批",
        "要他赔我三万",
        "仲裁委让我三天内补材料",
        "他让我明天别来了 还说不用赔",
        "他们把我电脑权限关了 我明天还去不去",
    ],
)
def test_what_the_worker_wants_is_none(content: Content, said: str) -> None:
    assert content.intents.proofs.demanded(said) is None
