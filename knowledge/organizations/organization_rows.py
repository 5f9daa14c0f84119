"""Organizations and hotlines out of their tables, with the faults of each line."""

import re
from collections.abc import Mapping

from knowledge.csv_rows import BadCell, Row, Table, code, degrees, one_of, refuse_repeats, required
from knowledge.organizations.organization import Hotline, Organization
from knowledge.places.region import Region, Town

ORGANIZATION_COLUMNS = (
    "id",
    "name",
    "kind",
    "level",
    "adcode",
    "town_code",
    "address",
    "phone",
    "hours",
    "lat",
    "lon",
    "coord_precision",
    "industries",
    "source",
    "source_date",
    "certainty",
    "notes",
    "served",
)
HOTLINE_COLUMNS = (
    "contact",
    "type",
    "name",
    "for_what",
    "hours",
    "source",
    "source_date",
    "certainty",
    "region",
)

KINDS = (
    "joint_center",
    "township_mediation",
    "industry_mediation",
    "enterprise_mediation",
    "court_mediation",
    "arbitration",
    "inspection",
    "legal_aid",
    "union_aid",
)
LEVELS = ("province", "city", "district", "town", "park", "industry", "enterprise")
CERTAINTIES = ("high", "medium", "low")
PRECISIONS = (
    "",
    "poi",
    "poi_unverified",
    "town_seat",
    "county_seat",
    "district_seat",
    "city_seat",
    "province_seat",
)

_NUMBER = r"(0[0-9]{2,3}-[0-9]{5,8}|1[0-9]{4}|1[0-9]{10}|[48]00-?[0-9]{3}-?[0-9]{4})"
_PHONE = re.compile(rf"{_NUMBER}(\([^()/]+\))?(/{_NUMBER}(\([^()/]+\))?)*")
_ID = re.compile(r"org-[0-9]{6}-[0-9]{3,4}")
_LEVEL_OF_REGION = {"province": ("province", "city"), "city": ("city",), "county": ("district",)}
_WITHIN_A_REGION = ("town", "park", "industry", "enterprise")


def organizations_of(
    table: Table, regions: Mapping[str, Region], towns: Mapping[str, Town]
) -> tuple[Organization, ...]:
    """The bodies of organizations.csv; region and town must be known and fit each other."""
    refuse_repeats(table, "id")
    return tuple(table.records(lambda row: _organization(row, regions, towns)))


def _organization(
    row: Row, regions: Mapping[str, Region], towns: Mapping[str, Town]
) -> Organization:
    adcode = _adcode(row, regions)
    lat, lon = _point(row)
    return Organization(
        id=_id(row),
        name=required(row, "name"),
        kind=one_of(row, "kind", KINDS),
        level=_level(row, regions[adcode]),
        adcode=adcode,
        town_code=_town(row, adcode, regions, towns),
        address=row["address"] or None,
        phone=_phone(row),
        hours=row["hours"] or None,
        lat=lat,
        lon=lon,
        coord_precision=one_of(row, "coord_precision", PRECISIONS),
        industries=tuple(filter(None, row["industries"].split(","))),
        source=required(row, "source"),
        source_date=row["source_date"],
        certainty=one_of(row, "certainty", CERTAINTIES),
        notes=row["notes"],
        served=one_of(row, "served", ("", "yes")) == "yes",
    )


def _id(row: Row) -> str:
    if _ID.fullmatch(row["id"]) is None:
        raise BadCell(f"id {row['id']!r} is not of the form org-510100-001")
    return row["id"]


def _adcode(row: Row, regions: Mapping[str, Region]) -> str:
    adcode = code(row, "adcode", 6)
    if adcode not in regions:
        raise BadCell(f"adcode {adcode} is not in places/regions.csv")
    return adcode


def _level(row: Row, region: Region) -> str:
    level = one_of(row, "level", LEVELS)
    if level not in (*_WITHIN_A_REGION, *_LEVEL_OF_REGION[region.level]):
        raise BadCell(f"level {level} does not fit {region.adcode}, which is a {region.level}")
    return level


def _town(
    row: Row, adcode: str, regions: Mapping[str, Region], towns: Mapping[str, Town]
) -> str | None:
    if not row["town_code"]:
        return None
    town = towns.get(code(row, "town_code", 9))
    if town is None:
        raise BadCell(f"town_code {row['town_code']} is not in places/towns.csv")
    if adcode not in (town.county, regions[town.county].parent):
        raise BadCell(f"town_code {town.code} lies in {town.county}, not in {adcode}")
    return town.code


def _phone(row: Row) -> str | None:
    phone = row["phone"]
    if phone and _PHONE.fullmatch(phone) is None:
        raise BadCell(f"phone {phone!r}; write 0755-12345678, several with / between")
    return phone or None


def _point(row: Row) -> tuple[float, float] | tuple[None, None]:
    if not row["lat"] and not row["lon"]:
        return None, None
    return degrees(row, "lat", 3.0, 54.0), degrees(row, "lon", 73.0, 136.0)


def hotlines_of(table: Table, regions: Mapping[str, Region]) -> tuple[Hotline, ...]:
    """The numbers and online services of hotlines.csv; an empty region means the whole country."""
    refuse_repeats(table, "contact")

    def hotline(row: Row) -> Hotline:
        region = row["region"] or None
        if region is not None and region not in regions:
            raise BadCell(f"region {region} is not in places/regions.csv")
        return Hotline(
            contact=required(row, "contact"),
            type=required(row, "type"),
            name=required(row, "name"),
            what_for=required(row, "for_what"),
            hours=row["hours"],
            source=required(row, "source"),
            source_date=row["source_date"],
            certainty=one_of(row, "certainty", CERTAINTIES),
            region=region,
        )

    return tuple(table.records(hotline))
