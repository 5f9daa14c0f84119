"""What the other side wants or threatens (律师函, 发群里, 三天内答复, 要我赔30万): met at once with what it is worth.
Its money is none owed to the worker, and it begins no other matter."""

from dataclasses import replace
from itertools import takewhile

from bot.dialogue.answers import asking
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn
from intents.proofs import REPLY

OWN = frozenset({"region", "employer", "platform", "worker_kind", "relation"})
"""Facts of the worker's own that may stand in such words; their sums, days and disputes are the other side's."""
OF_WORK = frozenset(
    {"employed_from", "monthly_wage", "has_written_contract", "employer_service_years"}
)
"""Facts of the work that count where they are told before the other side is spoken of."""
CLAIMED = "claimed_from_me"
"""The demand that an answer which begins a matter mostly speaks of itself."""


def named(text: str, scene: Scene) -> str | None:
    """The kind of demand or threat the words tell, if any."""
    return scene.content.intents.proofs.demanded(scene.content.extractor.script.fold(text))


def _met_beside(text: str, scene: Scene) -> str | None:
    """The kind of demand, or of what the other side does, that is met beside a story, too."""
    proofs, folded = scene.content.intents.proofs, scene.content.extractor.script.fold(text)
    return proofs.demanded(folded) or proofs.answering(folded)


def is_met(turn: Turn, text: str, scene: Scene) -> bool:
    """Whether what the other side does was met with the reply that answers what is asked of it (给六万 签不签)."""
    folded = scene.content.extractor.script.fold(text)
    kind = scene.content.intents.proofs.answering(folded)
    said = scene.say(f"{REPLY}{kind}") if kind else ""
    return bool(said) and any(said in reply.text for reply in turn.replies)


def said_before(text: str, scene: Scene) -> str:
    """The clauses before the other side's words (没去认定 in 没去认定 厂长说走内部就行)."""
    asides, manners = scene.content.intents.asides, scene.content.intents.manners
    own = takewhile(
        lambda clause: (
            not (
                asides.claims_of_them(clause)
                or manners.holds_number(clause)
                or _met_beside(clause, scene)
            )
        ),
        asking.told(scene.content.extractor.script.fold(text), scene),
    )
    return " ".join(own)


def _before_theirs(text: str, scene: Scene) -> str:
    """The clauses before the first one of the other side's (我2021年进来 应发6800 in 我2021年进来 应发6800 人事说签了给两个月)."""
    asides = scene.content.intents.asides
    own = takewhile(
        lambda clause: not (asides.claims_of_them(clause) or _met_beside(clause, scene)),
        asking.told(scene.content.extractor.script.fold(text), scene),
    )
    return "，".join(own)


def told(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with what such words tell of the worker's own matter: the place, the employer; since when and
    for how much, before they speak of the other side."""
    heard = absorb(state, text, scene, anew=False)
    own = {key: answer for key, answer in heard.answers.items() if key in OWN}
    before = _before_theirs(text, scene)
    first = absorb(state, before, scene, anew=False) if before else state
    own |= {key: answer for key, answer in first.answers.items() if key in OF_WORK}
    return heard.changed(answers={**state.answers, **own}, dispute_kind=state.dispute_kind)


def beside_story(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """A story that begins a matter and tells of such a demand: what it is worth, above the question."""
    begins = before.dispute_kind is None and turn.state.stage == "intake"
    kind = _met_beside(text, scene) if begins else None
    if kind in (None, CLAIMED) or turn.state.care_turns or not turn.replies:
        return turn
    *first, last = turn.replies
    return replace(turn, replies=(*first, Reply(scene.say(f"{REPLY}{kind}")), last))
