"""The one door of sums that are asked for: which of them the words mean, worked out from all that was told."""

import re
from collections.abc import Callable

from bot.dialogue.answers import meanwhile
from bot.dialogue.calculation import owed_told, treated_pay
from bot.dialogue.calculation.asked import (
    all_together,
    days_pay,
    holiday_pay,
    leave_pay,
    leaving,
    of_no_firm,
    offer,
    overtime_rate,
    pay_cut,
    rest_days,
)
from bot.dialogue.calculation.sum_asking import is_asking
from bot.dialogue.calculation.sum_result import GOES_ON
from bot.dialogue.calculation.summing import fitting
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.standing import works_for_firm
from bot.dialogue.turn import Turn, lasting_button

LONGEST = 90
"""Characters: longer messages are stories."""
BARE, _TOPICS = 9, ("leave", "leaving", "days_asked", "holiday_worked")
"""Letters of words that ask for a sum and name nothing; the patterns of what may be named."""
_CLAUSES = re.compile(r"[\s，。；;、！!？?,]+")
Way = Callable[[DialogueState, str, Scene], str]
_OF_EMPLOYEES: tuple[Way, ...] = (leave_pay.said, rest_days.said)
"""Owed to employees with a labour contract: past the age of retirement none is sure."""
_OF_FIRMS: tuple[Way, ...] = (*_OF_EMPLOYEES, holiday_pay.said, holiday_pay.untold)
"""Owed by a firm alone: no private home owes them."""
_UNASKED: tuple[Way, ...] = (leave_pay.said, holiday_pay.untold)
"""Met where they are told as not paid, or asked whether, without how much."""
_WAYS: tuple[Way, ...] = (
    offer.said,
    of_no_firm.said,
    leave_pay.said,
    leaving.said,
    all_together.said,
    holiday_pay.said,
    days_pay.said,
    pay_cut.said,
    overtime_rate.said,
    rest_days.said,
)


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The sum asked for above the open question; None where none of these is meant or too little is told."""
    if state.handed_over or len(text) > LONGEST:
        return None
    if state.dispute_kind is None and not (state.stage == "question" and state.story):
        return None
    if state.stage not in GOES_ON | {"question"}:
        return None
    if (treated := treated_pay.respond(state, text, scene)) is not None:
        return treated
    if not _may_ask(text, scene) or _supposes_otherwise(text, scene):
        return None
    told = meanwhile.overheard(state, text, scene)
    way, said = _meant(told, _with_before(state, text, scene), scene)
    if way is None:
        of_pay = scene.content.intents.sums.asked.asks_all(
            scene.content.extractor.script.fold(text)
        )
        return owed_told.respond(told, text, scene) if of_pay else None
    heard = echoing.news(state, told)
    quiet = told.changed(calculation=None) if is_asking(told) else told
    said = "\n\n".join((said, *_besides(told, way, text, scene)))
    reply = Reply(said, (lasting_button("sums", scene.label("other_sum")),))
    known = _counted(noting.add(echoing.said(quiet, heard), text), way, scene)
    on = present(known, scene).after(reply) if known.stage in GOES_ON else Turn(known, (reply,))
    return echoing.led(on, echoing.line(told, heard, scene))


def of(state: DialogueState, text: str, scene: Scene) -> str:
    """The sum the words ask for by what was told; empty where they ask for none of these."""
    return _meant(state, text, scene)[1]


def _meant(state: DialogueState, text: str, scene: Scene) -> tuple[Way | None, str]:
    asked, text = scene.content.intents.sums.asked, scene.content.extractor.script.fold(text)
    ways = _WAYS if asked.asks(text) else (offer.said, *_UNASKED)
    closed = () if leaving.is_employee(state, scene) else _OF_EMPLOYEES
    closed = closed if works_for_firm(state, scene, text) else _OF_FIRMS
    due = (way for way in ways if way not in closed)
    return next(((way, said) for way in due if (said := way(state, text, scene))), (None, ""))


def _besides(state: DialogueState, way: Way, text: str, scene: Scene) -> tuple[str, ...]:
    """走的话能拿多少 差的那些呢: another sum that a clause of the words asks for."""
    clauses = [each for each in _CLAUSES.split(text) if each]
    bare = scene.content.intents.sums.asked.names
    for clause in (each for each in clauses if len(clauses) > 1 and not bare("bare", each)):
        other, said = _meant(state, clause, scene)
        if other not in (None, way):
            return (said,)
    return ()


def _with_before(state: DialogueState, text: str, scene: Scene) -> str:
    """多少, 剩下的能折多少, and nothing else, after 我要走 怎么走能拿到补偿, 年假休了两天: what of is asked by the
    words before it."""
    asked, before = scene.content.intents.sums.asked, state.said_lately[-1:]
    folded = scene.content.extractor.script.fold(text.strip())
    named = any(asked.names(topic, folded) for topic in _TOPICS) or asked.asks_all(folded)
    named = named or bool(scene.content.intents.sums.holidays.holiday(folded))
    bare = asked.names("bare", folded) or (len(folded) <= BARE and not named and asked.asks(folded))
    return f"{before[0]}，{text}" if bare and before else text


def _counted(state: DialogueState, way: Way, scene: Scene) -> DialogueState:
    """The state with the sum of a law that was shown: a correction works it out anew."""
    own = fitting(state, scene)
    shown = leaving.N if way is leaving.said else own.id if own and own.claim else ""
    if way not in (leaving.said, all_together.said) or not shown:
        return state
    others = (each for each in state.calculated if each != shown)
    return state.changed(calculated=(*others, shown))


def _may_ask(text: str, scene: Scene) -> bool:
    """Whether any of the sums may be meant: most messages ask for none, and are not read twice."""
    sums, folded = scene.content.intents.sums, scene.content.extractor.script.fold(text)
    named = any(sums.asked.names(what, folded) for what in ("offer_asked", "leave"))
    return named or sums.asked.asks(folded) or bool(sums.holidays.holiday(folded))


def _supposes_otherwise(text: str, scene: Scene) -> bool:
    """如果月薪是8500呢: what a sum would be by another value, and not what leaving is worth."""
    sums, folded = scene.content.intents.sums, scene.content.extractor.script.fold(text)
    return sums.what_if.opens(folded) and not sums.asked.asks_of_leaving(folded)
