"""Conversations, their transcripts and the set of updates already seen."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from time import process_time
from typing import Any

import pytest

from bot.cases.errors import NotKept
from bot.cases.outgoing import Outgoing
from bot.cases.store.store import Store

Look = Callable[[str], list[tuple[Any, ...]]]


def test_each_update_is_handled_once_though_eight_threads_bring_it(
    store: Store, now: datetime, look: Look
) -> None:
    def bring(number: int) -> bool:
        with store.transaction() as transaction:
            if not transaction.accept_update("telegram", f"bot/{number % 10}", now):
                return False
            talk = transaction.open_conversation("telegram", f"sender {number % 2}", now)
            transaction.append_transcript(talk.id, "worker", {"text": str(number)}, now)
            return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(bring, range(80))) == 10
    assert look("SELECT count(*) FROM transcript") == [(10,)]
    assert look("SELECT count(*) FROM conversations") == [(2,)]
    assert look("SELECT count(*) FROM keys") == [(3,)]
    assert sorted(look("SELECT last_seq FROM conversations")) == [(5,), (5,)]


def test_a_lower_update_id_is_new_and_channels_do_not_mix(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        assert transaction.accept_update("telegram", "900", now)
        assert transaction.accept_update("telegram", "17", now)
        assert transaction.accept_update("web", "900", now)
        assert transaction.set_aside("telegram", "poison", now)
        assert not transaction.accept_update("telegram", "poison", now)


def test_state_and_words_come_back_as_they_went_in(store: Store, now: datetime) -> None:
    with store.transaction() as transaction:
        talk = transaction.open_conversation("telegram", "4711", now)
        assert (talk.state, talk.case_id, talk.sender) == ("", None, "4711")
        transaction.save_state(talk.id, '{"问": "𠮷野家欠薪"}', now + timedelta(hours=1))
        for text in ("一", "二", "三"):
            transaction.append_transcript(talk.id, "worker", {"text": text}, now)
    with store.transaction() as transaction:
        found = transaction.conversation(talk.id)
        assert found is not None
        assert found.state == '{"问": "𠮷野家欠薪"}'
        assert found.updated_at == now + timedelta(hours=1)
        lines = transaction.transcript(talk.id, after=1, limit=1)
        assert [(line.seq, line.body) for line in lines] == [(2, {"text": "二"})]
        assert transaction.conversation("nobody") is None
        with pytest.raises(NotKept):
            transaction.save_state("nobody", "{}", now)


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_unstorable_text_is_marked_alike_everywhere(store: Store, now: datetime, text: str) -> None:
    with store.transaction() as transaction:
        talk = transaction.open_conversation("web", text, now)
        transaction.save_state(talk.id, text, now)
        transaction.append_transcript(talk.id, "worker", {text: [text, (text,)]}, now)
        transaction.send(Outgoing("page", "desk", {text: text}, key=text), now)
        transaction.accept_update("web", text, now)
        transaction.rate(text, True, now.date())
    with store.transaction() as transaction:
        again = transaction.open_conversation("web", text, now)
        assert (again.id, again.sender, again.state) == (talk.id, "a�b", "a�b")
        assert transaction.transcript(talk.id)[0].body == {"a�b": ["a�b", ["a�b"]]}
        assert transaction.claim_due(now)[0].body == {"a�b": "a�b"}
        assert not transaction.accept_update("web", text, now)
        assert transaction.ratings_since(now.date()) == (("a�b", True, now.date(), 1),)


def test_a_turn_costs_a_three_hundredth_of_a_second(store: Store, now: datetime) -> None:
    def spend(round_: int) -> float:
        started = process_time()
        for number in range(50):
            with store.transaction() as transaction:
                transaction.accept_update("telegram", f"{round_}/{number}", now)
                talk = transaction.open_conversation("telegram", str(number % 20), now)
                transaction.append_transcript(talk.id, "worker", {"text": "x" * 80}, now)
                transaction.save_state(talk.id, "{}" * 400, now)
                transaction.append_transcript(talk.id, "bot", {"text": "x" * 200}, now)
                body = {"text": "x" * 200}
                transaction.send(Outgoing("message", "telegram", body, talk.id), now)
        return process_time() - started

    # Our own processor time and the best of three, since the machine that runs tests is shared.
    assert min(map(spend, range(3))) < 50 / 300
