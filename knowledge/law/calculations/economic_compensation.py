"""Economic compensation (经济补偿, N) and compensation for unlawful dismissal (违法解除赔偿金, 2N).

劳动合同法 art. 47, 87, 97; 实施条例 art. 25, 27. Each full year is a month's wage, six months and
more count as a year, less as half. Above three times the local average wage the base and the
years are both capped. N counts from 2008-01-01 (art. 97.3), 2N from the first day (art. 25).
"""

from datetime import date
from decimal import Decimal

from knowledge.citation import Citation
from knowledge.law.calculations.local_standards import KEY as MINIMUM_WAGE
from knowledge.law.calculations.local_standards import standard
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given, GivenFault
from knowledge.law.money import plain
from knowledge.law.service_years import Service, service
from knowledge.law.working import Working

COUNTED_FROM = date(2008, 1, 1)
CITED = (Citation("labour_contract_law", 47), Citation("labour_contract_law_regulations", 27))
COMPENSATION_DUE = Citation("labour_contract_law", 46)
SERVICE_JOINED = Citation("labour_contract_law_regulations", 10)
SERVICE_BEFORE_2008 = Citation("labour_contract_law", 97)
UNLAWFUL = Citation("labour_contract_law", 87)
BACK_TO_WORK = Citation("labour_contract_law", 48)
FROM_THE_FIRST_DAY = Citation("labour_contract_law_regulations", 25)
LOCAL_AVERAGE = "local_average_monthly_wage"
FOR_THE_CAP = "economic_compensation_cap"
MONTHS_IN_A_YEAR = 12
HALF = Decimal("0.5")


def economic_compensation(given: Given, working: Working) -> Explanation:
    """N, from 2008-01-01 on; the part before is decided by local practice."""
    working.cite(COMPENSATION_DUE)
    working.assume("compensation_due")
    first = given.day("employed_from")
    if first < COUNTED_FROM:
        working.cite(SERVICE_BEFORE_2008)
        working.assume("service_before_2008")
    return _compensation(given, working, max(first, COUNTED_FROM), Decimal(1))


def unlawful_dismissal_compensation(given: Given, working: Working) -> Explanation:
    """2N: twice the standard of art. 47 over the whole service, undivided at 2008."""
    working.cite(FROM_THE_FIRST_DAY, BACK_TO_WORK)
    working.assume("dismissal_unlawful")
    working.assume("instead_of_compensation")
    multiple = working.value("unlawful_dismissal_multiple", given.day("employed_to")).number
    return _compensation(given, working, given.day("employed_from"), multiple)


def months_of_wage(first: date, last: date) -> Decimal:
    """How many months' wages that service is worth, in halves."""
    worked = service(first, last)
    rest = worked.months * 31 + worked.days
    if worked.months >= 6:
        return Decimal(worked.years + 1)
    return worked.years + (HALF if rest else Decimal(0))


def _compensation(given: Given, working: Working, first: date, multiple: Decimal) -> Explanation:
    last = given.day("employed_to")
    if last < given.day("employed_from"):
        raise GivenFault("ends_before_it_begins", "employed_to", last)
    cap = working.value("compensation_cap_multiple", last).number
    months = _months_step(working, first, last)
    wage = given.number("average_monthly_wage")
    working.assume("wage_is_gross")
    working.cite(SERVICE_JOINED)
    working.assume("service_joined")
    average = _local_yearly_average(given, working, last)
    if average is not None and wage * MONTHS_IN_A_YEAR > average * cap:
        return _capped(working, average * cap / MONTHS_IN_A_YEAR, months, multiple, last)
    if average is None and wage > working.value("wage_surely_uncapped", last).number:
        return _perhaps_capped(working, wage, months, multiple)
    low, high = _with_floor(given, working, wage, last)
    _sum_step(working, low, months, multiple)
    if low == high:
        return working.amount(low * months * multiple)
    working.miss(MINIMUM_WAGE)
    return working.between(low * months * multiple, high * months * multiple)


def _months_step(working: Working, first: date, last: date) -> Decimal:
    worked, months = service(first, last), months_of_wage(first, last)
    key = (
        "service_whole" if not worked.months and not worked.days
        else "service_rounded_up" if worked.months >= 6
        else "service_half"
    )  # fmt: skip
    working.step(
        key,
        plain(months),
        first=first,
        last=last,
        years=worked.years,
        length=_length(working, worked),
        counted=months,
    )
    return months


def _length(working: Working, worked: Service) -> str:
    """A length of service in words, without its empty parts."""
    lines = working.basis.words.lines
    parts = (("years_long", worked.years), ("months", worked.months), ("days", worked.days))
    return "".join(lines[key].format(number=number) for key, number in parts if number)


def _capped(
    working: Working, base: Decimal, months: Decimal, multiple: Decimal, last: date
) -> Explanation:
    most = working.value("compensation_cap_years", last).number
    counted = min(months, most)
    working.step("base_capped", base, base=working.yuan(base))
    if counted < months:
        working.step("years_capped", plain(counted), most=most)
    _sum_step(working, base, counted, multiple)
    return working.amount(base * counted * multiple)


def _perhaps_capped(
    working: Working, wage: Decimal, months: Decimal, multiple: Decimal
) -> Explanation:
    """The wage may be above the cap and the local average is not known: only the top is."""
    _sum_step(working, wage, months, multiple)
    working.assume("cap_unknown")
    working.miss(LOCAL_AVERAGE)
    return working.between(None, wage * months * multiple)


def _with_floor(
    given: Given, working: Working, wage: Decimal, last: date
) -> tuple[Decimal, Decimal]:
    """The wage counted, not below the local minimum wage; the bounds where that is not known."""
    floor = standard(given, working, last)
    low, high = max(wage, floor.low or wage), max(wage, floor.high or wage)
    if low > wage:
        known = "base_is_minimum_wage" if low == high else "base_at_least"
        working.step(known, low, wage=working.yuan(wage), base=low)
    elif high > wage:
        working.step("base_may_be_minimum_wage", low, wage=working.yuan(wage))
    if low < high:
        working.assume("minimum_wage_unknown", high=high)
    return low, high


def _local_yearly_average(given: Given, working: Working, last: date) -> Decimal | None:
    """Twelve months of the local average of the year before, so that nothing is rounded: given,
    or from a table sourced for this very use."""
    if LOCAL_AVERAGE in given:
        return given.number(LOCAL_AVERAGE) * MONTHS_IN_A_YEAR
    codes = {place.adcode for place in working.places}
    for cells in working.basis.figures.shown("average_wages"):
        fits = cells["used_for"] == FOR_THE_CAP and cells["year"] == str(last.year - 1)
        if fits and cells["adcode"] in codes:
            average = Decimal(cells["annual_yuan"])
            working.assume(
                "average_from_table",
                place=cells["name"],
                year=cells["year"],
                average=working.yuan(average / MONTHS_IN_A_YEAR),
                source=cells["source_date"],
            )
            return average
    return None


def _sum_step(working: Working, base: Decimal, months: Decimal, multiple: Decimal) -> None:
    total = base * months * multiple
    key = "compensation_sum" if multiple == 1 else "compensation_sum_twice"
    working.step(key, total, base=working.yuan(base), months=months, sum=working.yuan(total))
