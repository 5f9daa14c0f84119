"""A bare number where nothing was asked: what it is, is asked, never guessed."""

from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep, plain
from bot.dialogue.turn import Turn, button, offering
from knowledge.law.money import plain as in_words

LONGEST = 8
"""Characters of a bare number."""
LEAST_MONEY = Decimal(100)
MAY_BE = ("amount_claimed", "monthly_wage")


def ask(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """3200: 是欠你的钱，还是一个月工资？ None for words that are no bare number, or say
    themselves what it is (包工头欠我一万二)."""
    said = text.strip()
    value = scene.content.extractor.money.bare(said) if len(said) <= LONGEST else None
    if value is None or scene.content.extractor.read(said, scene.today):
        return None
    if value < LEAST_MONEY:
        return Turn(state, (Reply(scene.say("which_number", number=said)),))
    asking = offering(state.changed(stage="question"), plain(value))  # type: ignore[arg-type]
    choices = tuple(button(asking, f"is:{fact}", scene.label(f"is.{fact}")) for fact in MAY_BE)
    return Turn(asking, (Reply(scene.say("what_sum", amount=in_words(value)), choices),))


def take(state: DialogueState, fact: str, scene: Scene) -> Turn:
    """The worker said what the number is."""
    if fact not in MAY_BE or not state.offered:
        return Turn(state, (Reply(scene.say("go_on")),))
    label = scene.label(f"is.{fact}")
    kept = echoing.said(keep(state, fact, state.offered[0], label), (fact,))
    above = echoing.line(kept, (fact,), scene)
    if kept.dispute_kind is not None and not kept.handed_over:
        return echoing.led(intake.proceed(offering(kept), scene), above)
    return Turn(offering(kept), (Reply(f"{above}{scene.say('what_happened')}"),))
