"""What a channel hands over and gets back."""

from dataclasses import dataclass

from bot.dialogue.messages import Incoming, Reply

LONGEST_REFERENCE = 40


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: checked for size and kind by the channel."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message of a worker.

    `update_key` is unique on the channel: a repeat is dropped. `sender` is the address replies go
    to. `shown` is what the worker saw themselves say (the words on a button), `message_id` the
    number the channel knows the message by, where it could delete it.
    """

    channel: str
    sender: str
    update_key: str
    incoming: Incoming | Upload
    shown: str = ""
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """How a message is found again, to be taken back: its transcript line and its channel number."""

    seq: int
    message_id: int | None = None

    def written(self) -> str:
        """Short enough for a button: 12 or 12.3456."""
        return f"{self.seq}.{self.message_id}" if self.message_id is not None else str(self.seq)

    @classmethod
    def read(cls, text: str) -> "Reference | None":
        """The reference somebody sent back; None for anything else."""
        seq, _, message_id = text.partition(".")
        numbers = [part for part in (seq, message_id) if part]
        if not seq or not all(part.isascii() and part.isdecimal() for part in numbers):
            return None
        if len(text) > LONGEST_REFERENCE:
            return None
        return cls(int(seq), int(message_id) if message_id else None)


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of it: the replies now committed, and the conversation's id.

    `repeated` means the message had been handled before and nothing was done.
    """

    conversation_id: str | None
    replies: tuple[Reply, ...] = ()
    repeated: bool = False
