"""A paper into a chat: its first page as a photo, then the files, then where to fill it in.

Made when it is sent, from what is told at that moment; names and identity numbers are gaps.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from telegram import Bot, InputFile, LinkPreviewOptions

from bot.cases.outgoing import OutboxRow
from bot.channels.telegram.services import now_in_utc
from bot.documents.paper import Paper
from bot.documents.pdf import PAGE_DOTS
from bot.paper_desk import (
    LINK_LASTS,
    NoPaper,
    PaperDesk,
    PaperFile,
    file_of,
    is_paper,
    pictures_of,
    unprintable,
)
from bot.speaking import ContentNow

Part = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Made:
    """Everything of one paper that is sent; `words` come last."""

    picture: bytes | None
    files: tuple[PaperFile, ...]
    words: str


class PaperParts:
    """Makes the parts of rows that carry a paper."""

    def __init__(self, bot: Bot, desk: PaperDesk, content: ContentNow) -> None:
        self._bot = bot
        self._desk = desk
        self._content = content

    def of(self, chat: str, row: OutboxRow) -> list[Part]:
        """The further messages of a row; each may be sent again alone."""
        paper_id = row.body.get("paper")
        if not paper_id or row.conversation_id is None:
            return []
        making = _Once(partial(self._make, row.conversation_id, paper_id))
        kinds = ("pdf", "docx") if is_paper(paper_id) else ("ics",)
        files = [partial(self._file, chat, making, at) for at in range(len(kinds))]
        if not is_paper(paper_id):
            return [*files]
        return [
            partial(self._photo, chat, making),
            *files,
            partial(self._words, chat, making),
        ]

    def _make(self, conversation_id: str, paper_id: str) -> Made:
        """Compose and render; blocks."""
        now = now_in_utc()
        if not is_paper(paper_id):
            return Made(None, (self._desk.calendar(conversation_id, now),), "")
        paper = self._desk.paper(conversation_id, paper_id, {}, now)
        picture = pictures_of(paper, PAGE_DOTS)[0]
        files = (file_of(paper, "pdf"), file_of(paper, "docx"))
        return Made(picture, files, self._closing(conversation_id, paper))

    def _closing(self, conversation_id: str, paper: Paper) -> str:
        say = self._content().wording.say
        link = self._desk.link(conversation_id, paper.id, now_in_utc()) if paper.gaps else None
        lines = []
        if link:
            minutes = int(LINK_LASTS.total_seconds() // 60)
            lines.append(say("paper_link", link=link, minutes=minutes))
        elif paper.gaps:
            lines.append(say("paper_by_hand"))
        if letters := unprintable(paper):
            lines.append(say("paper_unprintable", letters=letters))
        return "\n".join(lines)

    async def _photo(self, chat: str, making: "_Once") -> None:
        made = await making.get()
        if made and made.picture:
            await self._bot.send_photo(chat, made.picture)

    async def _file(self, chat: str, making: "_Once", at: int) -> None:
        made = await making.get()
        if made:
            file = made.files[at]
            # The name is kept as it is: a clerk's folder is sorted by it.
            await self._bot.send_document(chat, InputFile(file.content, filename=file.name))

    async def _words(self, chat: str, making: "_Once") -> None:
        made = await making.get()
        if made and made.words:
            preview = LinkPreviewOptions(is_disabled=True)
            await self._bot.send_message(chat, made.words, link_preview_options=preview)


class _Once:
    """Made in a thread at the first need; None where nothing is told any more."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._made: Made | None = None

    async def get(self) -> Made | None:
        """What was made. Parts of a row are sent one after the other."""
        if self._made is None:
            try:
                self._made = await asyncio.to_thread(self._make)
            except NoPaper:
                return None
        return self._made
