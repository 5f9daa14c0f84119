"""Every way to write a place, and what each may mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.places.places import Places
from knowledge.places.region import Town

FULL, SHORT, FORMER, FORMER_SHORT = range(4)
"""How good a reading is: the name in full, its short form, an old name, its short form."""

_ALIAS_QUALITY = {"old_name": FORMER, "historical": FORMER}


@dataclass(frozen=True, slots=True)
class Term:
    """What one written form may mean: regions with the quality of that reading, towns so
    called in full, towns so called for short, ids of development zones."""

    regions: Mapping[str, int]
    towns: Sequence[Town]
    town_stems: Sequence[Town]
    zones: Sequence[str]


class Gazetteer:
    """All written forms of the places, looked up one at a time."""

    def __init__(self, places: Places) -> None:
        self._regions: dict[str, dict[str, int]] = {}
        self._zones: dict[str, list[str]] = {}
        self._places = places
        self._endings = places.words.town_endings
        self._masks = frozenset(places.words.not_places)
        for name, adcode, quality in _region_names(places):
            meanings = self._regions.setdefault(name, {})
            meanings[adcode] = min(quality, meanings.get(adcode, quality))
        for zone in places.zones.values():
            for name in zone.names:
                self._zones.setdefault(name, []).append(zone.id)
                self._regions.setdefault(name, {}).setdefault(zone.adcode, FULL)

    def names(self) -> Iterator[str]:
        """Every form that may begin a run, some twice: regions, zones, towns in full, masks."""
        for source in (self._regions, self._places.towns_by_name, self._masks):
            yield from (name for name in source if len(name) > 1)

    def is_firm(self, name: str) -> bool:
        """Whether the form is a region, a zone, a mask, or a town with its last word (西乡街道)."""
        return name in self._regions or name in self._masks or name.endswith(self._endings)

    def is_town(self, name: str) -> bool:
        """Whether a town is so called, in full or for short."""
        return name in self._places.towns_by_name or bool(self._places.towns_short_named(name))

    def is_masked(self, name: str) -> bool:
        """Whether the phrase only looks like a place (长安汽车)."""
        return name in self._masks

    def term(self, name: str) -> Term:
        """What the form means; nothing at all if it is a phrase that only looks like a place."""
        if name in self._masks:
            return Term({}, (), (), ())
        return Term(
            regions=self._regions.get(name, {}),
            towns=self._places.towns_by_name.get(name, ()),
            town_stems=self._places.towns_short_named(name),
            zones=self._zones.get(name, ()),
        )


def _region_names(places: Places) -> Iterator[tuple[str, str, int]]:
    for region in places.regions.values():
        yield region.name, region.adcode, FULL
        if len(region.short_name) > 1:
            yield region.short_name, region.adcode, SHORT
    for alias in places.aliases:
        if alias.adcode in places.regions:
            quality = _ALIAS_QUALITY.get(alias.kind, FULL)
            yield alias.name, alias.adcode, quality
            stem = places.words.region_stem(alias.name)
            if stem != alias.name:
                yield stem, alias.adcode, FORMER_SHORT
