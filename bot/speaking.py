"""Telling a worker something within a transaction: state, transcript and outbox together."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.cases.conversations import Conversation
from bot.cases.outgoing import Outgoing
from bot.cases.store.transaction import Transaction
from bot.dialogue.content import Content
from bot.dialogue.messages import Happened, Reply
from bot.dialogue.state import dump_state, load_state
from bot.dialogue.step import step
from knowledge.organizations.organization import Organization

PUSHED = frozenset({"telegram"})
"""Channels that must be written to; the others read the transcript when they look."""


def reply_body(reply: Reply) -> dict[str, Any]:
    """A reply as kept and sent: JSON-able."""
    body: dict[str, Any] = {"text": reply.text}
    if reply.choices:
        body["choices"] = [[button.id, button.label] for button in reply.choices]
    if reply.asks_place:
        body["asks_place"] = True
    if reply.link:
        body["link"] = reply.link
    if reply.paper:
        body["paper"] = reply.paper
    if reply.venue:
        venue = reply.venue
        body["venue"] = [venue.name, venue.address, venue.lat, venue.lon]
    return body


def say(
    transaction: Transaction,
    conversation: Conversation,
    replies: tuple[Reply, ...],
    now: datetime,
    *,
    who: str = "bot",
) -> None:
    """Write the replies into the transcript, and into the outbox where the channel is pushed."""
    for reply in replies:
        body = reply_body(reply)
        transaction.append_transcript(conversation.id, who, body, now)
        if conversation.channel in PUSHED:
            message = Outgoing(
                kind="message",
                channel=conversation.channel,
                body=body,
                conversation_id=conversation.id,
                urgent=reply.urgent,
            )
            transaction.send(message, now)


def tell(
    transaction: Transaction,
    conversation: Conversation,
    happened: Happened,
    content: Content,
    now: datetime,
) -> None:
    """Let the conversation know of something that happened to its case."""
    turn = step(load_state(conversation.state), happened, content, now)
    transaction.save_state(conversation.id, dump_state(turn.state), now)
    who = "mediator" if happened.code == "mediator_wrote" else "bot"
    say(transaction, conversation, turn.replies, now, who=who)


def tell_all(
    transaction: Transaction, case_id: str, happened: Happened, content: Content, now: datetime
) -> tuple[str, ...]:
    """Let every conversation of a case know; returns their ids, whose readers are to be woken."""
    conversations = transaction.conversations_of_case(case_id)
    for conversation in conversations:
        tell(transaction, conversation, happened, content, now)
    return tuple(conversation.id for conversation in conversations)


def served_organizations(transaction: Transaction) -> tuple[Organization, ...]:
    """The organizations at our desk, as the referral rules see them."""
    return tuple(
        Organization(
            id=row.id,
            name=row.name,
            kind=row.kind,
            level=row.level,
            adcode=row.adcode,
            town_code=row.town_code,
            address=row.address,
            phone=row.phone,
            hours=row.hours,
            industries=row.industries,
            certainty="high",
            served=True,
        )
        for row in transaction.organizations()
        if row.active
    )


ContentNow = Callable[[], Content]
"""The content that serves at this moment: an edit that builds well replaces it whole."""
