"""What the conversation works out from the facts told, for `ask_if` of the questions."""

from bot.dialogue.content import Scene
from bot.dialogue.onward.limits import nearness
from bot.dialogue.state import DialogueState, Plain
from bot.dialogue.told.facts import GROUP_FROM, told
from knowledge.law.triage.control import ControlAssessment, assess_control

STORY_TOLD_FROM = 20
"""Characters of a story that may stand in an application as it is."""
TOTAL = "amount_claimed"
OF_NO_DEBT = frozenset(
    {
        None,
        "other",
        "resignation",
        "over_retirement_age",
        "intern_or_student",
        "collective_redundancy",
        "closure_or_bankruptcy",
    }
)
"""Matters in which a sum owed is asked for only where one was spoken of."""
OF_DEBT = frozenset(
    {"wage_arrears", "construction_wage_arrears", "wage_deduction", "deposit_or_documents"}
)
_UNDIRECTED, UNKNOWN = "own_choice", "other"


def known(state: DialogueState, scene: Scene) -> dict[str, Plain]:
    """The facts told, what follows from them, and what is worked out (intake_form.WORKED_OUT)."""
    facts = told(state, scene)
    people = facts.get("people_count")
    facts["group"] = isinstance(people, int) and people >= GROUP_FROM
    facts["story_told"] = len(state.story) >= STORY_TOLD_FROM
    facts |= standpoint(state, scene)
    facts["control_decided"] = (
        facts.get("work_control") == _UNDIRECTED or control(state, scene).speaks_for_relation
    )
    happened = scene.content.intents.form_for(state.dispute_kind or UNKNOWN, facts).question(
        "event_date"
    )
    if happened is not None and not happened.event_kinds and "employed_to" in facts:
        facts.setdefault("event_date", facts["employed_to"])  # the limit is counted from it
    limit = nearness(state, scene)
    return facts if limit is None else {**facts, "limit": limit}


def standpoint(state: DialogueState, scene: Scene) -> dict[str, Plain]:
    """Whether money is claimed of the worker, a car is leased, the worker wants to stay, what is owed
    has no months."""
    story = scene.content.extractor.script.fold(state.story)
    told = scene.content.intents.manners.standpoint
    return {
        "claimed_against": told.is_claimed_against(story) and TOTAL not in state.answers,
        "leased": told.is_leased(story),
        "stays": told.wants_to_stay(story),
        "nothing_owed": _is_no_debt(state) and not told.tells_of_debt(_told_only(story, scene)),
        "sum_worked_out": bool(state.parts) and TOTAL in state.answers,
        "paid_once": told.is_paid_once(story),
    }


def _told_only(story: str, scene: Scene) -> str:
    """The lines that tell, without those that ask or suppose (我要是自离，扣不扣工资)."""
    manners = scene.content.intents.manners
    return "\n".join(line for line in story.splitlines() if not manners.may_be_question(line))


def _is_no_debt(state: DialogueState) -> bool:
    """Whether the matter is none of money, and neither is another that was told."""
    kinds = state.facts().get("dispute_kinds")
    told = {state.dispute_kind, *(kinds if isinstance(kinds, tuple) else ())}
    return state.dispute_kind in OF_NO_DEBT and not told & OF_DEBT


def control(state: DialogueState, scene: Scene) -> ControlAssessment:
    """What the elements of control told so far say about an employment relationship."""
    elements = told(state, scene).get("control")
    named = elements if isinstance(elements, tuple) else ()
    return assess_control(scene.content.knowledge.triage_table.control, named)
