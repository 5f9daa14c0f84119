"""七年 五十三 十二个钟头 2100: what a line of short parts tells beside the facts of its words."""

from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.told import relating
from bot.dialogue.told.sides import AGE

FIRST, SERVICE = "employed_from", "employer_service_years"
IN_ALL = "total_service_years"
CENT = Decimal("0.01")
YEAR, LEAST = 12, 12
"""Months: in a year, and the shortest service kept in years."""


def told(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """An age, and how long somebody was there, where no first day of work is known."""
    own = relating.own(state, text, scene)
    line, found = scene.content.extractor.line(own), _of_both(own, scene)
    if line.age is not None:
        found[AGE] = Answer(value=line.age, said=text.strip())
    months = line.service.months if line.service is not None else None
    if (
        SERVICE not in found
        and months is not None
        and months >= LEAST
        and not {FIRST} & {*told, *state.answers}
    ):
        found[SERVICE] = Answer(value=str((months / YEAR).quantize(CENT)), said=text.strip())
    return found


def _of_both(text: str, scene: Scene) -> dict[str, Answer]:
    """累计工龄12年，在这家4年半: all the years ever worked, and those with this employer."""
    extractor = scene.content.extractor
    said = scene.content.intents.manners.service_told(extractor.plain(text))
    found: dict[str, Answer] = {}
    for key, words in zip((IN_ALL, SERVICE), said, strict=True):
        lengths = extractor.durations.find(words) if words else ()
        months = lengths[0].value.months if len(lengths) == 1 else None
        if months is not None:
            found[key] = Answer(value=str(in_years(months)), said=text.strip())
    return found


def in_years(months: Decimal) -> Decimal:
    """So many months as years with two decimals, from which `in_months` makes them again."""
    return (months / YEAR).quantize(CENT)


def in_months(years: Decimal) -> Decimal:
    """So many years as months, to the half of one."""
    return (years * YEAR * 2).to_integral_value() / 2


def years_in_words(years: str, scene: Scene) -> str:
    """2.33 as two years and four months; empty for whole years and halves."""
    if Decimal(years) * 2 == int(Decimal(years) * 2):
        return ""
    whole, months = divmod(int(in_months(Decimal(years))), YEAR)
    return scene.say("years_and_months", years=whole, months=months)
