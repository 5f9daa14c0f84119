"""Photos and documents: which are taken, which not, and what is left of their names."""

import struct
import time
import zlib
from collections.abc import Iterator
from io import BytesIO

import httpx
import pytest
from PIL import Image

from bot.bell import Bell
from bot.cases.store.store import Store
from bot.channels.web.uploads import (
    BIGGEST,
    HEIC,
    JPEG,
    MOST_FILES,
    PDF,
    PNG,
    WEBP,
    FileRefused,
    checked,
)
from bot.dialogue.content import Content
from tests.channels.web_serving import Page, Phone, Site, serving


def picture(media_type: str, size: tuple[int, int] = (40, 30)) -> bytes:
    if media_type == PDF:
        return b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
    if media_type == HEIC:
        box = b"ispe" + bytes(4) + struct.pack(">II", *size)
        return b"\0\0\0\x18ftypheic" + bytes(12) + b"\0\0\0\x14" + box + bytes(64)
    out = BytesIO()
    Image.new("1" if media_type == PNG else "RGB", size).save(out, media_type.partition("/")[2])
    return out.getvalue()


def huge_png(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + header
        + struct.pack(">I", zlib.crc32(header))
    )


@pytest.fixture
def site(store: Store, content: Content, bell: Bell) -> Iterator[Site]:
    with serving(store, content, bell) as served:
        yield served


@pytest.fixture
def phone(site: Site) -> Phone:
    return site.phone()


@pytest.mark.parametrize("media_type", [JPEG, PNG, WEBP, HEIC, PDF])
def test_the_kinds_a_phone_makes_are_taken(media_type: str) -> None:
    upload = checked("工资条.bin", picture(media_type))
    assert upload.media_type == media_type
    assert upload.name == "工资条.bin"


BAD = {
    "empty": b"",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "html": b"<!doctype html><script>alert(1)</script>",
    "zip": b"PK\x03\x04" + bytes(100),
    "gif": b"GIF89a" + bytes(100),
    "exe": b"MZ" + bytes(100),
    "cut jpeg": b"\xff\xd8\xff\xe0",
    "jpeg that is html": b"\xff\xd8\xff<script>alert(1)</script>",
    "cut png": b"\x89PNG\r\n\x1a\n",
    "cut webp": b"RIFF\0\0\0\0WEBP",
    "heic without a size": b"\0\0\0\x18ftypheic" + bytes(64),
    "png of 65,500 squared": huge_png(65_500, 65_500),
    "png of no width": huge_png(0, 10),
    "heic of 60 megapixels": picture(HEIC, (10_000, 6_000)),
    "mp4": b"\0\0\0\x18ftypisom" + bytes(64),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_other_kinds_and_bombs_are_refused_at_once(content: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(FileRefused) as refused:
        checked("x.jpg", content)
    assert refused.value.reason == "file_not_allowed"
    assert time.monotonic() - began < 1


NAMES = [
    ("../../etc/passwd.jpg", "passwd.jpg"),
    ("C:\\fakepath\\工资.jpg", "工资.jpg"),
    ("a\0b\u202egpj.exe", "abgpj.exe"),
    ("名" * 300 + ".jpg", "名" * 76 + ".jpg"),
    ("n" * 300, "n" * 80),
    ("第一行\n第二行.pdf", "第一行 第二行.pdf"),
    ("", ""),
]


@pytest.mark.parametrize(("given", "kept"), NAMES)
def test_names_lose_folders_and_tricks(given: str, kept: str) -> None:
    assert checked(given, picture(JPEG)).name == kept


def test_a_photo_is_sealed_and_shown_by_name(phone: Phone) -> None:
    photo = picture(JPEG)
    assert phone.send_file("工资条.jpg", photo).status_code == 303
    assert ("worker", "工资条.jpg") in phone.page().said
    folder = phone.site.store._data / "evidence"
    (sealed,) = folder.iterdir()
    assert photo[:40] not in sealed.read_bytes()


def test_an_open_question_survives_a_photo(phone: Phone) -> None:
    asked = phone.say("你好").choices
    phone.send_file("照片.png", picture(PNG))
    assert asked.items() <= phone.page().choices.items()


def sentence(answer: httpx.Response) -> str:
    return Page(answer.text).notice


def test_sizes_at_the_limit(phone: Phone) -> None:
    say = phone.site.content.wording.say
    largest = picture(PDF).ljust(BIGGEST, b"\n")
    assert phone.send_file("a.pdf", largest).status_code == 303
    for too_big in (largest + b"\n", largest * 2):
        refused = phone.send_file("a.pdf", too_big)
        assert refused.status_code in (413, 422)
        assert sentence(refused) == say("file_too_big")


def test_ten_files_and_no_more(phone: Phone) -> None:
    for _ in range(MOST_FILES):
        assert phone.send_file("a.jpg", picture(JPEG)).status_code == 303
    refused = phone.send_file("a.jpg", picture(JPEG))
    assert refused.status_code == 422
    assert sentence(refused) == phone.site.content.wording.say("files_full")


def test_wrong_kinds_get_the_sentence(phone: Phone) -> None:
    refused = phone.send_file("a.jpg", b"PK\x03\x04")
    assert refused.status_code == 422
    assert sentence(refused) == phone.site.content.wording.say("file_not_allowed")
    bare = phone.send_file("a.jpg", b"PK\x03\x04", **{"HX-Request": "true"})
    assert bare.headers["hx-retarget"] == "#notice"
    assert len(phone.page().said) == 1
