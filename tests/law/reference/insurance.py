"""Injury, death, illness, unemployment, retirement."""

from datetime import date
from fractions import Fraction

from tests.law.reference.amounts import Given, Result, exact, number
from tests.law.reference.unclear import Unclear

GRADES = {1: 27, 2: 25, 3: 23, 4: 21, 5: 18, 6: 16, 7: 13, 8: 11, 9: 9, 10: 7}
"""Months of the worker's own wage (工伤保险条例 35-37)."""

INCOMES = {2022: 47412, 2023: 49283, 2024: 51821, 2025: 54188, 2026: 56502}
"""Year of the accident: disposable income of townspeople in the year before."""

TRACKS = {"male_60": (1965, 60, 4, 36), "female_55": (1970, 55, 4, 36), "female_50": (1975, 50, 2, 60)}  # fmt: skip
"""First year of birth concerned, old age, months of birth a step, most months of delay."""

SHANGHAI_SINCE = date(2026, 8, 16)


def disability_lump_sum(given: Given, _today: date) -> Result:
    """工伤保险条例 35.1.1, 36.1.1, 37.1.1."""
    return exact(GRADES[int(given["grade"])] * number(given["insured_monthly_wage"]))


def death_lump_sum(given: Given, _today: date) -> Result:
    """工伤保险条例 39.1.3: twenty times; a year not published is missing."""
    income = INCOMES.get(int(given["accident_year"]))
    if income is None:
        return {"amount": None, "missing": ["accident_year"]}
    return exact(Fraction(income * 20))


def medical_treatment_period(given: Given, _today: date) -> Result:
    """医疗期规定 3; the exact year counts as 以上."""
    total = number(given["total_service_years"])
    here = number(given["employer_service_years"])
    if here > total:
        raise Unclear("more years here than in all")
    if total < 10:
        return {"amount": "3" if here < 5 else "6"}
    for below, months in ((5, 6), (10, 9), (15, 12), (20, 18)):
        if here < below:
            return {"amount": str(months)}
    return {"amount": "24"}


def unemployment_months(given: Given, today: date, region: str | None = None) -> Result:
    """社会保险法 46: 12, 18, 24 at most; Beijing and Shanghai have their own number of months."""
    years = number(given["contribution_years"]) // 1
    if years < 1:
        return {"amount": "0"}
    if region is not None and region.startswith("11"):
        return {"amount": str(3 * years if years < 5 else min(24, 12 + (years - 4)))}
    if region is not None and region.startswith("31"):
        if today < SHANGHAI_SINCE:
            raise Unclear("Shanghai's older rule is not ours")
        return {"amount": str(min(24, 2 * years))}
    return {"amount": "12" if years < 5 else "18" if years < 10 else "24"}


def retirement_month(given: Given, _today: date) -> Result:
    """退休年龄办法 1: the cohorts one after the other, each step a month later, up to the most."""
    first_year, old_age, step, most = TRACKS[str(given["track"])]
    year, month = (int(part) for part in str(given["birth_month"]).split("-"))
    delay = 0
    cohort_year, cohort_month, born_in_step = first_year, 1, 0
    while (cohort_year, cohort_month) <= (year, month):
        if born_in_step == 0:
            delay += 1
        born_in_step = (born_in_step + 1) % step
        cohort_year, cohort_month = following(cohort_year, cohort_month)
    year += old_age
    for _ in range(min(delay, most)):
        year, month = following(year, month)
    return {"amount": None, "retirement_month": f"{year}-{month:02d}"}


def following(year: int, month: int) -> tuple[int, int]:
    """The next calendar month."""
    return (year + 1, 1) if month == 12 else (year, month + 1)
