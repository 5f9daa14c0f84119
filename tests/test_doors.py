"""One third-party package, one door; a pure core; no Chinese in Python; small rooms."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("bot", "intents", "knowledge")
SOURCES = [
    *sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py")),
    ROOT / "main.py",
]

DOORS = {
    "yaml": ("knowledge/strict_yaml.py",),
    "sqlite_utils": ("knowledge/building.py",),
    "ahocorasick": ("knowledge/places/", "intents/matching/hint.py"),
    "rapidfuzz": ("intents/matching/",),
    "sklearn": ("intents/matching/",),
    "numpy": ("intents/matching/",),
    "pypinyin": ("intents/matching/",),
    "opencc": ("intents/matching/", "intents/"),
    "cn2an": ("intents/extraction/",),
    "telegram": ("bot/channels/telegram/",),
    "sqlalchemy": ("bot/cases/store/",),
    "alembic": ("bot/cases/store/",),
    "cryptography": ("bot/cases/",),
    "argon2": ("bot/desk/",),
    "jinja2": (
        "bot/dialogue/wording.py",
        "bot/documents/filling.py",
        "bot/channels/web/",
        "bot/desk/",
    ),
    "typst": ("bot/documents/",),
    "docxtpl": ("bot/documents/word_file.py",),
    "icalendar": ("bot/documents/calendar_file.py",),
    "starlette": ("bot/channels/", "bot/desk/", "bot/operations/"),
    "uvicorn": ("bot/operations/",),
}

PURE = (
    "knowledge/",
    "intents/",
    "bot/dialogue/",
    "bot/cases/timeline.py",
    "bot/cases/retention.py",
)
NOT_PURE = (
    "knowledge/strict_yaml.py", "knowledge/loading.py", "knowledge/building.py",
    "knowledge/reading.py", "knowledge/csv_rows.py", "knowledge/encoding.py",
    "knowledge/fingerprint.py",
    "intents/files.py", "intents/matching/model_file.py", "intents/matching/training.py",
)  # fmt: skip
IMPURE_NAMES = {"open", "print", "input", "eval", "exec"}
IMPURE_CALLS = {"now", "utcnow", "today", "read_text", "write_text", "read_bytes", "write_bytes"}
IMPURE_MODULES = {"os", "time", "random", "secrets", "socket", "logging", "subprocess", "structlog"}

MOST_LINES = 300
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports_of(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def is_pure(name: str) -> bool:
    return name.startswith(PURE) and name not in NOT_PURE


def impurities(tree: ast.AST) -> Iterator[str]:
    yield from (f"imports {name}" for name in imports_of(tree) if name in IMPURE_MODULES)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name) and function.id in IMPURE_NAMES:
                yield f"line {node.lineno}: calls {function.id}"
            if isinstance(function, ast.Attribute) and function.attr in IMPURE_CALLS:
                yield f"line {node.lineno}: calls .{function.attr}"


def chinese_literals(tree: ast.Module) -> Iterator[str]:
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    attribute_docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            documented = id(node) in docstrings or id(node) in attribute_docs
            if CHINESE.search(node.value) and not documented:
                yield f"line {node.lineno}: {node.value[:30]}"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_module_keeps_the_house_rules(path: Path) -> None:
    name = name_of(path)
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    faults = [
        f"imports {package}, whose door is {', '.join(DOORS[package])}"
        for package in imports_of(tree)
        if package in DOORS and not name.startswith(DOORS[package])
    ]
    if is_pure(name):
        faults += impurities(tree)
    if name != "bot/operations/command_line.py":
        faults += chinese_literals(tree)
    if text.count("\n") > MOST_LINES:
        faults.append(f"{text.count(chr(10))} lines, more than {MOST_LINES}")
    assert not faults


def test_the_top_level_is_as_designed() -> None:
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    allowed = {"bot", "knowledge", "intents", "tests", "main.py", "requirements.txt", "README.md", "LICENSE"}  # fmt: skip
    assert visible - {"__pycache__"} == allowed
