"""One turn end to end over the real store: nothing lost, nothing doubled, danger first."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from bot.arrival import Arrival, Handled, Upload
from bot.bell import Bell
from bot.cases.errors import ChangeNotAllowed, StoreUnavailable
from bot.cases.staff import NewOrganization
from bot.cases.store.store import Store
from bot.casework import Actor, Casework
from bot.conversation import Conversations
from bot.delivery import Delivery
from bot.dialogue.content import Content
from bot.dialogue.messages import Choice, Text
from tests.conftest import NOW

UPDATES = itertools.count(1)


def say(conversations: Conversations, text: str, sender: str = "worker", key: str = "") -> Handled:
    update = key or f"u{next(UPDATES)}"
    return conversations.handle(Arrival("web", sender, update, Text(text)), NOW)


def press(conversations: Conversations, handled: Handled, label: str) -> Handled:
    ids = {c.label: c.id for reply in handled.replies for c in reply.choices}
    incoming = Choice(ids[label])
    return conversations.handle(Arrival("web", "worker", f"u{next(UPDATES)}", incoming, label), NOW)


def texts(handled: Handled) -> str:
    return "\n".join(reply.text for reply in handled.replies)


@pytest.fixture
def organizations(store: Store) -> tuple[str, str]:
    with store.transaction() as transaction:
        district = NewOrganization("新都调处中心（演示）", "joint_center", "district", "510114")
        city = NewOrganization("成都调处中心（演示）", "joint_center", "city", "510100")
        return transaction.add_organization(district), transaction.add_organization(city)


def mediator(store: Store, organization_id: str, login: str) -> Actor:
    with store.transaction() as transaction:
        made = transaction.add_mediator(organization_id, login, "王敏", "$argon2id$x", NOW)
        mediator_id = made if isinstance(made, str) else made.id
    return Actor(mediator_id, organization_id, "王敏")


def handed_over(conversations: Conversations) -> Handled:
    """A worker goes the whole way to consent."""
    say(conversations, "老板拖欠工资8000元")
    handled = say(conversations, "帮我处理")
    for _ in range(12):
        if "我理解的是这样" in texts(handled):
            break
        handled = say(conversations, "成都新都" if "区县" in texts(handled) else "跳过")
    handled = press(conversations, handled, "对的")
    handled = press(conversations, handled, "转给它")
    return press(conversations, handled, "同意")


def only_case(store: Store) -> Any:
    with store.transaction() as transaction:
        conversation = transaction.open_conversation("web", "worker", NOW)
        assert conversation.case_id
        case = transaction.case(conversation.case_id)
        assert case
        return case


def bot_said(store: Store, sender: str = "worker") -> str:
    with store.transaction() as transaction:
        conversation = transaction.open_conversation("web", sender, NOW)
        lines = transaction.transcript(conversation.id)
    return "\n".join(str(line.body.get("text", "")) for line in lines if line.who != "worker")


def test_a_case_goes_to_a_mediator_and_back(
    conversations: Conversations, casework: Casework, store: Store, organizations: tuple[str, str]
) -> None:
    handled = handed_over(conversations)
    assert "案件号" in texts(handled)
    case = only_case(store)
    assert case.status == "referred"
    assert case.organization_id == organizations[0]
    assert case.amount_band == "5k_to_20k"

    actor = mediator(store, organizations[0], "wang")
    casework.accept(actor, case.id, NOW)
    assert "接了你的案件" in bot_said(store)
    casework.write(actor, case.id, "请发工资条", NOW)
    assert "请发工资条" in bot_said(store)
    with store.transaction() as transaction:
        (conversation,) = transaction.conversations_of_case(case.id)
        assert [line.who for line in transaction.transcript(conversation.id)][-1] == "mediator"
    assert "已转给调解员" in texts(say(conversations, "好，晚点发"))
    with store.transaction() as transaction:
        notes = [entry.note for entry in transaction.timeline(case.id)]
    assert notes[-1] == "好，晚点发"
    casework.close(actor, case.id, "agreement_paid", "已付8000元", NOW)
    assert "已付8000元" in bot_said(store)
    assert only_case(store).status == "closed"


def test_a_declined_case_goes_to_the_next_and_the_worker_is_told(
    conversations: Conversations, casework: Casework, store: Store, organizations: tuple[str, str]
) -> None:
    handed_over(conversations)
    case = only_case(store)
    casework.decline(mediator(store, organizations[0], "a"), case.id, "no_capacity", NOW)
    assert only_case(store).organization_id == organizations[1]
    assert "已转给下一家：成都调处中心（演示）" in bot_said(store)
    casework.decline(mediator(store, organizations[1], "b"), case.id, "not_competent", NOW)
    assert only_case(store).status == "no_taker"
    assert "12333" in bot_said(store).rsplit("不接", 1)[1]


@pytest.mark.anyio
async def test_an_unanswered_case_goes_on_when_its_timer_rings(
    conversations: Conversations,
    casework: Casework,
    store: Store,
    bell: Bell,
    organizations: tuple[str, str],
) -> None:
    handed_over(conversations)
    delivery = Delivery(store, casework, {}, bell)
    await delivery.deliver_due(NOW + timedelta(hours=5))
    assert only_case(store).organization_id == organizations[0]
    await delivery.deliver_due(NOW + timedelta(days=5))
    assert only_case(store).organization_id == organizations[1]
    assert "到时没有回音" in bot_said(store)


def test_two_mediators_accept_and_one_wins(
    conversations: Conversations, casework: Casework, store: Store, organizations: tuple[str, str]
) -> None:
    handed_over(conversations)
    case = only_case(store)
    first, second = (mediator(store, organizations[0], login) for login in ("a", "b"))
    casework.accept(first, case.id, NOW)
    with pytest.raises(ChangeNotAllowed):
        casework.accept(second, case.id, NOW)
    assert bot_said(store).count("接了你的案件") == 1


def test_a_repeated_message_is_handled_once(conversations: Conversations, store: Store) -> None:
    first = say(conversations, "老板拖欠工资", key="same")
    again = say(conversations, "老板拖欠工资", key="same")
    assert first.replies
    assert again.repeated
    with store.transaction() as transaction:
        conversation = transaction.open_conversation("web", "worker", NOW)
        lines = transaction.transcript(conversation.id)
    assert [line.who for line in lines].count("worker") == 1


def test_the_case_code_finds_the_case_from_another_phone(
    conversations: Conversations, store: Store, organizations: tuple[str, str]
) -> None:
    said = texts(handed_over(conversations))
    code = next(line for line in said.splitlines() if line.startswith("案件码")).split("：")[1]
    found = say(conversations, code.lower(), sender="other phone")
    assert "找到了" in texts(found)
    wrong = say(conversations, "0" * 26, sender="third phone")
    assert "没找到" in texts(wrong)
    for _ in range(5):
        wrong = say(conversations, "0" * 26, sender="third phone")
    assert "试的次数太多" in texts(wrong)


def test_deleting_leaves_nothing_behind(
    conversations: Conversations, store: Store, organizations: tuple[str, str]
) -> None:
    handed_over(conversations)
    case = only_case(store)
    say(conversations, "删除")
    assert "都删掉了" in texts(say(conversations, "是"))
    with store.transaction() as transaction:
        erased = transaction.case(case.id)
        assert erased is None or (erased.story == "" and not erased.facts)
        conversation = transaction.open_conversation("web", "worker", NOW)
        assert conversation.case_id is None
        assert "工资" not in "".join(
            str(line.body) for line in transaction.transcript(conversation.id)
        )


def test_a_file_waits_for_the_case_and_goes_with_it(
    conversations: Conversations, store: Store, organizations: tuple[str, str]
) -> None:
    upload = Upload("工资条.png", "image/png", b"\x89PNG...")
    handled = conversations.handle(Arrival("web", "worker", "file", upload, "工资条.png"), NOW)
    assert "先替你存着" in texts(handled)
    handed_over(conversations)
    with store.transaction() as transaction:
        (evidence,) = transaction.evidence_of(
            only_case_id := transaction.open_conversation("web", "worker", NOW).case_id or ""
        )
        assert only_case_id
        assert evidence.name == "工资条.png"


def test_danger_is_answered_without_a_database(content: Content, bell: Bell) -> None:
    class Away:
        @contextmanager
        def transaction(self) -> Iterator[None]:
            raise StoreUnavailable("the database is away")
            yield

    conversations = Conversations(Away(), lambda: content, bell)  # type: ignore[arg-type]
    assert "12356" in texts(say(conversations, "我不想活了"))
    with pytest.raises(StoreUnavailable):
        say(conversations, "老板拖欠工资")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
