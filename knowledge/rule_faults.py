"""Whether the rule files fit each other, the directory and the statutes."""

from collections.abc import Iterable, Iterator
from datetime import date

from knowledge.citation import Citation, parse_citation
from knowledge.citation_faults import citation_fault
from knowledge.law.limits.of_dispute import CITED
from knowledge.law.vocabulary import Vocabulary
from knowledge.organizations.competence import Competence
from knowledge.organizations.organization_rows import KINDS
from knowledge.problems import Problem
from knowledge.sources import Sources
from knowledge.strict_yaml import Key

LIMITS = "knowledge/law/limits/of_dispute.py"


def rule_faults(sources: Sources, today: date) -> Iterator[Problem]:
    """Faults between the files; a file that could not be read is passed over."""
    yield from _competence_faults(sources)
    yield from _zone_faults(sources)
    yield from _citation_faults(sources, today)


def _competence_faults(sources: Sources) -> Iterator[Problem]:
    table, vocabulary = sources.rules.competence, sources.rules.vocabulary
    if table is None or vocabulary is None:
        return
    for keys, kind in _kinds_named(table):
        if kind not in KINDS:
            yield _at(sources, "competence", f"{kind} is no kind of organization", *keys)
    for dispute in vocabulary.dispute_kinds.keys() - table.disputes.keys():
        yield _at(sources, "competence", f"dispute kind {dispute} has no line", "disputes")
    for keys in _words_unknown(table, vocabulary):
        yield _at(sources, "competence", f"{keys[-1]} is not in the vocabulary", *keys)
    yield from _contact_faults(sources, table)
    yield from _body_faults(sources, table)


def _words_unknown(table: Competence, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for name, known in (
        ("disputes", vocabulary.dispute_kinds),
        ("workers", vocabulary.worker_kinds),
    ):
        yield from ((name, key) for key in getattr(table, name) if key not in known)


def _kinds_named(table: Competence) -> Iterator[tuple[tuple[Key, ...], str]]:
    for name in ("mediation_kinds", "support_kinds", "distance_kinds", "employer_seat_kinds"):
        yield from (((name,), kind) for kind in getattr(table, name))
    for dispute, bodies in table.disputes.items():
        yield from ((("disputes", dispute), kind) for kind in (*bodies.first, *bodies.also))
    for worker, rule in table.workers.items():
        yield from ((("workers", worker), kind) for kind in rule.without)


def _contact_faults(sources: Sources, table: Competence) -> Iterator[Problem]:
    """Every contact of the fallback must be a line of the directory that may be shown."""
    sure = {line.contact for line in sources.hotlines if line.certainty != "low"}
    for name in ("labour", "area_code", "government", "mediation"):
        contact = getattr(table.fallback, name)
        if contact not in sure:
            message = f"{contact} is not a sure line of hotlines.csv"
            yield _at(sources, "competence", message, "fallback", name)


def _body_faults(sources: Sources, table: Competence) -> Iterator[Problem]:
    """Every organization named must exist, and every trade of a trade body must be known."""
    bodies = {body.id for body in sources.organizations}
    for name in ("platform_organizations", "only_their_industry"):
        for identifier in set(getattr(table, name)) - bodies:
            yield _at(sources, "competence", f"{identifier} is not in organizations.csv", name)
    trades = {*table.industries, *(word for words in table.industries.values() for word in words)}
    for body in sources.organizations:
        unknown = set(body.industries) - trades if body.kind == "industry_mediation" else ()
        for industry in unknown:
            message = f"industry {industry} of {body.id} is not listed"
            yield _at(sources, "competence", message, "industries")


def _zone_faults(sources: Sources) -> Iterator[Problem]:
    bodies = {body.id: body for body in sources.organizations}
    towns = {town.code for town in sources.towns}
    named = {identifier for zone in sources.zones for identifier in zone.organizations}
    path = f"{sources.root.name}/organizations/zones.yaml"
    for zone in sources.zones:
        for identifier in zone.organizations:
            if identifier not in bodies or bodies[identifier].level != "park":
                yield Problem(path, 0, f"{zone.id}: {identifier} is no organization of level park")
        for town in zone.towns:
            if town not in towns:
                yield Problem(path, 0, f"{zone.id}: town {town} is not in places/towns.csv")
    for body in bodies.values():
        if body.level == "park" and body.id not in named:
            yield Problem(path, 0, f"{body.id} is of level park and belongs to no zone")


def _citation_faults(sources: Sources, today: date) -> Iterator[Problem]:
    statutes = {file.statute.id: file.statute for file in sources.statutes}
    holidays, vocabulary = sources.rules.holidays, sources.rules.vocabulary
    cited: list[tuple[str, Iterable[Citation]]] = [(LIMITS, CITED)]
    if holidays is not None:
        of_years = [parse_citation(year.citation) for year in holidays.years if year.citation]
        cited.append(("knowledge/law/holidays.yaml", of_years))
    if vocabulary is not None:
        listed = map(parse_citation, vocabulary.citation_forms.supplementary)
        cited.append(("knowledge/law/vocabulary.yaml", listed))
    for path, citations in cited:
        for citation in citations:
            fault = citation_fault(citation, statutes, today)
            if fault is not None:
                yield Problem(path, 0, fault)


def _at(sources: Sources, name: str, message: str, *keys: Key) -> Problem:
    document = sources.rules.documents[name]
    return Problem(document.shown_as, document.line(*keys), message)
