"""For whom the worker works: a firm, whose rules of holidays, leave and leaving hold for its employees alone, or a
private home, a client, a school."""

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import sides
from bot.dialogue.told.kinds_told import OF_BODY, OF_PLATFORM, PLATFORM_INJURY

NO_EMPLOYMENT = frozenset({"service_contract", "intern_or_student"})
NO_EMPLOYEES = frozenset({"domestic", "self_employed", "intern"})
"""Disputes and workers without an employment."""
PLATFORM, OVER_AGE = "platform", "over_retirement_age"
YOUNGEST_RETIRED, LAST_TO_RETIRE = 50, 63
"""Ages between which the year of birth, the sex and the post decide who is past the age of retirement."""


def works_for_firm(state: DialogueState, scene: Scene, text: str = "") -> bool:
    """Whether nothing told, in these words neither, speaks against being employed by a firm (SPC labour
    interpretation (1), article 2)."""
    if has_no_employment(state):
        return False
    told = scene.content.extractor.script.fold(f"{state.story}\n{text}")
    return not scene.content.intents.sums.asked.names("household", told)


def has_no_employment(state: DialogueState) -> bool:
    """Whether the work is no employment: for a household, for a client, as part of school."""
    worker = state.facts().get("worker_kind")
    return state.dispute_kind in NO_EMPLOYMENT or worker in NO_EMPLOYEES


def is_over_age(state: DialogueState) -> bool:
    """Whether the talk tells of somebody past the age of retirement, whatever matter it is about; an age told
    that surely is, or surely is not, decides (延迟退休决定 1)."""
    facts = state.facts()
    age, named = facts.get(sides.AGE), facts.get("dispute_kinds")
    if isinstance(age, int) and not YOUNGEST_RETIRED <= age <= LAST_TO_RETIRE:
        return age > LAST_TO_RETIRE
    kinds = {state.dispute_kind, facts.get("worker_kind")}
    return OVER_AGE in kinds or (isinstance(named, tuple) and OVER_AGE in named)


def may_arbitrate(state: DialogueState, scene: Scene, text: str = "") -> bool:
    """Whether labour arbitration is surely open to the worker: who works for no firm, or takes orders of a
    platform, may be sent to a court."""
    of_platform = state.dispute_kind in OF_PLATFORM | {PLATFORM_INJURY}
    rides = of_platform or state.facts().get("worker_kind") == PLATFORM
    return not rides and works_for_firm(state, scene, text)


def is_hurt(state: DialogueState) -> bool:
    """Whether the matter is one of the body, or an injury was told beside it."""
    return state.dispute_kind in OF_BODY or state.facts().get("injured") is True
