"""What the page asks of the store and the conversation. All of it blocks: call it in a thread."""

import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.arrival import Arrival, Handled, Upload
from bot.cases.conversations import TranscriptLine
from bot.cases.errors import StoreError
from bot.cases.store.store import Store
from bot.cases.store.transaction import Transaction
from bot.channels.web.bubbles import cursor_of, label_of, seq_of
from bot.channels.web.session import token_from
from bot.channels.web.uploads import MOST_FILES, FileRefused
from bot.conversation import Conversations
from bot.dialogue.messages import Choice, Incoming, Reply, Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.speaking import ContentNow

CHANNEL = "web"
MOST_SHOWN = 200
_AT_ONCE = 500

Clock = Callable[[], datetime]


class _Stranger(Exception):
    """Nobody of that token has written yet."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation as far as it was read; `files` counts the files among all lines read."""

    id: str
    lines: tuple[TranscriptLine, ...]
    files: int

    @property
    def cursor(self) -> str:
        """The place of the last line."""
        return cursor_of(self.id, self.lines[-1].seq) if self.lines else ""


@dataclass(frozen=True, slots=True)
class Sent:
    """One form: its key and what it brings; `shown` are the words for a shared location."""

    key: str
    incoming: Incoming | Upload
    shown: str = ""


class Chat:
    """One worker's side of the page."""

    def __init__(
        self, conversations: Conversations, store: Store, content: ContentNow, clock: Clock
    ) -> None:
        self._conversations = conversations
        self._store = store
        self._content = content
        self._clock = clock

    def talk(self, token: str | None, cursor: str = "") -> Talk | None:
        """The conversation of that token; None where there is none. Raises StoreError.

        With a cursor of it, only the line of the cursor and what came after.
        """
        if token is None:
            return None
        # Looking must not make a conversation: the transaction of a stranger is given up.
        with contextlib.suppress(_Stranger), self._store.transaction() as transaction:
            conversation = transaction.open_conversation(CHANNEL, token, self._clock())
            if not conversation.state:
                raise _Stranger
            return _read(transaction, conversation.id, seq_of(cursor, conversation.id) or 0)
        return None

    def conversation_of(self, token: str | None) -> str | None:
        """The id of the conversation under that token; None where there is none."""
        if token is None:
            return None
        with contextlib.suppress(_Stranger), self._store.transaction() as transaction:
            conversation = transaction.open_conversation(CHANNEL, token, self._clock())
            if not conversation.state:
                raise _Stranger
            return conversation.id
        return None

    def hear(self, token: str | None, sent: Sent) -> tuple[str, Handled]:
        """Handle one message; returns the token of its conversation, made now when it is the first.

        Raises FileRefused when the conversation holds enough files, StoreError when nothing could
        be written and nobody is in danger.
        """
        token, talk = self._known(token, sent.key)
        if isinstance(sent.incoming, Upload) and talk and talk.files >= MOST_FILES:
            raise FileRefused("files_full")
        shown = sent.shown
        if isinstance(sent.incoming, Choice):
            shown = label_of(sent.incoming.id, talk.lines if talk else ())
        return token, self._handle(token, sent.key, sent.incoming, shown)

    def greeting(self) -> tuple[Reply, ...]:
        """What a newcomer sees; nothing is kept."""
        return step(DialogueState(), Text(""), self._content(), self._clock()).replies

    def help_in_danger(self, incoming: Incoming | Upload) -> tuple[Reply, ...]:
        """The words for a person in danger, from memory; empty where nobody is."""
        if not isinstance(incoming, Text):
            return ()
        content = self._content()
        danger = content.crisis.danger(incoming.text)
        return (Reply(content.intents.crisis[danger].reply, urgent=True),) if danger else ()

    def _known(self, token: str | None, key: str) -> tuple[str, Talk | None]:
        """The token to write under and its talk so far, begun with the greeting when new.

        A token nobody wrote under is replaced: it may have been put there by somebody else.
        """
        fresh = token_from(key)
        with contextlib.suppress(StoreError):
            for candidate in (token, fresh):
                talk = self.talk(candidate)
                if candidate is not None and talk is not None:
                    return candidate, talk
            self._handle(fresh, f"{key} greeting", Text(""), "")
            return fresh, self.talk(fresh)
        return token or fresh, None

    def _handle(self, token: str, key: str, incoming: Incoming | Upload, shown: str) -> Handled:
        arrival = Arrival(CHANNEL, token, key, incoming, shown)
        return self._conversations.handle(arrival, self._clock())


def now() -> datetime:
    """The clock of a serving process."""
    return datetime.now(UTC)


def _read(transaction: Transaction, conversation_id: str, begin: int) -> Talk:
    newest: deque[TranscriptLine] = deque(maxlen=MOST_SHOWN)
    files, after = 0, max(begin - 1, 0)
    while lines := transaction.transcript(conversation_id, after, _AT_ONCE):
        newest.extend(lines)
        files += sum("file" in line.body for line in lines)
        after = lines[-1].seq
    return Talk(conversation_id, tuple(newest), files)
