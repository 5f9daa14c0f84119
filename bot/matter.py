"""What is known of a dispute, for papers: from a conversation's state or from its case."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.cases.case import Case
from bot.cases.conversations import Conversation
from bot.cases.store.transaction import Transaction
from bot.dialogue.calculation.summing import BadValue, Results, is_known, work_out, working
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState, load_state


@dataclass(frozen=True, slots=True)
class Matter:
    """What is known of a dispute, from a conversation's state or from a case."""

    kind: str
    facts: Mapping[str, Any]
    story: str = ""
    number: str = ""
    sums: tuple[str, ...] = ()
    uploads: tuple[str, ...] = ()
    mediation: str = ""


def matter_of_state(state: DialogueState, scene: Scene) -> Matter:
    """What the worker told in this conversation."""
    facts = state.facts()
    told = facts.get("story")
    return Matter(
        kind=state.dispute_kind or "other",
        facts=facts,
        story="\n".join(filter(None, (state.story, told if isinstance(told, str) else ""))),
        number=state.case_number or "",
        sums=_shown_sums(state, scene),
        mediation=state.organization_name or "",
    )


def matter_of_case(case: Case, transaction: Transaction) -> Matter:
    """What the case holds, with the names of its files."""
    served = transaction.organization(case.organization_id) if case.organization_id else None
    return Matter(
        kind=case.dispute_kind,
        facts=case.facts,
        story=case.story,
        number=case.number,
        uploads=tuple(evidence.name for evidence in transaction.evidence_of(case.id)),
        mediation=served.name if served else "",
    )


def matter_of(conversation: Conversation, transaction: Transaction, scene: Scene) -> Matter | None:
    """What a paper of this conversation is made from: what is told now, else its case."""
    state = load_state(conversation.state)
    if state.dispute_kind is not None and state.answers:
        return matter_of_state(state, scene)
    case = transaction.case(conversation.case_id) if conversation.case_id else None
    return matter_of_case(case, transaction) if case is not None and case.facts else None


def sum_lines(results: Results, scene: Scene) -> tuple[str, ...]:
    """Sums as a paper shows them: the other side reads it, so what the worker should weigh stays out."""
    bare = ((rule, replace(found, assumptions=(), missing=())) for rule, found in results)
    return working(tuple(bare), scene)


def _shown_sums(state: DialogueState, scene: Scene) -> tuple[str, ...]:
    """The sums shown to the worker so far, by what is told now."""
    told = state.changed(calculation=None)
    lines: list[str] = []
    for id in state.calculated:
        sum_ = scene.content.intents.sums.by_id.get(id)
        try:
            results = work_out(told, sum_, scene) if sum_ else ()
        except BadValue:
            continue
        known = tuple((rule, found) for rule, found in results if is_known(found))
        lines += sum_lines(known, scene) if known else ()
    return tuple(lines)
