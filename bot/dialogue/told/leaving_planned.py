"""我打算今年12月底走: until when notice must be given in writing for a day of leaving that is still to come."""

from datetime import date, timedelta

from bot.dialogue.content import Scene
from intents.compiled import compiled

NOTICE = timedelta(days=30)
"""劳动合同法 37."""


def word(text: str, scene: Scene) -> str:
    """What the plan asks for; empty where the words tell no day on which the worker means to go."""
    extractor, folded = scene.content.extractor, scene.content.extractor.script.fold(text)
    manners = scene.content.intents.manners
    if not compiled(manners.plans_to_leave).search(folded) or manners.may_be_question(text):
        return ""
    found = extractor.dates.find(folded, scene.today)
    days = [each for each in found if each.value.last_day > scene.today]
    if len(days) != 1:
        return ""
    day = days[0]
    ends = folded[day.end - 1 : day.end + 1]
    late = compiled(manners.end_of_month).search(ends) is not None
    latest = (day.value.last_day if late else day.value.first_day) - NOTICE
    by = _words(latest, scene) if latest > scene.today else ""
    return scene.say("plans_to_leave", said=text.strip(), by=by)


def _words(day: date, scene: Scene) -> str:
    return scene.say("partial_date", parts=[day.year, day.month, day.day])
