"""The verbs answer and intake: what a message asks, and what it states."""

from collections.abc import Collection
from datetime import date

from bot.channels.batch.lines import Line, citation, text_of
from bot.dialogue.content import Content
from bot.dialogue.told.facts import plain

FACT_KEYS = (
    "dispute_kinds", "worker_kind", "region", "region_candidates", "employer", "platform",
    "amount_claimed", "monthly_wage", "months_owed", "employed_from", "employed_to", "event_date",
    "has_written_contract", "still_employed", "injured", "people_count", "contract_count",
    "event_kind", "circumstances",
)  # fmt: skip
_OF_ANYBODY = frozenset(
    {
        "region",
        "region_candidates",
        "employer",
        "event_date",
        "event_kind",
        "people_count",
        "amount_claimed",
        "platform",
    }
)
"""Facts that stories about other matters than work tell, too."""


def answer(line: Line, content: Content, _today: date) -> Line:
    """What would the bot say to this message, with no earlier conversation?"""
    text = text_of(line)
    alarms = list(content.crisis.alarms(text))
    if alarms and content.crisis.is_doubtful(text):
        alarms = []
    if alarms and content.crisis.danger(text) is not None:
        return {"outcome": "crisis", "entries": [], "alarms": alarms}
    recognition = content.matcher.recognize(text)
    entries = [
        {
            "id": match.entry_id,
            "title": content.knowledge.entries[match.entry_id].title,
            "score": round(match.score, 4),
            "citations": [
                citation(cited) for cited in content.knowledge.entries[match.entry_id].cited
            ],
        }
        for match in recognition.matches
    ]
    return {"outcome": recognition.outcome, "entries": entries, "alarms": alarms}


def intake(line: Line, content: Content, today: date) -> Line:
    """What structured facts does this message state? What is only presumed it does not."""
    text = text_of(line)
    read = content.extractor.read(text, today)
    found = {key: fact for key, fact in read.items() if not fact.presumed}
    facts = {key: plain(found[key].value) if key in found else None for key in FACT_KEYS}
    if facts["dispute_kinds"] is None:
        facts["dispute_kinds"] = _likely_kinds(text, content, found.keys())
    return {"facts": facts}


def _likely_kinds(text: str, content: Content, told: Collection[str]) -> tuple[str, ...] | None:
    """Where its words name no kind: that of the entry a message is surely about, or the one its
    story is most alike; none where it states no matter, or is neither about labour nor tells of
    somebody's work."""
    if content.extractor.is_vague(text):
        return None
    recognition = content.matcher.recognize(text)
    if recognition.outcome == "answer":
        kind = content.knowledge.entries[recognition.matches[0].entry_id].dispute_kind
        return (kind,) if kind else None
    if recognition.outcome == "out_of_scope" and set(told) <= _OF_ANYBODY:
        return None
    return (content.extractor.likeliest_kind(text),)
