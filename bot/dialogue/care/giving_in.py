"""家里等钱用 五万也想签了算了, 八千就八千吧, 不告了 太累: worn out or short of money, somebody is about to sign,
take less or let go. One warm line, what is lost by it and what to do first; the choice stays the worker's."""

from decimal import Decimal

from bot.dialogue.answers import meanwhile
from bot.dialogue.calculation.asked import offer
from bot.dialogue.calculation.asked.told import TOTAL
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.kinds_told import AWARDS, DEATH
from bot.dialogue.told.standing import is_hurt
from bot.dialogue.turn import Turn
from knowledge.law.money import plain

OPEN = frozenset({"question", "intake", "summary"})
OF_LEAVING = frozenset(
    {"unlawful_dismissal", "economic_compensation", "collective_redundancy", "resignation"}
)
ENFORCEMENT = "enforcement"
LONGEST = 60
"""Characters: longer words tell a story."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The warm line and the counsel; None where nobody gives in, or an answer of the bot's own is refused."""
    if state.dispute_kind in (None, DEATH) or state.stage not in OPEN or state.handed_over:
        return None
    folded = scene.content.extractor.script.fold(text)
    if len(text) > LONGEST or not scene.content.intents.caring.gives_in(folded):
        return None
    told = noting.add(meanwhile.overheard(state, text, scene), text)
    offered = offer.offered(told, text, scene)
    if offered is None and not is_hurt(told) and not _is_to_sign(told):
        return _let_go(told, scene)
    met = present(told, scene) if told.stage != "question" else Turn(told)
    return met.after(Reply(_counsel(told, offered, scene)))


def _counsel(state: DialogueState, offered: Decimal | None, scene: Scene) -> str:
    shown = plain(offered) if offered is not None else ""
    if is_hurt(state):
        return scene.say("giving_in_hurt", offered=shown, lines=offer.by_grade(state, scene))
    if _is_awarded(state):
        return scene.say("giving_in_award")
    of_pay = TOTAL in state.answers and state.dispute_kind not in OF_LEAVING
    lines = () if of_pay else offer.by_law(state, scene)
    if lines or state.dispute_kind in OF_LEAVING:
        return scene.say("giving_in_offer", offered=shown, lines=lines)
    owed, total = _owed(state, scene), state.facts().get(TOTAL)
    less = offered is not None and total is not None and offered < Decimal(str(total))
    gap = plain(Decimal(str(total)) - offered) if less and offered is not None else ""
    return scene.say("giving_in_owed", offered=shown, owed=owed, gap=gap)


def _let_go(state: DialogueState, scene: Scene) -> Turn:
    """不告了 太累: nothing is asked; that it stays open, and until when."""
    said = scene.say("giving_up", owed=_owed(state, scene), limits=limit_lines(state, scene))
    return Turn(state, (Reply(said),))


def _owed(state: DialogueState, scene: Scene) -> str:
    return "".join(dict(echoing.items(state, (TOTAL,), scene)).values())


def _is_awarded(state: DialogueState) -> bool:
    """Whether an award or a judgment was won, whatever the matter is called."""
    return state.dispute_kind == ENFORCEMENT or state.facts().get("event_kind") in AWARDS


def _is_to_sign(state: DialogueState) -> bool:
    """Whether who gives in is about to sign, though no sum offered was told."""
    return state.dispute_kind in OF_LEAVING or _is_awarded(state)
