"""不对 11月还没到发的日子 就两个月; 7月发了 就8月9月: the months owed as they are counted now."""

import re
from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from intents.answers import Understood, understand

OWED = "months_owed"
LONGEST = 30
"""Characters: longer words tell a story."""
_PARTS = re.compile(r"[\s，。；;,、]+")


def put_right(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """The state with the months that are left; None where the words say of no month that it is out."""
    taking_back = scene.content.intents.manners.corrections
    extractor = scene.content.extractor
    parts = _PARTS.split(extractor.corrections.without_denied(extractor.script.fold(text)))
    out = [part for part in parts if taking_back.is_settled(part) and _months(part, scene)]
    if OWED not in state.answers or not out:
        return None
    owed = Decimal(str(state.answers[OWED].value))
    rest = " ".join(part for part in parts if part not in out)
    counted = _counted(rest, scene)
    if counted is None and _months(rest, scene):
        return None
    left = counted or owed - len({m for part in out for m in _months(part, scene)})
    return keep(state, OWED, _whole(left), text.strip()) if 0 < left < owed else None


def settled_since(state: DialogueState, text: str, scene: Scene) -> DialogueState | None:
    """10月发了 就差9月: the months left where one told as owed came, in words that tell no sum and ask nothing."""
    folded = scene.content.extractor.script.fold(text)
    days = [each.span for each in scene.content.extractor.dates.find(folded, scene.today)]
    manners = scene.content.intents.manners
    if manners.may_be_question(text) or scene.content.extractor.money.find(folded, days):
        return None
    return put_right(state, text, scene) if len(text) <= LONGEST else None


def _counted(rest: str, scene: Scene) -> Decimal | None:
    """The months the other words count (就两个月, 就8月9月)."""
    question = scene.content.intents.questions[OWED]
    for part in (*reversed(rest.split()), rest):
        lengths = scene.content.extractor.durations.find(part)
        if lengths and lengths[0].value.months:
            return Decimal(lengths[0].value.months)
        read = understand(question, part, scene.today, scene.content.extractor)
        if isinstance(read, Understood) and _months(part, scene):
            return Decimal(str(read.value))
    return scene.content.extractor.months_named(rest, scene.today)


def _months(part: str, scene: Scene) -> set[int]:
    found = scene.content.extractor.dates.find(part, scene.today)
    months = (each.value for each in found if not each.by_weekday)
    return {month.month for month in months if month.month and not month.day}


def _whole(months: Decimal) -> int | Decimal:
    return int(months) if months == int(months) else months
