"""JSON lines in, JSON lines out: for other systems, editors and acceptance. Stores nothing."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from bot.channels.rehearsal import Rehearsal
from bot.dialogue.content import Content
from bot.dialogue.facts import plain
from bot.dialogue.messages import Choice, Incoming, Place, Reply, Text
from intents.normalize import clean
from knowledge.law.calculation import RULES, in_unit
from knowledge.law.case_facts import FactsUnreadable, read_facts
from knowledge.law.explanation import Explanation
from knowledge.law.given import GivenFault
from knowledge.organizations.nearest import Candidate, ReferralQuery

CHINA = timezone(timedelta(hours=8))
MOST_CHARACTERS = 20_000

Line = dict[str, Any]
Verb = Callable[[Line, Content, date], Line]

_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

FACT_KEYS = (
    "dispute_kinds", "worker_kind", "region", "region_candidates", "employer", "platform",
    "amount_claimed", "monthly_wage", "months_owed", "employed_from", "employed_to", "event_date",
    "has_written_contract", "still_employed", "injured", "people_count", "contract_count",
    "event_kind", "circumstances",
)  # fmt: skip


class LineError(Exception):
    """One input line can't be used; `code` says why to a program, the message to a person."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def run_batch(
    verb: str, lines: Iterable[str], content: Content, today: date
) -> Iterator[tuple[str, bool]]:
    """One output line (JSON text, whether it succeeded) for each input line, in order."""
    work = VERBS[verb]
    for raw in lines:
        if not raw.strip():
            continue
        id: Any = None
        try:
            line = _parsed(raw)
            id = line.get("id")
            result = {"id": id, **work(line, content, _today(line, today))}
        except LineError as fault:
            result = {"id": id, "error": {"code": fault.code, "message": str(fault)}}
        yield json.dumps(result, ensure_ascii=False, sort_keys=False), "error" not in result


def _parsed(raw: str) -> Line:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        raise LineError("not_json", "the line is not JSON") from None
    if not isinstance(line, dict):
        raise LineError("not_an_object", "the line is not a JSON object")
    return line


def _today(line: Line, today: date) -> date:
    value = line.get("today")
    if value is None:
        return today
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise LineError("bad_today", "today must be an ISO date such as 2026-11-21") from None


def _text(line: Line) -> str:
    value = line.get("text")
    if not isinstance(value, str):
        raise LineError("missing_text", "the field text is missing or is not text")
    return clean(value)[:MOST_CHARACTERS]


def answer(line: Line, content: Content, _today: date) -> Line:
    """What would the bot say to this message, with no earlier conversation?"""
    text = _text(line)
    alarms = list(content.crisis.alarms(text))
    if content.crisis.danger(text) is not None:
        return {"outcome": "crisis", "entries": [], "alarms": alarms}
    recognition = content.matcher.recognize(text)
    entries = [
        {
            "id": match.entry_id,
            "title": content.knowledge.entries[match.entry_id].title,
            "score": round(match.score, 4),
            "citations": [
                _citation(cited) for cited in content.knowledge.entries[match.entry_id].cited
            ],
        }
        for match in recognition.matches
    ]
    return {"outcome": recognition.outcome, "entries": entries, "alarms": alarms}


def _citation(cited: Any) -> Line:
    whole = {"law": cited.law, "article": cited.article, "paragraph": cited.paragraph}
    return {key: value for key, value in whole.items() if key != "paragraph" or value is not None}


def intake(line: Line, content: Content, today: date) -> Line:
    """What structured facts does this message state?"""
    text = _text(line)
    found = content.extractor.read(text, today)
    facts = {key: plain(found[key].value) if key in found else None for key in FACT_KEYS}
    if facts["dispute_kinds"] is None:
        facts["dispute_kinds"] = _recognized_kinds(text, content)
    return {"facts": facts}


def _recognized_kinds(text: str, content: Content) -> tuple[str, ...] | None:
    """The dispute of the entry the message is surely about, where its words name none."""
    recognition = content.matcher.recognize(text)
    if recognition.outcome != "answer":
        return None
    kind = content.knowledge.entries[recognition.matches[0].entry_id].dispute_kind
    return (kind,) if kind else None


def refer(line: Line, content: Content, _today: date) -> Line:
    """Which organizations, nearest and competent first?"""
    knowledge = content.knowledge
    query = _query(line)
    if query.region is not None and knowledge.places.region(query.region) is None:
        raise LineError("unknown_region", f"{query.region} is not a region code of GB/T 2260")
    found = knowledge.refer(query)
    return {
        "candidates": [_candidate(candidate, content) for candidate in found.candidates],
        "fallback": [
            {"contact": h.contact, "name": h.name, "what_for": h.what_for} for h in found.fallback
        ],
        "region_options": [
            {"region": region.adcode, "name": knowledge.places.full_name(region.adcode)}
            for region in found.region_options
        ],
    }


def _query(line: Line) -> ReferralQuery:
    region, lat, lon = line.get("region"), line.get("lat"), line.get("lon")
    if region is None and (lat is None or lon is None):
        raise LineError("missing_place", "give region, or lat and lon")
    if region is not None and not isinstance(region, str):
        raise LineError("bad_region", "region must be a six-digit code as text")
    point = None
    if region is None:
        if not all(isinstance(n, int | float) and abs(n) <= 180 for n in (lat, lon)):
            raise LineError("bad_point", "lat and lon must be degrees")
        point = (float(lat or 0), float(lon or 0))
    return ReferralQuery(
        region=region,
        point=point,
        town=line.get("town"),
        dispute_kinds=tuple(line.get("dispute_kinds") or ()),
        worker_kind=line.get("worker_kind"),
        industry=line.get("industry"),
        employer=line.get("employer"),
        employer_region=line.get("employer_region"),
    )


def _candidate(candidate: Candidate, content: Content) -> Line:
    body = candidate.organization
    distance = candidate.distance_km
    return {
        "organization": body.id,
        "name": body.name,
        "kind": body.kind,
        "level": body.level,
        "distance_km": None if distance is None else round(distance, 1),
        "phone": body.shown_phone,
        "address": body.shown_address,
        "hours": body.hours,
        "source": body.source,
        "checked_on": body.source_date if _ISO.fullmatch(body.source_date) else None,
        "reasons": [content.wording.label_or(f"reason.{r}", r) for r in candidate.reasons],
    }


def talk(line: Line, content: Content, today: date) -> Line:
    """A whole conversation, kept in memory only."""
    says = line.get("says")
    if not isinstance(says, list):
        raise LineError("missing_says", "the field says is missing or is not a list")
    rehearsal = Rehearsal(content, str(line.get("id")))
    now = datetime.combine(today, time(10), CHINA)
    turns = []
    for item in says:
        if not isinstance(item, dict):
            raise LineError("bad_say", "each item of says must be an object")
        now += timedelta(hours=_hours(item))
        done = rehearsal.hear(_incoming(item), now)
        replies = [_reply(reply) for reply in done.replies]
        turns.append({"stage": done.stage, "replies": replies, "effects": list(done.effects)})
    return {"turns": turns}


def _hours(item: Line) -> float:
    hours = item.get("hours_later", 0)
    if not isinstance(hours, int | float) or not 0 <= hours <= 100_000:
        raise LineError("bad_hours", "hours_later must be a number from 0")
    return float(hours)


def _incoming(item: Line) -> Incoming:
    if isinstance(item.get("say"), str):
        return Text(clean(item["say"])[:MOST_CHARACTERS])
    if isinstance(item.get("choice"), str):
        return Choice(item["choice"])
    place = item.get("place")
    if isinstance(place, dict):
        lat, lon = place.get("lat"), place.get("lon")
        if all(isinstance(n, int | float) and abs(n) <= 180 for n in (lat, lon)):
            return Place(float(lat or 0), float(lon or 0))
    raise LineError("bad_say", "each item of says needs say, choice or place {lat, lon}")


def _reply(reply: Reply) -> Line:
    choices = [{"id": choice.id, "label": choice.label} for choice in reply.choices]
    return {"text": reply.text, "choices": choices}


def calculate(line: Line, content: Content, today: date) -> Line:
    """What may be owed?"""
    knowledge = content.knowledge
    rule, given = line.get("rule"), line.get("given") or {}
    if not isinstance(rule, str) or rule not in RULES:
        raise LineError("unknown_rule", f"rule must be one of {', '.join(RULES)}")
    if not isinstance(given, dict):
        raise LineError("bad_given", "given must be an object")
    region = line.get("region") or given.get("region")
    if region is not None and not (isinstance(region, str) and knowledge.places.region(region)):
        raise LineError("unknown_region", "region must be a region code of GB/T 2260 as text")
    try:
        found = knowledge.calculate(rule, given, region, today)
    except GivenFault as fault:
        words = knowledge.calculation_basis.words
        message = words.refusal(fault.code, fault.key, fault.said)
        raise LineError(fault.code, message) from None
    return explained(rule, found)


def explained(rule: str, found: Explanation) -> Line:
    """An explanation in the form of the batch interface."""
    return {
        **{key: in_unit(rule, getattr(found, key)) for key in ("amount", "low", "high")},
        **found.also,
        "steps": [{"text": step.text, "value": step.value} for step in found.steps],
        "citations": [_citation(citation) for citation in found.citations],
        "assumptions": list(found.assumptions),
        "missing": list(found.missing),
    }


def triage(line: Line, content: Content, today: date) -> Line:
    """Where should this dispute go, how fast, on which track?"""
    told = line.get("facts")
    if not isinstance(told, dict):
        raise LineError("missing_facts", "the field facts is missing or is not an object")
    knowledge = content.knowledge
    try:
        found = knowledge.triage(read_facts(told, knowledge.vocabulary), today)
    except FactsUnreadable as fault:
        raise LineError("bad_fact", str(fault)) from None
    return {
        "routes": [
            {
                "body": route.body,
                "role": route.role,
                "reason": route.reason,
                "citations": [_citation(cited) for cited in route.citations],
            }
            for route in found.routes
        ],
        "track": found.track,
        "urgency": found.urgency,
        "deadlines": [
            {
                "kind": limit.kind,
                "last_day": limit.last_day.isoformat() if limit.last_day else None,
                "citations": [_citation(cited) for cited in limit.citations],
            }
            for limit in found.deadlines
        ],
        "missing": list(found.missing),
    }


VERBS: dict[str, Verb] = {
    "answer": answer,
    "calculate": calculate,
    "intake": intake,
    "refer": refer,
    "talk": talk,
    "triage": triage,
}
