"""A worker with an open case says that somebody is in danger: the desk shows it, the group is paged."""

from bot.arrival import Arrival
from bot.dialogue.messages import Text
from tests.desk.world import World


def in_danger(world: World, case_id: str) -> None:
    with world.store.transaction() as transaction:
        (talk,) = transaction.conversations_of_case(case_id)
    update = f"danger{world.at.timestamp()}"
    world.conversations.handle(Arrival("web", talk.sender, update, Text("我不想活了")), world.at)


def test_the_case_shows_the_danger_until_the_mediator_wrote(world: World) -> None:
    case_id, conversation = world.open_case()
    world.accept(case_id)
    in_danger(world, case_id)
    browser = world.browser("xindu1")
    page = browser.get(f"/cases/{case_id}").text
    assert 'role="alert"' in page
    assert "有轻生的话" in page
    assert "我不想活了" not in page
    assert "card hot" in browser.get("/").text
    assert "没人保证马上看到" in world.said_to_worker(conversation)
    world.casework.write(world.actor("xindu1"), case_id, "你在哪，我现在打给你", world.at)
    assert 'role="alert"' not in browser.get(f"/cases/{case_id}").text


def test_before_acceptance_only_the_urgency_is_told(world: World) -> None:
    case_id, _ = world.open_case()
    in_danger(world, case_id)
    page = world.browser("xindu1").get(f"/cases/{case_id}").text
    assert "人身危险" in page
    assert "轻生" not in page


def test_the_group_is_paged_once_in_ten_minutes(world: World) -> None:
    with world.store.transaction() as transaction:
        transaction.set_telegram_group("here", "-100")
    case_id, _ = world.open_case()
    world.accept(case_id)
    for minutes in (0, 1, 15):
        world.later(minutes=minutes)
        in_danger(world, case_id)
    with world.store.transaction() as transaction:
        pages = [row for row in transaction.claim_due(world.at) if row.kind == "page"]
    assert len(pages) == 2
    assert all("人身危险" in row.body["text"] and row.urgent for row in pages)
