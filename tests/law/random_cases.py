"""Seeded cases for the agreement of product and reference, within what the readings settle.

Left out, because no reading decides them: months that begin on the 29th to 31st, double wages that
still run, part months that are not of one calendar month.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.law.reference import RULES, Unclear, calculated, deadlines
from tests.law.reference.days import same_day_later
from tests.law.reference.published import PLACES

TODAY = date(2026, 11, 21)
SAFE_DAY = 28

Given = dict[str, Any]
Case = dict[str, Any]


def calculations(seed: int, count: int) -> Iterator[Case]:
    """`count` lines for `calculate`, each with what the reference gives under `expect`."""
    dice = Random(seed)
    names = sorted(RULES)
    made = 0
    while made < count:
        rule = names[made % len(names)]
        case = {"id": made, "rule": rule, "today": TODAY, **MAKERS[rule](dice)}
        try:
            case["expect"] = calculated(rule, case["given"], case["today"], case.get("region"))
        except Unclear:
            continue
        made += 1
        yield case


def disputes(seed: int, count: int) -> Iterator[Case]:
    """`count` lines for `triage` with the limits of which the reference is sure."""
    dice = Random(seed)
    for id in range(count):
        facts = dispute(dice)
        yield {"id": id, "facts": facts, "today": TODAY, "expect": deadlines(facts, TODAY)}


def money(dice: Random, least: int, most: int) -> str:
    """A sum in yuan, round half of the time."""
    fen = dice.choice((0, dice.randint(0, 99)))
    return f"{dice.randint(least, most)}.{fen:02d}"


def some_day(dice: Random, first: date, last: date) -> date:
    """Any day of the span."""
    return first + timedelta(days=dice.randint(0, (last - first).days))


def start_day(dice: Random, first: date, last: date) -> date:
    """A day every month has."""
    found = some_day(dice, first, last)
    return found.replace(day=min(found.day, SAFE_DAY))


def perhaps(dice: Random, key: str, value: Any) -> Given:
    """The key with its value, half of the time."""
    return {key: value} if dice.random() < 0.5 else {}


def service(dice: Random) -> Case:
    first = start_day(dice, date(1996, 1, 1), date(2026, 9, 1))
    last = some_day(dice, max(first, date(2008, 1, 1)), TODAY)
    if dice.random() < 0.3:
        last = same_day_later(first, dice.randint(1, 60)) - timedelta(days=dice.randint(0, 2))
    given: Given = {"employed_from": first, "employed_to": min(max(last, first), TODAY)}
    given["average_monthly_wage"] = money(dice, 1500, 60000)
    given |= perhaps(dice, "local_average_monthly_wage", money(dice, 6000, 16000))
    given |= perhaps(dice, "local_minimum_wage", f"{dice.randint(180, 274) * 10}.00")
    return {"given": given}


def notice(dice: Random) -> Case:
    return {"given": {"last_month_wage": money(dice, 1000, 80000)}}


def leave(dice: Random) -> Case:
    year = dice.choice((2023, 2024, 2025))
    first, last = date(year, 1, 1), date(year, 12, 31)
    given: Given = {"year": year, "total_service_years": dice.randint(0, 30)}
    given["days_taken"] = dice.choice((0, 0, 1, 2, 3, 5, 8, 10, 15))
    given["average_monthly_wage"] = money(dice, 2000, 40000)
    given |= perhaps(dice, "employed_to", some_day(dice, first, last))
    if dice.random() < 0.3:
        given["employed_from"] = some_day(dice, first, given.get("employed_to", last))
    return {"given": given}


def competition(dice: Random) -> Case:
    given: Given = {"average_monthly_wage": money(dice, 3000, 60000), "months": dice.randint(1, 24)}
    given |= perhaps(dice, "local_minimum_wage", f"{dice.randint(180, 274) * 10}.00")
    return {"given": given}


def bond(dice: Random) -> Case:
    return {
        "given": {
            "training_cost": money(dice, 500, 200000),
            "bond_months": dice.randint(1, 96),
            "served_months": dice.randint(0, 100),
        }
    }


def doubled(dice: Random) -> Case:
    maker = dice.choice((doubled_whole_year, doubled_until_left, doubled_until_signed))
    given: Given = {"monthly_wage": money(dice, 2000, 30000), **maker(dice)}
    return {"given": given}


def doubled_whole_year(dice: Random) -> Given:
    first = start_day(dice, date(2005, 1, 1), date(2025, 10, 31))
    given: Given = {"employed_from": first}
    if first >= date(2023, 12, 1) and dice.random() < 0.7:
        given["applied_on"] = min(same_day_later(first, dice.randint(12, 23)), TODAY)
    return given


def doubled_until_left(dice: Random) -> Given:
    first = start_day(dice, date(2025, 1, 1), date(2026, 8, 1)).replace(day=1)
    months = dice.randint(0, min(11, (TODAY.year - first.year) * 12 + TODAY.month - first.month - 1))  # fmt: skip
    begun = same_day_later(first, months)
    return {"employed_from": first, "employed_to": begun.replace(day=dice.randint(1, SAFE_DAY))}


def doubled_until_signed(dice: Random) -> Given:
    first = start_day(dice, date(2024, 1, 1), date(2026, 3, 1))
    return {"employed_from": first, "contract_signed_on": same_day_later(first, dice.randint(0, 8))}


def trial(dice: Random) -> Case:
    contract = dice.choice((2, 3, 6, 11, 12, 24, 35, 36, 60))
    agreed = dice.randint(1, min(12, contract))
    return {
        "given": {
            "contract_months": contract,
            "agreed_probation_months": agreed,
            "served_probation_months": dice.randint(0, agreed),
            "regular_monthly_wage": money(dice, 2000, 30000),
        }
    }


def hours(dice: Random, most: int) -> Any:
    return dice.choice((0, dice.randint(0, most), f"{dice.randint(0, most)}.5"))


def overtime(dice: Random) -> Case:
    given: Given = {"monthly_wage": money(dice, 1500, 50000), "weekday_hours": hours(dice, 120)}
    return {"given": given | {"rest_day_hours": hours(dice, 90), "public_holiday_hours": hours(dice, 60)}}  # fmt: skip


def floor(dice: Random) -> Case:
    return {"given": {"local_minimum_wage": money(dice, 1500, 3000)}}


def deduction(dice: Random) -> Case:
    return {"given": {"monthly_wage": money(dice, 1500, 9000), "local_minimum_wage": money(dice, 1800, 2740)}}  # fmt: skip


def disability(dice: Random) -> Case:
    return {"given": {"grade": dice.randint(1, 10), "insured_monthly_wage": money(dice, 2000, 40000)}}  # fmt: skip


def death(dice: Random) -> Case:
    return {"given": {"accident_year": dice.randint(2022, 2030)}}


def illness(dice: Random) -> Case:
    total = dice.randint(0, 40)
    return {"given": {"total_service_years": total, "employer_service_years": dice.randint(0, total)}}  # fmt: skip


def unemployed(dice: Random) -> Case:
    region = dice.choice(({}, {"region": "510104"}, {"region": "110105"}, {"region": "310115"}))
    return {"given": {"contribution_years": dice.choice((dice.randint(0, 35), "4.5", "9.5"))}, **region}  # fmt: skip


def retirement(dice: Random) -> Case:
    track = dice.choice(("male_60", "female_55", "female_50"))
    born = f"{dice.randint(1960, 1999)}-{dice.randint(1, 12):02d}"
    return {"given": {"sex": track.split("_")[0], "birth_month": born, "track": track}}


def lowest_wage(dice: Random) -> Case:
    region = dice.choice(sorted(PLACES))
    known = date.fromisoformat(PLACES[region][2])
    return {"given": {"region": region}, "today": some_day(dice, known, TODAY)}


def calendar(dice: Random) -> Case:
    return {"given": {"year": dice.choice((2025, 2026, 2027, 2028, 2030))}}


MAKERS: dict[str, Callable[[Random], Case]] = {
    "economic_compensation": service, "unlawful_dismissal_compensation": service,
    "payment_in_lieu_of_notice": notice, "annual_leave_pay": leave,
    "non_competition_compensation": competition, "training_bond": bond, "double_wages": doubled,
    "probation_compensation": trial, "overtime_pay": overtime, "sick_pay_floor": floor,
    "wage_deduction_limit": deduction, "final_award": floor, "disability_lump_sum": disability,
    "death_lump_sum": death, "medical_treatment_period": illness,
    "unemployment_months": unemployed, "retirement_month": retirement,
    "minimum_wage": lowest_wage, "holidays": calendar,
}  # fmt: skip

ENDED = ("unlawful_dismissal", "economic_compensation", "annual_leave", "wage_arrears", "overtime_pay", "minimum_wage", "construction_wage_arrears", "employment_relationship")  # fmt: skip
PAPERS = ("award_received", "final_award_received", "assessment_received", "agreement_effective", "performance_due")  # fmt: skip


def dispute(dice: Random) -> Given:
    """Facts of one dispute, with the dates its limit hangs on."""
    maker = dice.choice((ended, told, unpaid_and_employed, unwritten, hurt, fined, inspected, served, papers))  # fmt: skip
    return {"region": "510114", "worker_kind": "employee", **maker(dice)}


def when(dice: Random) -> Any:
    """A day, or now and then a month or a year alone."""
    day = some_day(dice, date(2023, 1, 1), TODAY)
    return dice.choice((day, day, day, day, f"{day:%Y-%m}", f"{day:%Y}"))


def ended(dice: Random) -> Given:
    return {"dispute_kinds": [dice.choice(ENDED)], "employed_to": when(dice), "still_employed": False}  # fmt: skip


def told(dice: Random) -> Given:
    last = some_day(dice, date(2023, 1, 1), TODAY)
    facts: Given = {"dispute_kinds": ["unlawful_dismissal"], "event_kind": "dismissal_notice"}
    facts["event_date"] = some_day(dice, date(2023, 1, 1), TODAY)
    return facts | {"employed_to": last, "still_employed": False}


def unpaid_and_employed(dice: Random) -> Given:
    return {"dispute_kinds": [dice.choice(("wage_arrears", "overtime_pay"))], "still_employed": True}  # fmt: skip


def unwritten(dice: Random) -> Given:
    first = start_day(dice, date(2005, 1, 1), date(2026, 9, 1))
    return {"dispute_kinds": ["no_written_contract"], "employed_from": first, "still_employed": True}  # fmt: skip


def hurt(dice: Random) -> Given:
    kind = dice.choice(("injury", "diagnosis"))
    dispute = "occupational_disease" if kind == "diagnosis" else "work_injury_determination"
    return {"dispute_kinds": [dispute], "event_kind": kind, "event_date": when(dice)}


def fined(dice: Random) -> Given:
    facts: Given = {"dispute_kinds": ["wage_deduction"], "event_kind": "other"}
    return facts | {"event_date": when(dice)} | perhaps(dice, "employed_to", TODAY)


def inspected(dice: Random) -> Given:
    return {"dispute_kinds": ["wage_arrears"], "event_kind": "wage_due", "event_date": when(dice)}


def served(dice: Random) -> Given:
    facts: Given = {"dispute_kinds": ["service_contract"], "worker_kind": "self_employed"}
    return facts | {"event_kind": "wage_due", "event_date": when(dice)}


def papers(dice: Random) -> Given:
    kind = dice.choice(PAPERS)
    dispute = {"performance_due": "enforcement", "assessment_received": "work_injury_benefits"}
    day = some_day(dice, date(2023, 1, 1), TODAY)
    return {"dispute_kinds": [dispute.get(kind, "wage_arrears")], "event_kind": kind, "event_date": day}  # fmt: skip
