"""What a length of time in an answer may be beside months owed."""

from bot.dialogue.content import Scene
from intents.compiled import compiled


def may_be_months(text: str, scene: Scene) -> bool:
    """No months owed: 干了半年 is what was worked, 一个月六千五 what is earned, 这里都压一个半月 a habit."""
    habit = compiled(scene.content.extractor.words.answers.of_habit)
    if scene.content.intents.manners.tells_of_service(text) or habit.search(text):
        return False
    read = scene.content.extractor.read(text, scene.today)
    return "monthly_wage" not in read or "months_owed" in read
