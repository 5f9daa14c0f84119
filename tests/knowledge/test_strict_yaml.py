"""The narrow YAML: what would be silently reinterpreted is refused, on the right line."""

import time
from datetime import date
from pathlib import Path

import pytest

from knowledge.problems import ContentError
from knowledge.strict_yaml import MOST_BYTES, parse_yaml, read_yaml

ROOM = Path(__file__).resolve().parents[2] / "knowledge"


def faults(raw: bytes) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse_yaml(raw, "f.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_plain_values_keep_their_type() -> None:
    value = parse_yaml(
        "text: 工资\nday: 2026-03-09\nyes_no: true\nnumber: 12\nzero: 0\nnothing: null\n"
        "quoted: '010'\nhead: ['no', \"1.5\"]\nphone: 0755-12345678\nkey: {38: a}\n".encode(),
        "f.yaml",
    ).value
    assert value == {
        "text": "工资",
        "day": date(2026, 3, 9),
        "yes_no": True,
        "number": 12,
        "zero": 0,
        "nothing": None,
        "quoted": "010",
        "head": ["no", "1.5"],
        "phone": "0755-12345678",
        "key": {38: "a"},
    }


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: no", 2, "quote it"),
        ("a: 1\non: 2", 2, "quote it"),
        ("a: Yes", 1, "quote it"),
        ("a: OFF", 1, "quote it"),
        ("a: True", 1, "write true"),
        ("a: 010", 1, "another number"),
        ("a: 1.5", 1, "another number"),
        ("a: 8,000", 1, "another number"),
        ("a: 0x1F", 1, "another number"),
        ("a: 1e3", 1, "another number"),
        ("a: +8", 1, "another number"),
        ("a: 12:30", 1, "another number"),
        ("a: 9999999999999999999999", 1, "another number"),
        ("a: 2026-02-30", 1, "not in the calendar"),
        ("a: 2026-8-1", 1, "no plain date"),
        ("a: 2026-08-01T09:00", 1, "no plain date"),
        ("a:\n  - 1\n  - !!python/object:os.system {}", 3, "tag"),
        ("a: !!str 010", 1, "tag"),
        ("a: &x [1]\nb: *x", 2, "alias"),
        ("b: 1\na: &x [1]", 2, "anchor"),
        ("base: 1\n<<: {a: 1}", 2, "quote it"),
        ("a: 1\nb: 2\na: 3", 3, "stands twice (first on line 1)"),
        ("a:\n  b: 1\n  b: 2", 3, "stands twice (first on line 2)"),
        ("a:\n\t- b", 2, "tab"),
        ("a: b\tc", 1, "tab"),
        ("? [a, b]\n: 1", 1, "one word"),
        ("2026-01-01: a", 1, "not text"),
        ("true: a", 1, "not text"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("a: 1\nb: [1, 2", 3, "not readable"),
        ('a: 1\nb: "half', 2, "not readable"),
        ("a: b: c", 1, "not readable"),
        ("", 1, "empty"),
        ("# only a remark\n", 1, "empty"),
        ("one line without a key", 1, "no key"),
        ("a: x\x00y", 0, "not readable"),
        ("[" * 3000, 1, "nested deeper"),
    ],
)
def test_refused_with_line_and_advice(text: str, line: int, words: str) -> None:
    found = faults(text.encode())
    assert any(fault.startswith(f"f.yaml:{line}:") and words in fault for fault in found), found


def test_all_faults_of_a_file_are_told_at_once() -> None:
    assert len(faults(b"a: no\nb: 010\nc: 1.5\na: 3\n")) == 4
    assert len(faults(b"a: no\nb: [1,\n")) == 2


def test_a_bomb_of_aliases_costs_nothing() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    began = time.process_time()
    assert "alias" in faults(f"l0: &l0 [x]\n{levels}".encode())[1]
    assert time.process_time() - began < 1


def test_encodings_are_named() -> None:
    assert "GB18030" in faults("a: 1\nb: 工资拖欠三个月\n".encode("gb18030"))[0]
    assert "f.yaml:2:" in faults("a: 1\nb: 工资拖欠三个月\n".encode("gb18030"))[0]
    assert "UTF-16" in faults("a: 工资".encode("utf-16"))[0]
    assert parse_yaml(b"\xef\xbb\xbfa: 1", "f.yaml").value == {"a": 1}


def test_a_file_of_two_megabytes_is_not_read() -> None:
    assert f"at most {MOST_BYTES:,}" in faults(b"a: " + b"x" * 2_000_000)[0]


def test_lines_are_found_by_keys_and_fall_back_to_the_nearest() -> None:
    document = parse_yaml(b"a: 1\nb:\n  c:\n    - x\n    - y\n", "f.yaml")
    assert document.line("b", "c", 1) == 5
    assert document.line("b", "missing") == 2
    assert document.line("missing") == 1


def test_seven_hundred_files_are_read_in_a_second_and_a_half() -> None:
    paths = sorted((ROOM / "faq").rglob("*.yaml"))
    repeated = (paths * (700 // len(paths) + 1))[:700]
    began = time.process_time()
    for path in repeated:
        read_yaml(path, path.name)
    assert time.process_time() - began < 1.5
