"""11月的也没给, of who left on the tenth of November: of the running month no more is owed than its days."""

from decimal import Decimal

from bot.dialogue.calculation.totals import TOTAL, besides_in_total, product, total_of
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import forget, keep
from intents.compiled import compiled
from knowledge.law.money import plain

WAGE, MONTHS, FIRST, LAST = "monthly_wage", "months_owed", "employed_from", "employed_to"
WHOLE, MONTH, DAYS_OF_MONTH = len("2026-11-10"), len("2026-11"), 30


def heard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The total with the days of the running month, where that is told as unpaid, too, by its name."""
    days = _days(state, scene)
    if days is None or not _is_owed(text, scene) or product(state) is None:
        return state
    if total_of(state) != (product(state) or 0) + besides_in_total(state):
        return state
    wage = Decimal(str(state.facts()[WAGE]))
    odd = (wage / DAYS_OF_MONTH * days).quantize(Decimal(1))
    part = (f"＋{plain(wage)}÷{DAYS_OF_MONTH}×{days}", str(odd))
    if part in state.parts:
        return state
    alone = state.answers[MONTHS].said in text and not _names_others(text, scene)
    if alone and Decimal(str(state.answers[MONTHS].value)) != 1:
        return state
    made = total_of(state) + odd - (wage if alone else 0)
    left = forget(state, MONTHS) if alone else state
    return keep(left.changed(parts=(*state.parts, part)), TOTAL, made, text.strip())


def _days(state: DialogueState, scene: Scene) -> int | None:
    """The days of the running month up to the last one at work, where the work began before it."""
    last, first = (str(state.facts().get(day) or "") for day in (LAST, FIRST))
    this = scene.today.isoformat()[:MONTH]
    known = TOTAL in state.answers and WAGE in state.answers
    if not known or len(last) != WHOLE or not last.startswith(this) or first.startswith(this):
        return None
    days = int(last[-2:])
    return days if days < DAYS_OF_MONTH else None


def _names_others(text: str, scene: Scene) -> bool:
    """10月工资没开 11月也没开: whether another month is named as unpaid, too."""
    return bool(_unpaid(text, scene) - {scene.today.month})


def _is_owed(text: str, scene: Scene) -> bool:
    """Whether the running month is named, and said not to be paid."""
    return scene.today.month in _unpaid(text, scene)


def _unpaid(text: str, scene: Scene) -> set[int]:
    """The months said not to be paid."""
    folded = scene.content.extractor.script.fold(text)
    named = compiled(scene.content.intents.manners.ledger.month_unpaid).finditer(folded)
    read = (scene.content.extractor.numerals.read(match["m"]) for match in named)
    return {int(month) for month in read if month is not None}
