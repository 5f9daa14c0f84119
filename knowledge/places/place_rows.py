"""Regions, towns and aliases out of their tables, with the faults of each line."""

from collections.abc import Collection, Mapping

from knowledge.csv_rows import BadCell, Row, Table, code, degrees, one_of, refuse_repeats, required
from knowledge.places.region import Alias, Region, Town

REGION_COLUMNS = (
    "adcode",
    "name",
    "short_name",
    "level",
    "parent_adcode",
    "lat",
    "lon",
    "area_code",
    "coord_kind",
)
TOWN_COLUMNS = ("code", "name", "county_adcode", "source")
ALIAS_COLUMNS = ("alias", "adcode", "kind", "year")

COUNTRY = "100000"
LEVELS = ("province", "city", "county")
COORD_KINDS = ("seat", "interior_point", "approx", "parent")
ALIAS_KINDS = (
    "old_name",
    "old_name_ambiguous",
    "historical",
    "zone",
    "simplified",
    "landmark",
    "short",
    "county",
)


def regions_of(table: Table) -> tuple[Region, ...]:
    """The regions of regions.csv; a parent that is not in the table is a fault."""
    refuse_repeats(table, "adcode")
    known = {row["adcode"] for row in table.rows} | {COUNTRY}
    return tuple(table.records(lambda row: _region(row, known)))


def _region(row: Row, known: Collection[str]) -> Region:
    parent = _known(row, "parent_adcode", known)
    area_code = row["area_code"]
    if area_code and not (area_code.isascii() and area_code.isdigit() and 3 <= len(area_code) <= 4):
        raise BadCell(f"area_code {area_code!r} is not 3 or 4 digits")
    return Region(
        adcode=code(row, "adcode", 6),
        name=required(row, "name"),
        short_name=required(row, "short_name"),
        level=one_of(row, "level", LEVELS),
        parent=parent,
        lat=degrees(row, "lat", 3.0, 54.0),
        lon=degrees(row, "lon", 73.0, 136.0),
        area_code=area_code,
        coord_kind=one_of(row, "coord_kind", COORD_KINDS),
    )


def towns_of(table: Table, regions: Mapping[str, Region]) -> tuple[Town, ...]:
    """The towns of towns.csv, each in a known region."""
    refuse_repeats(table, "code")

    def town(row: Row) -> Town:
        return Town(
            code(row, "code", 9), required(row, "name"), _known(row, "county_adcode", regions)
        )

    return tuple(table.records(town))


def aliases_of(table: Table, regions: Mapping[str, Region]) -> tuple[Alias, ...]:
    """The aliases of aliases.csv, each of a known region."""

    def alias(row: Row) -> Alias:
        return Alias(
            required(row, "alias"), _known(row, "adcode", regions), one_of(row, "kind", ALIAS_KINDS)
        )

    return tuple(table.records(alias))


def _known(row: Row, column: str, known: Collection[str]) -> str:
    adcode = code(row, column, 6)
    if adcode not in known:
        raise BadCell(f"{column} {adcode} is not in regions.csv")
    return adcode
