"""New local figures: bad rows are named, the diff is shown, nothing enters without a yes."""

import io
from argparse import Namespace
from pathlib import Path

import pytest

from bot.operations.commands import import_figures
from bot.operations.commands.import_figures import run
from bot.operations.faults import OperatorError
from knowledge.law.figures import FIGURE_KINDS, Figures
from knowledge.problems import ContentError
from tests.law.conftest import ROOM

HEADER = ",".join(FIGURE_KINDS["minimum_wages"].columns)
NEW = "110000,1,2700,29,2027-01-01,,某某文件,2026-11-20,high,"


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A room with the real regions and the real minimum wages."""
    root = tmp_path / "knowledge"
    for name in (
        "law/figures/minimum_wages.csv",
        "law/figures/sick_pay_local.csv",
        "places/regions.csv",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes((ROOM / name).read_bytes())
    monkeypatch.setattr(import_figures, "ROOMS", (root,))
    return root


def entered(room: Path, *rows: str, header: str = HEADER, yes: bool = True) -> int:
    file = room.parent / "new.csv"
    file.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return run(Namespace(file=str(file), yes=yes))


def test_a_new_value_ends_the_one_before_it(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered(room, NEW) == 0
    said = capsys.readouterr().out
    assert "~ 110000 1: in_force_to - -> 2026-12-31" in said
    assert "+ 110000 1: adcode 110000, tier 1, monthly_yuan 2700" in said
    held = (room / "law/figures/minimum_wages.csv").read_text(encoding="utf-8")
    assert NEW in held
    assert "110000,1,2540,27.7,2025-09-01,2026-12-31," in held
    assert entered(room, NEW) == 0
    assert capsys.readouterr().out == "nothing new\n"


def test_a_value_is_corrected_in_place(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = room / "law/figures/minimum_wages.csv"
    row = next(
        row
        for row in file.read_text(encoding="utf-8").splitlines()
        if row.startswith("110000,1,2540,")
    )
    before = len(file.read_text(encoding="utf-8").splitlines())
    assert entered(room, row.replace("2540", "2550", 1)) == 0
    assert "~ 110000 1: monthly_yuan 2540 -> 2550" in capsys.readouterr().out
    assert len(file.read_text(encoding="utf-8").splitlines()) == before


def test_a_file_without_days_takes_one_row_a_key(room: Path) -> None:
    header = ",".join(FIGURE_KINDS["sick_pay_local"].columns)
    row = "320000,江苏省,不低于最低工资80%,,某某文件,2026-11-20,medium,"
    assert entered(room, row, header=header) == 0
    assert row in (room / "law/figures/sick_pay_local.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["no\n", "", "YES\n"])
def test_nothing_enters_without_a_yes(
    room: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    before = (room / "law/figures/minimum_wages.csv").read_bytes()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert entered(room, NEW, yes=False) == 1
    assert (room / "law/figures/minimum_wages.csv").read_bytes() == before
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert entered(room, NEW, yes=False) == 0


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("110000", "119999", "adcode 119999 is not in places/regions.csv"),
        ("2700", "27000", "monthly_yuan '27000' is not a number between"),
        ("2700", "两千七", "is not a number between"),
        ("2700", "２７００", "is not a number between"),
        ("2027-01-01,", "2027-02-30,", "in_force_from '2027-02-30' is no date"),
        ("2027-01-01,,", "2027-01-01,2026-01-01,", "in_force_to 2026-01-01 is before"),
        ("2026-11-20", "", "source_date is empty"),
        ("某某文件", "", "source is empty"),
        ("high", "sure", "certainty 'sure' is not one of"),
        ("2027-01-01,", "2025-08-01,", "in force on days of line"),
        ("high,", "high", "9 columns; 10 expected"),
    ],
)
def test_a_bad_row_is_named_and_nothing_enters(room: Path, old: str, new: str, words: str) -> None:
    before = (room / "law/figures/minimum_wages.csv").read_bytes()
    assert old in NEW
    with pytest.raises(ContentError, match=words.replace("(", r"\(")):
        entered(room, NEW.replace(old, new, 1))
    assert (room / "law/figures/minimum_wages.csv").read_bytes() == before


def test_a_file_of_no_kind_and_a_file_that_is_not_there_are_said(room: Path) -> None:
    with pytest.raises(OperatorError, match="the header must be one of"):
        entered(room, "1,2", header="a,b")
    with pytest.raises(OperatorError, match="No such file"):
        run(Namespace(file=str(room / "nowhere.csv"), yes=True))


def test_a_row_of_low_certainty_is_never_shown() -> None:
    rows = ({"adcode": "1", "certainty": "low"}, {"adcode": "2", "certainty": "medium"})
    assert [row["adcode"] for row in Figures({"x": rows}).shown("x")] == ["2"]
    assert list(Figures().shown("x")) == []
