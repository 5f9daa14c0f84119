"""Sends new messages to an open page as they come."""

import asyncio
from collections.abc import AsyncGenerator, Callable

from sse_starlette import ServerSentEvent
from starlette.concurrency import run_in_threadpool

from bot.bell import Bell
from bot.cases.errors import StoreError
from bot.channels.web.bubbles import seq_of
from bot.channels.web.chat import Chat, Talk

LOOK_AGAIN = 20.0  # seconds; for what another process wrote, and for a ring that was missed

Render = Callable[[Talk, str], str]
"""The HTML of the lines of a talk after a cursor."""


async def news(
    chat: Chat, bell: Bell, token: str, cursor: str, render: Render
) -> AsyncGenerator[ServerSentEvent, None]:
    """Events `lines` with what came after the cursor, each with the next cursor as its id;
    `restart` when the transcript of the cursor was erased.

    Ends when there is no conversation or it can't be read: the browser asks again later.
    """
    talk = await _look(chat, token, cursor)
    while talk is not None:
        # Listening begins before reading, so that nothing written between the two is missed.
        rung = asyncio.create_task(bell.wait(talk.id, LOOK_AGAIN))
        try:
            await asyncio.sleep(0)
            talk = await _look(chat, token, cursor)
            if talk is None:
                return
            if talk.cursor == cursor:
                await rung
                continue
            erased = bool(cursor) and seq_of(cursor, talk.id) is None
            data = "" if erased else render(talk, cursor)
            cursor = talk.cursor
            event = "restart" if erased else "lines"
            yield ServerSentEvent(data, event=event, id=cursor, sep="\n")
        finally:
            rung.cancel()


async def _look(chat: Chat, token: str, cursor: str) -> Talk | None:
    try:
        return await run_in_threadpool(chat.talk, token, cursor)
    except StoreError:
        return None
