"""A case as the conditions of the table see it: words told, and signs worked out from facts and limits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.law.case_facts import CaseFacts
from knowledge.law.deadlines import Deadline, over_age_rules_apply

GROUP_FROM = 10
"""Ten workers with a common claim (调解仲裁法 7)."""
MANY_CLAIMS_FROM = 3
NEAR_DAYS = 30
WEEK = 7
"""Legal aid may be given at once where less is left to sue or to apply (法律援助法 44)."""

_NO_CLAIMS = frozenset({"over_retirement_age", "intern_or_student", "other"})
"""Dispute kinds that say who works, or nothing, and so are no claim of their own."""

_ARBITRATION = ("arbitration_limitation", "wage_arbitration_limitation")
_TO_SUE = (*_ARBITRATION, "litigation_after_award", "civil_limitation")


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts of a case and its limits on one day."""

    facts: CaseFacts
    deadlines: tuple[Deadline, ...]
    today: date
    controlled: bool = False


def signs_of(situation: Situation) -> frozenset[str]:
    """The names of the signs that hold."""
    return frozenset(name for name, holds in SIGNS.items() if holds(situation))


def _days(situation: Situation, *kinds: str) -> list[int]:
    return [
        limit.days_left
        for limit in situation.deadlines
        if limit.days_left is not None and (not kinds or limit.kind in kinds)
    ]


def _near(days: list[int], within: int = NEAR_DAYS) -> bool:
    return any(0 <= left <= within for left in days)


def _claims(situation: Situation) -> int:
    """How many claims are made; a site's wages are wages."""
    kinds = set(situation.facts.dispute_kinds) - _NO_CLAIMS
    return len(kinds - {"wage_arrears"} if "construction_wage_arrears" in kinds else kinds)


def _group(situation: Situation) -> bool:
    return (situation.facts.people_count or 0) >= GROUP_FROM


def _many_claims(situation: Situation) -> bool:
    return _claims(situation) >= MANY_CLAIMS_FROM


def _one_claim(situation: Situation) -> bool:
    return _claims(situation) == 1


def _sum_clear(situation: Situation) -> bool:
    facts = situation.facts
    told = _above_zero(facts.amount_claimed)
    return told or (_above_zero(facts.months_owed) and _above_zero(facts.monthly_wage))


def _above_zero(number: str | None) -> bool:
    return number is not None and Decimal(number) > 0


def _employer_named(situation: Situation) -> bool:
    return situation.facts.employer is not None


def _arbitration_near(situation: Situation) -> bool:
    return _near(_days(situation, *_ARBITRATION))


def _arbitration_past(situation: Situation) -> bool:
    return any(left < 0 for left in _days(situation, *_ARBITRATION))


def _inspection_past(situation: Situation) -> bool:
    return any(left < 0 for left in _days(situation, "inspection_limitation"))


def _injury_near(situation: Situation) -> bool:
    return _near(_days(situation, "injury_application_worker"))


def _civil_near(situation: Situation) -> bool:
    return _near(_days(situation, "civil_limitation"))


def _some_limit_near(situation: Situation) -> bool:
    return _near(_days(situation))


def _limit_within_week(situation: Situation) -> bool:
    return _near(_days(situation, *_TO_SUE), WEEK - 1)


def _confirmation_past(situation: Situation) -> bool:
    return any(left < 0 for left in _days(situation, "judicial_confirmation"))


def _injury_past(situation: Situation) -> bool:
    return any(left < 0 for left in _days(situation, "injury_application_worker"))


def _some_limit_past(situation: Situation) -> bool:
    return any(left < 0 for left in _own_days(situation))


def _own_days(situation: Situation) -> list[int]:
    """The days left of the limits the worker must keep."""
    return [
        limit.days_left
        for limit in situation.deadlines
        if limit.for_worker and limit.days_left is not None
    ]


def _over_age_rules(situation: Situation) -> bool:
    return over_age_rules_apply(situation.facts.dates, situation.today)


def _written_contract(situation: Situation) -> bool:
    return situation.facts.has_written_contract is True


def _controlled(situation: Situation) -> bool:
    return situation.controlled


def _nothing_told(situation: Situation) -> bool:
    return not situation.facts.dispute_kinds


def _place_unknown(situation: Situation) -> bool:
    return situation.facts.region is None


def _injured(situation: Situation) -> bool:
    return situation.facts.injured is True


SIGNS: Mapping[str, Callable[[Situation], bool]] = {
    "group": _group,
    "many_claims": _many_claims,
    "one_claim": _one_claim,
    "sum_clear": _sum_clear,
    "employer_named": _employer_named,
    "arbitration_limit_near": _arbitration_near,
    "arbitration_limit_past": _arbitration_past,
    "inspection_limit_past": _inspection_past,
    "injury_limit_near": _injury_near,
    "injury_limit_past": _injury_past,
    "civil_limit_near": _civil_near,
    "confirmation_past": _confirmation_past,
    "some_limit_near": _some_limit_near,
    "limit_within_week": _limit_within_week,
    "some_limit_past": _some_limit_past,
    "over_age_rules": _over_age_rules,
    "written_contract": _written_contract,
    "controlled": _controlled,
    "nothing_told": _nothing_told,
    "injured": _injured,
    "place_unknown": _place_unknown,
}
"""The closed vocabulary of signs. Two more are set in reading the table: `no_first_yet` while no
row has given a first way, and `first_given` once one has."""

READING_SIGNS = ("no_first_yet", "first_given")
