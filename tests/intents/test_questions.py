"""Questions in the middle of a case: read among all answers, weighed by what the case says."""

from pathlib import Path

import pytest

from bot.dialogue.content import Content
from intents.details import details_of
from intents.matching.label_file import load_questions, save_questions
from intents.matching.meaning import load_meaning
from intents.matching.normalise import Normaliser
from intents.matching.questions import QuestionReader
from intents.matching.questions_training import TaughtAnswer, learn_questions
from intents.recognition import Bearing, Case

TAUGHT = {
    "iou": TaughtAnswer(
        ["他打了张欠条 有用吗", "手写的条子算不算", "欠条没盖章行不行", "白条能当凭据不"],
        "欠条没盖章，算数吗",
        "算。有签名的欠条就能当凭据。",
    ),
    "policy": TaughtAnswer(
        ["让我走意外险", "说别报工伤 报保险就行", "意外险赔了还报工伤吗", "走商业险行不行"],
        "让我走意外险，行吗",
        "别答应。意外险和工伤是两回事。",
    ),
}
STORIES = {
    "work_injury_determination": "我在厂里上班 上个月冲床把手压了 在医院做了手术",
    "wage_arrears": "老板欠我三个月工资 一共一万八 一直拖",
    "platform_deactivation": "我是众包骑手 账号被永久封了 里面还有钱没提",
    "overtime_pay": "在电子厂上班 天天加班到十点 加班费没给过",
}


def _ranked(content: Content, kind: str, said: str) -> list[str]:
    opened = content.intents.details.open_in({kind}, None)
    case = Case(STORIES[kind], {}, frozenset())
    bearing = Bearing(case=case, open=opened, kin=frozenset({kind}))
    return [each.name for each in content.ranker.ranked((said,), bearing)]


@pytest.mark.parametrize(
    ("kind", "said", "answer"),
    [
        (
            "work_injury_determination",
            "厂长叫我走意外险，工伤就甭报了，能行不",
            "accident_policy_instead",
        ),
        ("wage_arrears", "条子上写的年底才给 我现在去要行不行", "iou_year_end_wait"),
        ("platform_deactivation", "他们非要我签个放弃书才让提现", "sign_settlement_to_withdraw"),
        ("overtime_pay", "加班自己在本子上记的 算不算数啊", "overtime_own_notebook"),
        ("overtime_pay", "佢话冇填加班纸就唔计㗎", "overtime_without_approval_form"),
        ("wage_arrears", "去仲裁要交钱不", "arbitration_cost"),
    ],
)
def test_questions_of_strangers_are_heard(
    content: Content, kind: str, said: str, answer: str
) -> None:
    assert _ranked(content, kind, said)[0] == answer


@pytest.mark.parametrize("said", ["", "。。。", "😭", "12", "找" * 5_000, "\ud800\x00"])
def test_what_holds_no_question_asks_for_nothing(content: Content, said: str) -> None:
    found = content.ranker.ranked((said,), Bearing())
    assert all(each.likely < 0.3 for each in found)


def test_details_of_other_cases_and_answers_for_others_are_less_likely(content: Content) -> None:
    said = "厂长叫我走意外险，工伤就甭报了，能行不"
    name, kind = "accident_policy_instead", "work_injury_determination"
    likely = {
        opened: next(
            each.likely
            for each in content.ranker.ranked((said,), Bearing(open=frozenset(opened)))
            if each.name == name
        )
        for opened in ((), tuple(sorted(content.intents.details.open_in({kind}, None))))
    }
    closed, open_ = likely.values()
    assert closed < open_


def test_a_detail_for_other_workers_is_shut(content: Content) -> None:
    bank = content.intents.details
    for_riders = {name for name, each in bank.by_id.items() if each.workers == ("platform",)}
    assert for_riders
    kinds = {kind for name in for_riders for kind in bank.by_id[name].kinds}
    assert for_riders <= bank.open_in(kinds, None)
    assert not for_riders & bank.open_in(kinds, "construction_migrant")


def test_one_id_stands_in_one_file() -> None:
    detail = {"asks": "行不行呢", "kinds": ["any"], "phrases": ["一二三"] * 10, "says": "行。" * 12}
    with pytest.raises(ValueError, match="stands in another file"):
        details_of({"details/a.yaml": {"same": detail}, "details/b.yaml": {"same": detail}})


def test_the_same_phrases_give_the_same_bytes_and_are_read_back(tmp_path: Path) -> None:
    letters = Normaliser().letters
    for name in ("one", "two"):
        learned = learn_questions(TAUGHT, load_meaning(), letters)
        save_questions(learned, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    reader = QuestionReader(load_questions(tmp_path / "one"), load_meaning(), letters)
    margins = reader.margins("欠条上没盖章 还算数不")
    assert margins is not None
    assert reader.names[int(margins.argmax())] == "iou"


def test_words_of_dialects_are_read_as_plain_ones() -> None:
    letters = Normaliser(dialect=("唔=不", "唔使=不用", "佢=他")).letters
    assert letters("佢話唔使 唔得") == "他话不用不得"
