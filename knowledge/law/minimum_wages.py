"""The minimum wage of a place on a day: county, then urban districts, then the whole region.

A tier is never chosen silently: where it can't be told the bounds are given.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from knowledge.law.calculation_words import AreaWords
from knowledge.law.figures import FIGURE_KINDS, Cells, Figures, in_force

LAST_CHECKED_DAY = FIGURE_KINDS["minimum_wages"].again_by - timedelta(days=1)
MOST_RANGES = 64
"""How many days' ranges are kept at hand."""


@dataclass(frozen=True, slots=True)
class Locality:
    """A division as the law needs it: code, name, and whether it is a county."""

    adcode: str
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """One monthly standard, with the hourly one of part-time work where it is known."""

    adcode: str
    tier: str
    monthly: Decimal
    hourly: Decimal | None
    in_force_from: str
    source: str
    source_date: str


class MinimumWages:
    """Questions to minimum_wages.csv and minimum_wage_areas.csv."""

    def __init__(self, figures: Figures, words: AreaWords) -> None:
        self._words = words
        self._wages: dict[str, list[Cells]] = {}
        self._areas: dict[str, list[Cells]] = {}
        for cells in figures.shown("minimum_wages"):
            self._wages.setdefault(cells["adcode"], []).append(cells)
        for cells in figures.shown("minimum_wage_areas"):
            self._areas.setdefault(cells["adcode"], []).append(cells)
        listed = {cells["adcode"] for cells in figures.tables.get("minimum_wage_areas", ())}
        self._doubtful = listed - self._areas.keys()
        self._ranges: dict[date, tuple[Decimal | None, Decimal | None]] = {}

    def possible(
        self, places: Sequence[Locality], day: date
    ) -> tuple[tuple[MinimumWage, ...], bool]:
        """The standards that may hold in the first of `places` (itself, city, province), rising,
        and whether that is all of them. One and all: it is the standard."""
        if day > LAST_CHECKED_DAY or not places:
            return (), False
        tier = self._tier(places, day)
        if tier is not None:
            wage = self._wage(places, tier, day)
            return ((wage,) if wage else (), wage is not None)
        return self._of_any_tier(places, day)

    def range_on(self, day: date) -> tuple[Decimal | None, Decimal | None]:
        """Bounds of the standards in the whole country that day: the lowest only when every
        province is held that day; the highest never below one that was in force."""
        if day not in self._ranges:
            if len(self._ranges) >= MOST_RANGES:
                self._ranges.clear()
            self._ranges[day] = self._range(day)
        return self._ranges[day]

    def _range(self, day: date) -> tuple[Decimal | None, Decimal | None]:
        held = {
            code: [Decimal(cells["monthly_yuan"]) for cells in rows if in_force(cells, day)]
            for code, rows in self._wages.items()
        }
        provinces = {code[:2] for code in held}
        complete = day <= LAST_CHECKED_DAY and provinces == {
            code[:2] for code, wages in held.items() if wages
        }
        every = [wage for wages in held.values() for wage in wages]
        if complete and every:
            return min(every), max(every)
        return None, max(
            (Decimal(cells["monthly_yuan"]) for rows in self._wages.values() for cells in rows),
            default=None,
        )

    def _tier(self, places: Sequence[Locality], day: date) -> str | None:
        if places[0].adcode in self._doubtful:
            return None
        for number, place in enumerate(places):
            for cells in self._areas.get(place.adcode, ()):
                if in_force(cells, day) and self._covers(cells, places, number):
                    return cells["tier"]
        _, tiers = self._tiers(places, day)
        return next(iter(tiers)) if len(tiers) == 1 and not self._divided(places) else None

    def _covers(self, cells: Cells, places: Sequence[Locality], number: int) -> bool:
        """Whether an area row of places[number] holds for places[0]."""
        scope = cells["scope"]
        if scope == self._words.county:
            return number == 0
        if scope == self._words.whole:
            return True
        return number == 1 and self._is_urban(places[0])

    def _is_urban(self, place: Locality) -> bool:
        words = self._words
        return (
            place.level == "county"
            and place.name.endswith(words.district)
            and not place.name.endswith(words.not_urban)
        )

    def _divided(self, places: Sequence[Locality]) -> bool:
        """Whether a province was asked about in which cities have standards of their own."""
        place = places[0]
        prefix = place.adcode[:2]
        return place.level == "province" and any(
            code != place.adcode and code.startswith(prefix) for code in self._wages
        )

    def _tiers(self, places: Sequence[Locality], day: date) -> tuple[str, Mapping[str, None]]:
        """The nearest body with standards of its own that day, and its tiers."""
        for place in places:
            tiers = {
                cells["tier"]: None
                for cells in self._wages.get(place.adcode, ())
                if in_force(cells, day)
            }
            if tiers:
                return place.adcode, tiers
        return "", {}

    def _wage(self, places: Sequence[Locality], tier: str, day: date) -> MinimumWage | None:
        for place in places:
            for cells in self._wages.get(place.adcode, ()):
                if cells["tier"] == tier and in_force(cells, day):
                    return _minimum_wage(cells)
        return None

    def _of_any_tier(
        self, places: Sequence[Locality], day: date
    ) -> tuple[tuple[MinimumWage, ...], bool]:
        body, tiers = self._tiers(places, day)
        found = [self._wage(places, tier, day) for tier in tiers]
        held = [wage for wage in found if wage is not None]
        if places[0].level == "province":
            held += self._of_its_cities(places[0], day)
        known = {wage.tier for wage in held}
        named = self._tiers_named(body, day) if body else set()
        return tuple(sorted(held, key=lambda wage: wage.monthly)), bool(held) and named <= known

    def _tiers_named(self, body: str, day: date) -> set[str]:
        """The tiers that areas under that body are said to be in, values held or not."""
        prefix = body[:2] if body.endswith("0000") else body[:4]
        return {
            cells["tier"]
            for code, rows in self._areas.items()
            if code.startswith(prefix)
            for cells in rows
            if in_force(cells, day)
        }

    def _of_its_cities(self, province: Locality, day: date) -> Iterator[MinimumWage]:
        for code, rows in self._wages.items():
            if code.startswith(province.adcode[:2]) and code != province.adcode:
                yield from (_minimum_wage(cells) for cells in rows if in_force(cells, day))


def _minimum_wage(cells: Cells) -> MinimumWage:
    return MinimumWage(
        adcode=cells["adcode"],
        tier=cells["tier"],
        monthly=Decimal(cells["monthly_yuan"]),
        hourly=Decimal(cells["hourly_yuan"]) if cells["hourly_yuan"] else None,
        in_force_from=cells["in_force_from"],
        source=cells["source"],
        source_date=cells["source_date"],
    )
