"""Consent: each moment a row with the version of its text, sensitive facts apart, no asking again."""

import hashlib
from datetime import timedelta

import pytest

from bot.dialogue.content import Content
from bot.dialogue.effects import NoteConsent, OpenCase
from bot.dialogue.messages import Choice, Text
from bot.dialogue.rights.consenting import VERSIONS
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.step import step
from bot.dialogue.turn import Turn
from knowledge.organizations.organization import Organization
from tests.conftest import NOW

TEXTS = {
    ("first_notice", "2026-11-22"): ("welcome", "23150f45138a"),
    ("abroad", "2026-11-22"): ("abroad", "02947350676d"),
    ("referral", "2026-11-21"): ("consent", "c2f998c62f68"),
    ("sensitive", "2026-11-22"): ("consent_sensitive", "39125c491ca1"),
}
"""Moment and version to the reply and the beginning of the SHA-256 of its text: a text that
changes gets a new version, for the rows kept say which text was agreed to."""

SERVED = Organization(
    id="here",
    name="新都调处中心（演示）",
    kind="joint_center",
    level="district",
    adcode="510114",
    town_code=None,
    address=None,
    phone=None,
    hours=None,
    industries=(),
    certainty="high",
    served=True,
)


@pytest.fixture
def served(content: Content) -> Content:
    return content.serving((SERVED,))


def offered(content: Content, **facts: str | bool) -> Turn:
    told = {"region": "510114", "amount_claimed": "8000.00", **facts}
    answers = {key: Answer(value=value, said=str(value)) for key, value in told.items()}
    state = DialogueState(
        stage="summary", dispute_kind="wage_arrears", answers=answers, story="手断了，钱没给"
    )
    return step(state, Text("对"), content, NOW)


def press(turn: Turn, label: str, content: Content, days: int = 0) -> Turn:
    ids = {choice.label: choice.id for reply in turn.replies for choice in reply.choices}
    return step(turn.state, Choice(ids[label]), content, NOW + timedelta(days=days))


def labels(turn: Turn) -> set[str]:
    return {choice.label for reply in turn.replies for choice in reply.choices}


def test_every_text_agreed_to_stands_with_its_version(content: Content) -> None:
    for (moment, version), (reply, digest) in TEXTS.items():
        text = content.intents.replies[reply]
        assert VERSIONS[moment] == version
        assert hashlib.sha256(text.encode()).hexdigest()[:12] == digest, reply
    assert {moment for moment, _ in TEXTS} == set(VERSIONS)


def test_consent_is_a_row_beside_the_case(served: Content) -> None:
    turn = press(press(offered(served), "转给它", served), "同意", served)
    kinds = [type(effect) for effect in turn.effects]
    assert kinds == [OpenCase, NoteConsent]
    assert turn.effects[1] == NoteConsent("referral", VERSIONS["referral"], "given", "here")


def test_injuries_are_asked_apart_and_stay_here_after_a_no(served: Content) -> None:
    asked = press(press(offered(served, injured=True), "转给它", served), "同意", served)
    assert asked.effects == ()
    again = step(asked.state, Text("这个是什么意思"), served, NOW)
    assert labels(again) >= {"一起给", "先不给"}
    held = press(asked, "先不给", served)
    opened = held.effects[0]
    assert isinstance(opened, OpenCase)
    assert "injured" not in {**opened.facts, **opened.said}
    assert opened.story == ""
    assert NoteConsent("sensitive", VERSIONS["sensitive"], "refused", "here") in held.effects
    shared = press(asked, "一起给", served)
    opened = shared.effects[0]
    assert isinstance(opened, OpenCase)
    assert opened.facts["injured"] is True
    assert opened.story == "手断了，钱没给"


def test_a_no_is_kept_and_not_asked_again_for_thirty_days(served: Content) -> None:
    refused = press(press(offered(served), "转给它", served), "不同意", served)
    assert refused.effects == (NoteConsent("referral", VERSIONS["referral"], "refused", "here"),)
    assert "转给它" not in labels(refused)
    soon = step(refused.state, Text("继续处理"), served, NOW + timedelta(days=29))
    assert "转给它" not in labels(soon)
    assert step(soon.state, Text("好"), served, NOW).state.stage == "handed_off"
    asked = step(soon.state, Text("转给它"), served, NOW + timedelta(days=29))
    assert asked.state.stage == "referral_consent"
    later = step(refused.state, Text("继续处理"), served, NOW + timedelta(days=30))
    assert "转给它" in labels(later)


def test_starting_over_forgets_no_refusal(served: Content) -> None:
    refused = press(press(offered(served), "转给它", served), "不同意", served)
    assert step(refused.state, Text("重来"), served, NOW).state.refused == refused.state.refused


def test_on_telegram_the_servers_abroad_are_named_once_before_an_intake(content: Content) -> None:
    there = DialogueState(stage="question", dispute_kind="wage_arrears", abroad=True)
    turn = step(there, Text("帮我处理"), content, NOW)
    assert turn.replies[0].text == content.wording.say("abroad")
    assert NoteConsent("abroad", VERSIONS["abroad"], "told") in turn.effects
    again = step(turn.state, Text("跳过"), content, NOW)
    assert not any(isinstance(effect, NoteConsent) for effect in again.effects)
    here = step(there.changed(abroad=False), Text("帮我处理"), content, NOW)
    assert here.replies[0].text != content.wording.say("abroad")
