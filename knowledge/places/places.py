"""The gazetteer: every region and town by code, what contains what, what lies near a point."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import asin, cos, hypot, isfinite, radians, sin, sqrt

from knowledge.places.place_words import PlaceWords
from knowledge.places.region import Alias, Region, Town, Zone

EARTH_RADIUS_KM = 6371.0088
FARTHEST_SEAT_KM = 400.0
"""No county of the country has a corner farther from its seat; beyond, a point is abroad."""

DEEPEST = 4
"""More levels than county, city, province: the end of any chain."""


def distance_km(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """The great-circle distance between two WGS-84 points, in kilometres."""
    half_lat, half_lon = radians(to_lat - lat) / 2, radians(to_lon - lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(to_lat)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


class Places:
    """Regions, towns, aliases and zones, and questions about them. Never changed once made."""

    def __init__(
        self,
        regions: Iterable[Region],
        towns: Iterable[tuple[str, str, str]],
        aliases: Iterable[Alias] = (),
        zones: Iterable[Zone] = (),
        words: PlaceWords | None = None,
    ) -> None:
        self.regions: Mapping[str, Region] = {region.adcode: region for region in regions}
        self._towns = towns
        self.aliases: Sequence[Alias] = tuple(aliases)
        self.zones: Mapping[str, Zone] = {zone.id: zone for zone in zones}
        self.words = words or PlaceWords()

    @cached_property
    def towns(self) -> Mapping[str, Town]:
        """The towns by code, made of their rows when first asked for: they are forty thousand."""
        return {row[0]: Town._make(row) for row in self._towns}

    def region(self, adcode: str | None) -> Region | None:
        """The region of a six-digit code."""
        return self.regions.get(adcode) if adcode else None

    def town(self, code: str | None) -> Town | None:
        """The street or town of a nine-digit code."""
        return self.towns.get(code) if code else None

    def zone(self, name: str | None) -> Zone | None:
        """The development zone of that id or name."""
        return self._zones_by_name.get(name) if name else None

    def chain(self, adcode: str | None) -> tuple[Region, ...]:
        """The region itself, then its city, then its province; empty for an unknown code."""
        found: list[Region] = []
        region = self.region(adcode)
        while region is not None and region not in found:
            found.append(region)
            region = self.region(region.parent)
        return tuple(found)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether `inner` is `outer` or lies in it."""
        code = inner
        for _ in range(DEEPEST):
            region = self.regions.get(code)
            if region is None:
                return False
            if code == outer:
                return True
            code = region.parent
        return False

    def full_name(self, adcode: str | None) -> str:
        """Province, city and county in one string, none twice; empty for an unknown code."""
        names = [region.name for region in reversed(self.chain(adcode))]
        return "".join(dict.fromkeys(names))

    def children(self, adcode: str) -> tuple[Region, ...]:
        """The regions directly below, by code."""
        return self._children.get(adcode, ())

    def counties_near(
        self, lat: float, lon: float, limit: int = 3
    ) -> tuple[tuple[Region, float], ...]:
        """The nearest counties (or cities without counties) by their point, with kilometres.

        A hint only: the nearest seat is the right county in about three cases of four, so the
        worker must confirm. Empty for a point abroad or no point at all.
        """
        if not (isfinite(lat) and isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
            return ()
        # A flat sketch is enough to pick the few whose true distance is worth computing.
        shrink = cos(radians(lat))
        sketch = sorted(
            self._seats, key=lambda seat: hypot(seat.lat - lat, (seat.lon - lon) * shrink)
        )
        measured = [
            (seat, distance_km(lat, lon, seat.lat, seat.lon)) for seat in sketch[: limit + 5]
        ]
        near = sorted(
            (pair for pair in measured if pair[1] <= FARTHEST_SEAT_KM), key=lambda pair: pair[1]
        )
        return tuple(near[:limit])

    def towns_named(self, name: str, within: str | None = None) -> tuple[Town, ...]:
        """Towns of that name, with or without its last word (街道, 镇, 乡), inside `within`."""
        said = name.strip()
        found = (*self.towns_by_name.get(said, ()), *self.towns_short_named(said))
        return tuple(town for town in found if within is None or self.contains(within, town.county))

    def towns_short_named(self, name: str) -> tuple[Town, ...]:
        """Towns whose name is this one and a last word (西乡: 西乡街道)."""
        if len(name) < 2:
            return ()
        longer = (self.towns_by_name.get(name + ending, ()) for ending in self.words.town_endings)
        return tuple(town for towns in longer for town in towns)

    def leading_region_name(self, text: str) -> str:
        """The province or city name, full or short, that the text begins with, else nothing."""
        names = self._region_names
        return next((text[:length] for length in range(11, 1, -1) if text[:length] in names), "")

    @cached_property
    def _region_names(self) -> frozenset[str]:
        upper = [region for region in self.regions.values() if region.level != "county"]
        counties = {region.name for region in self.regions.values() if region.level == "county"}
        return frozenset(
            counties | {name for region in upper for name in (region.name, region.short_name)}
        )

    @cached_property
    def _zones_by_name(self) -> Mapping[str, Zone]:
        names = {name: zone for zone in self.zones.values() for name in zone.names}
        return names | dict(self.zones)

    @cached_property
    def _children(self) -> Mapping[str, tuple[Region, ...]]:
        below: dict[str, list[Region]] = {}
        for region in self.regions.values():
            below.setdefault(region.parent, []).append(region)
        return {parent: tuple(regions) for parent, regions in below.items()}

    @cached_property
    def _seats(self) -> tuple[Region, ...]:
        return tuple(
            region
            for region in self.regions.values()
            if region.coord_kind != "parent"
            and (
                region.level == "county"
                or (region.level == "city" and region.adcode not in self._children)
            )
        )

    @cached_property
    def towns_by_name(self) -> Mapping[str, Sequence[Town]]:
        """Towns by their name in full."""
        named: dict[str, list[Town]] = {}
        for town in self.towns.values():
            named.setdefault(town.name, []).append(town)
        return named
