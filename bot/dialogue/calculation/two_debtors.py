"""租车公司押金8000不退 平台还有余额1560, 中介收了2000介绍费: sums that two owe are never added."""

from bot.dialogue.calculation.said_sums import clauses
from bot.dialogue.calculation.totals import TOTAL, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import leased, sides
from bot.dialogue.told.facts import forget, keep
from knowledge.law.money import plain

SERVICE, HOUSEHOLD = "service_contract", "domestic"


def of_one(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """租车公司押金8000不退 平台还有余额1560: of two debtors' sums, read as one, that of the matter."""
    total, said = total_of(state), state.answers[TOTAL].said
    deposit, balance = leased.deposit(text, scene), leased.balance(state, text, scene)
    both = balance is not None and deposit is not None and total == deposit + balance
    if both and leased.is_matter(state, text, scene):
        return keep(state, TOTAL, deposit, said)
    if deposit is None or not leased.is_told(state, text, scene):
        return state
    if not is_said(f"{total - deposit:.2f}", text, scene):
        return state
    return keep(keep(state, TOTAL, total - deposit, said), sides.DEPOSIT, deposit, said)


def without_agency(before: DialogueState, text: str, scene: Scene) -> tuple[DialogueState, str]:
    """上户时交了1000保证金, of who works for a household: what the agency took is asked of it, and is no pay;
    the state without it and the other words."""
    names = scene.content.intents.sums.asked.names
    at_home = before.facts().get("worker_kind") == HOUSEHOLD or names("household", before.story)
    if before.dispute_kind != SERVICE and not at_home:
        return before, text
    own = [clause for clause in clauses(text) if not names("by_agency", clause)]
    if len(own) == len(clauses(text)):
        return before, text
    rest, total = " ".join(own), before.answers.get(TOTAL)
    taken = total is not None and total.said in text and not is_said(total_of(before), rest, scene)
    return (forget(before, TOTAL) if taken else before), rest


def lent(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """押金8000 他要扣5600, of who let the car: the deposit less what came back, whatever is to be deducted."""
    standpoint, fold = scene.content.intents.manners.standpoint, scene.content.extractor.script.fold
    of_lease = leased.is_lessor(state, text, scene)
    deposit, total = leased.deposit(text, scene) if of_lease else None, state.answers.get(TOTAL)
    if deposit is None or state.parts or (total is not None and total.said not in text):
        return state
    said = standpoint.returned_in(fold(text))
    back = scene.content.extractor.money.bare(said) if said else None
    if back is None or back >= deposit:
        return keep(state, TOTAL, deposit, text.strip())
    parts = ((f"＋{plain(deposit)}", str(deposit)), (f"－{plain(back)}", str(-back)))
    return keep(state.changed(parts=parts), TOTAL, deposit - back, text.strip())


def is_of_other(clause: str, state: DialogueState, scene: Scene) -> bool:
    """Whether the sum in the clause is another's debt: the lessor's, or the platform's beside the lessor's."""
    of_lessor = scene.content.intents.manners.tally.is_of_other_debtor(clause)
    return of_lessor or (
        leased.is_of_account(clause, scene) and leased.is_matter(state, clause, scene)
    )


def is_said(value: object, text: str, scene: Scene) -> bool:
    """Whether a sum stands in the words, and was not worked out of days and their pay."""
    sums = scene.content.extractor.money.find(scene.content.extractor.script.fold(text), [])
    return value in [each.value for each in sums]
