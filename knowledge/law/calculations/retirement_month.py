"""The month of lawful retirement (法定退休年龄): 延迟退休决定 and 办法 art. 1, from 2025-01-01.

Born k months after the month before the first cohort, the delay is k ÷ step months, rounded up,
to the limit; nobody's earlier age changes.
"""

from datetime import date

from knowledge.citation import Citation
from knowledge.law.explanation import Explanation
from knowledge.law.given import Given, GivenFault
from knowledge.law.money import plain
from knowledge.law.parameters import Value
from knowledge.law.working import Working

CITED = (Citation("delayed_retirement_decision", 1), Citation("delayed_retirement_decision", 3))
SPECIAL_WORK = Citation("delayed_retirement_decision", 8)
OF_MEN = "male_60"


def retirement_month(given: Given, working: Working) -> Explanation:
    """The month in which the lawful age is reached, as `also["retirement_month"]`."""
    track = _track(given)
    if track is None:
        return working.unknown("sex" if "sex" not in given else "track", retirement_month=None)
    born = given.day("birth_month")
    steps = working.value(f"retirement_{track}", working.today)
    delay = _delay(born, steps)
    age = int(steps.table["age_months"]) + delay
    years, months = divmod(age, 12)
    working.step("retirement_before", plain(steps.table["age_months"] / 12), track=_age(steps))
    delayed = "retirement_delay" if delay else "retirement_no_delay"
    working.step(delayed, str(delay), born=f"{born:%Y-%m}", delay=delay)
    month = _months_later(born, age)
    at = "retirement_at" if months else "retirement_at_whole"
    working.step(at, month, years=years, months=months, month=month)
    working.cite(SPECIAL_WORK)
    working.assume("retirement_flexible")
    working.assume("retirement_special_work")
    return working.unknown(retirement_month=month)


def _track(given: Given) -> str | None:
    sex = str(given.facts.get("sex", ""))
    track = str(given.facts.get("track", "")) or (OF_MEN if sex == "male" else "")
    if sex and track and not track.startswith(f"{sex}_"):
        raise GivenFault("track_of_other_sex", "track", track)
    return track or None


def _delay(born: date, steps: Value) -> int:
    table = {key: int(value) for key, value in steps.table.items()}
    since = (born.year - table["first_birth_year"]) * 12 + born.month
    return min(table["most"], max(-(-since // table["step"]), 0))


def _age(steps: Value) -> str:
    return plain(steps.table["age_months"] / 12)


def _months_later(born: date, months: int) -> str:
    year, month = divmod(born.year * 12 + born.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"
