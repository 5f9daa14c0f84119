"""An organization's group: cards, and who may press what."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import partial

import pytest

from bot.cases.case import Case, NewCase
from bot.cases.staff import NewOrganization
from bot.cases.store.store import Store
from bot.casework import announce
from bot.channels.telegram.services import Services
from bot.dialogue.content import Content
from tests.channels.telegram.running import RunningBot
from tests.fake_bot_api import FakeTelegram

GROUP, OTHER_GROUP = -7001, -7002
LI, WANG, CHEN, STRANGER = 31, 32, 33, 99
NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def case_id(fake: FakeTelegram, store: Store, content: Content) -> str:
    """A case referred to an organization with a group and two mediators; there is another one."""
    fake.group(GROUP)
    fake.group(OTHER_GROUP)
    with store.transaction() as transaction:
        ids = []
        for group, members in ((GROUP, (LI, WANG)), (OTHER_GROUP, (CHEN,))):
            new = NewOrganization(
                f"调解中心{group}", "joint_center", "district", "510114", telegram_group=str(group)
            )
            ids.append(transaction.add_organization(new))
            for member in members:
                mediator = transaction.add_mediator(
                    ids[-1], f"m{member}", f"调解员{member}", "-", NOW
                )
                transaction.link_telegram(mediator, str(member))
        new_case = NewCase("wage_arrears", "510114", ids[0], amount=Decimal(8000))
        opened = transaction.open_case(new_case, NOW)
        case = transaction.case(opened.case_id)
        assert case is not None
        announce(transaction, case, ids[0], content, NOW)
    return opened.case_id


@pytest.fixture
def carded(case_id: str, bot: RunningBot, fake: FakeTelegram) -> str:
    """The same, once the card has come."""
    fake.wait_for(GROUP)
    return case_id


def case_now(store: Store, case_id: str) -> Case:
    with store.transaction() as transaction:
        case = transaction.case(case_id)
    assert case is not None
    return case


def test_the_card_offers_to_take_the_case_or_not(
    fake: FakeTelegram, carded: str, store: Store
) -> None:
    card = fake.messages(GROUP)[0]
    assert card.labels == ("接收", "不接")
    assert case_now(store, carded).number in card.text


def test_a_mediator_accepts_and_the_card_says_who(
    fake: FakeTelegram, carded: str, store: Store
) -> None:
    press = fake.press(GROUP, "接收", by=LI, times=3)
    fake.again(press, under_new_id=True)
    card = fake.wait_for(GROUP, lambda sent: "调解员31" in sent.text)
    assert not card.buttons
    fake.wait_until(fake.all_confirmed)
    assert case_now(store, carded).status == "accepted"
    assert "调解员31" in fake.messages(GROUP)[0].text


def test_the_second_of_two_is_told_who_was_first(fake: FakeTelegram, carded: str) -> None:
    card = fake.messages(GROUP)[0]
    fake.press(GROUP, "接收", by=LI)
    fake.wait_for(GROUP, lambda sent: "调解员31" in sent.text)
    late = fake.press(GROUP, f"accept:{carded}", by=WANG, message_id=card.message_id)
    (answer,) = fake.wait_until(lambda: fake.answers(late))
    assert "调解员31" in answer["text"]
    assert answer["show_alert"] == "true"


@pytest.mark.parametrize("who", [STRANGER, CHEN])
def test_who_is_no_mediator_of_this_organization_is_told_to_be_added(
    fake: FakeTelegram, carded: str, store: Store, who: int
) -> None:
    press = fake.press(GROUP, "接收", by=who)
    (answer,) = fake.wait_until(lambda: fake.answers(press))
    assert str(who) in answer["text"]
    assert answer["show_alert"] == "true"
    assert case_now(store, carded).status == "referred"
    assert fake.messages(GROUP)[0].labels == ("接收", "不接")


def test_declining_asks_why_and_the_case_goes_on(
    fake: FakeTelegram, carded: str, store: Store, content: Content
) -> None:
    fake.press(GROUP, "不接", by=LI)
    reason = content.wording.label("decline_reason.no_capacity")
    fake.wait_for(GROUP, lambda sent: reason in sent.labels)
    fake.press(GROUP, reason, by=LI)
    card = fake.wait_for(GROUP, lambda sent: reason in sent.text)
    assert not card.buttons
    after = fake.wait_for(OTHER_GROUP)
    assert after.labels == ("接收", "不接")
    again = fake.press(GROUP, f"accept:{carded}", by=WANG, message_id=card.message_id)
    (answer,) = fake.wait_until(lambda: fake.answers(again))
    assert answer["text"] == content.wording.say(
        "group_gone", number=case_now(store, carded).number
    )


def test_a_press_of_nonsense_is_answered_and_changes_nothing(
    fake: FakeTelegram, carded: str, store: Store
) -> None:
    card = fake.messages(GROUP)[0]
    for data in ("x", f"accept:{'0' * 32}", f"reason:no_such:{carded}", "any:delete"):
        press = fake.press(GROUP, data, by=LI, message_id=card.message_id)
        fake.wait_until(partial(fake.answers, press))
    assert case_now(store, carded).status == "referred"


def test_a_group_that_got_another_id_is_followed(
    fake: FakeTelegram, case_id: str, services: Services
) -> None:
    fake.group(-9009)
    fake.world.chats[GROUP]["moved_to"] = -9009
    with RunningBot(fake, services):
        fake.wait_for(-9009, timeout=15)
        press = fake.press(-9009, "接收", by=LI)
        fake.wait_for(-9009, lambda sent: "调解员31" in sent.text)
        assert fake.answers(press)


def test_more_cards_than_a_group_may_get_in_a_minute_wait(
    fake: FakeTelegram, case_id: str, services: Services, store: Store, content: Content
) -> None:
    case = case_now(store, case_id)
    assert case.organization_id is not None
    with store.transaction() as transaction:
        for _ in range(24):
            announce(transaction, case, case.organization_id, content, NOW)
    fake.say(31337, "/start")
    with RunningBot(fake, services):
        fake.wait_for(31337, timeout=5)
        fake.wait_until(lambda: len(fake.messages(GROUP)) >= 20)
    assert len(fake.messages(GROUP)) <= 22
