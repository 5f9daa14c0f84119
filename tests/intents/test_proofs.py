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
    ],
)
def test_what_is_told_has_its_kind(content: Content, said: str, kind: str) -> None:
    assert content.intents.proofs.named(said) == kind


@pytest.mark.parametrize(
    "said",
    ["没有合同", "工牌押金没退", "我在东莞长安", "一个月五千", "没人给我发工资条", "明天去上班"],
)
def test_what_only_sounds_like_one_is_none(content: Content, said: str) -> None:
    assert content.intents.proofs.named(said) is None


def test_every_kind_has_its_reply(content: Content) -> None:
    proofs = content.intents.proofs
    assert {f"{REPLY}{kind}" for kind in proofs.kinds} <= set(content.intents.replies)


@pytest.mark.parametrize("said", ["监控过几天就覆盖了 咋办", "我有录音 这个算证据吗"])
def test_what_it_is_good_for_is_answered_by_its_worth(content: Content, said: str) -> None:
    assert content.intents.proofs.is_met_by_worth(said)


@pytest.mark.parametrize("said", ["我有录音 能要多少钱", "出个离职通知书给我", "工作服的钱去哪要"])
def test_other_questions_are_not(content: Content, said: str) -> None:
    assert not content.intents.proofs.is_met_by_worth(said)


def test_words_of_blows_are_never_calmly_told(content: Content) -> None:
    assert not content.intents.proofs.calmly_told("昨天被他推了一把")
    assert content.intents.proofs.calmly_told("抽血验了没酒精 报告在手里").strip()
