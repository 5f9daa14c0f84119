"""One turn end to end: the inbox, the state, the step, what it asks for, and the replies.

All of it is one database transaction: after a crash the message has been handled wholly or not
at all, and the channel brings it again. Danger to a person is answered even without a database.
"""

from dataclasses import replace
from datetime import datetime

from bot.arrival import Arrival, Handled, Reference, Upload
from bot.bell import Bell
from bot.cases.consents import Consent
from bot.cases.conversations import Conversation
from bot.cases.errors import StoreUnavailable
from bot.cases.store.store import Store
from bot.cases.store.transaction import Transaction
from bot.code_tries import CodeTries
from bot.dialogue.content import Content
from bot.dialogue.messages import Choice, File, Incoming, Reply, Text
from bot.dialogue.rights.consenting import VERSIONS
from bot.dialogue.state import DialogueState, dump_state, load_state
from bot.dialogue.step import step
from bot.performing import Performer
from bot.speaking import PUSHED, ContentNow, say, served_organizations

DELIVERY = "delivery"
"""The bell of the sender: rung when something was written into the outbox."""


class Conversations:
    """Handles arrivals of every channel, one at a time per conversation."""

    def __init__(self, store: Store, content: ContentNow, bell: Bell) -> None:
        self._store = store
        self._content = content
        self._bell = bell
        self._tries = CodeTries()

    def handle(self, arrival: Arrival, now: datetime) -> Handled:
        """Handle one message; raises StoreUnavailable when nothing could be written and nobody
        is in danger (the channel then keeps the message and tries again)."""
        try:
            handled = self._handle(arrival, now)
        except StoreUnavailable:
            danger = self.danger(arrival)
            if danger is None:
                raise
            return Handled(None, (danger,))
        if handled.conversation_id is not None and not handled.repeated:
            self._bell.ring(handled.conversation_id)
            self._bell.ring(DELIVERY)
        return handled

    def _handle(self, arrival: Arrival, now: datetime) -> Handled:
        with self._store.transaction() as transaction:
            if not transaction.accept_update(arrival.channel, arrival.update_key, now):
                return Handled(None, repeated=True)
            conversation = transaction.open_conversation(arrival.channel, arrival.sender, now)
            content = self._content().serving(served_organizations(transaction))
            incoming = _received(transaction, conversation, arrival, content, now)
            seq = _note_worker(transaction, conversation, incoming, arrival.shown, content, now)
            if isinstance(incoming, Text):
                incoming = replace(incoming, ref=Reference(seq, arrival.message_id).written())
            turn = step(_state_of(transaction, conversation, now), incoming, content, now)
            conversation, turn = self._performer(transaction, content, now).perform(
                conversation, turn
            )
            transaction.save_state(conversation.id, dump_state(turn.state), now)
            say(transaction, conversation, turn.replies, now)
            return Handled(conversation.id, turn.replies)

    def _performer(self, transaction: Transaction, content: Content, now: datetime) -> Performer:
        return Performer(transaction, content, self._tries, now)

    def danger(self, arrival: Arrival) -> Reply | None:
        """The crisis text, from memory alone."""
        if not isinstance(arrival.incoming, Text):
            return None
        content = self._content()
        danger = content.crisis.danger(arrival.incoming.text)
        return Reply(content.intents.crisis[danger].reply, urgent=True) if danger else None


def _state_of(transaction: Transaction, conversation: Conversation, now: datetime) -> DialogueState:
    """Where the conversation stands; a new one is noted to have been told how it works."""
    if not conversation.state:
        version = VERSIONS["first_notice"]
        told = Consent("first_notice", version, "told", conversation.channel, now)
        transaction.note_consent(conversation.id, told)
    state = load_state(conversation.state)
    return state.changed(abroad=conversation.channel in PUSHED)


def _received(
    transaction: Transaction,
    conversation: Conversation,
    arrival: Arrival,
    content: Content,
    now: datetime,
) -> Incoming:
    """A file goes into safe keeping first; everything else is as it came."""
    if not isinstance(arrival.incoming, Upload):
        return arrival.incoming
    upload = arrival.incoming
    name = _masked(upload.name, content)
    file_id = transaction.keep_evidence(
        conversation.id, None, name, upload.media_type, upload.content, now
    )
    return File(file_id, name, upload.media_type, len(upload.content))


def _masked(text: str, content: Content) -> str:
    """What may be kept of words: the core masks them in the same way before it reads them."""
    return content.intents.personal_numbers.mask(text).text


def _note_worker(
    transaction: Transaction,
    conversation: Conversation,
    incoming: Incoming,
    shown: str,
    content: Content,
    now: datetime,
) -> int:
    """Write down what was said, as it may be kept; returns the number of its line."""
    match incoming:
        case Text(text):
            body = {"text": _masked(text, content)}
        case Choice():
            body = {"text": shown}
        case File():
            body = {"file": incoming.name}
        case _:
            body = {"text": shown}
    return transaction.append_transcript(conversation.id, "worker", body, now)
