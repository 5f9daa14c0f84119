"""What a sum of money is: a debt of the matter, or an offer, a counter-claim, a fine for each time."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.told import leased, sides
from intents.ledger import DEPOSIT, TAKEN

CLAIMS = ("amount_claimed", "monthly_wage")
PAY = frozenset({"wage_arrears", "construction_wage_arrears", "service_contract"})
"""Matters of pay, in which a sum that came is no debt."""
ARREARS, MONTHS = frozenset({"wage_arrears", "construction_wage_arrears"}), "months_owed"
"""Matters of whole months without pay."""
MEDICAL = frozenset(
    {
        "work_injury_determination",
        "work_injury_benefits",
        "platform_injury",
        "occupational_disease",
        "death_benefit",
        "over_retirement_age",
        "deposit_or_documents",
        "other",
    }
)
"""Matters whose claim may be a bill or a fee; in all others such a sum is no debt."""
OF_FINES = frozenset({"wage_deduction", "platform_deduction"})
"""Matters whose claim is what was taken, in whatever words."""
LEAST, LONGEST_BARE = Decimal(10), 8
"""Yuan below which a sum within a sentence is the price of a thing; characters of a bare answer."""
_CLAUSES = re.compile(r"[，。；;、！!,\s]+")


def of_matter(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """The facts told without a sum that the words give another part: 签了给我一千 is no claim. Before
    any matter is talked about such a sum still makes a story of the words (`tallying` drops it)."""
    named = [key for key in CLAIMS if key in told]
    if not named:
        return told
    if state.dispute_kind is None:
        rent = leased.rent_of_car(text, scene)
        wage = told.get(CLAIMS[1])
        is_rent = rent is not None and wage is not None and wage.value == f"{rent:.2f}"
        return {k: a for k, a in told.items() if k != CLAIMS[1]} if is_rent else told
    others = {f"{sum_:.2f}" for sum_ in _others(state, text, scene)}
    rents: list[Answer | None] = []
    if leased.is_lessor(state, text, scene):
        others -= {f"{held:.2f}" for held in (leased.deposit(text, scene),) if held is not None}
        rents = [] if leased.tells_earnings(text, scene) else [told.get(CLAIMS[1])]
    paid = {f"{sum_:.2f}" for sum_ in _paid(state, text, scene)}
    lent = {f"{sum_:.2f}" for sum_ in leased.sums(state, text, scene)}
    out = {
        CLAIMS[0]: others
        | paid
        | lent
        | _deposits(state, text, scene)
        | _besides_months(state, text, scene),
        CLAIMS[1]: others | lent,
    }
    return {
        key: a
        for key, a in told.items()
        if key not in named or (a.value not in out[key] and a not in rents)
    }


def is_other(state: DialogueState, key: str, value: object, text: str, scene: Scene) -> bool:
    """介绍费收了我1500, asked what is owed: whether the answer is such a sum."""
    if key not in CLAIMS or not isinstance(value, Decimal):
        return False
    if value < LEAST and len(text) > LONGEST_BARE:
        return True
    return not of_matter(state, {key: Answer(value=f"{value:.2f}", said=text)}, text, scene)


def kept(before: DialogueState, after: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state after words were read part by part, without such a sum either."""
    new = {k: answer for k, answer in after.answers.items() if before.answers.get(k) != answer}
    made = {CLAIMS[0]} if after.parts != before.parts else set()  # worked out, and not just said
    wrong = new.keys() - of_matter(after, new, text, scene).keys() - made
    left = {key: answer for key, answer in after.answers.items() if key not in wrong}
    return after.changed(answers=left) if wrong else after


def _paid(state: DialogueState, text: str, scene: Scene) -> Iterator[Decimal]:
    """给过9000: the sums, in yuan, that came, in clauses that speak of nothing owed."""
    extractor, manners = scene.content.extractor, scene.content.intents.manners
    clauses = _CLAUSES.split(extractor.script.fold(text)) if state.dispute_kind in PAY else []
    for clause in clauses:
        owed = manners.standpoint.tells_of_debt(clause)
        said = None if owed else manners.tally.paid_in(clause)
        sum_ = extractor.money.bare(said) if said else None
        if sum_ is not None:
            yield sum_


def _deposits(state: DialogueState, text: str, scene: Scene) -> set[str]:
    """押金还有800, of a rider who is asked about fines: what is held besides, in yuan."""
    if state.dispute_kind not in sides.ACCOUNTS or not state.asked:
        return set()
    folded = scene.content.extractor.script.fold(text)
    said = scene.content.intents.manners.tally.sides_in(folded).get(sides.DEPOSIT)
    sum_ = scene.content.extractor.money.bare(said) if said else None
    return set() if sum_ is None else {f"{sum_:.2f}"}


def _besides_months(state: DialogueState, text: str, scene: Scene) -> set[str]:
    """一个月4200 扣了我800, of months without pay: what was taken or kept besides is not all that is owed."""
    if state.dispute_kind not in ARREARS or MONTHS not in state.answers:
        return set()
    extractor, ledger = scene.content.extractor, scene.content.intents.manners.ledger
    folded = extractor.script.fold(text)
    found = ledger.entries(folded, extractor.money.find(folded))
    return {f"{each.sum:.2f}" for each in found if each.role in (DEPOSIT, TAKEN)}


def _others(state: DialogueState, text: str, scene: Scene) -> Iterator[Decimal]:
    """The sums, in yuan, that are no debt, in the whole of the words and in each clause."""
    extractor, tally = scene.content.extractor, scene.content.intents.manners.tally
    folded = extractor.script.fold(text)
    for words in dict.fromkeys((folded, *_CLAUSES.split(folded))):
        bill = tally.no_pay_in(words) if state.dispute_kind not in MEDICAL else None
        threat = None if state.dispute_kind in OF_FINES else tally.threatened_in(words)
        for said in (tally.not_owed_in(words), bill, threat):
            sum_ = extractor.money.bare(said) if said else None
            if sum_ is not None:
                yield sum_
