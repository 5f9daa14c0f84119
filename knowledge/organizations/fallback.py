"""The hotlines that help wherever no body of ours is competent."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.organizations.competence import FallbackContacts
from knowledge.organizations.organization import Hotline
from knowledge.places.places import Places

MOST_LOCAL_LINES = 3


def fallback_hotlines(
    adcode: str | None,
    dispute_kinds: Sequence[str],
    hotlines: Sequence[Hotline],
    places: Places,
    contacts: FallbackContacts,
) -> tuple[Hotline, ...]:
    """The labour line (and its form for callers from elsewhere), the government line, the
    national mediation platform, then up to three lines of the region itself.

    Where a law of its own applies (香港, 澳门, 台湾) the local lines come first. A line of low
    certainty is never among them; one for unpaid wages only where wages are in dispute.
    """
    sure = [line for line in hotlines if line.certainty != "low"]
    by_contact = {line.contact: line for line in sure}
    labour = by_contact.get(contacts.labour)
    elsewhere = _from_elsewhere(adcode, labour, by_contact.get(contacts.area_code), places)
    government, platform = (
        by_contact.get(key) for key in (contacts.government, contacts.mediation)
    )
    local = _local_lines(
        adcode, [line for line in sure if _fits(line, dispute_kinds, contacts)], places
    )
    if any(region.adcode in contacts.own_law for region in places.chain(adcode)):
        return tuple(line for line in (*local, labour, government, platform) if line is not None)
    return tuple(
        line for line in (labour, elsewhere, government, platform, *local) if line is not None
    )


def _fits(line: Hotline, dispute_kinds: Sequence[str], contacts: FallbackContacts) -> bool:
    for_wages = any(word in line.name or word in line.what_for for word in contacts.wage_words)
    return (
        not for_wages or not dispute_kinds or bool(set(dispute_kinds) & set(contacts.wage_disputes))
    )


def _from_elsewhere(
    adcode: str | None, labour: Hotline | None, form: Hotline | None, places: Places
) -> Hotline | None:
    """The labour line with the area code of that place, for a caller from another city."""
    region = places.region(adcode)
    if region is None or labour is None or form is None:
        return None
    codes = {below.area_code for below in places.children(region.adcode)}
    if not region.area_code or (region.level == "province" and codes != {region.area_code}):
        return None
    return replace(form, contact=f"{region.area_code}-{labour.contact}", region=region.adcode)


def _local_lines(adcode: str | None, hotlines: Sequence[Hotline], places: Places) -> list[Hotline]:
    own = [region.adcode for region in places.chain(adcode)]
    local = [line for line in hotlines if line.region in own]
    return sorted(local, key=lambda line: own.index(line.region or ""))[:MOST_LOCAL_LINES]
