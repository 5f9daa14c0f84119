"""Whose matter it is, told by how the speaker and the worker are related."""

import re

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState

SPEAKS_FOR = "speaks_for"
_CLAUSE = re.compile(r"[^\s，。；;、！!？?,]+")


def told(state: DialogueState, text: str, scene: Scene) -> dict[str, Answer]:
    """Who is spoken for: named in the first story (我妈57在做保洁), or told outright at any time
    (我是他表哥)."""
    if SPEAKS_FOR in state.answers:
        return {}
    manners = scene.content.intents.manners
    found = manners.speaker_of(text) or (None if state.asked else manners.speaks_for(text))
    return {SPEAKS_FOR: Answer(value=found[0], said=found[1])} if found else {}


def own(state: DialogueState, text: str, scene: Scene) -> str:
    """The words, as long as before, without what is told of the work of others (我弟在那做了四年, 我哥是9月走的)."""
    if SPEAKS_FOR in state.answers or (not state.asked and told(state, text, scene)):
        return text
    others = scene.content.intents.manners.tells_service_of_others
    text = scene.content.intents.manners.kin.without_theirs(text)
    folded = scene.content.extractor.script.fold(text)
    for part in _CLAUSE.finditer(text):
        start, end = part.span()
        if others(folded[start:end]):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def is_of_bystander(state: DialogueState, text: str, scene: Scene) -> bool:
    """俺儿子在路上, of a father's matter: whether the whole words speak of one whose matter it is not."""
    relation = scene.content.intents.manners.kin.tells_only_of(text.strip())
    return relation is not None and relation != state.facts().get(SPEAKS_FOR)


def theirs(state: DialogueState, text: str, scene: Scene) -> str:
    """The words about the one spoken for; where the matter is the speaker's own, those of it."""
    if SPEAKS_FOR not in state.answers:
        return own(state, text, scene)
    return scene.content.intents.manners.without_own_life(text)


def relative(state: DialogueState, scene: Scene) -> str:
    """What the one spoken for is to the speaker (母亲, 小舅子); empty where the matter is the speaker's own."""
    told, manners = state.answers.get(SPEAKS_FOR), scene.content.intents.manners
    relation = manners.relations.get(str(told.value)) if told else None
    if told is None or relation is None:
        return ""
    named = next(manners.kin.mentions(told.said), None) if relation.vague else None
    return named.name if named else relation.name
