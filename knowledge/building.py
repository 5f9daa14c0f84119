"""Compiles the sources into knowledge.db, a SQLite file any SQLite tool can browse.

The same sources give the same bytes: rows go in a fixed order, no time is recorded. The file
appears whole or not at all. The only module that imports sqlite_utils.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import sqlite_utils
from pydantic import BaseModel
from sqlite_utils.db import Table

from knowledge.fingerprint import source_hash
from knowledge.law.parameters import ParameterFile
from knowledge.problems import ContentError, Problem
from knowledge.sources import Sources

FORMAT = 2
"""Raised whenever the tables change, so that an older build counts as stale."""

DOCUMENTS = ("calculation_words", "competence", "holidays", "place_words", "triage", "vocabulary")

COLUMN_TYPES = {"lat": float, "lon": float, "served": int, "article": int}
"""Columns whose type must not be guessed from the first rows; all others hold text."""

Record = Mapping[str, Any]


def build_knowledge(sources: Sources, target: Path) -> None:
    """Write knowledge.db to `target`; raises ContentError if a rule file could not be read."""
    missing = [name for name in DOCUMENTS if getattr(sources.rules, name) is None]
    if missing:
        raise ContentError(
            [Problem(sources.root.name, 0, f"not built: {', '.join(missing)} could not be read")]
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        _write(sources, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _write(sources: Sources, path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        database = sqlite_utils.Database(connection)
        for name, key, rows in _tables(sources):
            _fill(database, name, key, rows)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    finally:
        connection.close()


def _fill(
    database: sqlite_utils.Database, name: str, key: str | None, rows: Iterable[Record]
) -> None:
    listed = [{column: _cell(value) for column, value in row.items()} for row in rows]
    table = database.table(name)
    if listed and isinstance(table, Table):
        types = {column: kind for column, kind in COLUMN_TYPES.items() if column in listed[0]}
        table.insert_all(listed, pk=key, batch_size=1000, columns=types)


def _cell(value: Any) -> Any:
    return (
        json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple | dict) else value
    )


def _tables(sources: Sources) -> Iterator[tuple[str, str | None, Iterable[Record]]]:
    """Every table: its name, its key, its rows in their order."""
    yield "about", "key", _about(sources)
    yield "documents", "name", _documents(sources)
    yield "regions", "adcode", map(asdict, sources.regions)
    yield "towns", "code", (town._asdict() for town in sources.towns)
    yield "aliases", None, map(asdict, sources.aliases)
    yield "zones", "id", map(asdict, sources.zones)
    yield "organizations", "id", map(asdict, sources.organizations)
    yield "hotlines", "contact", map(asdict, sources.hotlines)
    yield "entries", "id", _entries(sources)
    yield "phrases", None, _phrases(sources)
    yield "statutes", "id", _statutes(sources)
    yield "articles", None, _articles(sources)
    yield "holidays", "day", _holidays(sources)
    yield "parameters", None, _parameters(sources)
    for name, table in sources.figures.items():
        yield name, None, (row.cells for row in table.rows)


def _about(sources: Sources) -> Iterator[Record]:
    yield {"key": "format", "value": str(FORMAT)}
    yield {"key": "source_hash", "value": source_hash([sources.root])}


def _documents(sources: Sources) -> Iterator[Record]:
    for name in DOCUMENTS:
        model: BaseModel = getattr(sources.rules, name)
        yield {"name": name, "content": model.model_dump_json()}
    every = {name: value for file in sources.parameters for name, value in file.file.root.items()}
    yield {"name": "parameters", "content": ParameterFile(every).model_dump_json()}


def _entries(sources: Sources) -> Iterator[Record]:
    for file in sources.entries:
        entry = file.entry
        yield {
            "id": entry.id,
            "topic": file.topic,
            "title": entry.title,
            "dispute_kind": entry.dispute_kind,
            "short_answer": entry.short_answer,
            "reviewed_on": entry.reviewed.checked_on.isoformat(),
            "again_by": entry.again_by.isoformat(),
            "content": entry.model_dump_json(),
        }


def _phrases(sources: Sources) -> Iterator[Record]:
    for file in sources.entries:
        for kind, phrases in (("say", file.entry.phrases), ("not", file.entry.near_misses)):
            for phrase in phrases:
                yield {"entry": file.entry.id, "kind": kind, "phrase": phrase}


def _statutes(sources: Sources) -> Iterator[Record]:
    for file in sources.statutes:
        statute = file.statute
        yield {
            "id": statute.id,
            "name": statute.name,
            "short": statute.short,
            "status": statute.status,
            "in_force_from": statute.in_force_from.isoformat() if statute.in_force_from else None,
            "content": statute.model_dump_json(),
        }


def _articles(sources: Sources) -> Iterator[Record]:
    for file in sources.statutes:
        for article, gist in sorted(file.statute.gist.items()):
            yield {"law": file.statute.id, "article": article, "gist": gist}


def _parameters(sources: Sources) -> Iterator[Record]:
    for file in sources.parameters:
        for name, parameter in file.file.root.items():
            for dated in parameter.values:
                yield {
                    "name": name,
                    "title": parameter.title,
                    "unit": parameter.unit,
                    "again_by": parameter.again_by.isoformat(),
                    **{key: str(value) for key, value in dated.model_dump(mode="json").items()},
                }


def _holidays(sources: Sources) -> Iterator[Record]:
    for year in sources.rules.holidays.years if sources.rules.holidays else ():
        for item in year.statutory:
            yield {"day": item.day.isoformat(), "kind": "statutory", "name": item.name}
        for kind, days in (("rest", year.rest_days), ("working", year.working_rest_days)):
            for day in days or ():
                yield {"day": day.isoformat(), "kind": kind, "name": ""}
