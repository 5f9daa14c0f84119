"""Who may take which dispute: the table of competence.yaml, and whether one body is competent.

Competence comes from the law and the place of work (调解仲裁法 10, 21; 劳动保障监察条例 13);
distance never makes a body competent.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.organizations.organization import Organization
from knowledge.places.places import Places
from knowledge.places.region import Town
from knowledge.schemas import Identifier, Shape

Words = tuple[str, ...]

_BRACKETS = re.compile("[(\uff08][^()\uff08\uff09]*[)\uff09]")


class Bodies(Shape):
    """Kinds of organizations for one dispute kind: those to try first, then the others."""

    first: tuple[Identifier, ...]
    also: tuple[Identifier, ...]


class WorkerRule(Shape):
    """What a kind of worker changes: kinds that fall away, except for the disputes named."""

    without: tuple[Identifier, ...]
    except_for: tuple[Identifier, ...]


class FallbackContacts(Shape):
    """Contacts of hotlines.csv that help everywhere, and the regions with a law of their own."""

    labour: str
    area_code: str
    government: str
    mediation: str
    own_law: Words
    wage_words: Words
    wage_disputes: Words


class Competence(Shape):
    """competence.yaml; its comments say what each part means."""

    mediation_kinds: Words
    support_kinds: Words
    distance_kinds: Words
    employer_seat_kinds: Words
    default: Bodies
    disputes: Mapping[Identifier, Bodies]
    workers: Mapping[Identifier, WorkerRule]
    enterprise_never_for: Words
    industries: Mapping[str, Words]
    platform_industries: Words
    platform_disputes: Words
    platform_organizations: Words
    only_their_industry: Words
    employer_noise: Words
    fallback: FallbackContacts


@dataclass(frozen=True, slots=True)
class Matter:
    """What is in dispute, by whom and with whom, as far as competence turns on it."""

    dispute_kinds: Words = ()
    worker_kind: str | None = None
    industries: frozenset[str] = frozenset()
    platform_work: bool = False
    employer: str | None = None


@dataclass(frozen=True, slots=True)
class Locality:
    """Where the work is done: a region, and a town and zone of it where known."""

    adcode: str
    town: Town | None = None
    zone: str | None = None


def matter_of(
    table: Competence,
    dispute_kinds: Words,
    worker_kind: str | None,
    industry: str | None,
    employer: str | None,
) -> Matter:
    """The matter, with trade words and platform names understood as industries."""
    said = " ".join(filter(None, (industry, employer))).casefold()
    trades = {
        trade
        for trade, words in table.industries.items()
        if any(word.casefold() in said for word in words)
    }
    platform_work = worker_kind == "platform" or bool(
        set(dispute_kinds) & set(table.platform_disputes)
    )
    return Matter(
        dispute_kinds=dispute_kinds,
        worker_kind=worker_kind,
        industries=frozenset(trades),
        platform_work=platform_work,
        employer=employer,
    )


def competent_kinds(table: Competence, matter: Matter) -> Bodies:
    """The kinds of bodies for the matter: those of its disputes, less what the worker's kind excludes.

    Of several disputes, a kind that is first for one of them is first for the whole.
    """
    bodies = [
        _bodies_for(table, dispute, matter.worker_kind) for dispute in matter.dispute_kinds or ("",)
    ]
    first = tuple(dict.fromkeys(kind for found in bodies for kind in found.first))
    also = dict.fromkeys(kind for found in bodies for kind in found.also)
    return Bodies(first=first, also=tuple(kind for kind in also if kind not in first))


def _bodies_for(table: Competence, dispute: str, worker_kind: str | None) -> Bodies:
    found = table.disputes.get(dispute, table.default)
    rule = table.workers.get(worker_kind or "")
    if rule is None or dispute in rule.except_for:
        return found
    return Bodies(
        first=_without(found.first, rule.without), also=_without(found.also, rule.without)
    )


def _without(kinds: Words, dropped: Words) -> Words:
    return tuple(kind for kind in kinds if kind not in dropped)


def is_competent(
    organization: Organization, where: Locality, matter: Matter, table: Competence, places: Places
) -> bool:
    """Whether that body takes such matters from that place: area, trade and employer fit.

    The ladder county, else city, else province compares bodies and is applied in nearest.py;
    here a body is only asked whether it may act at all. Its kind is not looked at.
    """
    return serves_place(organization, where, places) and serves_matter(
        organization, matter, table, places
    )


def serves_place(organization: Organization, where: Locality, places: Places) -> bool:
    """Whether the place lies in the body's own area; a sibling district's never does."""
    if not places.contains(organization.adcode, where.adcode):
        return False
    if organization.level == "park":
        return _serves_zone(organization, where, places)
    if organization.level == "town" or organization.town_code is not None:
        return where.town is not None and organization.town_code == where.town.code
    return True


def _serves_zone(organization: Organization, where: Locality, places: Places) -> bool:
    named = places.zone(where.zone)
    if named is not None and organization.id in named.organizations:
        return True
    town = where.town.code if where.town else None
    return any(
        organization.id in zone.organizations and town in zone.towns
        for zone in places.zones.values()
    )


def serves_matter(
    organization: Organization, matter: Matter, table: Competence, places: Places
) -> bool:
    """Whether the body's trade or enterprise is that of the matter."""
    if organization.kind == "enterprise_mediation":
        return _serves_employer(organization, matter, table, places)
    if organization.id in table.platform_organizations:
        return matter.platform_work or bool(matter.industries & set(table.platform_industries))
    if organization.kind == "joint_center" and organization.id not in table.only_their_industry:
        return True
    if organization.industries:
        return _serves_trade(organization, matter, table)
    return organization.kind != "industry_mediation"


def _serves_trade(organization: Organization, matter: Matter, table: Competence) -> bool:
    own = {
        trade
        for trade, words in table.industries.items()
        if set(organization.industries) & {trade, *words}
    }
    if matter.industries:
        return bool(own & matter.industries)
    return matter.platform_work and bool(own & set(table.platform_industries))


def _serves_employer(
    organization: Organization, matter: Matter, table: Competence, places: Places
) -> bool:
    if matter.employer is None or set(matter.dispute_kinds) & set(table.enterprise_never_for):
        return False
    asked, own = (
        employer_core(name, table.employer_noise, places)
        for name in (matter.employer, organization.name)
    )
    return len(asked) >= 2 and len(own) >= 2 and (own.startswith(asked) or asked.startswith(own))


def employer_core(name: str, noise: Words, places: Places) -> str:
    """The distinctive part of an employer's name: 浙江顺丰速运有限公司 -> 顺丰速运."""
    core = "".join(_BRACKETS.sub("", name).split())
    for word in noise:
        core = core.replace(word, "")
    while (region := places.leading_region_name(core)) and len(core) > len(region):
        core = core[len(region) :]
    return core
