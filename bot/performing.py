"""Doing what the core asked for, inside the turn's transaction; what came of it goes back to it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot.arrival import Reference
from bot.cases.case import Case, CaseEvent, NewCase
from bot.cases.consents import Consent
from bot.cases.conversations import Conversation
from bot.cases.errors import ChangeNotAllowed
from bot.cases.open_questions import OpenQuestion
from bot.cases.outgoing import Outgoing
from bot.cases.store.transaction import Transaction
from bot.casework import announce
from bot.code_tries import CodeTries
from bot.dialogue.content import Content, Scene
from bot.dialogue.effects import (
    AttachEvidence,
    CallHuman,
    Effect,
    EraseEverything,
    ExplainRating,
    ExportData,
    FindCase,
    MakePaper,
    MessageMediator,
    NoteConsent,
    NoteQuestion,
    OpenCase,
    RateAnswer,
    Unsay,
    WithdrawCase,
)
from bot.dialogue.messages import Happened
from bot.dialogue.state import DialogueState, dump_state
from bot.dialogue.step import step
from bot.dialogue.turn import Turn
from bot.matter import matter_of
from bot.papers import paper_ready
from bot.speaking import PUSHED
from bot.working_hours import CHINA

PAGE_AGAIN = timedelta(minutes=10)
DATA_PATH = "/mydata/"
"""Where the page of the web chat gives out the data of a link."""


class Performer:
    """Performs the effects of one turn of one conversation."""

    def __init__(
        self, transaction: Transaction, content: Content, tries: CodeTries, now: datetime
    ) -> None:
        self._transaction = transaction
        self._content = content
        self._tries = tries
        self._now = now

    def perform(self, conversation: Conversation, turn: Turn) -> tuple[Conversation, Turn]:
        """The conversation (a new one after erasure) and the turn with all that followed from it."""
        for effect in turn.effects:
            conversation, happened = self._do(effect, conversation, turn.state)
            if happened is not None:
                told = step(turn.state, happened, self._content, self._now)
                turn = Turn(told.state, (*turn.replies, *told.replies))
        return conversation, turn

    def _do(
        self, effect: Effect, conversation: Conversation, state: DialogueState
    ) -> tuple[Conversation, Happened | None]:
        match effect:
            case OpenCase():
                return self._open(effect, conversation)
            case FindCase(code):
                return self._find(code, conversation)
            case EraseEverything():
                return self._erase(conversation), None
            case ExportData():
                token = self._transaction.make_data_link(conversation.id, self._now)
                return conversation, Happened("export_ready", {"path": f"{DATA_PATH}{token}"})
            case Unsay(ref):
                return conversation, self._take_back(Reference.read(ref), conversation)
            case NoteQuestion() | NoteConsent() | RateAnswer() | ExplainRating():
                self._write_down(effect, conversation)
                return conversation, None
            case MakePaper(paper_id):
                return conversation, self._compose(paper_id, conversation, state)
            case _:
                return conversation, self._act_on_case(effect, conversation)

    def _write_down(
        self,
        effect: NoteQuestion | NoteConsent | RateAnswer | ExplainRating,
        conversation: Conversation,
    ) -> None:
        match effect:
            case RateAnswer() | ExplainRating():
                self._count(effect)
            case NoteQuestion(asked, reason, entry_id):
                question = OpenQuestion(conversation.id, asked, reason, entry_id, self._now)
                self._transaction.note_question(question)
            case NoteConsent():
                self._note(effect, conversation)

    def _compose(
        self, paper_id: str, conversation: Conversation, state: DialogueState
    ) -> Happened | None:
        """What of the paper is still empty; it is rendered where it is sent, not in here."""
        scene = Scene(self._content, self._now.astimezone(CHINA).date())
        talk = replace(conversation, state=dump_state(state))
        matter = matter_of(talk, self._transaction, scene)
        return paper_ready(paper_id, matter, scene) if matter is not None else None

    def _count(self, effect: RateAnswer | ExplainRating) -> None:
        day = self._now.astimezone(CHINA).date()
        if isinstance(effect, RateAnswer):
            self._transaction.rate(effect.entry_id, effect.useful, day)
        else:
            self._transaction.explain_rating(effect.entry_id, effect.reason, day)

    def _note(self, effect: NoteConsent, conversation: Conversation) -> None:
        consent = Consent(
            moment=effect.moment,
            version=effect.version,
            answer=effect.answer,
            channel=conversation.channel,
            at=self._now,
            organization_id=effect.organization_id,
            case_id=conversation.case_id,
        )
        self._transaction.note_consent(conversation.id, consent)

    def _open(self, effect: OpenCase, conversation: Conversation) -> tuple[Conversation, Happened]:
        opened = self._transaction.open_case(_new_case(effect), self._now)
        self._transaction.link_case(conversation.id, opened.case_id)
        self._transaction.attach_waiting_evidence(conversation.id, opened.case_id)
        case = self._transaction.case(opened.case_id)
        name = answer_by = None
        if case is not None and effect.organization_id is not None:
            served = self._transaction.organization(effect.organization_id)
            name = served.name if served else None
            until = announce(
                self._transaction, case, effect.organization_id, self._content, self._now
            )
            answer_by = until.astimezone(CHINA).isoformat(timespec="minutes")
        details = {
            "number": opened.number,
            "code": spaced(opened.code),
            "organization": name,
            "answer_by": answer_by,
            "status": case.status if case else "saved",
        }
        return replace(conversation, case_id=opened.case_id), Happened("opened", details)

    def _find(self, code: str, conversation: Conversation) -> tuple[Conversation, Happened]:
        if not self._tries.allow(conversation.id):
            return conversation, Happened("too_many_tries")
        case = self._transaction.case_by_code(code)
        if case is None or case.status == "erased":
            return conversation, Happened("case_not_found")
        self._transaction.link_case(conversation.id, case.id)
        served = (
            self._transaction.organization(case.organization_id) if case.organization_id else None
        )
        details = {
            "number": case.number,
            "status": case.status,
            "organization": served.name if served else None,
        }
        return replace(conversation, case_id=case.id), Happened("case_found", details)

    def _erase(self, conversation: Conversation) -> Conversation:
        """Destroy keys and rows; the goodbye goes into a fresh conversation that knows nothing."""
        self._transaction.erase_conversation(conversation.id, self._now)
        return self._transaction.open_conversation(
            conversation.channel, conversation.sender, self._now
        )

    def _take_back(self, reference: Reference | None, conversation: Conversation) -> Happened:
        """Out of the transcript at once, and out of a pushed channel's chat with the next delivery."""
        if reference is None:
            return Happened("unsaid", {"words": ""})
        words = self._transaction.drop_line(conversation.id, reference.seq)
        if reference.message_id is not None and conversation.channel in PUSHED:
            gone = Outgoing(
                kind="message",
                channel=conversation.channel,
                body={"text": "", "unsay": reference.message_id},
                conversation_id=conversation.id,
                urgent=True,
            )
            self._transaction.send(gone, self._now)
        return Happened("unsaid", {"words": words})

    def _act_on_case(self, effect: Effect, conversation: Conversation) -> Happened | None:
        case = self._transaction.case(conversation.case_id) if conversation.case_id else None
        match effect:
            case AttachEvidence(file_id) if case is not None:
                self._transaction.attach_evidence(file_id, case.id)
                self._record(case, CaseEvent("evidence_added", "worker"))
                self._notify(case)
            case MessageMediator(text) if case is not None:
                self._record(case, CaseEvent("worker_wrote", "worker", note=text))
                self._notify(case)
            case WithdrawCase():
                return self._withdraw(case, conversation)
            case CallHuman("asked") if case is not None:
                self._page(case, "page_human")
            case CallHuman(danger) if case is not None:
                return self._alert(case, danger)
        return None

    def _withdraw(self, case: Case | None, conversation: Conversation) -> Happened:
        if case is None or not self._record(case, CaseEvent("withdrawn", "worker")):
            return Happened("nothing_to_withdraw")
        self._transaction.cancel(kind="timer", case_id=case.id)
        self._transaction.cancel(kind="group_card", case_id=case.id)
        if case.consent:
            back = NoteConsent("referral", case.consent, "withdrawn", case.organization_id)
            self._note(back, conversation)
        return Happened("withdrawn", {"number": case.number})

    def _record(self, case: Case, event: CaseEvent) -> bool:
        try:
            self._transaction.record(case.id, event, self._now)
        except ChangeNotAllowed:
            return False
        return True

    def _notify(self, case: Case) -> None:
        if case.status == "accepted":
            self._page(case, "worker_wrote_note")

    def _alert(self, case: Case, danger: str) -> Happened | None:
        """A worker with an open case is in danger: the case says so on the desk, and its organization
        is paged, at most once in `PAGE_AGAIN`. None where nobody holds the case."""
        if not self._record(case, CaseEvent("danger", "worker", note=danger)):
            return None
        pages = int(self._now.timestamp() // PAGE_AGAIN.total_seconds())
        self._page(case, "page_danger", key=f"danger {case.id} {pages}")
        return Happened("alerted")

    def _page(self, case: Case, reply: str, key: str | None = None) -> None:
        """A line into the organization's group, without a word of the worker's."""
        served = (
            self._transaction.organization(case.organization_id) if case.organization_id else None
        )
        if served is None or not served.telegram_group:
            return
        page = Outgoing(
            kind="page",
            channel="telegram",
            body={"text": self._content.wording.say(reply, number=case.number)},
            case_id=case.id,
            organization_id=served.id,
            urgent=key is not None,
            key=key,
        )
        self._transaction.send(page, self._now)


def spaced(code: str) -> str:
    """A case code in groups that can be read out: 7K3M2 Q9ABC ..."""
    return " ".join(code[start : start + 5] for start in range(0, len(code), 5))


def _new_case(effect: OpenCase) -> NewCase:
    amount = effect.facts.get("amount_claimed")
    return NewCase(
        dispute_kind=effect.dispute_kind,
        region=effect.region,
        organization_id=effect.organization_id,
        facts=effect.facts,
        said=effect.said,
        story=effect.story,
        urgency=effect.urgency,
        amount=Decimal(amount) if isinstance(amount, str) else None,
        last_safe_day=date.fromisoformat(effect.last_safe_day) if effect.last_safe_day else None,
        consent=effect.consent,
    )
