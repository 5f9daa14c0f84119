"""Sealing: opens in its own place only, tells little by its length, needs the right key file."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.cases.case_code import read_code
from bot.cases.errors import KeyFileError, SealBroken
from bot.cases.keys import Cell, KeyRing, pad, unpad

CELL = Cell("cases", "story", "1")


@pytest.mark.parametrize(
    "other", [Cell("cases", "story", "2"), Cell("cases", "said", "1"), Cell("inbox", "story", "1")]
)
def test_a_sealed_value_opens_only_where_it_was_sealed(keys: KeyRing, other: Cell) -> None:
    key, wrapped = keys.new_data_key()
    sealed = key.seal(CELL, b"owed 8000")
    assert keys.unwrap(key.id, wrapped).open(CELL, sealed) == b"owed 8000"
    with pytest.raises(SealBroken):
        key.open(other, sealed)


def test_an_altered_or_cut_value_is_refused(keys: KeyRing) -> None:
    key, _ = keys.new_data_key()
    sealed = key.seal(CELL, b"owed 8000")
    for position in range(len(sealed)):
        altered = bytearray(sealed)
        altered[position] ^= 1
        with pytest.raises(SealBroken):
            key.open(CELL, bytes(altered))
    for length in (0, 1, 12, 20):
        with pytest.raises(SealBroken):
            key.open(CELL, sealed[:length])


@pytest.mark.parametrize(
    ("length", "bucket"),
    [(0, 64), (60, 64), (61, 256), (1020, 1024), (1021, 4096), (65533, 131072), (131068, 131072)],
)
def test_lengths_are_padded_to_buckets(length: int, bucket: int) -> None:
    padded = pad(b"x" * length)
    assert len(padded) == bucket
    assert unpad(padded) == b"x" * length


def test_the_key_file_is_written_on_saving_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "master.key"
    made = KeyRing.open(path)
    assert made.is_new
    assert not path.exists()
    made.save()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    again = KeyRing.open(path)
    assert not again.is_new
    assert again.blind_index("sender", "a") == made.blind_index("sender", "a")
    assert again.blind_index("sender", "a") != made.blind_index("session", "a")


@pytest.mark.parametrize("content", [b"", b"too short", b"\xff\xfe", b"zz" * 32])
def test_a_damaged_key_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "master.key"
    path.write_bytes(content)
    with pytest.raises(KeyFileError, match=r"GONGYOU_MASTER_KEY_FILE.*holds no key"):
        KeyRing.open(path)


def test_a_code_is_read_as_people_type_it() -> None:
    assert read_code("9cf4 exhy-o1zt  zx2g1ac7x4vnsw") == "9CF4EXHY01ZTZX2G1AC7X4VNSW"
    assert (
        read_code("９ＣＦ４ＥＸＨＹｏｌＺＴＺＸ２Ｇ１ＡＣ７Ｘ４ＶＮＳＷ")
        == "9CF4EXHY01ZTZX2G1AC7X4VNSW"
    )
    for other in ("", "12", "U" * 26, "x" * 100_000, "\ud800" * 26, "٢" * 26, "中" * 26):
        assert read_code(other) is None


def test_processes_that_save_at_once_take_one_key(tmp_path: Path) -> None:
    for turn in range(20):
        path = tmp_path / str(turn) / "master.key"
        rings = [KeyRing.open(path) for _ in range(8)]
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(KeyRing.save, rings))
        assert len({ring.blind_index("sender", "a") for ring in rings}) == 1
        assert [file.name for file in path.parent.iterdir()] == ["master.key"]
