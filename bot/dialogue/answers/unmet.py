"""What is asked beside an answer or facts and was met with the next question alone: the likeliest answer stands above
that question."""

from bot.dialogue.answers import chosen, perhaps
from bot.dialogue.answers.asking import Asking
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn


def answered(
    before: DialogueState, turn: Turn, asked: tuple[Asking, ...], text: str, scene: Scene
) -> Turn:
    """The turn with what its words most likely ask above the next question; the same where nothing is likely."""
    if any(_is_met_elsewhere(turn.state, own.clause, scene) for own in asked):
        return turn
    least = _least(before, turn.state)
    met = chosen.in_between(turn.state, text, scene, least=least)
    if met is None and not least and (reply := perhaps.said(turn.state, text, scene)):
        met = Turn(turn.state, (reply,))
    if met is None:
        return turn
    *others, question = turn.replies
    return Turn(met.state, (*others, *met.replies, question), turn.effects)


def _least(before: DialogueState, after: DialogueState) -> float:
    """How likely the answer must be: surely where facts were told, and plainly where one was put right."""
    told = set(echoing.news(before, after)) - {before.asking}
    if told & before.answers.keys():
        return chosen.PLAIN
    return chosen.SURE if told else 0.0


def _is_met_elsewhere(state: DialogueState, clause: str, scene: Scene) -> bool:
    """Whether a clause asks for a sum or a paper, which are worked out or made, or are about to be."""
    way = scene.content.intents.asides.of_the_way(clause, state.dispute_kind)
    made = way is not None and way.shows == "papers"
    return made or scene.content.intents.manners.asks_amount(clause)
