"""Papers as files: composed inside a transaction, rendered outside it; nothing filled in is kept.

Everything here blocks: call it in a thread.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Literal

from bot.cases.store.store import Store
from bot.dialogue.content import Content, Scene
from bot.documents.calendar_file import MEDIA_TYPE as ICS
from bot.documents.calendar_file import as_ics
from bot.documents.fonts import missing_letters
from bot.documents.paper import Paper
from bot.documents.pdf import as_pdf, as_pictures
from bot.documents.template_files import templates
from bot.documents.word_file import MEDIA_TYPE as DOCX
from bot.documents.word_file import as_docx
from bot.matter import Matter, matter_of
from bot.papers import paper_of, told_of
from bot.working_hours import CHINA

Format = Literal["pdf", "docx", "ics"]
MEDIA_TYPES: Mapping[str, str] = {"pdf": "application/pdf", "docx": DOCX, "ics": ICS}
LINK_LASTS = timedelta(minutes=30)
PURPOSE = "paper link"
VISIT = "paper visit"


class NoPaper(Exception):
    """There is no such paper, or nothing is told that it could be made from."""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file to hand over."""

    name: str
    media_type: str
    content: bytes


class PaperDesk:
    """Makes the papers of conversations; `public_url` is where workers reach the web page, if known."""

    def __init__(self, store: Store, content: Callable[[], Content], public_url: str = "") -> None:
        self._store = store
        self._content = content
        self._public_url = public_url.rstrip("/")

    def paper(
        self, conversation_id: str, paper_id: str, filled: Mapping[str, str], now: datetime
    ) -> Paper:
        """The paper of a conversation. Raises NoPaper."""
        if not is_paper(paper_id):
            raise NoPaper(paper_id)
        matter, scene = self._matter(conversation_id, now)
        return paper_of(paper_id, matter, filled, scene)

    def calendar(self, conversation_id: str, now: datetime) -> PaperFile:
        """The limits of a conversation's dispute. Raises NoPaper."""
        return calendar_file(*self._matter(conversation_id, now))

    def link(self, conversation_id: str, paper_id: str, now: datetime) -> str | None:
        """A web address that opens once and soon ends; None where the page's address is unknown."""
        if not self._public_url:
            return None
        ticket = self.ticket(PURPOSE, f"{conversation_id}.{paper_id}", now)
        return f"{self._public_url}/papers/open/{ticket}"

    def use_link(self, ticket: str, now: datetime) -> tuple[str, str] | None:
        """Conversation and paper of a link, the first time only; None for any other ticket."""
        read = self.read_ticket(PURPOSE, ticket, now)
        if read is None:
            return None
        conversation_id, _, paper_id = read.partition(".")
        with self._store.transaction() as transaction:
            is_first = transaction.accept_update(PURPOSE, ticket, now)
        return (conversation_id, paper_id) if is_first else None

    def ticket(self, purpose: str, about: str, now: datetime) -> str:
        """A signed note that ends after `LINK_LASTS`."""
        note = f"{about}.{int((now + LINK_LASTS).timestamp())}"
        return f"{note}.{self._signature(purpose, note)}"

    def read_ticket(self, purpose: str, ticket: str, now: datetime) -> str | None:
        """What a ticket is about; None when it is not ours, altered, or over."""
        note, _, signature = ticket.rpartition(".")
        about, _, ends = note.rpartition(".")
        ours = self._signature(purpose, note)
        if not about or not compare_digest(signature.encode("utf-8", "replace"), ours.encode()):
            return None
        return about if now.timestamp() <= int(ends) else None

    def _signature(self, purpose: str, note: str) -> str:
        return self._store.sign(purpose, note.encode("utf-8", "replace"))[:32]

    def _matter(self, conversation_id: str, now: datetime) -> tuple[Matter, Scene]:
        scene = Scene(self._content(), now.astimezone(CHINA).date())
        with self._store.transaction() as transaction:
            conversation = transaction.conversation(conversation_id)
            if conversation is None:
                raise NoPaper(conversation_id)
            matter = matter_of(conversation, transaction, scene)
        if matter is None:
            raise NoPaper(conversation_id)
        return matter, scene


def is_paper(paper_id: str) -> bool:
    """Whether that is a paper to print, not a calendar and not nonsense."""
    return paper_id in templates().papers


def title_of(paper_id: str) -> str:
    """The name of a paper or of the calendar."""
    paper = templates().papers.get(paper_id)
    return paper.title if paper else str(templates().words["calendar_title"])


def file_of(paper: Paper, format: Format) -> PaperFile:
    """The paper rendered."""
    content = as_pdf(paper) if format == "pdf" else as_docx(paper)
    return PaperFile(file_name(paper.title, format), MEDIA_TYPES[format], content)


def calendar_file(matter: Matter, scene: Scene) -> PaperFile:
    """The limits ahead, for the phone's calendar."""
    title = title_of("")
    return PaperFile(file_name(title, "ics"), ICS, as_ics(told_of(matter, scene)))


def file_name(title: str, format: Format) -> str:
    """What the file is called on the worker's phone."""
    return str(templates().words["file_names"][format].format(title=title))


def pictures_of(paper: Paper, dots: int) -> tuple[bytes, ...]:
    """The pages as PNG."""
    return as_pictures(paper, dots)


def unprintable(paper: Paper) -> str:
    """Letters of the paper that this machine has no font for."""
    return missing_letters("".join(run.text for run in paper.runs))
