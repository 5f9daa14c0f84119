"""Figures copied by hand from what was published: minimum wages of some places, holidays."""

from datetime import date
from typing import Any

from tests.law.reference.amounts import Given, Result, between, exact, number
from tests.law.reference.days import day
from tests.law.reference.unclear import Unclear

Rows = tuple[tuple[str, str | None, tuple[int, ...]], ...]

SICHUAN: Rows = (("2025-01-01", None, (2330, 2200)),)
JIANGSU: Rows = (("2024-01-01", "2025-12-31", (2490, 2260, 2010)), ("2026-01-01", None, (2660, 2430, 2180)))  # fmt: skip
HUBEI: Rows = (("2024-02-01", "2025-11-30", (2210, 1950, 1800)), ("2025-12-01", None, (2400, 2130, 1970)))  # fmt: skip
GUANGDONG: Rows = (("2025-03-01", "2026-08-31", (2500, 2080, 1850, 1750)), ("2026-09-01", None, (2680, 2300, 2040)))  # fmt: skip
CHONGQING: Rows = (("2025-01-01", None, (2330, 2200)),)
HAINAN: Rows = (("2025-12-01", None, (2250, 2070)),)
ZHEJIANG: Rows = (("2026-01-01", None, (2660, 2430, 2180)),)
BEIJING: Rows = (("2023-09-01", "2025-08-31", (2420,)), ("2025-09-01", None, (2540,)))
SHANGHAI: Rows = (("2023-07-01", "2025-06-30", (2690,)), ("2025-07-01", None, (2740,)))
TIANJIN: Rows = (("2025-09-01", None, (2510,)),)
SHENZHEN: Rows = (("2025-03-01", "2026-08-31", (2520,)), ("2026-09-01", None, (2700,)))
TIBET: Rows = (("2025-11-01", None, (2360,)),)
QINGHAI: Rows = (("2025-05-01", None, (2080,)),)

PLACES: dict[str, tuple[Rows, int | None, str]] = {
    "110000": (BEIJING, 1, "2023-09-01"), "110105": (BEIJING, 1, "2023-09-01"),
    "310000": (SHANGHAI, 1, "2023-07-01"), "310115": (SHANGHAI, 1, "2023-07-01"),
    "120101": (TIANJIN, 1, "2025-09-01"), "440305": (SHENZHEN, 1, "2025-03-01"),
    "540102": (TIBET, 1, "2025-11-01"), "630105": (QINGHAI, 1, "2025-05-01"),
    "510000": (SICHUAN, None, "2025-01-01"), "510104": (SICHUAN, 1, "2025-01-01"),
    "510114": (SICHUAN, 1, "2025-01-01"), "510181": (SICHUAN, 2, "2025-01-01"),
    "510185": (SICHUAN, 2, "2025-01-01"), "320000": (JIANGSU, None, "2024-01-01"),
    "320583": (JIANGSU, 1, "2026-01-01"), "320981": (JIANGSU, 2, "2026-01-01"),
    "320925": (JIANGSU, 3, "2026-01-01"), "321302": (JIANGSU, 3, "2026-01-01"),
    "420000": (HUBEI, None, "2024-02-01"), "440106": (GUANGDONG, 1, "2026-09-01"),
    "441900": (GUANGDONG, 2, "2026-09-01"), "440507": (GUANGDONG, 3, "2026-09-01"),
    "440203": (GUANGDONG, 4, "2025-03-01"), "500103": (CHONGQING, 1, "2025-01-01"),
    "500229": (CHONGQING, 2, "2025-01-01"), "460105": (HAINAN, 1, "2025-12-01"),
    "469002": (HAINAN, 2, "2025-12-01"), "330106": (ZHEJIANG, 1, "2026-01-01"),
    "330122": (ZHEJIANG, 2, "2026-01-01"), "330326": (ZHEJIANG, 3, "2026-01-01"),
}  # fmt: skip
"""Place: the rows of its province, its tier (None: no way to tell), since when the tier is known."""

HOLIDAYS: dict[int, str] = {
    2025: "01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06",
    2026: "01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03",
}
WORKING_REST_DAYS: dict[int, str] = {
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}


def minimum_wage(given: Given, today: date) -> Result:
    """最低工资规定: the row in force that day; a tier is never chosen silently."""
    place = PLACES.get(str(given["region"]))
    if place is None or today < day(place[2]):
        raise Unclear("a place or day not copied here")
    rows, tier, _ = place
    for first, last, tiers in rows:
        if day(first) <= today and (last is None or today <= day(last)):
            return of_tier(tiers, tier)
    raise Unclear("a day not copied here")


def of_tier(tiers: tuple[int, ...], tier: int | None) -> Result:
    """The tier's sum; the span of all tiers; missing where the tier's sum was not published."""
    if tier is None:
        return between(number(min(tiers)), number(max(tiers)))
    if tier > len(tiers):
        return {"amount": None, "missing": ["local_minimum_wage"]}
    return exact(number(tiers[tier - 1]))


def holidays(given: Given, _today: date) -> Result:
    """放假办法 2 and the notice of the State Council's office; an unpublished year is missing."""
    year = int(given["year"])
    if year not in HOLIDAYS:
        return {"amount": None, "missing": ["year"]}
    found: dict[str, Any] = {"amount": str(len(HOLIDAYS[year].split()))}
    found["dates"] = [f"{year}-{text}" for text in HOLIDAYS[year].split()]
    found["working_rest_days"] = [f"{year}-{text}" for text in WORKING_REST_DAYS[year].split()]
    return found
