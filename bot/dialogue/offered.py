"""The buttons shown last, for words typed instead of pressing them."""

from bot.dialogue.calculation.sum_asking import is_asking
from bot.dialogue.content import Scene
from bot.dialogue.messages import Button
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import ALWAYS, Turn
from intents.library import fold

LONGEST_LABEL = 20
_OF_ANSWERS = frozenset({"law", "more", "evidence", "other", "useful", "useless", "card"})
"""Names of lasting buttons that belong to an answer: they stand below it, not below what follows."""
_BY_NUMBER = frozenset({"welcome", "question", "summary", "referral_offer", "handed_off"})
"""Stages where a number means a button; elsewhere it may be an answer, or needs a plain yes."""


def remembered(turn: Turn) -> DialogueState:
    """The state with the buttons that may be pressed from now on."""
    state = turn.state
    shown = [(choice.id, choice.label) for reply in turn.replies for choice in reply.choices]
    on_offer = tuple(pair for pair in shown or state.on_offer if _is_live(pair[0], state))
    return state.changed(on_offer=on_offer)


def buttons(state: DialogueState) -> tuple[Button, ...]:
    """The buttons of the question at hand, or else all shown last but those of an answer."""
    shown = tuple(Button(id, label) for id, label in state.on_offer)
    current = tuple(button for button in shown if not button.id.startswith(ALWAYS))
    if state.stage == "intake":
        return current
    return tuple(button for button in shown if button.id.split(":")[1] not in _OF_ANSWERS)


def _is_live(id: str, state: DialogueState) -> bool:
    return id.partition(":")[0] in (ALWAYS, str(state.ask_no))


def meant(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The id of the button whose words, or in some stages whose number, the message is."""
    said = fold(text)
    if len(said) > LONGEST_LABEL or is_asking(state):
        return None
    for id, label in state.on_offer:
        if fold(label) == said and (state.stage != "intake" or id.startswith(ALWAYS)):
            return id
    number = scene.content.intents.ordinal(text)
    if number is None or state.stage not in _BY_NUMBER or number > len(state.on_offer):
        return None
    return state.on_offer[number - 1][0]
