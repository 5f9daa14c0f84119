"""What is told of others who are only mentioned (我小舅子 他是1月17号干完的, 同组的小李给了两万) is none of the worker's own."""

import re

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import relating
from bot.dialogue.told.kinds_told import DEATH
from intents.compiled import compiled

_CLAUSES = re.compile(r"[\s，,。；;！!？?]+")
OF_NAMES = frozenset({"name", "company"})
"""Roles of places that stand in the name of a firm."""
EMPLOYER, NAME = "employer", 2
"""Characters by which workers call somebody."""


def without(state: DialogueState, text: str, scene: Scene) -> str:
    """The words, as long as before, without the clauses about somebody else; unchanged where the matter is
    somebody else's, or where a first story may be."""
    if relating.SPEAKS_FOR in state.answers or state.dispute_kind == DEATH:
        return text
    if not state.asked and relating.told(state, text, scene):
        return text
    if _names_employer(state, text):
        return text
    extractor = scene.content.extractor
    text = _without_places(text, scene) if state.asked else text
    kept = extractor.others.without(extractor.script.fold(text), within=bool(state.asked))
    return "".join(" " if left.isspace() else said for said, left in zip(text, kept, strict=False))


def _without_places(text: str, scene: Scene) -> str:
    """The words, as long as before, with blanks for places that their clauses do not say are those of work."""
    extractor = scene.content.extractor
    folded, led = extractor.script.fold(text), compiled(extractor.words.others.place_led)
    for each in extractor.places.read(folded).mentions:
        before = _CLAUSES.split(folded[: each.start])[-1]
        if each.role not in OF_NAMES and led.fullmatch(before) is None:
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _names_employer(state: DialogueState, text: str) -> bool:
    """老王说下个月给, of 老王的装修队: whether the one told of is the employer."""
    employer = state.answers.get(EMPLOYER)
    return employer is not None and str(employer.value)[:NAME] in text


def only(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether days are told, and all of them of others."""
    left = without(state, text, scene)
    return left != text and _tells_day(text, scene) and not _tells_day(left, scene)


def _tells_day(text: str, scene: Scene) -> bool:
    extractor = scene.content.extractor
    return bool(extractor.dates.find(extractor.script.fold(text), scene.today))
