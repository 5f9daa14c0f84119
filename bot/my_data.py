"""Everything kept about one worker, as plain values in the worker's language: what was told, what
was made of it, what was agreed to, and who looked at it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.cases.case import Case
from bot.cases.conversations import Conversation
from bot.cases.evidence import Evidence
from bot.cases.store.transaction import Transaction
from bot.dialogue.content import Content, Scene
from bot.dialogue.rights.rights import triage_reason
from bot.dialogue.state import DialogueState, load_state
from bot.dialogue.told.facts import shown
from bot.working_hours import CHINA

_AT_ONCE = 500
MOST_BYTES = 64 * 2**20
"""Files beyond this are listed and not packed; the chat takes 50 MB a case."""

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MyData:
    """`values` is JSON-able; `files` are names and contents of what the worker gave."""

    values: Plain
    files: tuple[tuple[str, bytes], ...]


def collect(
    transaction: Transaction, conversation_id: str, content: Content, now: datetime
) -> MyData | None:
    """All rows whose owner is this worker; None when the conversation is gone. Notes who fetched."""
    conversation = transaction.conversation(conversation_id)
    if conversation is None:
        return None
    scene = Scene(content, now.astimezone(CHINA).date())
    state = load_state(conversation.state)
    case = transaction.case(conversation.case_id) if conversation.case_id else None
    files = _files(transaction, conversation, case)
    values = {
        "made_at": _moment(now),
        "channel": conversation.channel,
        "address": conversation.sender if conversation.channel == "telegram" else "",
        "told": _told(state, scene),
        "story": state.story,
        "derived": _derived(state, scene),
        "messages": _messages(transaction, conversation_id),
        "case": _case(transaction, case, scene) if case else None,
        "files": [_file(file) for file in files],
        "questions_noted": [
            {"at": _moment(noted.asked_at), "words": noted.asked, "reason": noted.reason}
            for noted in transaction.open_questions_of(conversation_id)
        ],
        "consents": _consents(transaction, conversation_id, content),
        "looked": _looked(transaction, case, content) if case else [],
    }
    transaction.audit("worker", "exported", conversation.case_id, "sensitive", now)
    return MyData(values, tuple(_packed(transaction, files)))


def _told(state: DialogueState, scene: Scene) -> list[Plain]:
    label = scene.content.wording.label_or
    return [
        {
            "key": key,
            "name": label(f"fact.{key}", key),
            "value": shown(key, answer.value, scene),
            "said": answer.said,
        }
        for key, answer in state.answers.items()
    ]


def _derived(state: DialogueState, scene: Scene) -> Plain:
    """What the program made of it: the dispute, and the rule that chose the way (PIPL 24)."""
    kind = state.dispute_kind
    return {
        "dispute_kind": scene.label(f"dispute_kind.{kind}") if kind else None,
        "way": triage_reason(state, scene) if kind else None,
        "calculated": list(state.calculated),
        "entry": state.entry_id,
        "state": state.model_dump(mode="json"),
    }


def _messages(transaction: Transaction, conversation_id: str) -> list[Plain]:
    messages: list[Plain] = []
    after = 0
    while lines := transaction.transcript(conversation_id, after, _AT_ONCE):
        after = lines[-1].seq
        messages += [
            {
                "at": _moment(line.at),
                "who": line.who,
                "text": line.body.get("text", ""),
                **({"file": line.body["file"]} if "file" in line.body else {}),
                **(
                    {"choices": [label for _, label in line.body["choices"]]}
                    if line.body.get("choices")
                    else {}
                ),
            }
            for line in lines
            if line.body.get("text") or "file" in line.body
        ]
    return messages


def _case(transaction: Transaction, case: Case, scene: Scene) -> Plain:
    content = scene.content
    label = content.wording.label_or
    return {
        "number": case.number,
        "status": label(f"status.{case.status}", case.status),
        "dispute_kind": scene.label(f"dispute_kind.{case.dispute_kind}"),
        "region": content.knowledge.places.full_name(case.region) if case.region else "",
        "organization": _organization(transaction, case.organization_id),
        "urgency": label(f"urgency.{case.urgency}", case.urgency),
        "amount_band": label(f"band.{case.amount_band}", case.amount_band),
        "last_safe_day": case.last_safe_day.isoformat() if case.last_safe_day else None,
        "facts": dict(case.facts),
        "said": dict(case.said),
        "story": case.story,
        "opened_at": _moment(case.opened_at),
        "history": [
            {
                "at": _moment(entry.at),
                "what": label(f"event.{entry.code}", entry.code),
                "organization": _organization(transaction, entry.organization_id),
                "words": label(f"danger.{entry.note}", entry.note or ""),
            }
            for entry in transaction.timeline(case.id)
        ],
    }


def _organization(transaction: Transaction, organization_id: str | None) -> str:
    served = transaction.organization(organization_id) if organization_id else None
    return served.name if served else ""


def _consents(transaction: Transaction, conversation_id: str, content: Content) -> list[Plain]:
    label = content.wording.label_or
    return [
        {
            "at": _moment(consent.at),
            "what": label(f"consent_moment.{consent.moment}", consent.moment),
            "answer": label(f"consent_answer.{consent.answer}", consent.answer),
            "version": consent.version,
            "organization": _organization(transaction, consent.organization_id),
        }
        for consent in transaction.consents_of(conversation_id)
    ]


def _looked(transaction: Transaction, case: Case, content: Content) -> list[Plain]:
    """Who opened the case, by name and organization, and what they did."""
    looked = []
    for line in transaction.audit_of(case.id):
        mediator = transaction.mediator(line.actor)
        named = mediator.display_name if mediator else ""
        looked.append(
            {
                "at": _moment(line.at),
                "who": named or content.wording.label_or(f"looked_who.{line.actor}", line.actor),
                "organization": _organization(
                    transaction, mediator.organization_id if mediator else None
                ),
                "what": content.wording.label_or(f"looked.{line.action}", line.action),
            }
        )
    return looked


def _files(
    transaction: Transaction, conversation: Conversation, case: Case | None
) -> tuple[Evidence, ...]:
    given = {file.id: file for file in transaction.evidence_given_in(conversation.id)}
    of_case = transaction.evidence_of(case.id) if case else ()
    return tuple({**given, **{file.id: file for file in of_case}}.values())


def _file(file: Evidence) -> Plain:
    return {
        "name": file.name,
        "at": _moment(file.at),
        "size": file.size,
        "type": file.media_type,
        "sha256": file.sha256,
    }


def _packed(transaction: Transaction, files: Iterable[Evidence]) -> Iterable[tuple[str, bytes]]:
    left = MOST_BYTES
    for file in files:
        left -= file.size
        if left < 0:
            return
        yield file.name, transaction.read_evidence(file.id)[1]


def _moment(at: datetime) -> str:
    return at.astimezone(CHINA).isoformat(timespec="seconds")
