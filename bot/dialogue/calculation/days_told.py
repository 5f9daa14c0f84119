"""干了9天 讲好190一天 一分没给: the pay of days worked, owed beside what another matter was about."""

from decimal import Decimal

from bot.dialogue.calculation.tallying import ARREARS, MOST_PARTS, TOTAL
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep


def besides(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with the pay of the days as a part of the total told before (押金600, and then this)."""
    total = state.answers.get(TOTAL)
    of_wages = state.dispute_kind is None or state.dispute_kind in ARREARS
    if total is None or of_wages or total.said in text or len(state.parts) >= MOST_PARTS:
        return state
    rate, days = _rate_and_days(text, scene)
    owed = scene.content.extractor.read(text, scene.today).get(TOTAL)
    made = rate * days
    if owed is None or not made or owed.value != made or made == Decimal(str(total.value)):
        return state
    part = (f"＋{rate.normalize():f}×{days.normalize():f}", str(made))
    kept = keep(state, TOTAL, Decimal(str(total.value)) + made, text.strip())
    return kept.changed(parts=(*state.parts, part))


def _rate_and_days(text: str, scene: Scene) -> tuple[Decimal, Decimal]:
    """Zero where they are not told."""
    extractor, tally = scene.content.extractor, scene.content.intents.manners.tally
    folded = extractor.script.fold(text)
    rate, days = tally.rate_in(folded), tally.days_in(folded)
    each = extractor.money.bare(rate) if rate and days else None
    number = extractor.numerals.read(days) if days else None
    return each or Decimal(0), number or Decimal(0)
