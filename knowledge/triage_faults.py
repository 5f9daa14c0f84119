"""What is wrong in the triage table that can be seen without a case: unknown words, ways that cannot
be taken, missing or faulty citations, words a worker should not read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from knowledge.citation import parse_citation
from knowledge.citation_faults import citation_fault
from knowledge.law.case_facts import CaseFacts
from knowledge.law.triage.situation import READING_SIGNS, SIGNS
from knowledge.law.triage.table import Row, Told, TriageTable, Way, When
from knowledge.law.vocabulary import Vocabulary
from knowledge.problems import Problem
from knowledge.sources import Sources
from knowledge.strict_yaml import Key
from knowledge.triage_reach import Fault, contradictions, coverage_faults, placed, reading_faults
from knowledge.wording_faults import text_faults

BODIES = frozenset(
    {
        "joint_center",
        "mediation_organization",
        "industry_mediation",
        "enterprise_mediation",
        "labour_inspection",
        "arbitration",
        "court",
        "social_insurance_agency",
        "injury_determination",
        "platform_injury_claim",
        "wage_clue_platform",
        "housing_fund_center",
        "legal_aid",
        "trade_union",
        "police",
        "emergency",
        "mental_health_line",
        "personnel_arbitration",
        "hotline_12333",
    }
)
"""The bodies of the batch interface."""
FACT_KEYS = frozenset(CaseFacts.__dataclass_fields__)


def triage_faults(sources: Sources, today: date) -> Iterator[Problem]:
    """Every fault of the table; none while it or the vocabulary cannot be read."""
    table, vocabulary = sources.rules.triage, sources.rules.vocabulary
    if table is None or vocabulary is None:
        return
    found = [
        *_order_faults(table, vocabulary),
        *_door_faults(table),
        *(
            fault
            for name, number, row in placed(table)
            for fault in _row_faults(row, name, number, table, vocabulary)
        ),
        *reading_faults(table),
        *coverage_faults(table, vocabulary),
        *_citation_faults(sources, table, today),
        *_wording_faults(sources, table),
    ]
    for name, keys, message in found:
        document = sources.rules.documents[f"triage/{name}"]
        yield Problem(document.shown_as, document.line(*keys), message)


def _ways(row: Row) -> Iterator[tuple[tuple[Key, ...], Way]]:
    if row.first is not None:
        yield ("first",), row.first
    for part in ("also", "support"):
        yield from (((part, number), way) for number, way in enumerate(getattr(row, part)))


def _body(way: Way) -> str:
    return way.body if isinstance(way, Told) else way


def _order_faults(table: TriageTable, words: Vocabulary) -> Iterator[Fault]:
    order = table.order
    for keys, message in (*_group_faults(table, words), *_inference_faults(table, words)):
        yield "order", keys, message
    yield from (("order", ("always_asked",), fault) for fault in _unknown_facts(order.always_asked))
    for part in ("tracks", "urgencies"):
        for number, row in enumerate(getattr(order, part)):
            for key, message in _when_faults(row.when, table, words):
                yield "order", (part, number, "when", key), message


def _group_faults(table: TriageTable, words: Vocabulary) -> Iterator[tuple[tuple[Key, ...], str]]:
    for group, kinds in table.order.dispute_groups.items():
        if group in words.dispute_kinds:
            yield ("dispute_groups", group), f"group {group} is named as a dispute kind is"
        for kind in kinds:
            if kind not in words.dispute_kinds:
                yield ("dispute_groups", group), f"{kind} is no dispute kind"


def _inference_faults(
    table: TriageTable, words: Vocabulary
) -> Iterator[tuple[tuple[Key, ...], str]]:
    for dispute, worker in table.order.worker_of_dispute.items():
        if dispute not in words.dispute_kinds:
            yield ("worker_of_dispute", dispute), f"{dispute} is no dispute kind"
        if worker not in words.worker_kinds:
            yield ("worker_of_dispute", dispute), f"{worker} is no worker kind"


def _door_faults(table: TriageTable) -> Iterator[Fault]:
    doors = table.doors
    for body in sorted(BODIES ^ doors.doors.keys()):
        fault = "is no body" if body not in BODIES else "has no door"
        yield "doors", ("doors", body), f"{body} {fault}"
    for part in ("never_first", "support_only", "fallback"):
        named = getattr(doors, part)
        for body in [named] if isinstance(named, str) else named:
            if body not in BODIES:
                yield "doors", (part,), f"{body} is no body"
    if any(doors.fallback in row.without for row in table.rows):
        yield "doors", ("fallback",), f"the fallback {doors.fallback} is taken out by a row"


def _row_faults(
    row: Row, name: str, number: int, table: TriageTable, words: Vocabulary
) -> Iterator[Fault]:
    at: tuple[Key, ...] = ("rows", number)
    for key, message in _when_faults(row.when, table, words):
        yield name, (*at, "when", key), message
    for keys, message in (*_way_faults(row, table), *_effect_faults(row)):
        yield name, (*at, *keys), message


def _way_faults(row: Row, table: TriageTable) -> Iterator[tuple[tuple[Key, ...], str]]:
    for keys, way in _ways(row):
        body = _body(way)
        if body not in BODIES:
            yield keys, f"{body} is no body"
        if keys[0] == "first" and body in table.doors.never_first:
            yield keys, f"{body} is never first"
        if keys[0] != "support" and body in table.doors.support_only:
            yield keys, f"{body} only supports"
        if body in row.without:
            yield keys, f"{body} is taken out by its own row"


def _effect_faults(row: Row) -> Iterator[tuple[tuple[Key, ...], str]]:
    for part in ("without", "keeps"):
        for body in getattr(row, part):
            if body not in BODIES:
                yield (part,), f"{body} is no body"
    yield from ((("asks",), fault) for fault in _unknown_facts(row.asks))
    if not (row.first or row.also or row.support or row.without or row.keeps or row.asks):
        yield ("id",), f"row {row.id} changes nothing"


def _unknown_facts(keys: Iterable[str]) -> Iterator[str]:
    return (f"{key} is no fact" for key in keys if key not in FACT_KEYS)


_KNOWN_WORDS: Mapping[str, str] = {
    "any_dispute": "dispute_kinds",
    "and_dispute": "dispute_kinds",
    "only_disputes": "dispute_kinds",
    "not_only_disputes": "dispute_kinds",
    "no_dispute": "dispute_kinds",
    "worker": "worker_kinds",
    "not_worker": "worker_kinds",
    "any_circumstance": "circumstances",
    "no_circumstance": "circumstances",
    "event": "event_kinds",
    "not_event": "event_kinds",
}


def _when_faults(when: When, table: TriageTable, words: Vocabulary) -> Iterator[tuple[str, str]]:
    for key, kind in _KNOWN_WORDS.items():
        known = getattr(words, kind)
        groups = table.order.dispute_groups if kind == "dispute_kinds" else {}
        for word in getattr(when, key):
            if word not in known and word not in groups:
                yield key, f"{word} is not in the vocabulary"
    for key in ("signs", "no_sign"):
        for sign in getattr(when, key):
            if sign not in SIGNS and sign not in READING_SIGNS:
                yield key, f"{sign} is no sign; known are {', '.join((*SIGNS, *READING_SIGNS))}"
    yield from contradictions(when, table.order.dispute_groups)


def _citation_faults(sources: Sources, table: TriageTable, today: date) -> Iterator[Fault]:
    statutes = {file.statute.id: file.statute for file in sources.statutes}
    for name, keys, citations in _cited(table):
        for number, text in enumerate(citations):
            fault = citation_fault(parse_citation(text), statutes, today, with_gist=True)
            if fault is not None:
                yield name, (*keys, "citations", number), fault


def _cited(table: TriageTable) -> Iterator[tuple[str, tuple[Key, ...], tuple[str, ...]]]:
    yield "control", (), table.control.citations
    for body, door in table.doors.doors.items():
        yield "doors", ("doors", body), door.citations
    for name, number, row in placed(table):
        for keys, way in _ways(row):
            if isinstance(way, Told):
                yield name, ("rows", number, *keys), way.citations


def _wording_faults(sources: Sources, table: TriageTable) -> Iterator[Fault]:
    rules = sources.rules.wording
    if rules is None:
        return
    for name, keys, text in _spoken(table):
        for message in text_faults(text, rules, sources.hotlines):
            yield name, keys, message


def _spoken(table: TriageTable) -> Iterator[tuple[str, tuple[Key, ...], str]]:
    for body, door in table.doors.doors.items():
        yield "doors", ("doors", body, "because"), door.because
    for element, told in table.control.elements.items():
        yield "control", ("elements", element, "asked"), told.asked
    for name, number, row in placed(table):
        for keys, way in _ways(row):
            if isinstance(way, Told):
                yield name, ("rows", number, *keys, "because"), way.because
