"""All knowledge in one frozen value: what the bot may say, and who can help."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from knowledge.citation import Citation
from knowledge.law.calculation import calculate
from knowledge.law.case_facts import CaseFacts
from knowledge.law.explanation import Explanation
from knowledge.law.holidays import Holidays
from knowledge.law.minimum_wages import Locality
from knowledge.law.triage.table import TriageTable
from knowledge.law.triage.triage import Triage, TriageDesk
from knowledge.law.vocabulary import Vocabulary
from knowledge.law.working import Basis
from knowledge.organizations.competence import Competence
from knowledge.organizations.nearest import Referral, ReferralQuery, find_organizations
from knowledge.organizations.organization import Hotline, Organization
from knowledge.places.places import Places
from knowledge.places.resolver import PlaceReading, Resolver
from knowledge.schemas import FaqEntry, Statute

Name = TypeVar("Name")


@dataclass(frozen=True)
class Knowledge:
    """Read from knowledge.db by reading.py; `source_hash` is that of the files it was built from.

    `topics` gives the topic (folder) of each entry id.
    """

    entries: Mapping[str, FaqEntry]
    topics: Mapping[str, str]
    statutes: Mapping[str, Statute]
    places: Places
    directory: tuple[Organization, ...]
    hotlines: tuple[Hotline, ...]
    holidays: Holidays
    calculation_basis: Basis
    competence: Competence
    triage_table: TriageTable
    vocabulary: Vocabulary
    source_hash: str = ""

    @cached_property
    def entries_of_dispute(self) -> Mapping[str | None, tuple[str, ...]]:
        """The ids of the entries of each dispute."""
        return _grouped((entry.dispute_kind, entry.id) for entry in self.entries.values())

    @cached_property
    def entries_of_topic(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the entries of each topic."""
        return _grouped((topic, entry_id) for entry_id, topic in self.topics.items())

    @cached_property
    def entries_for_worker(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the entries that are for each kind of worker."""
        entries = self.entries.values()
        return _grouped((kind, entry.id) for entry in entries for kind in entry.worker_kinds)

    @cached_property
    def resolver(self) -> Resolver:
        """Reads places out of sentences; made once, at the first use."""
        return Resolver(self.places)

    @cached_property
    def triage_desk(self) -> TriageDesk:
        """The triage table ready to be read; made once, at the first use."""
        return TriageDesk(self.triage_table)

    def triage(self, facts: CaseFacts, today: date) -> Triage:
        """Where a dispute goes, how fast, and by when; see TriageDesk.triage."""
        return self.triage_desk.triage(facts, today)

    def read_place(self, text: str) -> PlaceReading:
        """The place of work a sentence names; see Resolver.read."""
        return self.resolver.read(text)

    def refer(self, query: ReferralQuery) -> Referral:
        """The bodies that may help, best first; see nearest.find_organizations."""
        return find_organizations(
            query, self.directory, self.hotlines, self.places, self.competence
        )

    def calculate(
        self, rule: str, given: Mapping[str, Any], region: str | None, today: date
    ) -> Explanation:
        """What may be owed by a rule of calculation_rules.RULES; raises GivenFault."""
        places = [
            Locality(place.adcode, place.name, place.level) for place in self.places.chain(region)
        ]
        return calculate(rule, given, basis=self.calculation_basis, places=places, today=today)

    def citation_text(self, citation: Citation) -> str:
        """The citation as a worker reads it; the law's id where the law is not held."""
        statute = self.statutes.get(citation.law)
        short = statute.short if statute else citation.law
        return self.vocabulary.citation_text(citation, short)

    def gist(self, citation: Citation) -> str | None:
        """What the cited article says, in our words; None where we have not written it."""
        statute = self.statutes.get(citation.law)
        if statute is None or citation.article is None:
            return None
        return statute.gist.get(citation.article)


def _grouped(pairs: Iterable[tuple[Name, str]]) -> Mapping[Name, tuple[str, ...]]:
    """The second of the pairs by the first."""
    found: dict[Name, tuple[str, ...]] = {}
    for name, each in pairs:
        found[name] = (*found.get(name, ()), each)
    return found
