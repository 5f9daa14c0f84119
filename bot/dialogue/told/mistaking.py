"""What a length of time in an answer may be beside months owed."""

from bot.dialogue.content import Scene
from intents.compiled import compiled

OTHERS = frozenset({"monthly_wage", "employed_to", "employed_from"})
"""What words with a month in them may tell in place of months owed."""


def may_be_months(text: str, scene: Scene) -> bool:
    """No months owed: 干了半年 is what was worked, 一个月六千五 what is earned, 这里都压一个半月 a habit, 8月底撤的场
    the last day."""
    habit = compiled(scene.content.extractor.words.answers.of_habit)
    if scene.content.intents.manners.tells_of_service(text) or habit.search(text):
        return False
    read = scene.content.extractor.read(text, scene.today)
    return "months_owed" in read or not OTHERS & read.keys()
