"""What a question in the middle of a case leans to: the story told, the dispute, its topic, what is
asked next, the kind of worker. Answers for another kind of worker are out."""

from collections import Counter

from bot.dialogue.answers import suiting
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.recognition import Case
from intents.suiting import EMPLOYEE

DISPUTE, TOPIC, NEXT, WORKER = 0.1, 0.1, 0.1, 0.1
"""Margins for an answer of the dispute, of the topic of the answer that stands for it, of those an
editor named to be asked after it, and for this very kind of worker (measured on talks)."""
OF_INJURY = frozenset(
    {
        "work_injury_determination",
        "work_injury_benefits",
        "platform_injury",
        "occupational_disease",
        "death_benefit",
    }
)
"""Disputes of one family."""


def case_of(state: DialogueState, standing: str | None, text: str, scene: Scene) -> Case | None:
    """The case a question is asked within; None where no matter was told. `standing` is the id of the
    answer that stands for the matter."""
    if state.dispute_kind is None or not state.story.strip():
        return None
    near = leans(state, standing, text, scene)
    return Case(state.story, near, suiting.for_others(state, text, scene))


def leans(state: DialogueState, standing: str | None, text: str, scene: Scene) -> Counter[str]:
    """How much nearer to the case than its words an answer is, by its id."""
    worker = suiting.worker_kind(state, text, scene)
    near = Counter(_of_dispute(state, scene))
    near.update(_of_answer(standing, scene))
    if worker not in (None, EMPLOYEE):
        near.update(_for_worker(worker, scene))
    return near


def kin(state: DialogueState) -> frozenset[str | None]:
    """The dispute talked about and those of its family."""
    return OF_INJURY if state.dispute_kind in OF_INJURY else frozenset({state.dispute_kind})


def _of_dispute(state: DialogueState, scene: Scene) -> dict[str, float]:
    of_dispute = scene.content.knowledge.entries_of_dispute
    return {each: DISPUTE for kind in kin(state) for each in of_dispute.get(kind, ())}


def _of_answer(standing: str | None, scene: Scene) -> Counter[str]:
    knowledge = scene.content.knowledge
    entry = knowledge.entries.get(standing or "")
    leans: Counter[str] = Counter()
    if entry is not None:
        near = knowledge.entries_of_topic[knowledge.topics[entry.id]]
        leans.update(dict.fromkeys(near, TOPIC))
        leans.update(dict.fromkeys(entry.follow_ups, NEXT))
    return leans


def _for_worker(worker: str | None, scene: Scene) -> dict[str, float]:
    return dict.fromkeys(scene.content.knowledge.entries_for_worker.get(worker or "", ()), WORKER)
