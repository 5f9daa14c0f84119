"""年假一天没休 打工十五年了 能折多少: the pay of a leave not taken this year, by all years worked."""

from decimal import Decimal

from bot.dialogue.calculation import of_law, service_length
from bot.dialogue.calculation.asked.told import CENT, FIRST, LAST, folded, number, story, wage
from bot.dialogue.calculation.of_answer import LEAVE, TAKEN, YEAR
from bot.dialogue.calculation.summing import BadValue, known_facts, work_out, working
from bot.dialogue.content import Scene
from bot.dialogue.state import Calculation, DialogueState, Plain
from knowledge.law.money import plain
from knowledge.law.partial_date import PartialDate

SERVED, TEN = "total_service_years", 10
MOST_LINES = 5


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """What the days of this year come to; empty where no leave is named, or too little is told."""
    asked, words = scene.content.intents.sums.asked, folded(text, scene)
    meant = asked.asks(words) or asked.names("leave_asked", words)
    if not asked.names("leave", words) or not meant:
        return ""
    days = number(asked.said("leave_days", words), scene)
    if days is not None and (each := wage(state)) is not None:
        return _of_days(days, each, scene)
    told = story(state, text, scene)
    known = known_facts(state.changed(calculation=None), scene.today)
    if "monthly_wage" not in known or (years := _served(state, told, known, scene)) is None:
        return ""
    supposed: dict[str, Plain] = {SERVED: str(years[0])}
    last = asked.names("last_year", words)
    supposed |= {} if YEAR in known else {YEAR: str(scene.today.year - last)}
    supposed |= {} if TAKEN in known else {TAKEN: "0"}
    sum_ = scene.content.intents.sums.by_id[LEAVE]
    stays = () if LAST in state.answers or state.facts().get("event_kind") else (LAST,)
    counted = Calculation(id=LEAVE, supposed=supposed, skipped=stays)
    tried = state.changed(calculation=counted)
    try:
        lines = working(work_out(tried, sum_, scene), scene)
    except BadValue:
        return ""
    here = not years[1] and years[0] < TEN
    return scene.say("leave_pay", lines=lines[:MOST_LINES], here=here, years=years[0], last=last)


def _of_days(days: Decimal, each_month: Decimal, scene: Scene) -> str:
    """What so many days that were not taken are worth beside the pay."""
    names = (of_law.PAID_DAYS, of_law.LEAVE_BESIDES_PAY)
    paid_days, times = (of_law.number(name, scene) for name in names)
    return scene.say(
        "leave_days",
        days=plain(days),
        wage=plain(each_month),
        paid_days=plain(paid_days),
        times=plain(times),
        total=plain((each_month / paid_days * days * times).quantize(CENT)),
    )


def _served(
    state: DialogueState, told: str, known: dict[str, Plain], scene: Scene
) -> tuple[int, bool] | None:
    """The whole years worked, and whether they are told as those of all work; at least those in this firm."""
    if SERVED in known:
        return int(Decimal(str(known[SERVED]))), True
    said = number(scene.content.intents.sums.asked.said("served", told), scene)
    if said is not None and said >= 1:
        return int(said), True
    first = known.get(FIRST)
    if isinstance(first, str):
        begun = PartialDate.parse(first).first_day
        years = scene.today.year - begun.year
        years -= (scene.today.month, scene.today.day) < (begun.month, begun.day)
        return (years, False) if years >= 1 else None
    length = service_length.told(state, scene)
    return (int(length) // service_length.YEAR, False) if length and length >= 12 else None
