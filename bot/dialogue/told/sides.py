"""What is told beside the matter and is kept apart from it: a deposit taken, medical costs, what was
paid towards them, an age, the pay of a day, a base wage beside what is earned on the whole."""

from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.told.relating import SPEAKS_FOR

DEPOSIT, AGE, BASE, DAILY = "deposit_paid", "age", "base_wage", "daily_wage"
DEPOSITS = frozenset({"deposit_or_documents"})
"""Matters whose claim is the deposit itself."""
PAID = "paid_so_far"
OF_INJURY = frozenset({"medical_cost", PAID})
KEYS = OF_INJURY | {DEPOSIT, AGE, BASE, DAILY}
INJURIES = frozenset(
    {
        "work_injury_determination",
        "work_injury_benefits",
        "platform_injury",
        "occupational_disease",
        "over_retirement_age",
        "death_benefit",
    }
)
TREATED = INJURIES - {"platform_injury", "death_benefit", "occupational_disease"}
"""Matters in which the firm reports the injury and the insurance pays the treatment."""
ACCOUNTS = frozenset({"platform_deactivation", "platform_deduction"})
"""Matters of somebody with a platform, where a deposit is held by an agreement."""
CONTRACT = "service_contract"
LEAST_SUM, YOUNGEST, OLDEST = Decimal(20), 12, 90
LEAST_DAY, MOST_DAY = Decimal(40), Decimal(3000)
"""Yuan that may be the pay of a day."""


def told(state: DialogueState, text: str, scene: Scene) -> dict[str, Answer]:
    """The facts of side matters by their key, once a matter is talked about."""
    if state.dispute_kind is None and not state.answers:
        return {}
    extractor, tally = scene.content.extractor, scene.content.intents.manners.tally
    folded = extractor.script.fold(text)
    read = extractor.read(text, scene.today)
    claimed, wage = read.get("amount_claimed"), read.get("monthly_wage")
    found: dict[str, Answer] = {}
    for key, said in tally.sides_in(folded).items():
        if key == AGE and SPEAKS_FOR not in state.answers and tally.is_age_of_kin(folded):
            continue
        value = _age(said, scene) if key == AGE else _sum(said, scene)
        same = claimed is not None and key != AGE and f"{claimed.value:.2f}" == value
        same = same and not (key == DEPOSIT and _is_besides(value, state))
        is_wage = key == PAID and wage is not None and f"{wage.value:.2f}" == value
        if is_wage or (key == DAILY and not _is_of_day(value)):
            continue
        if key == BASE and tally.tells_new_base(folded):
            continue
        if key == BASE and not _is_below(value, wage.value if wage else None, state):
            continue
        if value is not None and not same and _belongs(key, state):
            found[key] = Answer(value=value, said=said)
    return _but_paid_by_them(found)


def _but_paid_by_them(found: dict[str, Answer]) -> dict[str, Answer]:
    """老板押金交了五千: what the employer paid at the hospital is no deposit of the worker's, nor a bill."""
    paid = found.get(PAID)
    others = {DEPOSIT, *OF_INJURY} - {PAID}
    return {k: a for k, a in found.items() if k not in others or a.value != (paid and paid.value)}


def _is_besides(value: str | int | None, state: DialogueState) -> bool:
    """Whether a deposit comes to what is owed: of an account, or beside another sum told before."""
    total, months = state.facts().get("amount_claimed"), "months_owed" in state.answers
    of_wage = months and state.dispute_kind not in DEPOSITS
    return of_wage or state.dispute_kind in ACCOUNTS or (total is not None and total != value)


def is_age(text: str, value: object, scene: Scene) -> bool:
    """我17 12月才满18, whatever is asked: whether a number is the age the words tell."""
    folded = scene.content.extractor.script.fold(text)
    said = scene.content.intents.manners.tally.sides_in(folded).get(AGE)
    return said is not None and _age(said, scene) == value


def _is_below(base: str | int | None, told: object, state: DialogueState) -> bool:
    """Whether the base wage is told beside what is earned on the whole, and is less."""
    wage = told if told is not None else state.facts().get("monthly_wage")
    return base is not None and wage is not None and Decimal(str(base)) < Decimal(str(wage))


def base_wage(state: DialogueState, scene: Scene) -> str | None:
    """The base wage told beside the whole one, as "4500.00"; None where none was."""
    if BASE in state.answers:
        return str(state.answers[BASE].value)
    tally, fold = scene.content.intents.manners.tally, scene.content.extractor.script.fold
    said = tally.sides_in(fold(state.story)).get(BASE) if state.story else None
    base = _sum(said, scene) if said else None
    return base if _is_below(base, None, state) else None


def daily_wage(state: DialogueState, scene: Scene) -> Decimal | None:
    """The pay of one day told beside the matter, or in the story that began it, in yuan."""
    if DAILY in state.answers:
        return Decimal(str(state.answers[DAILY].value))
    tally, fold = scene.content.intents.manners.tally, scene.content.extractor.script.fold
    said = tally.sides_in(fold(state.story)).get(DAILY) if state.story else None
    value = _sum(said, scene) if said else None
    return Decimal(value) if value is not None and _is_of_day(value) else None


def _is_of_day(value: str | int | None) -> bool:
    return value is not None and LEAST_DAY <= Decimal(str(value)) <= MOST_DAY


def just_told(state: DialogueState, text: str) -> bool:
    """Whether one of these facts comes from the words, and is said back as such."""
    return any(answer.said in text for key, answer in state.answers.items() if key in KEYS)


def word(before: DialogueState, after: DialogueState, scene: Scene) -> str:
    """What is to be said of a deposit, or of what treatment cost, just told; empty where none was."""
    new = after.answers.keys() - before.answers.keys()
    if DEPOSIT in new:
        of_account = after.dispute_kind in ACCOUNTS | {CONTRACT}
        return scene.say("account_deposit_noted" if of_account else "deposit_noted")
    treated = new & OF_INJURY and not before.answers.keys() & OF_INJURY
    return scene.say("treatment_noted") if treated and after.dispute_kind in TREATED else ""


def _belongs(key: str, state: DialogueState) -> bool:
    if key in OF_INJURY:
        return state.dispute_kind in INJURIES or "injured" in state.answers
    return key != DEPOSIT or state.dispute_kind not in DEPOSITS


def _sum(said: str, scene: Scene) -> str | None:
    value = scene.content.extractor.money.bare(said)
    return f"{value:.2f}" if value is not None and value >= LEAST_SUM else None


def _age(said: str, scene: Scene) -> int | None:
    value = scene.content.extractor.numerals.read(said)
    return int(value) if value is not None and YOUNGEST <= value <= OLDEST else None
