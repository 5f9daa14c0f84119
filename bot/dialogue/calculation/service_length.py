"""干了5年多: how long the worker was there, as the story tells it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState, Plain
from bot.dialogue.told import noting, relating, shortly
from bot.dialogue.told.facts import keep
from intents.compiled import compiled
from intents.intake_form import Question
from knowledge.law.partial_date import PartialDate
from knowledge.law.service_years import month_begins

_CLAUSES = re.compile(r"[\s，。；;、！!？?,]+")
FIRST, SERVICE = "employed_from", "employer_service_years"
HALF_A_MONTH = timedelta(days=15)
YEAR, LEAST = 12, 1
"""Months."""
RUNS_ON, CLOSE = 24, 4
"""Characters of a clause that runs on, and before a length of time that say what of it is."""
LONGEST_ALONE = 8
"""Characters of words that are a length of time and nothing else (足足三年半了)."""
UNCLEAR = frozenset(
    {
        None,
        "wage_arrears",
        "construction_wage_arrears",
        "service_contract",
        "probation",
        "training_bond",
        "social_insurance",
        "housing_fund",
        "non_competition",
    }
)
"""Matters in which a length of time alone may be of something else."""
OWED = "months_owed"
"""干了两个月没给钱: the time that was not paid is not all of it."""


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the length of service the words tell beside other facts (永康的 干了5年多): kept in
    the worker's own words, and as years from one on."""
    kept = noting.add(state, text)
    text = relating.own(state, text, scene)
    found = lengths(state.changed(story=text), scene) or _alone(state, text, scene)
    if not found or FIRST in state.answers or state.dispute_kind is None:
        return state
    length = next(iter(found))
    sure = len(found) == 1 and length >= YEAR
    return keep(kept, SERVICE, shortly.in_years(length), text.strip()) if sure else kept


def _alone(state: DialogueState, text: str, scene: Scene) -> dict[Decimal, bool]:
    """六年整, and nothing else, where no pay is owed: how long the worker was there."""
    folded = scene.content.extractor.script.fold(text.strip())
    found = scene.content.extractor.durations.find(folded)
    if len(found) != 1 or state.dispute_kind in UNCLEAR or len(folded) > LONGEST_ALONE:
        return {}
    months = found[0].value.months
    return {months: found[0].value.rough} if months is not None and months >= YEAR else {}


def told(state: DialogueState, scene: Scene) -> Decimal | None:
    """The one length of service the story tells, in months; the one put right goes first."""
    right = state.answers.get(SERVICE)
    if right is not None and right.said not in state.story:
        return shortly.in_months(Decimal(str(right.value)))
    found = lengths(state, scene)
    if not found and right is not None:
        return shortly.in_months(Decimal(str(right.value)))
    return next(iter(found)) if len(found) == 1 else None


def lengths(state: DialogueState, scene: Scene) -> dict[Decimal, bool]:
    """The lengths of service told, in months, and whether each is a rough one (三年多)."""
    lines = map(scene.content.extractor.line, state.story.splitlines())
    shortly_told = {
        line.service.months: line.service.rough
        for line in lines
        if line.service is not None and line.service.months is not None
    }
    return shortly_told | {
        length.value.months: length.value.rough
        for clause in _parts(_without_pay(state.story, scene), scene)
        if _is_of_service(clause, state, scene)
        for length in scene.content.extractor.durations.find(clause)
        if length.value.months is not None
        and length.value.months >= LEAST
        and str(length.value.months) != str(state.facts().get(OWED))
    }


def _without_pay(story: str, scene: Scene) -> str:
    """The folded story without 一个月 of 一个月6500."""
    extractor = scene.content.extractor
    return compiled(extractor.words.answers.pay_a_month).sub(" ", extractor.script.fold(story))


def _parts(story: str, scene: Scene) -> Iterator[str]:
    """The clauses; of a long one, as speech turned to text runs on, the words close to each length of time."""
    for clause in _CLAUSES.split(story):
        if len(clause) <= RUNS_ON:
            yield clause
            continue
        for found in scene.content.extractor.durations.find(clause):
            yield clause[max(0, found.start - CLOSE) : found.end + 1]


def _is_of_service(clause: str, state: DialogueState, scene: Scene) -> bool:
    manners = scene.content.intents.manners
    other = manners.two_employers.sides(clause)
    of_others = relating.SPEAKS_FOR not in state.answers
    of_others = of_others and manners.tells_service_of_others(clause)
    return manners.lasts_of_service(clause) and not other and not of_others


def put(state: DialogueState, question: Question, scene: Scene) -> Question:
    """The first day as it is asked of somebody who told how long it was: never as if nothing was told."""
    length = told(state, scene) if question.id == FIRST and state.story else None
    if length is None:
        return question
    years, months = divmod(int(length), YEAR)
    return question.model_copy(update={"ask": scene.say("since_when", years=years, months=months)})


def so_long(months: Decimal, until: Plain | None, today: date) -> dict[str, Plain]:
    """The first day that makes the service so long, and the last: the one told, else today."""
    last = PartialDate.parse(until).last_day if isinstance(until, str) else today
    first = month_begins(last + timedelta(days=1), -int(months))
    if months != int(months):
        first -= HALF_A_MONTH
    return {"employed_from": first.isoformat(), "employed_to": last.isoformat()}
