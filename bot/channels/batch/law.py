"""The verbs calculate and triage: what may be owed, and where a dispute goes."""

from datetime import date

from bot.channels.batch.lines import Line, LineError, citation
from bot.dialogue.content import Content
from knowledge.law.calculation_rules import RULES, in_unit
from knowledge.law.case_facts import FactsUnreadable, read_facts
from knowledge.law.explanation import Explanation
from knowledge.law.given import GivenFault


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
        "citations": [citation(cited) for cited in found.citations],
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
                "citations": [citation(cited) for cited in route.citations],
            }
            for route in found.routes
        ],
        "track": found.track,
        "urgency": found.urgency,
        "deadlines": [
            {
                "kind": limit.kind,
                "last_day": limit.last_day.isoformat() if limit.last_day else None,
                "citations": [citation(cited) for cited in limit.citations],
            }
            for limit in found.deadlines
        ],
        "missing": list(found.missing),
    }
