"""The sentences of an answer that say what is asked, where the answer was given whole before."""

import re

from bot.dialogue.answers import asking
from bot.dialogue.answers.answering import SHOWN_CITATIONS
from bot.dialogue.answers.citing import law_line
from bot.dialogue.content import Scene
from intents.passages import likeness
from knowledge.schemas import FaqEntry

NEAR, ALSO_NEAR, ABOUT_AS = 0.45, 0.5, 0.8
"""How near a sentence must be to a question: the nearest, and a second one, which is about as near."""
MOST = 2
"""Sentences shown to one question."""
SHORTEST = 5
"""Characters of a sentence."""
_SENTENCES = re.compile(r"(?<=。)")


def said(entry: FaqEntry, text: str, scene: Scene) -> str:
    """What the answer says to the questions of the words, else its conclusion; and its law."""
    return near(entry, text, scene) or _shown(entry, entry.short_answer, scene)


def near(entry: FaqEntry, text: str, scene: Scene) -> str:
    """What the answer says to the questions of the words, and its law; empty where it says nothing to them."""
    folded = scene.content.extractor.script.fold(text)
    asked = asking.clauses(folded, scene) or (folded,)
    sentences = _sentences(entry, scene)
    found = {each for clause in asked for each in _near(clause, entry.title, sentences, scene)}
    lines = "".join(each for each in sentences if each in found)
    return _shown(entry, lines, scene) if lines else ""


def _shown(entry: FaqEntry, lines: str, scene: Scene) -> str:
    law = law_line(entry.cited[:SHOWN_CITATIONS], scene)
    return scene.say("passage", lines=lines, law=law)


def _near(clause: str, title: str, sentences: tuple[str, ...], scene: Scene) -> list[str]:
    """The sentences nearest to a question; none for one that asks what the whole answer is about."""
    whole, *scores = likeness(scene.content.matcher.meaning, clause, (title, *sentences))
    if whole >= max(scores, default=0.0):
        return []
    ranked = sorted(zip(scores, sentences, strict=True), reverse=True)[:MOST]
    needed = (NEAR, max(ALSO_NEAR, ABOUT_AS * ranked[0][0]) if ranked else ALSO_NEAR)
    return [each for (score, each), least in zip(ranked, needed, strict=False) if score >= least]


def _sentences(entry: FaqEntry, scene: Scene) -> tuple[str, ...]:
    """Those of the conclusion, of what stands behind it and of what is local, and the limit."""
    limit = scene.say("passage_limit", limit=entry.deadline) if entry.deadline else ""
    parts = (entry.short_answer, entry.more or "", entry.local or "", limit)
    found = (each for part in parts for each in _SENTENCES.split(part))
    return tuple(dict.fromkeys(each for each in found if len(each) >= SHORTEST))
