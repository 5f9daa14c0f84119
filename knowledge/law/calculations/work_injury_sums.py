"""Lump sums of work-injury insurance: for disability (一次性伤残补助金) and for death (一次性工亡补助金).

工伤保险条例 art. 35, 36, 37, 39, 62, 64.
"""

from datetime import date

from knowledge.citation import Citation
from knowledge.law.calculations.local_notes import note_injury_subsidies
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given
from knowledge.law.money import plain
from knowledge.law.parameters import NoValueInForce
from knowledge.law.working import Working

REGULATIONS = "work_injury_insurance_regulations"
CITED_DISABILITY = (Citation(REGULATIONS, 64),)
CITED_DEATH = (Citation(REGULATIONS, 39),)
UNINSURED = Citation(REGULATIONS, 62)
BY_GRADE = ((4, 35), (6, 36), (10, 37))
"""Up to which grade which article gives the months."""


def disability_lump_sum(given: Given, working: Working) -> Explanation:
    """Months of the worker's insured wage by grade."""
    grade, wage = int(given.number("grade")), given.number("insured_monthly_wage")
    article = next(article for most, article in BY_GRADE if grade <= most)
    working.cite(Citation(REGULATIONS, article), UNINSURED)
    months = working.value("disability_months", working.today).table[f"grade_{grade}"]
    working.step("disability_months", plain(months), grade=grade, months=months)
    sum_ = wage * months
    working.step(
        "wage_times_months", sum_, wage=working.yuan(wage), months=months, sum=working.yuan(sum_)
    )
    working.assume("insured_wage_bounds")
    working.assume("not_insured")
    if article != BY_GRADE[0][1] and not note_injury_subsidies(working, grade):
        working.assume("two_local_subsidies")
    return working.amount(sum_)


def death_lump_sum(given: Given, working: Working) -> Explanation:
    """Twenty times the national disposable income of the year before the accident."""
    year = int(given.number("accident_year"))
    try:
        income = working.value("disposable_income_of_the_year_before", date(year, 1, 1))
    except NoValueInForce:
        working.assume("income_not_known", year=year - 1)
        return working.unknown("accident_year")
    multiple = working.value("death_multiple", date(year, 1, 1)).number
    sum_ = income.number * multiple
    working.step("income", income.number, year=year - 1, income=income.number)
    working.step("death_sum", sum_, income=income.number, multiple=multiple, sum=sum_)
    working.assume("death_also")
    return working.amount(sum_)
