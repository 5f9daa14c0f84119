"""Photos and documents: taken by what they are, not by what they are called."""

from dataclasses import dataclass

from telegram import Bot, Document, PhotoSize
from telegram.error import BadRequest

from bot.arrival import Upload
from intents.normalize import clean

MOST_BYTES = 10 * 1024 * 1024
_LONGEST_NAME = 80
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/heic": ".heic",
    "application/pdf": ".pdf",
}


@dataclass(frozen=True, slots=True)
class Unfit:
    """A file that is not kept; `reply` is the key of the words that say why."""

    reply: str


async def fetch(bot: Bot, given: Document | PhotoSize, fallback_name: str) -> Upload | Unfit:
    """Download a file and look what it is. Raises TelegramError when Telegram can't be reached."""
    if (given.file_size or 0) > MOST_BYTES:
        return Unfit("file_too_big")
    try:
        file = await bot.get_file(given.file_id)
    except BadRequest as fault:
        if "too big" in fault.message.lower():
            return Unfit("file_too_big")
        raise
    if (file.file_size or 0) > MOST_BYTES:
        return Unfit("file_too_big")
    content = bytes(await file.download_as_bytearray())
    if len(content) > MOST_BYTES:
        return Unfit("file_too_big")
    media_type = media_type_of(content)
    if media_type is None:
        return Unfit("file_not_allowed")
    name = given.file_name if isinstance(given, Document) else None
    return Upload(_name(name or fallback_name, media_type), media_type, content)


def media_type_of(content: bytes) -> str | None:
    """jpeg, png, webp, heic or pdf by the first bytes; None for anything else."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return "image/heic"
    return "application/pdf" if content.startswith(b"%PDF-") else None


def _name(given: str, media_type: str) -> str:
    """The sender's name for it, without folders, with the ending that tells the truth."""
    plain = clean(given).replace("\\", "/").rpartition("/")[2].replace("\n", " ")
    stem = (plain.rpartition(".")[0] or plain)[:_LONGEST_NAME].strip(". ")
    return (stem or "file") + _ENDINGS[media_type]
