"""What may be owed by what the worker told: the values, the working, the lines shown."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState, Plain
from bot.dialogue.told.standing import is_over_age, works_for_firm
from intents.sums import Sum
from knowledge.law.calculation_lines import joint_lines, outcome
from knowledge.law.calculation_rules import RULES
from knowledge.law.explanation import Explanation
from knowledge.law.given import KINDS, GivenFault

LEAVING = frozenset({"dismissal_notice", "last_working_day", "contract_end"})
"""Events whose day ends the service where no last day was told."""
NOTICE, DISMISSAL = "dismissal_notice", "unlawful_dismissal"
PROBATION = "probation"
PROTECTED = frozenset({"maternity_protection", "discrimination", PROBATION})
"""Matters in which who is sent away claims what a dismissal costs."""
COMPENSATION = "economic_compensation"
MAY_LEAVE = frozenset({"transfer_or_pay_cut", "resignation", "social_insurance"})
"""Matters in which a worker may leave for the employer's fault, with compensation."""
DOUBLE_WAGES, SIGNED, SIGNED_ON = "double_wages", "has_written_contract", "contract_signed_on"
RESIGNATION, FORCED = "resignation", "forced"
FAULTS = frozenset({"wage_arrears", "social_insurance", "overtime_pay", "transfer_or_pay_cut"})
"""Of a resignation: faults of the employer for which compensation may be asked."""
FORCING = FAULTS | {"wage_deduction", "construction_wage_arrears"}
"""Faults for which who leaves may ask compensation (劳动合同法 38), whatever the matter is."""
OF_EMPLOYEES = frozenset(
    {"dismissal", "compensation", "overtime", DOUBLE_WAGES, "annual_leave", PROBATION}
)
"""Sums that only an employee is owed."""
OF_CONTRACT = frozenset({"dismissal", "compensation", DOUBLE_WAGES})
"""Sums that rest on a labour contract, which who is past the age of retirement has not (超龄劳动者规定 2, 8)."""
YEARS = frozenset({"year", "accident_year"})
"""Values of which only the year counts, told as a date."""
MOST_WORKING = 8
"""Lines of the working, so that with its opening and its end a result keeps to ten."""

Results = tuple[tuple[str, Explanation], ...]


@dataclass(frozen=True, slots=True)
class BadValue(Exception):
    """A fact whose value can't be used, and the sentence that says how to mend it."""

    fact: str
    sentence: str


def current_sum(state: DialogueState, scene: Scene) -> Sum | None:
    """The sum being worked out; None where none is, or the content no longer holds it."""
    calculation = state.calculation
    return scene.content.intents.sums.by_id.get(calculation.id) if calculation else None


def fitting(state: DialogueState, scene: Scene) -> Sum | None:
    """The sum that fits what was talked about; for who is sent away while protected, that of the
    dismissal."""
    facts = state.facts()
    told = facts.get("dispute_kinds")
    sent_away = facts.get("event_kind") == NOTICE and state.dispute_kind in PROTECTED
    first = DISMISSAL if sent_away and state.dispute_kind == PROBATION else None
    kinds = (
        first,
        state.help_offered_for,
        state.dispute_kind,
        *(told if isinstance(told, tuple) else ()),
        DISMISSAL if sent_away else None,
    )
    found = (scene.content.intents.sums.for_kind(kind) for kind in kinds if kind)
    of_kind = next((each for each in found if each and not is_barred(each, state, scene)), None)
    return of_kind or (_when_leaving(state, scene) if works_for_firm(state, scene) else None)


def is_barred(sum_: Sum, state: DialogueState, scene: Scene) -> bool:
    """What only an employee of a firm is owed, or who has a labour contract, of others and past the age of
    retirement; double wages beside another matter, of who signed a contract and tells no later day of it."""
    if sum_.id in OF_EMPLOYEES and not works_for_firm(state, scene):
        return True
    if sum_.id in OF_CONTRACT and is_over_age(state):
        return True
    beside = sum_.id == DOUBLE_WAGES and state.dispute_kind not in sum_.fits
    return beside and state.facts().get(SIGNED) is True and SIGNED_ON not in state.answers


def _when_leaving(state: DialogueState, scene: Scene) -> Sum | None:
    """What who goes for the employer's fault may ask, where the service and the wage are known."""
    facts = state.facts()
    known = {"employed_from", "monthly_wage"} <= facts.keys()
    kinds = facts.get("dispute_kinds")
    wronged = facts.get("leaving_step") == FORCED or FAULTS & set(
        kinds or () if isinstance(kinds, tuple) else ()
    )
    leaves = state.dispute_kind in MAY_LEAVE and known
    if state.dispute_kind == RESIGNATION and not wronged:
        return None
    return scene.content.intents.sums.for_kind(COMPENSATION) if leaves else None


def is_forced(state: DialogueState) -> bool:
    """Whether a fault of the employer was told for which compensation may be asked on leaving."""
    named = state.facts().get("dispute_kinds")
    return bool(FORCING & {state.dispute_kind, *(named if isinstance(named, tuple) else ())})


def known_facts(state: DialogueState, today: date) -> dict[str, Plain]:
    """The told facts with what follows from them, under what is supposed and without the skipped."""
    told = state.facts()
    derived = _derived(told, today)
    calculation = state.calculation
    if calculation is None:
        return derived | told
    kept = {k: v for k, v in (derived | told).items() if k not in calculation.skipped}
    return kept | calculation.supposed


def _derived(told: dict[str, Plain], today: date) -> dict[str, Plain]:
    """The last day at work, from the day of the notice or because it has not come yet."""
    found: dict[str, Plain] = {}
    event, day = told.get("event_kind"), told.get("event_date")
    if told.get("still_employed") is True:
        found["employed_to"] = today.isoformat()
    if event in LEAVING and day is not None:
        found["employed_to"] = day
    if event == "injury" and day is not None:
        found["accident_year"] = day
    return found


def work_out(state: DialogueState, sum_: Sum, scene: Scene) -> Results:
    """Every rule of the sum; raises BadValue for facts that can't be together."""
    facts = known_facts(state, scene.today)
    region = facts.get("region")
    knowledge = scene.content.knowledge
    results = []
    for rule in sum_.rules:
        try:
            found = knowledge.calculate(
                rule,
                given_of(rule, facts, scene),
                region if isinstance(region, str) else None,
                scene.today,
            )
        except GivenFault as fault:
            raise _bad(fault, scene) from None
        results.append((rule, found))
    return tuple(results)


def given_of(rule: str, facts: dict[str, Plain], scene: Scene) -> dict[str, str]:
    """The values a rule asks for, as far as the facts tell them."""
    sums = scene.content.intents.sums
    told = {
        key: facts.get(fact)
        for key in (*RULES[rule].needs, *RULES[rule].uses)
        if (fact := sums.told(key)) != "region"
    }
    return {key: _value(key, value) for key, value in told.items() if value is not None}


def _value(key: str, value: Plain) -> str:
    return str(value)[:4] if key in YEARS else str(value)


def check_value(sum_: Sum, fact: str, value: Plain, scene: Scene) -> None:
    """Raise BadValue where no rule of the sum could use the value."""
    sums = scene.content.intents.sums
    for rule in sum_.rules:
        for key in (*RULES[rule].needs, *RULES[rule].uses):
            if sums.told(key) == fact and fact != "region":
                try:
                    KINDS[key](key, _value(key, value))
                except GivenFault as fault:
                    raise _bad(fault, scene) from None


def _bad(fault: GivenFault, scene: Scene) -> BadValue:
    words = scene.content.knowledge.calculation_basis.words
    fact = scene.content.intents.sums.told(fault.key)
    return BadValue(fact, words.refusal(fault.code, fault.key, fault.said))


def working(results: Results, scene: Scene) -> tuple[str, ...]:
    """The outcomes, the steps, the articles and what was assumed or is missing."""
    knowledge = scene.content.knowledge
    words = knowledge.calculation_basis.words
    return joint_lines(results, words, knowledge.citation_text, MOST_WORKING)


def is_known(found: Explanation) -> bool:
    """Whether there is anything to show: a sum, a bound, or a month."""
    bounds = (found.amount, found.low, found.high)
    return any(bound is not None for bound in bounds) or any(found.also.values())


def claimable(results: Results) -> tuple[Decimal, ...]:
    """What may be claimed: of each rule in yuan the sum, or the higher reading."""
    tops = [
        found.amount if found.amount is not None else found.high
        for rule, found in results
        if RULES[rule].unit == "yuan"
    ]
    return tuple(dict.fromkeys(top for top in tops if top))


def calculated_lines(state: DialogueState, scene: Scene, *, whole: bool) -> tuple[str, ...]:
    """The sums shown so far by what is told now: their outcomes, or their `whole` working."""
    words = scene.content.knowledge.calculation_basis.words
    told = state.changed(calculation=None)
    lines: list[str] = []
    for id in state.calculated:
        sum_ = scene.content.intents.sums.by_id.get(id)
        results = _or_none(told, sum_, scene) if sum_ else ()
        if whole and results:
            lines += working(results, scene)
        else:
            lines += [outcome(rule, found, words) for rule, found in results]
    return tuple(lines)


def _or_none(state: DialogueState, sum_: Sum, scene: Scene) -> Results:
    try:
        results = work_out(state, sum_, scene)
    except BadValue:
        return ()
    return tuple((rule, found) for rule, found in results if is_known(found))
