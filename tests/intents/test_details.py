"""Narrow questions in the middle of a case: heard by the learned reader, and nothing else is."""

from pathlib import Path

import pytest

from bot.dialogue.content import Content
from intents.details import details_of
from intents.matching.details_training import TaughtDetail, learn_details
from intents.matching.label_file import load_details, save_details
from intents.matching.meaning import load_meaning

SURE = 0.62
"""How likely a reading is that is surely right."""
BOTH = ("iou", "policy")
TAUGHT = {
    "iou": TaughtDetail(
        ["他打了张欠条 有用吗", "手写的条子算不算", "欠条没盖章行不行", "白条能当凭据不"],
        "欠条没盖章，算数吗",
        "算。有签名的欠条就能当凭据。",
        BOTH,
    ),
    "policy": TaughtDetail(
        ["让我走意外险", "说别报工伤 报保险就行", "意外险赔了还报工伤吗", "走商业险行不行"],
        "让我走意外险，行吗",
        "别答应。意外险和工伤是两回事。",
        BOTH,
    ),
}


@pytest.mark.parametrize(
    ("kind", "said", "detail"),
    [
        (
            "work_injury_determination",
            "厂长叫我走意外险，工伤就甭报了，能行不",
            "accident_policy_instead",
        ),
        ("wage_arrears", "条子上写的年底才给 我现在去要行不行", "iou_year_end_wait"),
        ("platform_deactivation", "他们非要我签个放弃书才让提现", "sign_settlement_to_withdraw"),
        ("overtime_pay", "加班自己在本子上记的 算不算数啊", "overtime_own_notebook"),
    ],
)
def test_questions_of_strangers_are_heard(
    content: Content, kind: str, said: str, detail: str
) -> None:
    among = content.intents.details.open_in({kind}, None)
    found = content.details.read(said, among)
    assert found is not None
    assert (found.name, found.likely >= SURE) == (detail, True)


@pytest.mark.parametrize("said", ["", "。。。", "😭", "12", "找" * 5_000, "\ud800\x00"])
def test_what_holds_no_question_is_no_detail(content: Content, said: str) -> None:
    found = content.details.read(said, content.intents.details.by_id)
    assert found is None or found.likely < SURE


def test_only_details_of_the_case_are_compared(content: Content) -> None:
    bank = content.intents.details
    assert "accident_policy_instead" not in bank.open_in({"wage_arrears"}, None)
    assert content.details.read("让我走意外险别报工伤 行吗", ()) is None


def test_an_answer_for_other_workers_is_shut(content: Content) -> None:
    bank = content.intents.details
    for_riders = {name for name, each in bank.by_id.items() if each.workers == ("platform",)}
    assert for_riders
    kinds = {kind for name in for_riders for kind in bank.by_id[name].kinds}
    assert for_riders <= bank.open_in(kinds, None)
    assert not for_riders & bank.open_in(kinds, "construction_migrant")


def test_the_plain_wording_of_each_is_heard(content: Content) -> None:
    """`asks` teaches a little; hardly any is mistaken for another of its case."""
    bank = content.intents.details
    mistaken = [
        name
        for name, detail in bank.by_id.items()
        if (found := content.details.read(detail.asks, bank.open_in({detail.kinds[0]}, None)))
        and found.name != name
    ]
    assert len(mistaken) <= len(bank.by_id) // 100, mistaken


def test_one_id_stands_in_one_file() -> None:
    detail = {"asks": "行不行呢", "kinds": ["any"], "phrases": ["一二三"] * 10, "says": "行。" * 12}
    with pytest.raises(ValueError, match="stands in another file"):
        details_of({"details/a.yaml": {"same": detail}, "details/b.yaml": {"same": detail}})


def test_the_same_phrases_give_the_same_bytes_and_are_read_back(tmp_path: Path) -> None:
    for name in ("one", "two"):
        learned = learn_details(TAUGHT, ["我去问问", "谢谢你", "在东莞"], load_meaning())
        save_details(learned, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert load_details(tmp_path / "one").model.labels == BOTH
