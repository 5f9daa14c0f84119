"""`main.py gaps`: what editors see of what workers asked, beside a running server."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.arrival import Arrival, Handled
from bot.bell import Bell
from bot.cases.keys import KeyRing
from bot.cases.store.store import Store
from bot.conversation import Conversations
from bot.dialogue.content import Content
from bot.dialogue.messages import Choice, Incoming, Text
from bot.operations.command_line import run
from bot.operations.review_list import find_poor_answers
from intents.matching.grouping import group_alike

TODAY = datetime.now(UTC)
"""The command reads the clock; so must what it reads."""


@pytest.fixture
def data(
    tmp_path: Path, build_cache: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> Path:
    (tmp_path / "build").symlink_to(build_cache / "build")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GONGYOU_DATA", str(tmp_path))
    for name in ("DATABASE_URL", "GONGYOU_MASTER_KEY_FILE", "TELEGRAM_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def store(data: Path) -> Iterator[Store]:
    opened = Store.open("", data, KeyRing.open(data / "master.key"))
    yield opened
    opened.close()


class Talk:
    """A worker writes and presses."""

    def __init__(self, store: Store, content: Content) -> None:
        self._conversations = Conversations(store, lambda: content, Bell())
        self._count = 0

    def hear(self, sender: str, incoming: Incoming) -> Handled:
        self._count += 1
        arrival = Arrival("web", sender, f"u{self._count}", incoming, "")
        return self._conversations.handle(arrival, TODAY)

    def press(self, sender: str, handled: Handled, start: str) -> Handled:
        ids = [choice.id for reply in handled.replies for choice in reply.choices]
        return self.hear(sender, Choice(next(id for id in ids if id.startswith(start))))


def test_the_list_is_grouped_stripped_and_shown_while_the_server_runs(
    store: Store, content: Content, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = Talk(store, content)
    asked = "我叫张三丰，借给朋友刘大勇{}元不还怎么办，电话13800138000"
    for sender, sum_ in (("one", "8000"), ("two", "9500"), ("three", "12345")):
        talk.hear(sender, Text(asked.format(sum_)))
    talk.hear("one", Text(asked.format("8000")))
    for sender in ("four", "five", "six"):
        answered = talk.hear(sender, Text("被辞退能赔多少"))
        behind = talk.press(sender, answered, "any:law")
        useless = talk.press(sender, behind, "any:useless")
        talk.press(sender, useless, "any:unfitting")
    table = data / "gaps.csv"
    assert run(["gaps", "--csv", str(table)]) == 0
    shown = capsys.readouterr().out
    written = table.read_text(encoding="utf-8-sig")
    for text in (shown, written):
        for personal in ("张三丰", "刘大勇", "1380013", "12345", "8000", "9500"):
            assert personal not in text
    rows = list(csv.DictReader(written.splitlines()))
    assert [(row["people"], row["refused"], row["useless"]) for row in rows] == [
        ("3", "4", "0"),
        ("3", "0", "3"),
    ]
    assert "most alike" in shown
    assert "given in vain" in shown
    assert "100%" in shown
    assert "3 of 3 no use: unfitting 3" in shown
    assert table.stat().st_mode & 0o077 == 0
    assert len(talk.hear("seven", Text("被辞退能赔多少")).replies) == 1


def test_erased_and_expired_words_are_not_in_it(
    store: Store, content: Content, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = Talk(store, content)
    for sender in ("one", "two"):
        talk.hear(sender, Text("借给朋友的钱不还怎么办"))
    talk.hear("one", Text("删除"))
    talk.hear("one", Text("是"))
    run(["gaps"])
    assert "   1  借给朋友的钱不还怎么办" in capsys.readouterr().out
    with store.transaction() as transaction:
        assert transaction.expire(TODAY + timedelta(days=30, seconds=1)).open_questions <= 1
    run(["gaps"])
    assert "no open questions in the last 30 day(s)" in capsys.readouterr().out


def test_where_there_is_nothing_it_says_what_to_do(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["gaps"]) == 1
    assert "start the server and let somebody ask something first" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(["gaps", "--days", "²"])


def test_a_table_that_cannot_be_written_is_named(
    store: Store, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["gaps", "--csv", str(data / "none" / "gaps.csv")]) == 1
    assert "--csv" in capsys.readouterr().err


def test_what_is_asked_alike_is_one_group_the_commonest_wording_first() -> None:
    texts = [
        "孩子上学怎么报名",
        "高铁票怎么退",
        "孩子上学要怎么报名",
        "孩子上学要怎么报名",
        "怎么退高铁票",
    ]
    assert group_alike(texts, str) == ((2, 3, 0), (1, 4))
    assert group_alike([], str) == ()
    assert group_alike(["", "", "？"], str) == ((0, 1), (2,))


def test_the_worst_answers_come_first_and_a_single_rating_tells_nothing() -> None:
    day = TODAY.date()
    ratings = [
        ("a", True, day, 3),
        ("a", False, day, 1),
        ("b", False, day, 3),
        ("c", False, day, 1),
    ]
    ratings += [("d", True, day, 9)]
    poor = find_poor_answers(ratings, [("b", "hard", day, 2), ("z", "wrong", day, 1)])
    assert [(answer.entry_id, answer.share) for answer in poor] == [("b", 1.0), ("a", 0.25)]
    assert poor[0].reasons == {"hard": 2}
