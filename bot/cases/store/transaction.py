"""One database transaction, as the rest of the bot uses it: a thin facade over this package."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.cases.case import Case, CaseCard, CaseEvent, NewCase, OpenedCase, TimelineEntry
from bot.cases.conversations import Conversation, TranscriptLine
from bot.cases.evidence import AuditEntry, Evidence
from bot.cases.open_questions import OpenQuestion
from bot.cases.outgoing import OutboxRow, Outgoing
from bot.cases.retention import Expired
from bot.cases.store import (
    audit,
    case_cards,
    casefiles,
    conversations,
    erasure,
    evidence,
    inbox,
    open_questions,
    outbox,
    ratings,
)
from bot.cases.store.own_data import OwnData
from bot.cases.store.staff_work import StaffWork


class Transaction(StaffWork, OwnData):
    """Made by Store.transaction alone. Every method reads and writes in the one transaction."""

    # Updates and conversations

    def accept_update(self, channel: str, update_key: str, now: datetime) -> bool:
        """False when the update was seen before."""
        return inbox.accept_update(self._connection, self._vault, channel, update_key, now)

    def set_aside(self, channel: str, update_key: str, now: datetime) -> bool:
        """Remember an update that can't be handled; False when it was seen before."""
        return inbox.set_aside(self._connection, self._vault, channel, update_key, now)

    def open_conversation(self, channel: str, sender: str, now: datetime) -> Conversation:
        """The sender's conversation, made when new; locked until commit."""
        return conversations.open_conversation(self._connection, self._vault, channel, sender, now)

    def conversation(self, conversation_id: str) -> Conversation | None:
        """One conversation, or None."""
        return conversations.conversation(self._connection, self._vault, conversation_id)

    def conversations_of_case(self, case_id: str) -> tuple[Conversation, ...]:
        """The conversations that follow a case."""
        return conversations.conversations_of_case(self._connection, self._vault, case_id)

    def save_state(self, conversation_id: str, state: str, now: datetime) -> None:
        """Replace the dialogue's state, JSON text. Raises NotKept."""
        conversations.save_state(self._connection, self._vault, conversation_id, state, now)

    def link_case(self, conversation_id: str, case_id: str | None) -> None:
        """Let a conversation follow a case, or none."""
        conversations.link_case(self._connection, conversation_id, case_id)

    def append_transcript(
        self, conversation_id: str, who: str, body: Mapping[str, Any], now: datetime
    ) -> int:
        """Write one message; returns its number, counted from 1. Raises NotKept."""
        line = (who, body)
        return conversations.append_transcript(
            self._connection, self._vault, conversation_id, line, now
        )

    def transcript(
        self, conversation_id: str, after: int = 0, limit: int = 200
    ) -> tuple[TranscriptLine, ...]:
        """Messages after a number, oldest first."""
        return conversations.read_transcript(
            self._connection, self._vault, conversation_id, after, limit
        )

    def drop_line(self, conversation_id: str, seq: int) -> str:
        """Take one of the worker's messages out of the transcript; returns its words, if it was there."""
        self.has_erased = True
        return conversations.drop_line(self._connection, self._vault, conversation_id, seq)

    # Outbox

    def send(self, message: Outgoing, now: datetime) -> str:
        """Put a message, card, page or timer into the outbox; returns its id."""
        return outbox.send(self._connection, self._vault, message, now)

    def cancel(self, *, kind: str, case_id: str) -> int:
        """Delete waiting rows of a case; returns how many."""
        return outbox.cancel(self._connection, kind, case_id)

    def claim_due(self, now: datetime, limit: int = 20) -> tuple[OutboxRow, ...]:
        """Rows to deliver now, leased for a minute."""
        return outbox.claim_due(self._connection, self._vault, now, limit)

    def mark_sent(self, outbox_id: str, now: datetime) -> None:
        """Delivered."""
        outbox.mark_sent(self._connection, outbox_id, now)

    def retry_later(self, outbox_id: str, at: datetime, error_code: str) -> None:
        """Not delivered: again at a time."""
        outbox.retry_later(self._connection, outbox_id, at, error_code)

    def park(self, outbox_id: str, error_code: str, now: datetime) -> None:
        """Not delivered: give up."""
        outbox.park(self._connection, outbox_id, error_code, now)

    # Cases

    def open_case(self, new: NewCase, now: datetime) -> OpenedCase:
        """Open a case; raises ChangeNotAllowed for an unknown organization."""
        return casefiles.open_case(self._connection, self._vault, new, now)

    def case(self, case_id: str) -> Case | None:
        """One case, or None."""
        return casefiles.read_case(self._connection, self._vault, case_id)

    def case_by_code(self, code: str) -> Case | None:
        """The case of the code somebody typed, or None."""
        return casefiles.case_by_code(self._connection, self._vault, code)

    def case_by_number(self, number: str) -> Case | None:
        """The case of this number, or None."""
        return casefiles.case_by_number(self._connection, self._vault, number)

    def record(self, case_id: str, event: CaseEvent, now: datetime) -> Case:
        """Let an event happen; raises ChangeNotAllowed and changes nothing."""
        if event.code == "erased":
            self.has_erased = True
            return erasure.erase_case(self._shredder(), case_id, now, by=event.actor_kind)
        return casefiles.record(self._connection, self._vault, case_id, event, now)

    def timeline(self, case_id: str) -> tuple[TimelineEntry, ...]:
        """The history of a case."""
        return casefiles.read_timeline(self._connection, self._vault, case_id)

    def queue(self, organization_id: str) -> tuple[CaseCard, ...]:
        """Cards of cases waiting for an organization's answer."""
        return case_cards.queue(self._connection, organization_id)

    def casework(self, organization_id: str) -> tuple[CaseCard, ...]:
        """Cards of cases an organization accepted."""
        return case_cards.casework(self._connection, organization_id)

    # Evidence

    def keep_evidence(
        self,
        conversation_id: str,
        case_id: str | None,
        name: str,
        media_type: str,
        content: bytes,
        now: datetime,
    ) -> str:
        """Seal a file and keep it; returns its id. Raises NotKept."""
        given = {
            "conversation_id": conversation_id,
            "case_id": case_id,
            "name": name,
            "media_type": media_type,
            "at": now,
        }
        return evidence.keep_evidence(self._connection, self._vault, self._files, given, content)

    def evidence_of(self, case_id: str) -> tuple[Evidence, ...]:
        """The files of a case."""
        return evidence.evidence_of(self._connection, self._vault, case_id)

    def read_evidence(self, evidence_id: str) -> tuple[Evidence, bytes]:
        """One file with its content. Raises NotKept or SealBroken."""
        return evidence.read_evidence(self._connection, self._vault, self._files, evidence_id)

    def attach_evidence(self, evidence_id: str, case_id: str) -> None:
        """Let a file belong to a case. Raises NotKept."""
        evidence.attach_evidence(self._connection, self._vault, self._files, evidence_id, case_id)

    def attach_waiting_evidence(self, conversation_id: str, case_id: str) -> int:
        """Let files given before the case was opened belong to it; returns how many."""
        return evidence.attach_waiting_evidence(
            self._connection, self._vault, self._files, conversation_id, case_id
        )

    # Audit and ratings

    def audit(
        self, actor: str, action: str, case_id: str | None, field_class: str, now: datetime
    ) -> None:
        """Note who did what; written at the end of this transaction, or nothing is."""
        line = {"at": now, "actor": actor, "action": action, "case_id": case_id}
        self._audited.append({**line, "field_class": field_class})

    def audit_of(self, case_id: str) -> tuple[AuditEntry, ...]:
        """Who did what with a case, up to the last transaction."""
        return audit.audit_of(self._connection, case_id)

    def audit_head(self) -> tuple[int, str] | None:
        """Number and signature of the last line, to be noted elsewhere."""
        return audit.head(self._connection)

    def audit_first_broken(self) -> int | None:
        """The first line that was tampered with; None when whole."""
        return audit.first_broken(self._connection, self._vault)

    def rate(self, entry_id: str, useful: bool, on_day: date) -> None:
        """Count whether an answer helped."""
        ratings.rate(self._connection, entry_id, useful, on_day)

    def ratings_since(self, day: date) -> tuple[tuple[str, bool, date, int], ...]:
        """(entry, useful, day, count)."""
        return ratings.ratings_since(self._connection, day)

    def explain_rating(self, entry_id: str, reason: str, on_day: date) -> None:
        """Count what was wrong with an answer."""
        ratings.explain_rating(self._connection, entry_id, reason, on_day)

    def rating_reasons_since(self, day: date) -> tuple[tuple[str, str, date, int], ...]:
        """(entry, reason, day, count)."""
        return ratings.rating_reasons_since(self._connection, day)

    def note_question(self, question: OpenQuestion) -> None:
        """Write down a question that was not answered well. Raises NotKept."""
        open_questions.note_question(self._connection, self._vault, question)

    def open_questions_since(self, since: datetime, limit: int) -> tuple[OpenQuestion, ...]:
        """Questions not answered well, newest first: words as typed, to be stripped."""
        return open_questions.open_questions_since(self._connection, self._vault, since, limit)

    # Erasure

    def erase_conversation(self, conversation_id: str, now: datetime) -> None:
        """Erase a conversation, its case, and all that hangs on them, for good."""
        self.has_erased = True
        case_id = erasure.erase_conversation(self._shredder(), conversation_id, now)
        self.audit("worker", "erased", case_id, "sensitive", now)

    def expire(self, now: datetime) -> Expired:
        """Erase what has been kept long enough."""
        self.has_erased = True
        return erasure.expire(self._shredder(), now)

    def _shredder(self) -> erasure.Shredder:
        return erasure.Shredder(self._connection, self._vault, self._files)
