"""Sealing, erasure and retention over every column and every byte on disk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.cases.case import CaseEvent
from bot.cases.errors import NotKept, SealBroken
from bot.cases.open_questions import OpenQuestion
from bot.cases.outgoing import Outgoing
from bot.cases.retention import RULES, cutoff
from bot.cases.store.column_types import CLASSES
from bot.cases.store.store import Store
from bot.cases.store.tables import metadata
from tests.cases.people import Town, acceptance, follow, settle, wage_case

Look = Callable[[str], list[tuple[Any, ...]]]
SEALED = ("personal", "sensitive")
DAY = timedelta(days=1)


def canary(place: str) -> str:
    return f"canary-{place}-张三13800138000"


@dataclass(frozen=True)
class Planted:
    talk: str
    other_talk: str
    case_id: str
    evidence: tuple[str, str]
    town: Town


def plant(store: Store, now: datetime) -> Planted:
    """A worker who has filled every sealed column, through two conversations."""
    with store.transaction() as transaction:
        town = settle(transaction, now)
        new = wage_case(
            town.organization,
            facts={canary("fact"): canary("fact")},
            said={"amount": canary("said")},
            story=canary("story"),
        )
        talk, opened = follow(transaction, canary("sender"), new, now)
        other = transaction.open_conversation("web", canary("visitor"), now).id
        transaction.link_case(other, opened.case_id)
        for each in (talk, other):
            transaction.save_state(each, canary("state"), now)
            transaction.append_transcript(each, "worker", {"text": canary("transcript")}, now)
            transaction.note_question(OpenQuestion(each, canary("asked"), "refused", None, now))
            body = {"text": canary("outbox")}
            transaction.send(Outgoing("message", "telegram", body, each), now)
        card = Outgoing("timer", "", {"text": canary("timer")}, case_id=opened.case_id)
        transaction.send(card, now)
        transaction.accept_update("telegram", canary("update"), now)
        transaction.record(opened.case_id, acceptance(town, town.li), now)
        wrote = CaseEvent("worker_wrote", "worker", note=canary("note"))
        transaction.record(opened.case_id, wrote, now)
        content = canary("content").encode() * 5000
        given = (canary("name"), "image/jpeg", content, now)
        early = transaction.keep_evidence(talk, None, *given)
        assert transaction.attach_waiting_evidence(talk, opened.case_id) == 1
        assert transaction.attach_waiting_evidence(talk, opened.case_id) == 0
        late = transaction.keep_evidence(talk, opened.case_id, *given)
        transaction.audit("li", "read", opened.case_id, "sensitive", now)
    return Planted(talk, other, opened.case_id, (early, late), town)


def bytes_on_disk(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes()


def found_on_disk(folder: Path, wanted: bytes) -> list[Path]:
    return [path for path, content in bytes_on_disk(folder) if wanted in content]


def disk_of(store: Store, tmp_path: Path, request: pytest.FixtureRequest) -> list[Path]:
    """The folders where the database and the evidence lie, all of it written out."""
    if store._place is not None:
        return [tmp_path]
    with store._engine.connect() as connection:
        connection.exec_driver_sql("CHECKPOINT")
    return [tmp_path, request.getfixturevalue("cluster")]


def test_every_column_declares_its_class_and_every_table_its_retention() -> None:
    for table in metadata.tables.values():
        for column in table.columns:
            assert column.info.get("class") in CLASSES, f"{table.name}.{column.name}"
            sealed = column.info["class"] in SEALED
            assert sealed <= (column.type.python_type is bytes)
    assert {rule.table for rule in RULES.values()} == set(metadata.tables)


def test_sealed_columns_hold_no_plaintext_and_all_of_them_are_used(
    store: Store, now: datetime, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    plant(store, now)
    with store._engine.connect() as connection:
        for table in metadata.tables.values():
            sealed = [column for column in table.columns if column.info["class"] in SEALED]
            for column in sealed:
                values = [v for v in connection.execute(select(column)).scalars() if v is not None]
                assert values, f"{table.name}.{column.name} is never written"
                assert not any(b"canary" in value for value in values)
    for folder in disk_of(store, tmp_path, request):
        assert found_on_disk(folder, b"canary-") == []


def test_erasing_leaves_codes_and_not_one_byte_of_content(
    store: Store, now: datetime, tmp_path: Path, request: pytest.FixtureRequest, look: Look
) -> None:
    planted = plant(store, now)
    with store.transaction() as transaction:
        bystander, kept = follow(transaction, "bystander", wage_case(story="mine"), now)
        transaction.save_state(bystander, "{}", now)
    both = (planted.talk, planted.case_id)  # a key bears the id of what it seals
    wrapped = [bytes(row[1]) for row in look("SELECT id, wrapped FROM keys") if row[0] in both]
    assert len(wrapped) == 2
    with store.transaction() as transaction:
        transaction.erase_conversation(planted.talk, now)
    with store.transaction() as transaction:
        transaction.erase_conversation(planted.talk, now)
        assert transaction.conversation(planted.talk) is None
        assert transaction.conversation(planted.other_talk) is None
        case = transaction.case(planted.case_id)
        assert case is not None
        assert (case.status, case.facts, case.said, case.story) == ("erased", {}, {}, "")
        codes = [(entry.code, entry.note) for entry in transaction.timeline(planted.case_id)]
        assert codes[-2:] == [("worker_wrote", None), ("erased", None)]
        assert [entry.action for entry in transaction.audit_of(planted.case_id)] == [
            "read",
            "erased",
        ]
        with pytest.raises(NotKept):
            transaction.read_evidence(planted.evidence[0])
        assert transaction.casework(planted.town.organization) == ()
        assert transaction.claim_due(now) == ()
        assert transaction.open_questions_since(now - DAY, 100) == ()
        untouched = transaction.case(kept.case_id)
        assert untouched is not None
        assert untouched.story == "mine"
    assert list((tmp_path / "data" / "evidence").iterdir()) == []
    assert look("SELECT count(*) FROM keys") == [(3,)]
    for folder in disk_of(store, tmp_path, request):
        assert found_on_disk(folder, b"canary-") == []
    # PostgreSQL leaves dead rows to its vacuum; SQLite overwrites them at once.
    if store._place is not None:
        assert not any(found_on_disk(tmp_path, key) for key in wrapped)


def test_evidence_outlives_its_conversation_and_an_altered_file_is_refused(
    store: Store, now: datetime, data: Path
) -> None:
    planted = plant(store, now)
    early, late = planted.evidence
    with store.transaction() as transaction:
        transaction.link_case(planted.talk, None)
        transaction.erase_conversation(planted.talk, now)
        files = transaction.evidence_of(planted.case_id)
        assert {file.id for file in files} == {early, late}
        found, content = transaction.read_evidence(early)
        assert (found.name, found.size) == (canary("name"), len(content))
        assert content.startswith(canary("content").encode())
    for path in (data / "evidence").iterdir():
        sealed = bytearray(path.read_bytes())
        sealed[100] ^= 1
        path.write_bytes(sealed)
    with store.transaction() as transaction, pytest.raises(SealBroken):
        transaction.read_evidence(late)


def test_a_failed_transaction_leaves_no_file(store: Store, now: datetime, data: Path) -> None:
    def fail() -> None:
        with store.transaction() as transaction:
            talk = transaction.open_conversation("web", "visitor", now)
            transaction.keep_evidence(talk.id, None, "a.jpg", "image/jpeg", b"x", now)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert list((data / "evidence").iterdir()) == []


def test_nothing_is_kept_longer_nor_shorter_than_promised(
    store: Store, now: datetime, look: Look
) -> None:
    with store.transaction() as transaction:
        town = settle(transaction, now)
        open_talk, open_case = follow(transaction, "open", wage_case(town.organization), now)
        closed_talk, closed_case = follow(transaction, "closed", wage_case(town.organization), now)
        for opened in (open_case, closed_case):
            transaction.record(opened.case_id, acceptance(town, town.li), now)
        outcome = {"outcome": "agreement_paid"}
        holder = (town.li, town.organization, town.li)
        closing = CaseEvent("closed", "mediator", *holder, details=outcome)
        transaction.record(closed_case.case_id, closing, now)
        saved_talk, _ = follow(transaction, "saved", wage_case(), now)
        idle = transaction.open_conversation("telegram", "idle", now).id
        for talk in (open_talk, closed_talk, saved_talk, idle):
            transaction.save_state(talk, "{}", now)
            transaction.append_transcript(talk, "worker", {"text": "x"}, now)
        for talk in (open_talk, idle):
            transaction.note_question(OpenQuestion(talk, "x", "unclear", None, now))
        empty = transaction.open_conversation("telegram", "empty", now).id
        transaction.accept_update("telegram", "1", now)
        sent = transaction.send(Outgoing("page", "desk", {}), now)
        transaction.mark_sent(sent, now)
        transaction.open_session(town.li, now)
        transaction.audit("li", "read", open_case.case_id, "sensitive", now)

    def there() -> dict[str, object]:
        with store.transaction() as transaction:
            live = transaction.case(open_case.case_id)
            assert live is not None
            assert live.status == "accepted"
            assert len(transaction.transcript(open_talk)) == 1
            return {
                "inbox": look("SELECT 1 FROM inbox"),
                "sent": look("SELECT 1 FROM outbox"),
                "sessions": look("SELECT 1 FROM sessions"),
                "open questions": look("SELECT 1 FROM open_questions"),
                "empty": transaction.conversation(empty),
                "idle": transaction.conversation(idle),
                "saved": transaction.conversation(saved_talk),
                "closed": transaction.conversation(closed_talk),
                "closed record": transaction.case(closed_case.case_id),
                "audit": [e for e in transaction.audit_of(open_case.case_id) if e.at == now],
            }

    ends = {"sessions": 0.5, "empty": 1, "inbox": 8, "sent": 8, "idle": 30, "saved": 90}
    ends |= {"open questions": 30}
    ends |= {"closed": 180, "closed record": 1096, "audit": 1096}
    second = timedelta(seconds=1)
    for days in sorted(set(ends.values())):
        for moment in (now + days * DAY - second, now + days * DAY + second):
            with store.transaction() as transaction:
                transaction.expire(moment)
            left = {name for name, value in there().items() if value}
            assert left == {name for name, end in ends.items() if now + end * DAY > moment}


def test_a_rule_without_a_period_has_no_cutoff(now: datetime) -> None:
    assert cutoff("inbox", now) == now - 8 * DAY
    with pytest.raises(KeyError):
        cutoff("timeline", now)


def test_stray_files_and_keys_are_swept(store: Store, now: datetime, data: Path) -> None:
    (data / "evidence").mkdir(parents=True)
    (data / "evidence" / "left_by_a_crash").touch()
    with store.transaction() as transaction:
        transaction._vault.make(now)
    with store.transaction() as transaction:
        gone = transaction.expire(datetime.now(now.tzinfo) + 2 * DAY)
    assert (gone.stray_files, gone.stray_keys) == (1, 1)
    assert list((data / "evidence").iterdir()) == []
    store.check()
