"""What the worker says he has, or what became of it, within a matter: what it is worth, and the talk goes on."""

from bot.dialogue import offered
from bot.dialogue.answers import meanwhile
from bot.dialogue.calculation import sum_asking
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.told import demands, noting
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn, button, offering

LONGEST = 60
"""Characters: longer words tell a story, whose other facts come first."""
LONGEST_CALM = 40
"""Characters: longer words may tell more than a thing the worker has."""
FACTS_OF_STORY = 2
"""So many facts told make a story of the words, which begins the intake."""
AT_REST = frozenset({"question", "choosing_answer"})
ON_SHOW = frozenset({"summary", "referral_offer", "referral_consent"})


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """巡逻本我拍了几页, 合同收回去了: its worth above where the talk goes on; None for all else."""
    if state.dispute_kind is None or state.handed_over or state.case_status in REACHABLE:
        return None
    if len(text) > LONGEST or sum_asking.is_asking(state) or not is_told(text, scene):
        return None
    word = noting.counsel(text, scene, state)
    if state.stage == "intake":
        return in_intake(state, text, word, scene)
    told = noting.add(absorb(state, text, scene, anew=False), text)
    if state.stage in AT_REST and len(echoing.news(state, told)) >= FACTS_OF_STORY:
        return None
    if state.stage in AT_REST:
        resting = told.changed(stage="question", help_offered_for=told.dispute_kind)
        helping = offering(resting)
        return Turn(helping, (Reply(word, (button(helping, "help", scene.label("help")),)),))
    if state.stage in ON_SHOW:
        return Turn(told, (Reply(word, offered.buttons(told)),))
    return None


def respond_first(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What goes before any remark that the words resemble (在空白纸上签了名, 没人敢作证)."""
    first = scene.content.intents.proofs.goes_first(scene.content.extractor.script.fold(text))
    return respond(state, text, scene) if first else None


def is_calmly_told(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether short words within a matter tell such a thing without a word of danger or distress: what the
    learned hint alone hears in them is no alarm."""
    if state.dispute_kind is None or len(text) > LONGEST_CALM:
        return False
    intents = scene.content.intents
    rest = intents.proofs.calmly_told(scene.content.extractor.script.fold(text))
    return bool(rest) and not (intents.caring.holds_worry(rest) or intents.urgency.is_grave(rest))


def is_told(text: str, scene: Scene) -> bool:
    """Whether the words tell such a thing, and ask nothing but what it is good for."""
    proofs, folded = scene.content.intents.proofs, scene.content.extractor.script.fold(text)
    told = proofs.named(folded) is not None and proofs.is_met_by_worth(folded)
    return told and not noting.is_only_payment(folded, scene)


def in_intake(state: DialogueState, text: str, word: str, scene: Scene) -> Turn:
    """The words taken as the answer where they are one; else kept, and the open question again."""
    demand = demands.named(text, scene) is not None
    own = demands.said_before(text, scene) if demand else text
    known = demands.told(state, text, scene) if demand else state
    taken = intake.hear(known, own, scene) if own else None
    if demand and taken is not None and taken.state.answers == known.answers:
        taken = None
    elif demand and taken is not None:
        of_work = demands.OF_WORK & set(echoing.news(state, known))
        taken = echoing.led(taken, echoing.line(taken.state, of_work, scene))
    if taken is None:
        hear = demands.told if demand else meanwhile.overheard
        told = noting.add(hear(state, text, scene), text)
        heard = echoing.news(state, told)
        again = intake.put_again if not heard else intake.present
        taken = echoing.led(again(told, scene), echoing.line(told, heard, scene))
        taken = Turn(echoing.said(taken.state, heard), taken.replies, taken.effects)
    said = any(word in reply.text for reply in taken.replies)
    return taken if said else echoing.led(taken, word)
