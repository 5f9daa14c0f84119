"""The intake of every dispute kind: never long, never twice, never without a reason."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content, Scene
from bot.dialogue.interview import intake
from bot.dialogue.messages import Choice, Text
from bot.dialogue.state import DialogueState
from intents.intake_form import MOST_IN_A_ROW
from tests.conftest import NOW, TODAY

TYPED = {
    "money": "6500",
    "date": "上个月15号",
    "months": "三个月",
    "place": "成都新都",
    "count": "12个人",
    "number": "3",
    "years": "5年",
    "text": "宏达电子厂",
}


def asked_for(content: Content, kind: str, picks: list[int]) -> list[str]:
    """The questions put for a dispute of that kind, answered or skipped as `picks` say."""
    rehearsal = Rehearsal(content, "forms")
    begun = intake.begin(DialogueState(stage="question"), kind, Scene(content, TODAY))
    rehearsal.state, asked = begun.state, []
    while rehearsal.state.stage == "intake":
        question = intake.open_question(rehearsal.state, Scene(content, TODAY))
        asked.append(question.id)
        pick = picks[len(asked) % len(picks)]
        if question.choices and pick >= 0:
            choice = question.choices[pick % len(question.choices)].id
            rehearsal.hear(Choice(f"{rehearsal.state.ask_no}:answer:{choice}"), NOW)
        else:
            said = TYPED.get(question.type, "跳过") if pick >= 0 else "跳过"
            rehearsal.hear(Text(said), NOW)
    return asked


def kinds(content: Content) -> list[str]:
    return list(content.knowledge.vocabulary.dispute_kinds)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_dispute_asks_more_than_eight_questions(content: Content, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(kinds(content)))
    picks = data.draw(st.lists(st.integers(-1, 5), min_size=1, max_size=8))
    asked = asked_for(content, kind, picks)
    again = [id for id in set(asked) if asked.count(id) > 1]
    assert len(set(asked)) <= MOST_IN_A_ROW
    assert again in ([], ["region"]), "only a required question is asked again"


def test_every_dispute_kind_has_a_form_of_its_own_or_shares_one_on_purpose(
    content: Content,
) -> None:
    general = [k for k in kinds(content) if content.intents.form_for(k).id == "general"]
    assert general == ["other"]


def test_every_question_of_a_form_changes_something(content: Content) -> None:
    sums = {question.id for s in content.intents.sums.by_id.values() for question in s.questions}
    for form in content.intents.forms.values():
        idle = [q.id for q in form.questions if not q.changes and q.id not in sums]
        assert not idle, form.id


@pytest.mark.parametrize("said", [
    "我在成都新都上班，公司叫宏达鞋业有限公司，今年10月8号走的，欠我三个月工资一共18600，就我一个人，微信转账都有",
])  # fmt: skip
def test_what_was_told_in_one_breath_is_not_asked(content: Content, said: str) -> None:
    rehearsal = Rehearsal(content, "breath")
    assert rehearsal.hear(Text(said), NOW).stage == "summary"
    assert rehearsal.state.asked == ()
