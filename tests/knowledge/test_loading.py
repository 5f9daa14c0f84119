"""Loading collects every fault of every file, with its line, and never stops at the first."""

import shutil
from pathlib import Path

import pytest

from knowledge.law.figures import FIGURE_KINDS
from knowledge.loading import load_sources
from tests.knowledge.conftest import ROOM


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A small room: all rule files, few places and bodies, one entry, one statute."""
    root = tmp_path / "knowledge"
    for name in (
        "faq/wage_arrears",
        "statutes",
        "places",
        "organizations",
        "law/figures",
        "law/triage",
    ):
        (root / name).mkdir(parents=True)
    for path in [
        *ROOM.glob("*.yaml"),
        *ROOM.glob("*/*.yaml"),
        *ROOM.glob("law/triage/*.yaml"),
        ROOM / "places/ambiguous_short_names.txt",
    ]:
        if path.parent.name != "statutes":
            shutil.copy(path, root / path.relative_to(ROOM))
    for name, rows in TABLES.items():
        (root / name).write_text(rows, encoding="utf-8")
    for name, kind in FIGURE_KINDS.items():
        header = ",".join(kind.columns) + "\n"
        (root / f"law/figures/{name}.csv").write_text(header, encoding="utf-8")
    entry = next(iter(sorted((ROOM / "faq/wage_arrears").glob("*.yaml"))))
    shutil.copy(entry, root / "faq/wage_arrears")
    shutil.copy(ROOM / "statutes/labour_law.yaml", root / "statutes")
    return root


TABLES = {
    "places/regions.csv": (
        "adcode,name,short_name,level,parent_adcode,lat,lon,area_code,coord_kind\n"
        "510000,四川省,四川,province,100000,30.65,104.07,028,seat\n"
        "510100,成都市,成都,city,510000,30.57,104.06,028,seat\n"
        "510114,新都区,新都,county,510100,30.82,104.15,028,seat\n"
    ),
    "places/towns.csv": "code,name,county_adcode,source\n510114001,新都街道,510114,mca\n",
    "places/aliases.csv": "alias,adcode,kind,year\n蓉城,510100,simplified,\n",
    "organizations/organizations.csv": (
        "id,name,kind,level,adcode,town_code,address,phone,hours,lat,lon,coord_precision,industries,"
        "source,source_date,certainty,notes,served\n"
        "org-510114-001,新都区联合调解中心,joint_center,district,510114,,,028-12345678,,,,,,来源,2026,high,,\n"
    ),
    "organizations/hotlines.csv": (
        "contact,type,name,for_what,hours,source,source_date,certainty,region\n"
        "12333,电话,热线,咨询,,来源,2026,high,\n"
    ),
}


def faults(root: Path) -> list[str]:
    return [str(problem) for problem in load_sources(root)[1] if "zones.yaml" not in problem.path]


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_small_room_is_sound(room: Path) -> None:
    assert faults(room) == []


def test_the_whole_room_is_sound() -> None:
    assert load_sources(ROOM)[1] == []


@pytest.mark.parametrize(
    ("table", "old", "new", "line", "words"),
    [
        ("places/regions.csv", "adcode,name", "code,name", 1, "the header must be"),
        ("places/regions.csv", "028,seat\n510100", "028\n510100", 2, "8 columns; 9 expected"),
        (
            "places/regions.csv",
            "510114,新都区",
            "510100,新都区",
            4,
            "stands twice (first on line 3)",
        ),
        ("places/regions.csv", "county,510100", "county,510900", 4, "510900 is not in regions.csv"),
        ("places/regions.csv", "30.82", "130.82", 4, "not in degrees"),
        ("places/regions.csv", "30.82", "nan", 4, "not in degrees"),
        ("places/regions.csv", ",county,", ",district,", 4, "not one of province, city, county"),
        ("places/towns.csv", "510114001", "51011400²", 2, "not a code of 9 digits"),
        ("places/aliases.csv", "510100,", "510199,", 2, "510199 is not in regions.csv"),
        ("organizations/organizations.csv", "510114,,,", "510199,,,", 2, "510199 is not in places"),
        ("organizations/organizations.csv", "028-12345678", "02812345678", 2, "0755-12345678"),
        ("organizations/organizations.csv", ",district,", ",city,", 2, "level city does not fit"),
        (
            "organizations/organizations.csv",
            "510114,,,",
            "510114,510114009,,",
            2,
            "not in places/towns",
        ),
        ("organizations/organizations.csv", ",high,", ",sure,", 2, "not one of high, medium, low"),
        ("organizations/organizations.csv", ",来源,", ",,", 2, "source is empty"),
        ("organizations/hotlines.csv", "high,\n", "high,999999\n", 2, "999999 is not in places"),
        ("organizations/hotlines.csv", "热线", '"热线', 2, "not readable as CSV"),
    ],
)
def test_a_bad_row_is_named_by_its_line(
    room: Path, table: str, old: str, new: str, line: int, words: str
) -> None:
    change(room, table, old, new)
    found = faults(room)
    assert any(f.startswith(f"knowledge/{table}:{line}:") and words in f for f in found), found


def test_a_table_saved_by_a_chinese_spreadsheet_is_recognised(room: Path) -> None:
    path = room / "places/aliases.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert "GB18030" in faults(room)[0]
    path.write_bytes(b"\xef\xbb\xbf" + TABLES["places/aliases.csv"].replace("\n", "\r\n").encode())
    assert faults(room) == []


def test_a_missing_table_is_a_fault_not_a_crash(room: Path) -> None:
    (room / "places/towns.csv").unlink()
    assert any("towns.csv:0: not readable" in fault for fault in faults(room))


def test_faults_of_many_files_come_together_with_the_line_of_the_key(room: Path) -> None:
    entry = next((room / "faq/wage_arrears").glob("*.yaml"))
    text = entry.read_text(encoding="utf-8")
    lines = text.splitlines()
    reviewed = next(n for n, row in enumerate(lines, 1) if row.startswith("again_by"))
    entry.write_text(text.replace("again_by: ", "again_by: soon  # "), encoding="utf-8")
    change(room, "statutes/labour_law.yaml", "status: in_force", "status: valid\nodd: 1")
    (room / "law/holidays.yaml").write_text("citation: [", encoding="utf-8")
    found = faults(room)
    assert any(
        f.startswith(f"knowledge/faq/wage_arrears/{entry.name}:{reviewed}: again_by") for f in found
    )
    assert any("labour_law.yaml" in f and "status" in f for f in found)
    assert any("odd: no such key here" in f for f in found)
    assert any("law/holidays.yaml" in f for f in found)


def test_an_entry_in_the_wrong_folder_is_a_fault(room: Path) -> None:
    entry = next((room / "faq/wage_arrears").glob("*.yaml"))
    shutil.copy(entry, room / "faq/loose.yaml")
    assert any("faq/<topic>/<id>.yaml" in fault for fault in faults(room))
