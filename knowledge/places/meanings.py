"""What a run of place names means: its readings, narrowed by each name that joins it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.places.gazetteer import FORMER, FORMER_SHORT, FULL, Term
from knowledge.places.places import Places
from knowledge.places.region import Town

MOST_NAMESAKES = 3
"""A town named alone is only taken if at most so many share its name."""

SHORTEST_LONE_TOWN = 4
"""And only with so many characters (福永街道), for short names are everyday words."""


SHORTEST_SURE = 3
"""A former name of two characters may be two halves of other words."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Possible regions (adcode to quality of that reading), towns and zones of one run.

    `unproved` holds the regions an everyday word would mean if its neighbours confirm it;
    `said` is the name where the run is a single one.
    """

    regions: Mapping[str, int]
    towns: tuple[Town, ...] = ()
    zones: tuple[str, ...] = ()
    unproved: Mapping[str, int] | None = None
    said: str = ""

    @property
    def adcodes(self) -> tuple[str, ...]:
        """The regions meant, by code."""
        return tuple(sorted(self.regions))

    @property
    def town_codes(self) -> tuple[str, ...]:
        """The towns meant, by code."""
        return tuple(sorted(town.code for town in self.towns))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a name being a place: it is all that was said; what stands before it can
    lead to a place; the words around it speak of work there."""

    is_all: bool
    is_led: bool
    is_work: bool


def opening(term: Term, said: str, evidence: Evidence, places: Places) -> Meaning:
    """What the first name of a run means by itself, as far as the evidence carries it.

    A town alone counts only under its full, rare name.
    """
    if term.regions:
        readings = _best_readings(term.regions)
        if not _stands(said, readings, evidence, places):
            return Meaning({}, unproved=readings)
        return Meaning(readings, zones=tuple(term.zones), said=said)
    if len(term.towns) > MOST_NAMESAKES or len(said) < SHORTEST_LONE_TOWN:
        return Meaning({})
    return Meaning({town.county: FULL for town in term.towns}, tuple(term.towns))


def _stands(said: str, readings: Mapping[str, int], evidence: Evidence, places: Places) -> bool:
    """Whether the name may be taken for a place without a neighbour to confirm it.

    An everyday word never; an ambiguous or former short name where work there is spoken of;
    a county's short name, which word boundaries easily make up (每周至少), where it is led to.
    """
    words, quality = places.words, min(readings.values())
    if said in words.never_alone:
        return False
    if evidence.is_all or _names_its_region(said, readings, places):
        return True
    if said in words.ambiguous_short_names or quality == FORMER_SHORT:
        return evidence.is_led and evidence.is_work
    lesser = all(places.regions[code].level == "county" for code in readings)
    if (
        said in words.easily_split
        or (quality != FULL and lesser)
        or (quality == FORMER and len(said) < SHORTEST_SURE)
    ):
        return evidence.is_led
    return True


def _names_its_region(said: str, readings: Mapping[str, int], places: Places) -> bool:
    """成都高新: whether a name opens with that of the one region it means."""
    shorts = {places.regions[code].short_name for code in readings}
    return len(shorts) == 1 and any(len(said) > len(s) and said.startswith(s) for s in shorts)


def is_quarter(near: Meaning, meaning: Meaning, places: Places) -> bool:
    """广州海珠 江南西, 成都高新 朝阳路: whether a short name right behind a place known can only be a
    street or a quarter of it, for no region so called lies near."""
    if len(near.regions) != 1 or not meaning.said or not meaning.regions:
        return False
    around = places.chain(next(iter(near.regions)))
    of_counties = (
        all(
            region.level == "county" and meaning.said != region.name
            for region in map(places.regions.__getitem__, meaning.regions)
        )
        or len(meaning.regions) > 1
    )
    city = next((region.adcode for region in around if region.level != "county"), None)
    inside = any(city and places.contains(city, code) for code in meaning.regions)
    return of_counties and not inside


def joined(meaning: Meaning, term: Term, close: bool, places: Places) -> Meaning | None:
    """The meaning with the next name added: what of it lies in (or around) what was said so far.

    None where the two don't fit, so that the next name begins a run of its own. `close` says
    that nothing stands between them, as short town names and reversed order demand.
    """
    outer = meaning.regions or meaning.unproved or {}
    inside = {
        code: quality
        for code, quality in term.regions.items()
        if _lies_in(code, outer, bool(term.zones), places)
    }
    if inside:
        return Meaning(_best_readings(inside), zones=(*meaning.zones, *term.zones))
    towns = _towns_inside(term, meaning.regions, close, places)
    if towns:
        return Meaning({town.county: FULL for town in towns}, towns, meaning.zones)
    around = {
        code: quality
        for code, quality in outer.items()
        if _lies_in(code, term.regions, False, places)
    }
    if around and close:
        kept = tuple(town for town in meaning.towns if town.county in around)
        return Meaning(around, kept, meaning.zones)
    return None


def confirmed(meaning: Meaning, others: Iterable[Meaning], places: Places) -> Meaning:
    """An ambiguous meaning, cut down to what lies in a region named elsewhere in the text."""
    if len(meaning.regions) < 2:
        return meaning
    for other in others:
        within = {
            code: quality
            for code, quality in meaning.regions.items()
            if _lies_in(code, other.regions, False, places)
        }
        if within:
            return replace(
                meaning,
                regions=within,
                towns=tuple(town for town in meaning.towns if town.county in within),
                said="",
            )
    return meaning


def settled(meaning: Meaning, places: Places) -> Meaning:
    """Of a province or city and its lesser namesakes, the province or city; some are always asked."""
    if len(meaning.regions) < 2 or meaning.said in places.words.always_ask:
        return meaning
    for level in ("province", "city"):
        of_level = {
            code: quality
            for code, quality in meaning.regions.items()
            if places.regions[code].level == level
        }
        if len(of_level) == 1:
            return replace(meaning, regions=of_level)
        if of_level:
            return meaning
    return meaning


def _best_readings(regions: Mapping[str, int]) -> Mapping[str, int]:
    """A current name in full beats short forms, these beat old names."""
    best = min(regions.values())
    return {code: quality for code, quality in regions.items() if quality == best}


def _lies_in(code: str, outer: Iterable[str], or_is: bool, places: Places) -> bool:
    return any((or_is or one != code) and places.contains(one, code) for one in outer)


def _towns_inside(
    term: Term, outer: Mapping[str, int], close: bool, places: Places
) -> tuple[Town, ...]:
    """The towns so called in full inside `outer`, else those so called for short in one county."""
    full = _within(term.towns, outer, places)
    if full or not close:
        return full
    short = _within(term.town_stems, outer, places)
    return short if len({town.county for town in short}) == 1 else ()


def _within(towns: Sequence[Town], outer: Mapping[str, int], places: Places) -> tuple[Town, ...]:
    return tuple(town for town in towns if any(places.contains(one, town.county) for one in outer))
