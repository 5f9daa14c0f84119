"""Reads every content file of this room and collects every fault, never stopping at the first."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from knowledge.csv_rows import Table, parse_csv
from knowledge.encoding import decode_text
from knowledge.law.calculation_words import CalculationWords
from knowledge.law.figures import FIGURE_KINDS, FigureKind, check_row, overlaps
from knowledge.law.holidays import HolidayTable
from knowledge.law.parameters import ParameterFile
from knowledge.law.vocabulary import Vocabulary
from knowledge.organizations.competence import Competence
from knowledge.organizations.organization_rows import (
    HOTLINE_COLUMNS,
    ORGANIZATION_COLUMNS,
    hotlines_of,
    organizations_of,
)
from knowledge.organizations.zones import ZoneTable
from knowledge.places.place_rows import (
    ALIAS_COLUMNS,
    REGION_COLUMNS,
    TOWN_COLUMNS,
    aliases_of,
    regions_of,
    towns_of,
)
from knowledge.places.place_words import PlaceWords
from knowledge.places.region import Region, Zone
from knowledge.problems import ContentError, Problem
from knowledge.schemas import FaqEntry, Statute
from knowledge.sources import EntryFile, ParameterSource, Rules, Sources, StatuteFile
from knowledge.strict_yaml import YamlDocument, read_yaml
from knowledge.triage_files import load_triage
from knowledge.typed_yaml import typed
from knowledge.wording_rules import WordingRules

MOST_TABLE_BYTES = 20_000_000
RULE_FILES: Mapping[str, tuple[str, type[BaseModel]]] = {
    "calculation_words": ("law/calculation_words.yaml", CalculationWords),
    "competence": ("organizations/competence.yaml", Competence),
    "holidays": ("law/holidays.yaml", HolidayTable),
    "place_words": ("places/place_words.yaml", PlaceWords),
    "vocabulary": ("law/vocabulary.yaml", Vocabulary),
    "wording": ("wording_rules.yaml", WordingRules),
}

Model = TypeVar("Model", bound=BaseModel)


def load_sources(root: Path) -> tuple[Sources, list[Problem]]:
    """All content under `root` (the folder knowledge/) and the faults found in reading it.

    Faults name files relative to the folder that holds `root`. What could not be read is
    absent from the sources.
    """
    reader = _Reader(root)
    regions = regions_of(reader.table("places/regions.csv", REGION_COLUMNS))
    by_adcode = {region.adcode: region for region in regions}
    towns = towns_of(reader.table("places/towns.csv", TOWN_COLUMNS), by_adcode)
    bodies = reader.table("organizations/organizations.csv", ORGANIZATION_COLUMNS)
    sources = Sources(
        root=root,
        entries=tuple(reader.entries()),
        statutes=tuple(reader.statutes()),
        regions=regions,
        towns=towns,
        aliases=aliases_of(reader.table("places/aliases.csv", ALIAS_COLUMNS), by_adcode),
        zones=reader.zones(by_adcode),
        organizations=organizations_of(bodies, by_adcode, {town.code: town for town in towns}),
        hotlines=hotlines_of(
            reader.table("organizations/hotlines.csv", HOTLINE_COLUMNS), by_adcode
        ),
        parameters=tuple(reader.parameters()),
        figures=reader.figures(by_adcode),
        rules=reader.rules(),
    )
    return sources, reader.all_problems()


class _Reader:
    """Reads files under one folder and keeps the faults."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.tables: list[Table] = []

    def shown(self, path: Path) -> str:
        return f"{self.root.name}/{path.relative_to(self.root).as_posix()}"

    def all_problems(self) -> list[Problem]:
        """The faults of all files in the order of path and line."""
        return sorted(
            {*self.problems, *(fault for table in self.tables for fault in table.problems)}
        )

    def table(self, name: str, columns: tuple[str, ...]) -> Table:
        path = self.root / name
        try:
            text = decode_text(path.read_bytes(), self.shown(path), MOST_TABLE_BYTES)
            table = parse_csv(text, self.shown(path), columns)
        except ContentError as fault:
            table = Table(self.shown(path), problems=list(fault.problems))
        except OSError as fault:
            table = Table(
                self.shown(path),
                problems=[Problem(self.shown(path), 0, f"not readable: {fault.strerror}")],
            )
        self.tables.append(table)
        return table

    def yaml(self, path: Path, model: type[Model]) -> tuple[Model, YamlDocument] | None:
        try:
            document = read_yaml(path, self.shown(path))
            return typed(document, model), document
        except ContentError as fault:
            self.problems.extend(fault.problems)
        except OSError as fault:
            self.problems.append(Problem(self.shown(path), 0, f"not readable: {fault.strerror}"))
        return None

    def entries(self) -> Iterator[EntryFile]:
        for path in sorted((self.root / "faq").rglob("*.y*ml")):
            found = self.yaml(path, FaqEntry)
            place = path.relative_to(self.root / "faq")
            if len(place.parts) != 2 or path.suffix != ".yaml":
                self.problems.append(
                    Problem(self.shown(path), 0, "an entry lies in faq/<topic>/<id>.yaml")
                )
            elif found is not None:
                yield EntryFile(found[0], place.parts[0], found[1])

    def statutes(self) -> Iterator[StatuteFile]:
        for path in sorted((self.root / "statutes").rglob("*.y*ml")):
            found = self.yaml(path, Statute)
            if found is not None:
                yield StatuteFile(*found)

    def parameters(self) -> Iterator[ParameterSource]:
        for path in sorted((self.root / "law/parameters").rglob("*.y*ml")):
            found = self.yaml(path, ParameterFile)
            if found is not None:
                yield ParameterSource(*found)

    def figures(self, regions: Mapping[str, Region]) -> dict[str, Table]:
        return {
            name: self._figure_table(name, kind, regions) for name, kind in FIGURE_KINDS.items()
        }

    def _figure_table(self, name: str, kind: FigureKind, regions: Mapping[str, Region]) -> Table:
        table = self.table(f"law/figures/{name}.csv", kind.columns)
        table.rows[:] = table.records(lambda row: check_row(row, kind, regions))
        for line, message in overlaps(table, kind):
            table.fault(line, message)
        return table

    def zones(self, regions: Mapping[str, Region]) -> tuple[Zone, ...]:
        found = self.yaml(self.root / "organizations/zones.yaml", ZoneTable)
        if found is None:
            return ()
        table, document = found
        for number, zone in enumerate(table.zones):
            if zone.adcode not in regions:
                line = document.line("zones", number, "adcode")
                self.problems.append(
                    Problem(
                        document.shown_as,
                        line,
                        f"adcode {zone.adcode} is not in places/regions.csv",
                    )
                )
        return tuple(zone.zone() for zone in table.zones)

    def rules(self) -> Rules:
        read: dict[str, Any] = {
            name: self.yaml(self.root / path, model) for name, (path, model) in RULE_FILES.items()
        }
        found = {name: pair for name, pair in read.items() if pair is not None}
        models = {name: pair[0] for name, pair in found.items()}
        if "place_words" in models:
            models["place_words"] = self._with_short_names(models["place_words"])
        documents = {name: pair[1] for name, pair in found.items()}
        models["triage"], of_triage, problems = load_triage(self.root, self.yaml)
        self.problems.extend(problems)
        return Rules(**models, documents={**documents, **of_triage})

    def _with_short_names(self, words: PlaceWords) -> PlaceWords:
        """The word lists with the ambiguous short names, which have a file of their own."""
        path = self.root / "places/ambiguous_short_names.txt"
        try:
            text = decode_text(path.read_bytes(), self.shown(path), MOST_TABLE_BYTES)
        except ContentError as fault:
            self.problems.extend(fault.problems)
            return words
        except OSError as fault:
            self.problems.append(Problem(self.shown(path), 0, f"not readable: {fault.strerror}"))
            return words
        return words.model_copy(update={"ambiguous_short_names": tuple(text.split())})
