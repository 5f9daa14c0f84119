"""Which files are taken: known by their first bytes, never by what they claim to be."""

import re
import struct
from io import BytesIO

from PIL import Image

from bot.arrival import Upload
from intents.normalize import clean

BIGGEST = 10 * 2**20  # bytes
MOST_FILES = 10  # of one conversation
MOST_PIXELS = 50_000_000
LONGEST_NAME = 80

JPEG, PNG, WEBP, HEIC, PDF = (
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/heic",
    "application/pdf",
)
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_SIZE_BOX = re.compile(rb"ispe\0{4}(.{8})", re.DOTALL)


class FileRefused(Exception):
    """The file is not taken; `reason` is the key of the sentence that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def checked(name: str, content: bytes) -> Upload:
    """The file as it goes into safe keeping. Raises FileRefused."""
    if len(content) > BIGGEST:
        raise FileRefused("file_too_big")
    media_type = media_type_of(content)
    if media_type is None or (media_type != PDF and not _has_sane_size(media_type, content)):
        raise FileRefused("file_not_allowed")
    return Upload(shown_name(name), media_type, content)


def media_type_of(content: bytes) -> str | None:
    """The media type by the first bytes; None for every other kind."""
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return HEIC
    return PDF if content.startswith(b"%PDF-") else None


def shown_name(name: str) -> str:
    """The name without folders and unprintable characters; the ending survives shortening."""
    last = re.split(r"[\\/]", clean(name))[-1].replace("\n", " ").strip()
    if len(last) <= LONGEST_NAME:
        return last
    stem, dot, ending = last.rpartition(".")
    if not dot or len(ending) > 8:
        return last[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def _has_sane_size(media_type: str, content: bytes) -> bool:
    width, height = _heic_size(content) if media_type == HEIC else _image_size(content)
    return 0 < width * height <= MOST_PIXELS


def _image_size(content: bytes) -> tuple[int, int]:
    """Width and height from the header, nothing is decoded; 0, 0 when it can't be read."""
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
            return image.size
    except Exception:
        # A hostile header may raise anything in there; whatever it is, the file is not taken.
        return 0, 0


def _heic_size(content: bytes) -> tuple[int, int]:
    """The largest size any part of the file states (an iPhone photo is made of tiles)."""
    sizes = [struct.unpack(">II", found) for found in _SIZE_BOX.findall(content[: 2**20])]
    return max(sizes, key=lambda size: size[0] * size[1], default=(0, 0))
