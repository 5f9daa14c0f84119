"""What a channel hands over and gets back."""

from dataclasses import dataclass

from bot.dialogue.messages import Incoming, Reply


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
    to. `shown` is what the worker saw themselves say (the words on a button).
    """

    channel: str
    sender: str
    update_key: str
    incoming: Incoming | Upload
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of it: the replies now committed, and the conversation's id.

    `repeated` means the message had been handled before and nothing was done.
    """

    conversation_id: str | None
    replies: tuple[Reply, ...] = ()
    repeated: bool = False
