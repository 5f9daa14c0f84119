"""The first page: what waits for an answer, what is being worked, what was closed lately."""

from starlette.requests import Request
from starlette.responses import Response

from bot.desk.access import held_cards, visitor_of
from bot.desk.desk import desk_of
from bot.desk.rendering import page
from bot.desk.showing import most_urgent_first, our_turn_first, show_card

DONE = frozenset({"declined", "gone"})
"""Codes in the address for which the page has a line."""


def queue_page(request: Request) -> Response:
    """Cards only: nothing is unsealed here."""
    desk = desk_of(request)
    now = desk.clock()
    content = desk.content()
    with desk.store.transaction() as transaction:
        visitor = visitor_of(transaction, request, now)
        shown = [
            show_card(card, content, transaction, now)
            for card in held_cards(transaction, visitor, now)
        ]
    done = request.query_params.get("done")
    return page(
        request,
        "queue",
        visitor,
        waiting=most_urgent_first([one for one in shown if one.card.status == "referred"]),
        working=our_turn_first([one for one in shown if one.card.status == "accepted"]),
        closed=[one for one in shown if one.card.status == "closed"],
        done=done if done in DONE else None,
        now=now,
    )
