"""Where the dispute goes: the first way and the others, as the triage table reads the facts told."""

from dataclasses import replace

from bot.dialogue.answers.citing import law_line
from bot.dialogue.calculation.worked_out import control
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.onward.limits import case_facts, limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.told import leased
from knowledge.law.case_facts import CaseFacts
from knowledge.law.triage.triage import Triage

MOST_OTHERS = 2
MOST_CITED = 2
MOST_EVIDENCE = 4
OWN_ACCOUNT = "self_employed"
SELF_HARM, VIOLENCE = "self_harm", "violence"
POLICE_TOLD = "police_told"
"""Kept with what was pressing and is met: the police know of the blows."""


def triaged(state: DialogueState, scene: Scene) -> Triage:
    """Routes, track, urgency and limits of what was told so far."""
    return scene.content.knowledge.triage(_of_matter(state, scene), scene.today)


def _of_matter(state: DialogueState, scene: Scene) -> CaseFacts:
    """The facts of the case. Despair is met with care when it is told, and is no way of a dispute; nor
    are blows once the police know of them. Who let the car is nobody's employer, whatever platform it drove for."""
    facts = case_facts(state, scene)
    if leased.is_lessor(state, "", scene) and state.dispute_kind == leased.SERVICE:
        facts = replace(facts, worker_kind=OWN_ACCOUNT, platform=None)
    if not facts.dispute_kinds:
        return facts
    met = {SELF_HARM, VIOLENCE} if POLICE_TOLD in state.pressing else {SELF_HARM}
    return replace(facts, circumstances=facts.circumstances - met)


def first(state: DialogueState, scene: Scene) -> str:
    """The name of the first way."""
    found = triaged(state, scene)
    return scene.label(f"body.{next(r.body for r in found.routes if r.role == 'first')}")


def shown(state: DialogueState, scene: Scene) -> Reply:
    """The first way with its reason, the others by name, who helps beside them, until when."""
    found = triaged(state, scene)
    first = next(route for route in found.routes if route.role == "first")
    others = [route.body for route in found.routes if route.role == "alternative"]
    support = [route.body for route in found.routes if route.role == "support"]
    text = scene.say(
        "ways",
        first=scene.label(f"body.{first.body}"),
        reason=first.reason,
        law=law_line(first.citations[:MOST_CITED], scene),
        others=[scene.label(f"body.{body}") for body in others[:MOST_OTHERS]],
        support=[scene.label(f"body.{body}") for body in support],
        group=found.track == "group",
        limits=limit_lines(state, scene),
    )
    return Reply(text)


def who_employs(state: DialogueState, scene: Scene) -> Reply | None:
    """What was told about control says about an employment relationship, and what proves it; None
    where nobody was asked."""
    found = control(state, scene)
    facts = state.facts()
    if not found.told and not {"wage_payer", "work_control", "work_orders"} & facts.keys():
        return None
    labels = [scene.label(f"control.{element}") for element in found.told]
    employer = facts.get("employer")
    text = scene.say(
        "who_employs",
        told=labels,
        speaks=found.speaks_for_relation,
        employer=employer if isinstance(employer, str) else None,
        also=[facts[key] for key in ("platform", "host_company") if key in facts],
        evidence=found.evidence[:MOST_EVIDENCE],
        own=facts.get("work_control") == "own_choice",
    )
    return Reply(text)
