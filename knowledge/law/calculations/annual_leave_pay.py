"""Pay for untaken annual leave (未休年休假工资): the added 200 %.

年休假条例 art. 3, 5; 实施办法 art. 5, 10, 11, 12. In a year begun or ended in the middle the days
are those in the firm ÷ 365 × the year's days; what is short of a whole day does not count.
"""

from datetime import date
from decimal import ROUND_FLOOR, Decimal

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given, GivenFault
from knowledge.law.money import plain, to_fen
from knowledge.law.working import Working

CITED = (
    Citation("paid_annual_leave_regulations", 3),
    Citation("paid_annual_leave_regulations", 5),
    Citation("annual_leave_implementation", 10),
    Citation("annual_leave_implementation", 11),
)
NEW_IN_THE_YEAR = Citation("annual_leave_implementation", 5)
NO_LEAVE = Citation("paid_annual_leave_regulations", 4)
LEFT_IN_THE_YEAR = Citation("annual_leave_implementation", 12)
NONE = Decimal(0)


def annual_leave_pay(given: Given, working: Working) -> Explanation:
    """The extra pay for the days due and not taken in one calendar year."""
    day = date(int(given.number("year")), 12, 31)
    years = given.number("total_service_years")
    due = working.value("annual_leave_days", day).at(years)
    working.step("leave_days", plain(due), years=years, days=due)
    untaken = _untaken(given, working, day.year, due)
    extra = working.value("untaken_leave_extra", day).number
    paid_days = working.value("monthly_paid_days", day).number
    wage = given.number("average_monthly_wage")
    if untaken:
        working.step(
            "daily_wage",
            wage / paid_days,
            wage=working.yuan(wage),
            daily=working.yuan(wage / paid_days),
        )
        sum_ = wage * untaken * extra / paid_days
        working.step("leave_sum", sum_, days=untaken, sum=working.yuan(sum_))
    working.cite(NO_LEAVE)
    working.assume("leave_conditions")
    if working.today <= day and given.day_or_none("employed_to") is None:
        working.assume("leave_year_running", year=day.year)
    working.assume("leave_wage_without_overtime")
    return working.amount(wage * untaken * extra / paid_days)


def _untaken(given: Given, working: Working, year: int, due: Decimal) -> Decimal:
    first, last = date(year, 1, 1), date(year, 12, 31)
    begun, ended = given.day_or_none("employed_from"), given.day_or_none("employed_to")
    if begun is not None and ended is not None and ended < begun:
        raise GivenFault("ends_before_it_begins", "employed_to", ended)
    in_firm = (
        (min(last, ended) if ended else last) - (max(first, begun) if begun else first)
    ).days + 1
    taken = given.number("days_taken")
    whole_year = (begun is None or begun <= first) and (ended is None or ended >= last)
    if whole_year:
        untaken = max(due - taken, NONE)
        working.step("leave_untaken", plain(untaken), taken=taken, days=untaken)
        return untaken
    working.cite(NEW_IN_THE_YEAR if begun is not None and begun > first else LEFT_IN_THE_YEAR)
    share = max(in_firm, 0) * due / working.value("year_days", last).number
    due_here = min(share, due).to_integral_value(ROUND_FLOOR)
    untaken = max((min(share, due) - taken).to_integral_value(ROUND_FLOOR), NONE)
    in_firm = max(in_firm, 0)
    if taken == taken.to_integral_value():
        working.step("leave_share", plain(due_here), in_firm=in_firm, due=due, days=due_here)
        working.step("leave_untaken", plain(untaken), taken=taken, days=untaken)
        return untaken
    about = plain(to_fen(min(share, due)))
    working.step("leave_share_exact", about, in_firm=in_firm, due=due, days=about)
    working.step("leave_untaken_floored", plain(untaken), taken=taken, days=untaken)
    return untaken
