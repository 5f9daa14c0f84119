"""All content of this room as its files state it, before it is compiled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.csv_rows import Table
from knowledge.law.calculation_words import CalculationWords
from knowledge.law.holidays import HolidayTable
from knowledge.law.parameters import ParameterFile
from knowledge.law.triage.table import TriageTable
from knowledge.law.vocabulary import Vocabulary
from knowledge.organizations.competence import Competence
from knowledge.organizations.organization import Hotline, Organization
from knowledge.places.place_words import PlaceWords
from knowledge.places.region import Alias, Region, Town, Zone
from knowledge.schemas import FaqEntry, Statute
from knowledge.strict_yaml import YamlDocument
from knowledge.wording_rules import WordingRules


@dataclass(frozen=True, slots=True)
class EntryFile:
    """An entry, the folder it lies in, and its file for the lines of faults."""

    entry: FaqEntry
    topic: str
    document: YamlDocument


@dataclass(frozen=True, slots=True)
class StatuteFile:
    """A statute and its file."""

    statute: Statute
    document: YamlDocument


@dataclass(frozen=True, slots=True)
class ParameterSource:
    """One file of dated values."""

    file: ParameterFile
    document: YamlDocument


@dataclass(frozen=True, slots=True)
class Rules:
    """The single files of rules and word lists, each None while it cannot be read."""

    calculation_words: CalculationWords | None = None
    competence: Competence | None = None
    holidays: HolidayTable | None = None
    place_words: PlaceWords | None = None
    triage: TriageTable | None = None
    vocabulary: Vocabulary | None = None
    wording: WordingRules | None = None
    documents: dict[str, YamlDocument] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything under `root`, the folder of this room; incomplete where files are at fault."""

    root: Path
    entries: tuple[EntryFile, ...] = ()
    statutes: tuple[StatuteFile, ...] = ()
    regions: tuple[Region, ...] = ()
    towns: tuple[Town, ...] = ()
    aliases: tuple[Alias, ...] = ()
    zones: tuple[Zone, ...] = ()
    organizations: tuple[Organization, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    parameters: tuple[ParameterSource, ...] = ()
    figures: Mapping[str, Table] = field(default_factory=dict)
    rules: Rules = field(default_factory=Rules)
