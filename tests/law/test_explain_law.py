"""`explain-law` prints what a worker would see, and says in one sentence what it can't use."""

from pathlib import Path

import pytest

from bot.operations.command_line import run


@pytest.fixture(autouse=True)
def data(
    tmp_path: Path, build_cache: Path, content: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A data folder that shares the build of the tests."""
    (tmp_path / "build").symlink_to(build_cache / "build")
    monkeypatch.setenv("GONGYOU_DATA", str(tmp_path))


def test_the_working_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    facts = [
        "monthly_wage=10875",
        "weekday_hours=10",
        "rest_day_hours=16",
        "public_holiday_hours=8",
    ]
    assert run(["explain-law", "overtime_pay", "--given", *facts]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "加班费：4437.5元"
    assert lines[1] == "小时工资：10875元 ÷ 21.75天 ÷ 8小时 ＝ 62.5元"
    assert lines[-1].startswith("依据：《劳动法》第44条")
    assert len(lines) <= 10


def test_region_and_day_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain-law", "minimum_wage", "--region", "110105", "--today", "2025-08-31"]) == 0
    assert capsys.readouterr().out.startswith("最低工资（每月）：2420元")
    assert run(["explain-law", "minimum_wage", "--given", "region=510100"]) == 0
    assert "2200元到2330元" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["win_the_case"], "no rule win_the_case; the rules are economic_compensation"),
        (["overtime_pay", "--given", "wage=5"], "overtime_pay takes monthly_wage"),
        (["overtime_pay", "--given", "monthly_wage"], "write monthly_wage=8000"),
        (["overtime_pay", "--given", "monthly_wage=-5"], "月工资不能是负数"),
        (["minimum_wage", "--region", "999999"], "999999 is not a region code"),
    ],
)
def test_what_cannot_be_used_is_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(["explain-law", *arguments]) == 1
    assert said in capsys.readouterr().err
