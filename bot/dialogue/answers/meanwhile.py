"""A question in the middle of something else: answered, and everything stays where it stands."""

from bot.dialogue.answers import answering, asking, following, repeating, suiting
from bot.dialogue.calculation import daily_told, estimating, of_answer, tallying
from bot.dialogue.calculation.summing import fitting
from bot.dialogue.content import Scene
from bot.dialogue.interview import hearing, intake, storytelling
from bot.dialogue.interview.parts_told import by_parts
from bot.dialogue.interview.story_answers import answered_by_story
from bot.dialogue.messages import Reply
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told import noting, return_due
from bot.dialogue.told.facts import DATES, GATHERED, absorb
from bot.dialogue.turn import Turn, lasting_button
from intents.recognition import Recognition

SURELY = 0.85
"""Score from which a question goes before what a short remark usually means."""
LIKELY_OF_KIND = 0.5
"""Score from which one of several answers is meant where it is of the dispute the words name."""
SURELY_WORK = 0.95
"""Domain score from which a question is surely about work."""
DAYS_ONLY = ("date",)
"""What the words beside a question answer part by part."""
OTHER = "other"
_ASKED = "？"
SMALL_TALK, OFFERED = "small_talk", "offer_to_sign"
"""The door of words about nothing."""
OFFER_ENOUGH = "offer_enough"
"""The aside that asks whether an offer is enough."""


def answered(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The answer to a question put in the middle of intake, the state where it was; None where there
    is none."""
    if (door := elsewhere(state, text, scene)) is not None:
        return door
    recognition = following.within(state, text, scene)
    entry_id = _entry(state, recognition, text, scene)
    word = noting.counsel(text, scene, state)
    if word and (entry_id is None or not scene.content.intents.manners.may_be_question(text)):
        return Turn(state, (Reply(weighed(state, word, text, scene)),))
    entry_id = entry_id or _of_this_matter(state, text, scene)
    return card(state, entry_id, text, scene) if entry_id else None


def elsewhere(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Who to go to with a question of another field; None for all others."""
    found = following.within(state, text, scene)
    other = found.outcome == "out_of_scope" and found.door != SMALL_TALK
    if other and (found.door or storytelling.is_elsewhere(state, found)):
        return Turn(state, (Reply(answering.door(found, scene)),))
    return None


def counsel(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """A word on what the employer claims or offers, if it is one."""
    word = noting.counsel(text, scene, state)
    return Turn(state, (Reply(weighed(state, word, text, scene)),)) if word else None


def _entry(state: DialogueState, found: Recognition, text: str, scene: Scene) -> str | None:
    """The entry the words are about within the matter; what merely tells (老板姓屠 平时不来) only where
    alone it is about the same."""
    entry_id = _asked(state, text, scene) or following.of_matter(state, found, scene)
    manners = scene.content.intents.manners
    if asking.clauses(text, scene) or manners.complains(text):
        return entry_id
    alone = suiting.recognized(state, text, scene)
    agrees = alone.outcome == "answer" and alone.matches[0].entry_id == entry_id
    return entry_id if agrees else None


def card(state: DialogueState, entry_id: str, text: str, scene: Scene) -> Turn:
    """An answer given in between; what stands behind it where it was given last."""
    entry = scene.content.knowledge.entries[entry_id]
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    about = _about(state, text, scene)
    more = bool(entry.more or entry.local)
    if more and about is state and state.shown_card == entry.id:
        return Turn(state, (Reply(repeating.again(entry, text, scene), (law,)),))
    told_of = weighed(state, answering.answer_text(about, entry, scene), text, scene)
    told_of = f"{of_answer.line(state, entry, text, scene)}\n\n{told_of}".strip()
    return Turn(state.changed(shown_card=entry.id), (Reply(told_of, (law,)),))


def _of_this_matter(state: DialogueState, text: str, scene: Scene) -> str | None:
    """厂里扣800到底行不行: a question whose words alone are surely about work, of which no entry stands
    out, is answered with the one that stands for the matter, unless that was just given."""
    found = suiting.recognized(state, text, scene)
    if found.domain_score < SURELY_WORK or found.outcome == "out_of_scope":
        return None
    if not scene.content.intents.manners.may_be_question(text) or hearing.asks_of_another(
        state, text, scene
    ):
        return None
    usual = scene.content.intents.asides.entry_of.get(state.dispute_kind or "")
    if usual is None or usual in (state.entry_id, state.shown_card):
        return None
    return suiting.meant_by(state, usual, text, scene)


def weighed(state: DialogueState, word: str, text: str, scene: Scene) -> str:
    """What is said of an offer of the employer's (给两万让我签), with what may be owed where it is
    known."""
    sum_ = fitting(state, scene)
    if sum_ is None or not _is_offer(state, text, scene):
        return word
    owed = estimating.first(state.changed(calculation=Calculation(id=sum_.id)), scene)
    return f"{word}\n\n{owed}".strip()


def _is_offer(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words tell an offer, or ask whether it is enough (3万合适不)."""
    asked = scene.content.intents.asides.named(
        scene.content.extractor.script.fold(text), state.dispute_kind
    )
    offered = scene.content.intents.manners.counsel_named(text) == OFFERED
    return offered or asked == OFFER_ENOUGH


def overheard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """What a question in between tells of the matter itself; nothing where it is about another."""
    if hearing.asks_of_another(state, text, scene):
        return state
    if scene.content.intents.manners.only_supposes(text):
        return _gathered(state, text, scene)
    told = absorb(state, text, scene, anew=False)
    form = intake.form_for(told, scene)
    answered = answered_by_story(told, form, text, None, scene)
    answered = by_parts(answered, form, told_beside(text, scene), None, scene, DAYS_ONLY)
    answered = return_due.heard(answered, text, scene)
    monthly = daily_told.month(answered, text, None, scene)
    return tallying.settled(state, tallying.heard(monthly, text, scene))


def told_beside(text: str, scene: Scene) -> str:
    """The words without the clauses that ask."""
    folded = scene.content.extractor.script.fold(text)
    asked = asking.clauses(folded, scene)
    return "，".join(clause for clause in asking.told(folded, scene) if clause not in asked)


def _gathered(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """那要是我自己签了辞职信呢: which disputes are spoken of, and no fact but those told after the question."""
    told = absorb(state, text, scene, anew=False)
    kept = {key: answer for key, answer in told.answers.items() if key in GATHERED}
    known = told.changed(answers={**state.answers, **kept})
    _, mark, after = text.replace("?", _ASKED).rpartition(_ASKED)
    return absorb(known, after, scene, anew=False) if mark and after.strip() else known


def surely_asked(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words alone are sure to ask for one entry, which is of no other matter."""
    found = suiting.recognized(state, text, scene)
    if found.outcome != "answer" or found.matches[0].score < SURELY:
        return False
    kind = scene.content.knowledge.entries[found.matches[0].entry_id].dispute_kind
    return kind in (None, OTHER, state.dispute_kind)


def _asked(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The entry a question in between asks for, else the one that stands for the dispute it names."""
    kinds = suiting.named(text, scene)
    match = following.asked_meanwhile(state, text, scene, kinds)
    if match is not None:
        return match.entry_id
    if len(kinds) != 1:
        return None
    entries, found = scene.content.knowledge.entries, suiting.recognized(state, text, scene)
    likely = (m.entry_id for m in found.matches if m.score >= LIKELY_OF_KIND)
    fitting = (each for each in likely if entries[each].dispute_kind == kinds[0])
    usual = next(fitting, scene.content.intents.asides.entry_of.get(kinds[0]))
    return suiting.meant_by(state, usual, text, scene) if usual else None


def _about(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """What a question in between is about: its own dates where it tells any."""
    alone = absorb(state.changed(answers={}), text, scene, anew=True)
    return alone if alone.answers.keys() & DATES else state
