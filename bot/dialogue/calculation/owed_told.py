"""还差我多少, where pay is owed: the sum by what was told, or the one thing that is missing for it."""

from decimal import Decimal

from bot.dialogue.calculation import awarded, payments, tallying
from bot.dialogue.calculation.of_law import PAID_DAYS, number
from bot.dialogue.calculation.said_sums import clauses, yuan
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.asking import ask
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward import ways
from bot.dialogue.state import DialogueState
from bot.dialogue.told import leased, sides
from bot.dialogue.told.facts import keep, question_for, shown
from bot.dialogue.turn import Turn, lasting_button
from knowledge.law.money import plain as in_words

MOST_DAYS, YUAN = 30, Decimal(1)
"""Days by which a month of work without rest days is divided."""
OF_STANDING = frozenset({"intern_or_student", "over_retirement_age"})
"""Matters that are no more than who the worker is."""
MONTHS, WAGE = "months_owed", "monthly_wage"


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The sum or the question; None where no pay is owed, or something else is asked for."""
    folded = scene.content.extractor.script.fold(text)
    of_pay = scene.content.intents.sums.what_if.asks_of_pay(folded)
    worked_out = tallying.WORKED_OUT | {awarded.ENFORCEMENT}
    known = state.dispute_kind in worked_out and tallying.TOTAL in state.answers
    if not (known or _is_owed_pay(state)) or not of_pay:
        return None
    if state.stage != "intake":
        return None
    told = tallying.by_story(_by_months(state, scene), scene)
    by_days = tallying.TOTAL not in told.answers or _is_of_days(told)
    if by_days and (part := _part_of_month(told, scene)) is not None:
        return part
    if tallying.TOTAL in told.answers:
        return _shown(told, scene)
    missing = _missing(told, scene)
    turn = ask(told.changed(calculation=None), question_for(told, missing, scene), scene)
    return echoing.led(turn, scene.say("owed_missing"))


def _is_owed_pay(state: DialogueState) -> bool:
    """Whether the matter is pay that did not come, or was told with it by a student or past the age of retirement."""
    if state.dispute_kind in tallying.ARREARS:
        return True
    named = state.facts().get("dispute_kinds")
    told = tallying.ARREARS & set(named if isinstance(named, tuple) else ())
    sent_away = state.facts().get("over_age_matter") == "dismissed"
    return state.dispute_kind in OF_STANDING and bool(told) and not sent_away


def _by_months(state: DialogueState, scene: Scene) -> DialogueState:
    """One month at the wage, too, where it is asked for; several were worked out when told. A deposit
    that was all the total so far comes to it (十月工资没发 押金一千不退)."""
    facts = state.facts()
    months, wage = facts.get(MONTHS), facts.get(WAGE)
    total = facts.get(tallying.TOTAL)
    if months is None or wage is None:
        return state
    made = Decimal(str(months)) * Decimal(str(wage))
    if total is None:
        return keep(state, tallying.TOTAL, made, str(wage))
    deposit = _deposit(state, scene)
    if deposit is None or state.parts or deposit != Decimal(str(total)):
        return state
    part = (f"＋{in_words(deposit)}", str(deposit))
    return keep(state.changed(parts=(part,)), tallying.TOTAL, made + deposit, str(wage))


def deposit_anew(state: DialogueState, name: str, words: str, scene: Scene) -> DialogueState | None:
    """The total with the deposit in it as it is told now; None where none is a part of it."""
    tally, money = scene.content.intents.manners.tally, scene.content.extractor.money
    old, new = _deposit(state, scene), money.bare(scene.content.extractor.script.fold(words))
    if not tally.names_deposit(name + words) or new is None:
        return None
    before = (f"＋{in_words(old)}", str(old)) if old is not None else None
    if before is None or before not in state.parts or tallying.TOTAL not in state.answers:
        told = sides.DEPOSIT in state.answers
        return keep(state, sides.DEPOSIT, new, words) if told else None
    if old is None:
        return None
    after = (f"＋{in_words(new)}", str(new))
    parts = tuple(after if part == before else part for part in state.parts)
    total = Decimal(str(state.answers[tallying.TOTAL].value)) - old + new
    return keep(state.changed(parts=parts), tallying.TOTAL, total, words)


def _deposit(state: DialogueState, scene: Scene) -> Decimal | None:
    extractor, tally = scene.content.extractor, scene.content.intents.manners.tally
    said = tally.sides_in(extractor.script.fold(state.story)).get(sides.DEPOSIT)
    return extractor.money.bare(said) if said else None


def _part_of_month(state: DialogueState, scene: Scene) -> Turn | None:
    """一个月七千二, 干了二十六天: the days at the wage, both ways it is counted."""
    facts, tally = state.facts(), scene.content.intents.manners.tally
    said = tally.days_in(scene.content.extractor.script.fold(state.story))
    days = scene.content.extractor.numerals.read(said) if said else None
    if WAGE not in facts or MONTHS in facts or days is None or not 0 < days < MOST_DAYS:
        return None
    wage, paid_days = Decimal(str(facts[WAGE])), number(PAID_DAYS, scene)
    text = scene.say(
        "part_of_month",
        wage=in_words(wage),
        days=in_words(days),
        by_thirty=in_words((wage / MOST_DAYS * days).quantize(YUAN)),
        paid_days=in_words(paid_days),
        by_work_days=in_words(min(wage, wage / paid_days * days).quantize(YUAN)),
    )
    return present(state, scene).after(Reply(text))


def _is_of_days(state: DialogueState) -> bool:
    """Whether the total is nothing but days of a month by thirty, which may be counted otherwise."""
    return len(state.parts) == 1 and f"÷{MOST_DAYS}×" in state.parts[0][0]


def _missing(state: DialogueState, scene: Scene) -> str:
    """The one fact with which the sum can be worked out, else the sum itself."""
    facts = state.facts()
    if WAGE in facts and MONTHS not in facts:
        return MONTHS
    by_day = sides.daily_wage(state, scene) is not None
    return WAGE if MONTHS in facts and WAGE not in facts and not by_day else tallying.TOTAL


def _shown(state: DialogueState, scene: Scene) -> Turn:
    named = dict(echoing.items(state, (tallying.TOTAL,), scene))
    people = state.facts().get("people_count")
    text = scene.say(
        "owed_so_far",
        amount="".join(named.values()),
        odd=any(f"÷{MOST_DAYS}" in working for working, _ in state.parts),
        several=isinstance(people, int) and people > 1,
        first=ways.first(state, scene),
        apart=apart(state, scene),
        less=_perhaps_less(state, scene),
    )
    reply = Reply(text, (lasting_button("sums", scene.label("other_sum")),))
    return present(echoing.said(state, (tallying.TOTAL,)), scene).after(reply)


def apart(state: DialogueState, scene: Scene) -> dict[str, str | None]:
    """What somebody else owes, by who it is: the deposit of who let the car, the balance of a platform."""
    told = state.facts().get(sides.DEPOSIT) if leased.is_told(state, "", scene) else None
    of_lease = leased.is_matter(state, "", scene)
    balance = leased.balance(state, "", scene) if of_lease else None
    in_yuan = None if balance is None else f"{balance:.2f}"
    return {
        "deposit": None if told is None else shown(sides.DEPOSIT, told, scene),
        "balance": None if in_yuan is None else shown(tallying.TOTAL, in_yuan, scene),
    }


def _perhaps_less(state: DialogueState, scene: Scene) -> dict[str, str] | None:
    """欠我42000 预支过5000: what came, and what is left if it is not taken off yet; None where that is clear."""
    tally, fold = scene.content.intents.manners.tally, scene.content.extractor.script.fold
    total = Decimal(str(state.facts()[tallying.TOTAL]))
    if payments.working(state) or tally.left_in(fold(state.story)):
        return None
    said = (tally.paid_in(clause) for clause in clauses(fold(state.story)))
    sums = {sum_ for each in said if each and (sum_ := yuan(each, scene)) is not None}
    paid = sums.pop() if len(sums) == 1 else None
    if paid is None or paid >= total:
        return None
    return {"paid": in_words(paid), "rest": in_words(total - paid)}
