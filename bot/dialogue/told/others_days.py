"""Days of others who are only mentioned (我小舅子 他是1月17号干完的) are none of the worker's own."""

import re

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told import relating
from bot.dialogue.told.kinds_told import DEATH
from intents.compiled import compiled

_CLAUSE = re.compile(r"[^\s，,。；;！!？?]+")


def without(state: DialogueState, text: str, scene: Scene) -> str:
    """The words, as long as before, without the clauses that tell a day of somebody else; unchanged where
    the matter is somebody else's."""
    if relating.SPEAKS_FOR in state.answers or state.dispute_kind == DEATH:
        return text
    if not state.asked and relating.told(state, text, scene):
        return text
    letters = list(text)
    for start, end in _of_others(text, scene):
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def only(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether days are told, and all of them of others."""
    left = without(state, text, scene)
    return left != text and not _tells_day(left, scene)


def _of_others(text: str, scene: Scene) -> list[tuple[int, int]]:
    words, fold = (
        scene.content.extractor.words.day_roles.people,
        scene.content.extractor.script.fold,
    )
    found: list[tuple[int, int]] = []
    told, led = False, False
    for match in _CLAUSE.finditer(text):
        clause = fold(match.group())
        other = compiled(words.other).match(clause)
        goes_on = led or (told and compiled(words.goes_on).match(clause) is not None)
        is_others = other is not None or goes_on
        rest = clause[other.end() :] if other else clause
        if is_others and not compiled(words.mine).search(rest) and _tells_day(clause, scene):
            found.append(match.span())
        led = other is not None and compiled(words.alone).match(rest) is not None
        told = other is not None or (told and not compiled(words.mine).match(clause))
    return found


def _tells_day(text: str, scene: Scene) -> bool:
    extractor = scene.content.extractor
    return bool(extractor.dates.find(extractor.script.fold(text), scene.today))
