"""The verb refer: which organizations, nearest and competent first."""

import re
from datetime import date

from bot.channels.batch.lines import Line, LineError
from bot.dialogue.content import Content
from knowledge.organizations.nearest import Candidate, ReferralQuery

_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


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
