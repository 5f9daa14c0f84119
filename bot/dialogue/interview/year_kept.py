"""A day put right stays in the year told before, and in its month, where the words name no other."""

from datetime import date

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import DATES, keep
from intents.compiled import compiled

YEAR, DAY = len("2026"), len("2026-08-15")
MONTH = len("2026-08")
LONGEST_BARE = 3
"""Letters of a day told without its month (16 and its sign)."""
LATE, EARLY = ("11", "12"), ("01", "02")
"""Months between which a correction may cross the turn of the year."""


def kept(
    before: DialogueState, after: DialogueState, key: str, words: str, scene: Scene
) -> DialogueState:
    """入职是5月31日 of an entry told as 2021年5月17日: 2021, not the year of the calendar; 去年10月20号来的 不对
    是10月12: the year said beside it."""
    old, new = str(before.facts().get(key, "")), str(after.facts().get(key, ""))
    if key not in DATES or min(len(old), len(new)) <= YEAR:
        return after
    extractor = scene.content.extractor
    if day := _day_in_month(old, words, scene) or _same_month(old, new, words, scene):
        return keep(after, key, day, after.answers[key].said)
    if old[:YEAR] == new[:YEAR]:
        return after
    found = extractor.dates.find(extractor.script.fold(words), scene.today)
    own = [each for each in found if str(each.value) == new] or found
    if not own or any(each.own_year for each in own) or _only_nearest(before, key, old, scene):
        return after
    beside = [str(each.value)[:YEAR] for each in found if each.own_year]
    moved = (beside or [old[:YEAR]])[-1] + new[YEAR:]
    if _crosses(old, new) or not _is_past(moved, scene.today):
        return after
    return keep(after, key, moved, after.answers[key].said)


def _only_nearest(state: DialogueState, key: str, old: str, scene: Scene) -> bool:
    """Whether the year was not told but taken as the nearest past one (12月3号, told in November)."""
    answer, extractor = state.answers.get(key), scene.content.extractor
    said = extractor.script.fold(answer.said) if answer is not None else ""
    told = extractor.dates.find(said, scene.today)
    return any(not each.own_year and str(each.value) == old for each in told)


def _day_in_month(old: str, words: str, scene: Scene) -> str:
    """是22号, of 10月20日: 10月22日; empty where the words tell more than a day."""
    pattern = scene.content.intents.manners.day_alone
    named = compiled(pattern).match(scene.content.extractor.script.fold(words))
    if named is None or len(old) != DAY:
        return ""
    moved = f"{old[:MONTH]}-{int(named[1]):02}"
    return moved if _is_past(moved, scene.today) else ""


def _same_month(old: str, new: str, words: str, scene: Scene) -> str:
    """走的那天是16号, of 10月15日: 10月16日, where the day was said without its month; else empty."""
    if len(old) != DAY or len(new) != DAY or old[:MONTH] == new[:MONTH]:
        return ""
    extractor = scene.content.extractor
    folded = extractor.parted(words)
    found = [day for day in extractor.dates.bare(folded, scene.today) if str(day.value) == new]
    if not found or any(day.end - day.start > LONGEST_BARE for day in found):
        return ""
    moved = old[:MONTH] + new[MONTH:]
    return moved if _is_past(moved, scene.today) else ""


def _crosses(old: str, new: str) -> bool:
    """Whether one lies at the end of a year and the other at its beginning."""
    months = (old[YEAR + 1 : YEAR + 3], new[YEAR + 1 : YEAR + 3])
    return (months[0] in LATE and months[1] in EARLY) or (months[0] in EARLY and months[1] in LATE)


def _is_past(day: str, today: date) -> bool:
    """Whether it is a day of the calendar that has come."""
    try:
        date.fromisoformat(day if len(day) == DAY else f"{day}-01")
    except ValueError:
        return False
    return day <= today.isoformat()[: len(day)]
