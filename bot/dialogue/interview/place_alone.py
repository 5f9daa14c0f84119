"""东莞虎门 劳务公司注册在江西: the place that one part of an answer names and says nothing else."""

import re

from bot.dialogue.content import Scene
from intents.answers import Understood, understand
from intents.compiled import compiled
from intents.intake_form import Question

LONGEST_PLACE = 8
"""Characters of a part that names a place and nothing else."""
_PARTS = re.compile(r"[\s，。；;,;]+")


def read(question: Question, text: str, scene: Scene) -> Understood | None:
    """东莞虎门 劳务公司注册在江西, 俺是潍坊奎文的 干了三年: the one part that is nothing but a place."""
    told = scene.content.intents.manners.place_said_of_oneself
    said = [part for part in _PARTS.split(text) if part]
    parts = [compiled(told).sub(r"\g<place>", part) for part in said]
    short = [part for part in parts if len(part) <= LONGEST_PLACE]
    read = [understand(question, part, scene.today, scene.content.extractor) for part in short]
    places = [answer for answer in read if isinstance(answer, Understood)]
    apart = len(parts) > 1 or parts != said
    return places[0] if apart and len(places) == 1 else None
