"""Which parts of a message may answer a question that was not asked: a day of something else, a sum of
another kind and a length of service are none."""

import re

from bot.dialogue.content import Scene
from intents.compiled import compiled
from intents.day_answers import is_nearly_a_year_ago
from intents.intake_form import Question

LONGEST_PART = 14
FEWEST_DIGITS = 3
"""Digits of a bare number that can only be money."""
FEW_LETTERS, YEAR = 2, 12
"""Letters beside a day or a length that tell nothing; months."""
ENTRY, HAPPENED = "employed_from", "event_date"
OF_EVENTS = frozenset({HAPPENED, "resigned_on"})
ENDS = frozenset({"employed_to"})
CLAIMS, BARE = frozenset({"amount_claimed", "monthly_wage"}), 1
"""What is claimed and earned; characters beside a sum that tell nothing."""
_NUMBER = re.compile(r"[0-9.]+")


def fitting_parts(question: Question, parts: list[str], scene: Scene) -> list[str]:
    """The parts that tell nothing else."""
    clear = [part for part in parts if _is_clear(part, question)]
    if question.type == "date":
        return [part for part in clear if _may_be_day(part, question, scene)]
    if question.type == "months":  # 跑了一年零两个月 is what was worked
        return [part for part in clear if _is_owed(part, scene)]
    return clear


def holds_sum(part: str, scene: Scene) -> bool:
    """Whether a sum stands in the words, or a bare number that may be one."""
    extractor = scene.content.extractor
    return extractor.money.bare(extractor.script.fold(part)) is not None


def is_sum_alone(part: str, scene: Scene) -> bool:
    """一共八千六, and not 律师开口要5000: a sum beside words of pay and debt, and hardly another one."""
    extractor = scene.content.extractor
    rest, words = extractor.script.fold(part), extractor.words.answers
    for each in reversed(extractor.money.find(rest, [])):
        if compiled(words.for_each).match(rest[each.end :]):
            return False
        rest = rest[: each.start] + rest[each.end :]
    rest = compiled(words.beside_sum).sub("", _NUMBER.sub("", rest))
    return len(rest.strip()) <= BARE or extractor.numerals.read(rest.strip()) is not None


def _may_be_day(part: str, question: Question, scene: Scene) -> bool:
    """六月发过一千 is the day of a payment, 一月四千一 no day."""
    manners, words = scene.content.intents.manners, scene.content.extractor.words.answers
    if _is_of_payment(part, scene) or manners.promises(part):
        return False
    if compiled(words.until_now).search(part) or _may_be_coming(part, scene):
        return False
    if question.id != HAPPENED and _holds_sum(part, scene):
        return False
    return _is_of_this(part, question, scene) and not _is_of_wage(part, scene)


def _may_be_coming(part: str, scene: Scene) -> bool:
    """我寻思11月30号去找他, said on the 24th: a day without a year, nearly a year ago, is rather one to come."""
    extractor = scene.content.extractor
    days = extractor.dates.bare(extractor.script.fold(part), scene.today)
    return any(is_nearly_a_year_ago(day, scene.today) for day in days)


def _is_of_this(part: str, question: Question, scene: Scene) -> bool:
    """6月7月给足 is no day of what happened, 是从七月 none of leaving, 还差十月份工资 none of entry."""
    manners, words = scene.content.intents.manners, scene.content.extractor.words.answers
    if question.id in OF_EVENTS:
        return not any(compiled(each).search(part) for each in (words.of_no_event, words.of_debt))
    if question.id in ENDS:
        return not manners.begins(part)
    if question.id == ENTRY:
        other = manners.complains(part) or _is_of_leave(part, scene)
        return not other and _is_of_entry(part, scene)
    return True


def _is_of_payment(part: str, scene: Scene) -> bool:
    folded = scene.content.extractor.script.fold(part)
    return scene.content.intents.manners.tally.paid_in(folded) is not None


def _is_of_wage(part: str, scene: Scene) -> bool:
    """一月四千一: what a month brings, and no January."""
    numbered = scene.content.intents.manners.holds_number(part)
    return numbered and "monthly_wage" in scene.content.extractor.read(part, scene.today)


def _is_of_leave(part: str, scene: Scene) -> bool:
    """年假还有5天没休: a length of leave, not of service."""
    rest = scene.content.extractor.words.answers.of_leave
    return compiled(rest).search(scene.content.extractor.script.fold(part)) is not None


def _holds_sum(part: str, scene: Scene) -> bool:
    """9月那个是2900: a month with a sum is one of pay."""
    extractor = scene.content.extractor
    folded = extractor.script.fold(part)
    days = [each.span for each in extractor.dates.bare(folded, scene.today)]
    return bool(extractor.money.find(folded, days))


def _is_of_entry(part: str, scene: Scene) -> bool:
    """A day with words of coming to work, or with hardly any: 上个月28号说不干了 is none."""
    extractor, words = scene.content.extractor, scene.content.extractor.words.answers
    folded = extractor.script.fold(part)
    if compiled(words.of_no_entry).search(folded):
        return False
    spans = [each.span for each in extractor.dates.find(folded, scene.today)]
    spans += [each.span for each in extractor.durations.find(folded)]
    bare = len(folded) - sum(end - start for start, end in spans) <= FEW_LETTERS
    return bare or compiled(words.of_entry).search(folded) is not None


def is_no_entry(words: str, scene: Scene) -> bool:
    """去年8月到期续的: whether the words tell a day, and surely not that of entry."""
    answers, folded = (
        scene.content.extractor.words.answers,
        scene.content.extractor.script.fold(words),
    )
    rest = compiled(answers.of_no_entry).sub(" ", folded)
    return rest != folded and compiled(answers.of_entry).search(rest) is None


def _is_owed(part: str, scene: Scene) -> bool:
    """A length told as unpaid, or alone and less than a year."""
    extractor = scene.content.extractor
    folded = extractor.script.fold(part)
    words = extractor.words.answers
    if any(compiled(each).search(folded) for each in (words.of_debt, words.pay_of_time)):
        return True
    found = extractor.durations.find(folded)
    months = found[0].value.months if len(found) == 1 else None
    if months is None:
        return not found
    start, end = found[0].span
    return len(folded) - (end - start) <= FEW_LETTERS and months < YEAR


def _is_clear(part: str, question: Question) -> bool:
    """Bare small numbers may be anything; money has a unit or three digits."""
    if len(part) > LONGEST_PART:
        return False
    bare = _NUMBER.fullmatch(part) is not None
    return not bare or (question.type == "money" and len(part) >= FEWEST_DIGITS)
