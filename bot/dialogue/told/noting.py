"""What is told beside what was asked: never passed over. It is said back, and kept in the worker's
own words for whoever takes the case."""

import re

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import standing
from intents.intake_form import Question

LONGEST_QUOTED = 18
"""Characters of words said back as they are; of longer ones the telling part."""
_PARTS = re.compile(r"(?:[\s，。；;、！!？?,…~]|(?<![0-9])\.|\.(?![0-9]))+")
STOPS = "，。；;、！!？?, \n"
"""Signs at which a clause ends."""
LONGEST_STORY = 1500
SHORTEST = 4
"""Characters: shorter words are a try at an answer."""
SHORTEST_PLACE = 7
"""Characters: shorter words may be a place nobody knows."""
LONGEST_NUMBER = 10
"""Characters: longer words that hold a number are no try at telling one."""
BEFORE_PROOFS = frozenset(
    {"offer_to_sign", "counter_claim", "asked_to_sign", "own_medical", "signed_rule", "signboard"}
)
"""What is told of a paper or of money rather than of a proof (签个私了协议 给八千)."""
OVER_AGE = "over_retirement_age"
TREATED_SELF, SERVICE = "own_medical", "service_contract"
CONTRACT, AGREEMENT, SPOKEN = "without_contract", "without_agreement", "without_writing"
"""Words on no contract told, those for who is past the age of retirement, those for who did a service."""
WITHOUT_FIRM = {"proof_dares_to_sue": "proof_dares_to_sue_no_firm"}
"""What a thing told is worth to who may work for no firm."""
TRANSFER = "transfer"
NUMBERS = frozenset({"money", "months", "count", "number", "years", "date"})


def line(text: str, scene: Scene, state: DialogueState | None = None) -> str:
    """“老板姓屠”，记下了。 Of longer words the part that tells; some things want a word."""
    words = text.strip()
    if word := counsel(text, scene, state):
        return word
    return scene.say("also_noted", words=_telling_part(words, scene))


def _telling_part(words: str, scene: Scene) -> str:
    """The words, or of longer ones a whole clause, one that tells something where there is one; empty where
    none is short enough to be said back."""
    if len(words) <= LONGEST_QUOTED:
        return words
    parts = [part for part in _PARTS.split(words) if SHORTEST <= len(part) <= LONGEST_QUOTED]
    manners = scene.content.intents.manners
    telling = (p for p in parts if manners.holds_number(p) or manners.complains(p))
    return next(telling, parts[0] if parts else "")


def counsel(text: str, scene: Scene, state: DialogueState | None = None) -> str:
    """A word on a proof or an excuse of the employer told, for the worker of that state; empty where there is none."""
    manners = scene.content.intents.manners
    folded, proofs = scene.content.extractor.script.fold(text), scene.content.intents.proofs
    met = proofs.is_met_by_worth(folded) and not is_only_payment(folded, scene)
    worth = proofs.reply(folded) if met else None
    after = proofs.reply_after(folded, state.story) if worth and state is not None else None
    worth = after or worth
    before = manners.counsel_named(text) in BEFORE_PROOFS and not proofs.answering(folded)
    if worth is not None and not before:
        return scene.say(worth_for(worth, text, state, scene))
    kind = _for_worker(manners.counsel_named(text), state)
    return scene.say(manners.counsel_replies.get(kind, "counselled"), kind=kind) if kind else ""


def worth_for(worth: str, text: str, state: DialogueState | None, scene: Scene) -> str:
    """The reply for who may find labour arbitration closed, where there is one of his own."""
    other = WITHOUT_FIRM.get(worth)
    if other is None or state is None or standing.may_arbitrate(state, scene, text):
        return worth
    return other


def is_only_payment(folded: str, scene: Scene) -> bool:
    """老板娘微信转过我一千块: what came of the debt, and no proof that is spoken of."""
    intents = scene.content.intents
    paid = intents.manners.tally.paid_in(folded) is not None
    return paid and intents.proofs.named(folded) == TRANSFER


def _for_worker(kind: str | None, state: DialogueState | None) -> str | None:
    """Past the age of retirement no contract of labour is owed, but a written agreement; for a service what was
    agreed in talk and done holds (民法典 490), and no insurance of a firm pays the treatment."""
    if state is not None and state.dispute_kind == SERVICE:
        kind = {TREATED_SELF: None, CONTRACT: SPOKEN}.get(kind, kind) if kind else None
    over_age = state is not None and OVER_AGE in (
        state.dispute_kind,
        state.facts().get("worker_kind"),
    )
    return AGREEMENT if over_age and kind == CONTRACT else kind


def add(state: DialogueState, text: str) -> DialogueState:
    """The words added to the story."""
    words = text.strip()
    if not words or words in state.story:
        return state
    story = f"{state.story}\n{words}".strip()
    return state.changed(story=story) if len(story) <= LONGEST_STORY else state


def is_told(text: str) -> bool:
    """Whether the words are long enough to tell anything."""
    return len(text.strip()) >= SHORTEST


def is_remark(question: Question, text: str, scene: Scene) -> bool:
    """Whether words that answer nothing tell something, rather than try to answer."""
    words = text.strip()
    manners = scene.content.intents.manners
    if len(words) < SHORTEST:
        no_place = question.type == "place" and manners.is_no_place(words)
        return no_place or manners.is_other_measure(words)
    if question.type == "place":
        long = len(words) >= SHORTEST_PLACE
        no_place = manners.is_no_place(words) or manners.holds_number(words)
        return long or no_place or manners.tells(words)
    if question.type != "number" and manners.tells_rate(words):
        return True
    if question.type in NUMBERS and len(words) <= LONGEST_NUMBER:
        other = question.type != "number" and manners.is_other_measure(words)
        return other or not manners.tries(question.type, words)
    return True
