"""字太多 看不清: from then on one line and one step, and the next question in one line."""

import re
from dataclasses import replace

from bot.dialogue.answers import asking, moves
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

MOST_LINES, LONGEST = 4, 45
"""Lines of a short reply; characters of one, beyond which only its first sentence stands."""
CONFIRMS = "summary"
SHORTENED = frozenset({"question", "intake", CONFIRMS})
"""Stages in which words may be left out: never of what cannot wait, nor of what the worker confirms (the last
reply of a summary) or agrees to."""
_STEP = re.compile(r"^([0-9]+)\. ")


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The first step in few words, where nothing else is said or asked; None for all other words."""
    folded = scene.content.extractor.script.fold(text)
    if state.dispute_kind is None or state.case_status in REACHABLE:
        return None
    if not scene.content.intents.asides.wants_brief(folded) or _says_more(folded, scene):
        return None
    return echoing.led(moves.first_steps(state, scene), scene.say("brief_now"))


def shortened(turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn in few words, where the worker wants them now or wanted them before."""
    folded = scene.content.extractor.script.fold(text)
    wants = turn.state.brief or scene.content.intents.asides.wants_brief(folded)
    if not wants or turn.state.care_turns or turn.state.stage not in SHORTENED:
        return turn
    confirmed = turn.replies[-1:] if turn.state.stage == CONFIRMS else ()
    whole = (*confirmed, *(reply for reply in turn.replies if reply.urgent))
    replies = tuple(r if r in whole else _short(r, scene) for r in turn.replies)
    return replace(turn, replies=replies, state=turn.state.changed(brief=True))


def _says_more(text: str, scene: Scene) -> bool:
    """Whether something is asked beside the wish for few words."""
    return bool(asking.clauses(scene.content.intents.asides.beside_brief(text), scene))


def _short(reply: Reply, scene: Scene) -> Reply:
    lines = [line for line in reply.text.split("\n") if line and _is_kept(line, scene)]
    return replace(
        reply,
        text="\n".join(_first_sentence(each, scene) for each in lines[:MOST_LINES]) or reply.text,
    )


def _is_kept(line: str, scene: Scene) -> bool:
    step = _STEP.match(line)
    first = step is None or step[1] == "1"
    return first and not scene.content.intents.asides.is_dropped(line)


def _first_sentence(line: str, scene: Scene) -> str:
    """The first sentence of a long line; words to be sent on stand whole."""
    said = _STEP.sub("", line)
    whole = len(said) <= LONGEST or scene.content.intents.asides.holds_speech(said)
    head, stop, _ = said.partition("。")
    return said if whole else f"{head}{stop}"
