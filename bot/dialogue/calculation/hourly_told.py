"""说好25一小时 只给16, 每天11个小时 26天: hours and days at what the hour is worth, or is short of."""

from decimal import Decimal

from bot.dialogue.content import Scene
from knowledge.law.money import plain

Part = tuple[str, Decimal]
"""How it is worked out, and the yuan."""
MOST_HOURS, MOST_DAYS = 16, 366
LEAST_RATE, MOST_RATE = Decimal(3), Decimal(1000)
CENT = Decimal("0.01")


def parts(story: str, scene: Scene) -> tuple[Part, ...]:
    """The one sum; nothing where the pay of the hour, or the hours, in all or by the day, are not told."""
    told, what_if = scene.content.intents.manners.pay_told, scene.content.intents.sums.what_if
    hour = told.hour_in(story)
    if hour is None:
        return ()
    agreed, given = _number(hour.agreed, scene), _number(hour.given, scene)
    hours = _number(what_if.hours_of_day(story), scene)
    days = _number(scene.content.intents.manners.pay_told.days_of_hours(story), scene)
    if agreed is None or not LEAST_RATE <= agreed <= MOST_RATE:
        return ()
    lacking = agreed - (given or 0)
    each = f"（{plain(agreed)}－{plain(given)}）" if given else plain(agreed)
    in_all = _number(told.hours_told(story), scene)
    if in_all is not None and lacking > 0 and days is None:
        return ((f"＋{each}×{plain(in_all)}", (lacking * in_all).quantize(CENT)),)
    if hours is None or days is None:
        return ()
    if lacking <= 0 or not 0 < hours <= MOST_HOURS or not 0 < days <= MOST_DAYS:
        return ()
    made = (lacking * hours * days).quantize(CENT)
    return ((f"＋{each}×{plain(hours)}×{plain(days)}", made),)


def _number(said: str | None, scene: Scene) -> Decimal | None:
    return scene.content.extractor.numerals.read(said) if said else None
