"""从6000降到4000 三个月了, 差的能要回多少: what a pay cut took so far (劳动合同法 30, 35)."""

from decimal import Decimal

from bot.dialogue.calculation.asked.told import kinds, number, story, yuan
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from knowledge.law.money import plain

KIND, MONTHS_A_YEAR = "transfer_or_pay_cut", 12
LEAST, MOST, LEAST_SHARE = Decimal(1000), Decimal(100_000), Decimal("0.3")


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """What each month lacks, and all months told; empty where no cut is told or something else is asked."""
    asks, words = scene.content.intents.sums, story(state, text, scene)
    if KIND not in kinds(state) or asks.asked.names("leaving", text):
        return ""
    if not asks.what_if.asks_of_pay(text):
        return ""
    found = asks.asked.found("cut", words)
    if found is None:
        return ""
    before, after = yuan(found["before"], scene), yuan(found["after"], scene)
    if before is None or after is None or not _is_cut(before, after):
        return ""
    since = number(asks.asked.said("cut_since", words, "m"), scene)
    told = asks.asked.said("cut_months", words) or asks.asked.said("cut_months", words, "k")
    months = _since(since, scene) if since else number(told, scene)
    return scene.say(
        "pay_cut_gap",
        before=plain(before),
        after=plain(after),
        gap=plain(before - after),
        months=plain(months) if months else "",
        since=int(since) if since else 0,
        last=scene.today.month - 1 or MONTHS_A_YEAR,
        total=plain((before - after) * months) if months else "",
    )


def _is_cut(before: Decimal, after: Decimal) -> bool:
    return LEAST <= after < before <= MOST and after >= before * LEAST_SHARE


def _since(month: Decimal, scene: Scene) -> Decimal | None:
    """The whole months from that one to the last; none where it is the running one."""
    first = int(month)
    if not 1 <= first <= MONTHS_A_YEAR:
        return None
    count = (scene.today.month - first) % MONTHS_A_YEAR
    return Decimal(count) if count else None
