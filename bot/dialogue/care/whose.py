"""Who is in danger: the writer, or somebody the writer tells of (我弟被关在厂里), who is spoken of then."""

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.relating import SPEAKS_FOR

SELF_HARM = "self_harm"
THEIRS = "_theirs"
"""What the names of those texts end with that speak of somebody else."""


def told(state: DialogueState, danger: str, text: str, scene: Scene) -> str:
    """How the one in danger is called (他, 她); empty where it is the writer. Words that name nobody
    speak of whom the words before spoke of; despair without a name is the writer's own, whomever the
    matter is about (我媳妇没上班, and then 想一头扎下去)."""
    caring = scene.content.intents.caring
    if caring.is_own_danger(text):
        return ""
    if caring.is_anothers_danger(danger, text):
        return caring.pronoun(text)
    before = state.care_class if state.care_turns else state.near_danger
    if danger == SELF_HARM:
        return state.in_danger if before == danger else ""
    if before is not None:
        other = before != danger and caring.is_of_self(text)
        return "" if other else state.in_danger
    relations = scene.content.intents.manners.relations
    relation = relations.get(str(state.facts().get(SPEAKS_FOR)))
    return relation.pronoun if relation else ""


def name(state: DialogueState, key: str, scene: Scene) -> str:
    """The name of the text for this danger: that of somebody else where there is one."""
    theirs = f"{key}{THEIRS}"
    return theirs if state.in_danger and theirs in scene.content.intents.replies else key
