"""From a worker's place and dispute to the bodies that may help, the best first.

Order: competence decides who is on the list at all; then kinds tried first, then the body of
the own county (town, zone) before that of the city and province, then bodies that work at
our desk, then distance, where distance may count, then how sure and how fresh the facts are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.organizations.competence import (
    Bodies,
    Competence,
    Locality,
    Matter,
    competent_kinds,
    is_competent,
    matter_of,
)
from knowledge.organizations.fallback import fallback_hotlines
from knowledge.organizations.organization import Hotline, Organization
from knowledge.places.places import Places, distance_km
from knowledge.places.region import Region, Town

Point = tuple[float, float]

_RUNGS = {"town": 0, "zone": 0, "county": 1, "city": 2, "province": 3}
_CERTAINTY = {"high": 0, "medium": 1, "low": 2}
_RUNG_REASON = {
    "town": "same_town",
    "zone": "same_zone",
    "county": "same_county",
    "city": "city_body",
    "province": "province_body",
}


@dataclass(frozen=True, slots=True)
class ReferralQuery:
    """What is known of a case when a body is sought.

    `region` is the adcode of the place of work; `point` a WGS-84 position; `town` a code or
    name; `zone` a development zone's id or name; `employer_region` where the employer has its
    seat. `kinds` asks for these kinds of bodies instead of those of the dispute (for legal aid
    and unions, or for mediation only).
    """

    region: str | None
    point: Point | None = None
    town: str | None = None
    dispute_kinds: tuple[str, ...] = ()
    worker_kind: str | None = None
    industry: str | None = None
    employer: str | None = None
    employer_region: str | None = None
    zone: str | None = None
    kinds: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A competent body, how far it is in kilometres (if that can be said), and why it is here.

    Reasons are codes: same_town, same_zone, same_county, city_body, province_body, industry,
    employer, employer_seat, first_choice, served, approximate_distance (the body's own point
    is only that of its region's seat).
    """

    organization: Organization
    distance_km: float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Referral:
    """The candidates, best first; the hotlines that always help; the counties to choose from."""

    candidates: tuple[Candidate, ...]
    fallback: tuple[Hotline, ...]
    region_options: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    organization: Organization
    rung: str
    at_employer_seat: bool = False


def find_organizations(
    query: ReferralQuery,
    directory: Sequence[Organization],
    hotlines: Sequence[Hotline],
    places: Places,
    competence: Competence,
) -> Referral:
    """The referral for a query; never fails, never empty-handed: the fallback always holds."""
    where = locality_of(query, places)
    adcode = where.adcode if where else None
    lines = fallback_hotlines(adcode, query.dispute_kinds, hotlines, places, competence.fallback)
    if where is None:
        return Referral((), lines, _options(query.point, places))
    matter = matter_of(
        competence, query.dispute_kinds, query.worker_kind, query.industry, query.employer
    )
    kinds = kinds_for(query, matter, competence)
    search = _Search(matter, directory, places, competence)
    found = search.at(where, kinds) + search.at_employer_seat(query.employer_region, where, kinds)
    ranked = sorted(found, key=lambda item: _rank(item, kinds, query.point, competence))
    return Referral(
        tuple(_candidate(item, kinds, matter, query.point, competence) for item in ranked),
        lines,
        (),
    )


def kinds_for(query: ReferralQuery, matter: Matter, competence: Competence) -> Bodies:
    """The kinds of bodies sought: those asked for, else those of the dispute and its trade."""
    if query.kinds is not None:
        return Bodies(first=query.kinds, also=())
    return _with_special_bodies(competent_kinds(competence, matter), matter, competence)


def locality_of(query: ReferralQuery, places: Places) -> Locality | None:
    """Where the work is done, as far as the query says; a town inside the region narrows it."""
    zone = places.zone(query.zone) or places.zone(query.town)
    region = places.region(query.region)
    adcode = region.adcode if region else (zone.adcode if zone else None)
    town = _town(query.town, adcode, places)
    if town is not None and (adcode is None or places.contains(adcode, town.county)):
        adcode = town.county
    if adcode is None:
        return None
    return Locality(
        adcode, town, zone.id if zone and _touches(zone.adcode, adcode, places) else None
    )


def _touches(one: str, other: str, places: Places) -> bool:
    return places.contains(one, other) or places.contains(other, one)


def _town(said: str | None, adcode: str | None, places: Places) -> Town | None:
    """The town of that code or, if only one is so called there, of that name."""
    if not said:
        return None
    by_code = places.town(said)
    if by_code is not None:
        return by_code if adcode is None or places.contains(adcode, by_code.county) else None
    named = places.towns_named(said, within=adcode) if adcode else ()
    exact = tuple(town for town in named if town.name == said.strip()) or named
    return exact[0] if len(exact) == 1 else None


def _options(point: Point | None, places: Places) -> tuple[Region, ...]:
    return () if point is None else tuple(region for region, _ in places.counties_near(*point))


def _with_special_bodies(kinds: Bodies, matter: Matter, competence: Competence) -> Bodies:
    """Trade bodies come first where the trade is known; an enterprise's own body only last."""
    if not kinds.first and not kinds.also:
        return kinds
    first = kinds.first
    if matter.industries or matter.platform_work:
        first = ("industry_mediation", *(kind for kind in first if kind != "industry_mediation"))
    also = (*kinds.also, *(("enterprise_mediation",) if _own_body_fits(matter, competence) else ()))
    return Bodies(first=first, also=tuple(kind for kind in also if kind not in first))


def _own_body_fits(matter: Matter, competence: Competence) -> bool:
    rule = competence.workers.get(matter.worker_kind or "")
    return matter.employer is not None and (
        rule is None or "enterprise_mediation" not in rule.without
    )


@dataclass(frozen=True, slots=True)
class _Search:
    """Finds the competent bodies for one matter."""

    matter: Matter
    directory: Sequence[Organization]
    places: Places
    competence: Competence

    def at(self, where: Locality, kinds: Bodies) -> list[_Found]:
        """Bodies of those kinds for that place: of each kind the narrowest rung, and all special ones."""
        wanted = {*kinds.first, *kinds.also}
        fitting = [
            _Found(body, _rung(body, self.places))
            for body in self.directory
            if body.kind in wanted
            and is_competent(body, where, self.matter, self.competence, self.places)
        ]
        return [
            item
            for item in fitting
            if _special(item) or item.rung == _narrowest(item.organization.kind, fitting)
        ]

    def at_employer_seat(
        self, employer_region: str | None, where: Locality, kinds: Bodies
    ) -> list[_Found]:
        """Arbitration bodies where the employer has its seat are competent as well (调解仲裁法 21)."""
        seat = self.places.region(employer_region)
        if seat is None or _touches(seat.adcode, where.adcode, self.places):
            return []
        allowed = set(self.competence.employer_seat_kinds)
        only = Bodies(
            first=tuple(kind for kind in kinds.first if kind in allowed),
            also=tuple(kind for kind in kinds.also if kind in allowed),
        )
        return [
            replace(item, at_employer_seat=True) for item in self.at(Locality(seat.adcode), only)
        ]


def _special(item: _Found) -> bool:
    return item.rung in ("town", "zone") or item.organization.level in ("industry", "enterprise")


def _narrowest(kind: str, fitting: Sequence[_Found]) -> str:
    rungs = [item.rung for item in fitting if item.organization.kind == kind and not _special(item)]
    return min(rungs, key=_RUNGS.__getitem__)


def _rung(organization: Organization, places: Places) -> str:
    if organization.level == "park":
        return "zone"
    if organization.level == "town" or organization.town_code:
        return "town"
    region = places.region(organization.adcode)
    return region.level if region else "province"


def _rank(
    item: _Found, kinds: Bodies, point: Point | None, competence: Competence
) -> tuple[object, ...]:
    body = item.organization
    listed = (*kinds.first, *kinds.also)
    far = _distance(body, point) if body.kind in competence.distance_kinds else None
    return (
        item.at_employer_seat,
        body.kind not in kinds.first,
        _RUNGS[item.rung] > _RUNGS["county"],
        not body.served,
        listed.index(body.kind),
        _RUNGS[item.rung],
        far if far is not None else float("inf"),
        _CERTAINTY[body.certainty],
        _newest_first(body.source_date),
        body.id,
    )


def _newest_first(source_date: str) -> tuple[int, ...]:
    return tuple(-ord(sign) for sign in source_date.removeprefix("~"))


def _distance(organization: Organization, point: Point | None) -> float | None:
    if point is None or organization.lat is None or organization.lon is None:
        return None
    return round(distance_km(*point, organization.lat, organization.lon), 1)


def _candidate(
    item: _Found, kinds: Bodies, matter: Matter, point: Point | None, competence: Competence
) -> Candidate:
    body = item.organization
    far = _distance(body, point) if body.kind in competence.distance_kinds else None
    reasons = (
        ("employer_seat", item.at_employer_seat),
        (_RUNG_REASON[item.rung], not item.at_employer_seat),
        (
            "industry",
            bool(body.industries)
            and body.kind != "enterprise_mediation"
            and bool(matter.industries or matter.platform_work),
        ),
        ("employer", body.kind == "enterprise_mediation"),
        ("first_choice", body.kind in kinds.first),
        ("served", body.served),
        ("approximate_distance", far is not None and body.coord_precision.endswith("_seat")),
    )
    return Candidate(body, far, tuple(code for code, holds in reasons if holds))
