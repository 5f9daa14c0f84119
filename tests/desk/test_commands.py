"""The operator's commands for organizations, mediators and the demo."""

import io
import re
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.desk.passwords import Passwords
from bot.operations.command_line import run
from bot.operations.settings import read_settings
from bot.operations.wiring import open_store

Command = Callable[..., tuple[int, str, str]]

ADD = ("organization", "add", "--name", "金牛调解", "--kind", "township_mediation")


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs `main.py` with these words: (exit code, output, errors)."""
    monkeypatch.setenv("GONGYOU_DATA", str(tmp_path / "data"))
    for name in ("DATABASE_URL", "GONGYOU_MASTER_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = run(words)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def test_an_organization_and_its_mediator_can_be_added_and_listed(command: Command) -> None:
    code, out, _ = command(*ADD, "--level", "district", "--region", "510106")
    assert code == 0
    organization = out.splitlines()[0]
    assert f"--organization {organization}" in out
    words = ("mediator", "add", "--organization", organization, "--name", "吴敏")
    assert command(*words, "--login", "wu", typed="long enough\nlong enough\n")[:2] == (
        0,
        "added wu\n",
    )
    code, out, _ = command(*words, "--login", "wu2", "--telegram-id", "123456", "--make-password")
    password = re.search(r"shown only now\): (\S+)", out)
    assert password
    assert "金牛调解" in command("organization", "list")[1]
    listed = command("mediator", "list")[1]
    assert "wu2  active  Telegram linked  吴敏" in listed
    with closing(open_store(read_settings())) as store, store.transaction() as transaction:
        kept = transaction.mediator_by_login("wu2")
        assert kept is not None
        assert Passwords().fits(kept.password_hash, password[1])
        assert password[1] not in kept.password_hash


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("--level", "district", "--region", "999999"), "--region: 999999"),
        (("--level", "city", "--region", "510106"), "--level: city does not fit 510106"),
        (("--level", "planet", "--region", "510106"), "--level: planet is not one of"),
        (("--level", "town", "--region", "510106", "--town", "510114001"), "--town: 510114001"),
        (("--level", "town", "--region", "510106", "--telegram-group", "x y"), "--telegram-group"),
        (("--level", "town", "--region", "510106", "--directory-id", "org-1"), "--directory-id"),
        (("--level", "town", "--region", "510106", "--industries", "x"), "--industries: x"),
        (("--level", "town", "--region", "510106", "--kind", "shop"), "--kind: shop is not one of"),
        (("--level", "town", "--region", "510106", "--name", " "), "--name"),
    ],
)
def test_an_option_at_fault_is_named_in_one_sentence(
    command: Command, words: tuple[str, ...], fault: str
) -> None:
    code, out, errors = command(*ADD, *words)
    assert (code, out) == (1, "")
    assert errors.startswith(fault)
    assert errors.count("\n") == 1
    assert command("organization", "list")[1].startswith("no organization yet")


@pytest.mark.parametrize(
    ("words", "typed", "fault"),
    [
        (("--organization", "nowhere"), "", "--organization: there is none"),
        (("--login", "Big Name"), "", "--login"),
        (("--login", "xindu2"), "", "--login: xindu2 is taken"),
        (("--telegram-id", "@me"), "", "--telegram-id"),
        ((), "short\n", "the password must have 10"),
        ((), "long enough\nlong enouhg\n", "the two passwords differ"),
        ((), "", "the password must have 10"),
    ],
)
def test_a_mediator_who_can_not_be_added_is_not(
    command: Command, words: tuple[str, ...], typed: str, fault: str
) -> None:
    command("demo")
    add = ("mediator", "add", "--organization", "demo-510114", "--login", "new", "--name", "新")
    code, _, errors = command(*add, *words, typed=typed)
    assert code == 1
    assert errors.startswith(fault)
    assert " new " not in command("mediator", "list")[1]


def test_a_mediator_is_switched_off_and_on(command: Command) -> None:
    command("demo")
    with closing(open_store(read_settings())) as store, store.transaction() as transaction:
        mediator = transaction.mediator_by_login("xindu2")
        assert mediator is not None
        token = transaction.open_session(mediator.id, datetime.now(UTC)).token
    code, out, _ = command("mediator", "deactivate", "--login", "xindu2")
    assert (code, out) == (0, "xindu2 is not active and is signed out everywhere\n")
    assert "xindu2  not active" in command("mediator", "list")[1]
    assert command("mediator", "activate", "--login", "xindu2")[:2] == (0, "xindu2 is active\n")
    assert "xindu2  active" in command("mediator", "list")[1]
    with closing(open_store(read_settings())) as store, store.transaction() as transaction:
        assert transaction.session(token, datetime.now(UTC)) is None


def test_an_organization_is_switched_off_and_on(command: Command) -> None:
    command("demo")
    code, out, _ = command("organization", "deactivate", "--id", "demo-510114")
    assert (code, "gets no new cases" in out) == (0, True)
    assert "demo-510114  not active" in command("organization", "list")[1]
    assert command("organization", "activate", "--id", "demo-510114")[0] == 0
    assert "demo-510114  active" in command("organization", "list")[1]


def test_a_forgotten_password_is_replaced(command: Command) -> None:
    command("demo")
    words = ("mediator", "password", "--login", "xindu2")
    assert command(*words, typed="first of two\nnot the same\n")[0] == 1
    assert command(*words, typed="another one 1\nanother one 1\n")[0] == 0
    with closing(open_store(read_settings())) as store, store.transaction() as transaction:
        mediator = transaction.mediator_by_login("xindu2")
        assert mediator is not None
        assert Passwords().fits(mediator.password_hash, "another one 1")
    made = command(*words, "--make-password")[1]
    assert "password (shown only now): " in made


@pytest.mark.parametrize("words", [
    ("mediator", "deactivate", "--login", "nobody"),
    ("mediator", "activate", "--login", "nobody"),
    ("mediator", "password", "--login", "nobody", "--make-password"),
    ("organization", "deactivate", "--id", "nobody"),
    ("organization", "activate", "--id", "nobody"),
])  # fmt: skip
def test_who_is_not_there_is_named_and_where_to_look(
    command: Command, words: tuple[str, ...]
) -> None:
    code, out, errors = command(*words)
    assert (code, out) == (1, "")
    assert errors.startswith(words[2])
    assert "nobody" in errors
    assert f"python main.py {words[0]} list" in errors


def test_the_demo_fills_an_empty_database_once(command: Command) -> None:
    code, out, _ = command("demo")
    assert code == 0
    rows = [line.split() for line in out.splitlines()[:3]]
    assert [row[0] for row in rows] == ["xindu1", "xindu2", "chengdu1"]
    assert "http://127.0.0.1:8080/desk/" in out
    code, again, _ = command("demo")
    assert (code, "here already" in again, rows[0][1] in again) == (0, True, False)
    with closing(open_store(read_settings())) as store, store.transaction() as transaction:
        assert len(transaction.organizations()) == 2
        mediator = transaction.mediator_by_login("xindu1")
        assert mediator is not None
        assert Passwords().fits(mediator.password_hash, rows[0][1])


def test_the_demo_keeps_out_of_a_database_in_use(command: Command) -> None:
    command(*ADD, "--level", "district", "--region", "510106")
    code, out, errors = command("demo")
    assert (code, out) == (1, "")
    assert "already serves organizations" in errors
