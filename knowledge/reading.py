"""Reads a built knowledge.db into a Knowledge value."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, ValidationError

from knowledge.law.calculation_words import CalculationWords
from knowledge.law.figures import FIGURE_KINDS, Figures
from knowledge.law.holidays import Holidays, HolidayTable
from knowledge.law.minimum_wages import MinimumWages
from knowledge.law.parameters import ParameterFile, Parameters
from knowledge.law.triage.table import TriageTable
from knowledge.law.vocabulary import Vocabulary
from knowledge.law.working import Basis
from knowledge.library import Knowledge
from knowledge.organizations.competence import Competence
from knowledge.organizations.organization import Hotline, Organization
from knowledge.places.place_words import PlaceWords
from knowledge.places.places import Places
from knowledge.places.region import Alias, Region, Zone
from knowledge.schemas import FaqEntry, Statute

Model = TypeVar("Model", bound=BaseModel)


class KnowledgeUnreadable(Exception):
    """There is no readable build of the knowledge at that path; build it again."""


def read_knowledge(path: Path) -> Knowledge:
    """The knowledge in the file at `path`; raises KnowledgeUnreadable if it is none of ours."""
    try:
        with closing(_open(path)) as connection:
            return _knowledge(connection, _Towns(path))
    except (sqlite3.Error, OSError, LookupError, TypeError, ValidationError, ValueError) as fault:
        raise KnowledgeUnreadable(
            f"{path}: {type(fault).__name__}; run `python main.py build`"
        ) from fault


def read_about(path: Path) -> dict[str, str]:
    """The build's own record (format, source_hash); empty where there is no build."""
    try:
        with closing(_open(path)) as connection:
            return dict(connection.execute("SELECT key, value FROM about"))
    except (sqlite3.Error, OSError):
        return {}


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)


def _knowledge(connection: sqlite3.Connection, towns: "_Towns") -> Knowledge:
    entries = (
        list(connection.execute("SELECT topic, content FROM entries ORDER BY rowid"))
        if _has(connection, "entries")
        else []
    )
    parsed = [(topic, FaqEntry.model_validate_json(content)) for topic, content in entries]
    statutes = [
        Statute.model_validate_json(content)
        for (content,) in _rows(connection, "statutes", "content")
    ]
    holidays = Holidays(_document(connection, "holidays", HolidayTable))
    return Knowledge(
        entries={entry.id: entry for _, entry in parsed},
        topics={entry.id: topic for topic, entry in parsed},
        statutes={statute.id: statute for statute in statutes},
        places=_places(connection, towns),
        directory=tuple(map(_organization, _records(connection, "organizations"))),
        hotlines=tuple(Hotline(**record) for record in _records(connection, "hotlines")),
        holidays=holidays,
        calculation_basis=_calculation_basis(connection, holidays),
        competence=_document(connection, "competence", Competence),
        triage_table=_document(connection, "triage", TriageTable),
        vocabulary=_document(connection, "vocabulary", Vocabulary),
        source_hash=dict(connection.execute("SELECT key, value FROM about"))["source_hash"],
    )


def _calculation_basis(connection: sqlite3.Connection, holidays: Holidays) -> Basis:
    figures = Figures({name: tuple(_records(connection, name)) for name in FIGURE_KINDS})
    words = _document(connection, "calculation_words", CalculationWords)
    return Basis(
        parameters=Parameters(_document(connection, "parameters", ParameterFile)),
        figures=figures,
        minimum_wages=MinimumWages(figures, words.areas),
        holidays=holidays,
        words=words,
    )


def _places(connection: sqlite3.Connection, towns: "_Towns") -> Places:
    columns = "adcode, name, short_name, level, parent, lat, lon, area_code, coord_kind"
    return Places(
        regions=[Region(*row) for row in _rows(connection, "regions", columns)],
        towns=towns,
        aliases=[Alias(*row) for row in _rows(connection, "aliases", "name, adcode, kind")],
        zones=[_zone(record) for record in _records(connection, "zones")],
        words=_document(connection, "place_words", PlaceWords),
    )


class _Towns:
    """The rows of the towns, read when they are gone through: they are forty thousand, and a start
    need not wait for them."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        with closing(_open(self._path)) as connection:
            yield from _rows(connection, "towns", "code, name, county")


def _has(connection: sqlite3.Connection, table: str) -> bool:
    found = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    )
    return found.fetchone() is not None


def _rows(connection: sqlite3.Connection, table: str, columns: str) -> Iterator[Any]:
    """The rows in the order they were written; none where an empty table was not made."""
    if not _has(connection, table):
        return iter(())
    return connection.execute(f"SELECT {columns} FROM {table} ORDER BY rowid")  # noqa: S608 (names are our own)


def _records(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    if not _has(connection, table):
        return
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 (names are our own)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _document(connection: sqlite3.Connection, name: str, model: type[Model]) -> Model:
    found = connection.execute("SELECT content FROM documents WHERE name = ?", (name,)).fetchone()
    return model.model_validate_json(found[0])


def _organization(record: dict[str, Any]) -> Organization:
    industries = tuple(json.loads(record.pop("industries")))
    served = bool(record.pop("served"))
    return Organization(**record, industries=industries, served=served)


def _zone(record: dict[str, Any]) -> Zone:
    return Zone(
        id=record["id"],
        names=tuple(json.loads(record["names"])),
        adcode=record["adcode"],
        towns=tuple(json.loads(record["towns"])),
        organizations=tuple(json.loads(record["organizations"])),
    )
