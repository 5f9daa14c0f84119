"""Wishes in words that no pattern knows (我该去找哪个嘛, 给我转个真人嘛), heard by the learned reader."""

from bot.dialogue import asides, commands, echoing, meanwhile, moves
from bot.dialogue.content import Scene
from bot.dialogue.facts import absorb
from bot.dialogue.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

CONSENTING = "referral_consent"
ANY_TIME = frozenset(
    {
        "human",
        "privacy",
        "erase",
        "about_cost",
        "about_robot",
        "my_data",
        "export",
        "rectify",
        "help",
        "greeting",
        "thanks",
    }
)
"""Moves and commands that need no matter talked about."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The wish fulfilled; None where the words are none, answer what is asked or tell something."""
    wish = _heard(state, text, scene)
    if wish is None:
        return None
    kind, _, name = wish.partition(".")
    if kind == "asides":
        asked = meanwhile.surely_asked(state, text, scene)
        return None if asked else asides.meet(state, name, text, scene)
    if not _is_due(state, name) or _tells(state, text, scene):
        return None
    if kind == "commands":
        return commands.obey(state, name, scene)
    return moves.meet(state, name, text, scene)


def _heard(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The wish, if it is one; a plain yes is none, nor what answers to a consent."""
    if scene.content.intents.agreement(text) is not None or state.stage == CONSENTING:
        return None
    wish = scene.content.wishes.read(text)
    if wish is None or state.stage not in asides.AT_REST:
        return wish
    return wish if _goes_before(wish.partition(".")[2], text, scene) else None


def _goes_before(name: str, text: str, scene: Scene) -> bool:
    """Whether the wish goes before what the words ask for, where nothing is being asked."""
    found = scene.content.matcher.recognize(text)
    if found.outcome in ("answer", "choices"):
        return False
    return found.door is None or name in ANY_TIME


def _is_due(state: DialogueState, name: str) -> bool:
    if state.stage in asides.ELSEWHERE or state.mediator_waits:
        return False
    if state.case_status in REACHABLE:
        return name in moves.NOT_FOR_THE_MEDIATOR
    return name in ANY_TIME or state.dispute_kind is not None


def _tells(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words answer what is being asked, or give a fact."""
    if asides.answers(state, text, scene):
        return True
    return bool(echoing.news(state, absorb(state, text, scene, anew=False)))
