"""还差我多少, where pay is owed: the sum by what was told, or the one thing that is missing for it."""

from decimal import Decimal

from bot.dialogue.calculation import tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.asking import ask
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward import ways
from bot.dialogue.state import DialogueState
from bot.dialogue.told import sides
from bot.dialogue.told.facts import keep, question_for
from bot.dialogue.turn import Turn, lasting_button
from knowledge.law.money import plain as in_words

MOST_DAYS, WORK_DAYS, YUAN = 30, Decimal("21.75"), Decimal(1)
"""Days by which a month is divided: all of them, and the paid ones of five days a week."""
MONTHS, WAGE = "months_owed", "monthly_wage"


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The sum or the question; None where no pay is owed, or something else is asked for."""
    folded = scene.content.extractor.script.fold(text)
    of_pay = scene.content.intents.sums.what_if.asks_of_pay(folded)
    if state.dispute_kind not in tallying.ARREARS or not of_pay or state.stage != "intake":
        return None
    told = _by_months(state)
    if tallying.TOTAL in told.answers:
        return _shown(told, scene)
    if (part := _part_of_month(told, scene)) is not None:
        return part
    missing = _missing(told, scene)
    turn = ask(told.changed(calculation=None), question_for(told, missing, scene), scene)
    return echoing.led(turn, scene.say("owed_missing"))


def _by_months(state: DialogueState) -> DialogueState:
    """One month at the wage, too, where it is asked for; several were worked out when told."""
    facts = state.facts()
    months, wage = facts.get(MONTHS), facts.get(WAGE)
    if tallying.TOTAL in facts or months is None or wage is None:
        return state
    return keep(state, tallying.TOTAL, Decimal(str(months)) * Decimal(str(wage)), str(wage))


def _part_of_month(state: DialogueState, scene: Scene) -> Turn | None:
    """一个月七千二, 干了二十六天: the days at the wage, both ways it is counted."""
    facts, tally = state.facts(), scene.content.intents.manners.tally
    said = tally.days_in(scene.content.extractor.script.fold(state.story))
    days = scene.content.extractor.numerals.read(said) if said else None
    if WAGE not in facts or MONTHS in facts or days is None or not 0 < days < MOST_DAYS:
        return None
    wage = Decimal(str(facts[WAGE]))
    text = scene.say(
        "part_of_month",
        wage=in_words(wage),
        days=in_words(days),
        by_thirty=in_words((wage / MOST_DAYS * days).quantize(YUAN)),
        by_work_days=in_words(min(wage, wage / WORK_DAYS * days).quantize(YUAN)),
    )
    return present(state, scene).after(Reply(text))


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
        several=isinstance(people, int) and people > 1,
        first=ways.first(state, scene),
    )
    reply = Reply(text, (lasting_button("sums", scene.label("other_sum")),))
    return present(echoing.said(state, (tallying.TOTAL,)), scene).after(reply)
