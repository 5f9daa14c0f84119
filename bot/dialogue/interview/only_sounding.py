"""What only sounds like an answer: 代理合同 for a signed labour contract (a choice's own pattern, `unless`), a rate for
a sum, a sentence for a name."""

from bot.dialogue.calculation import payments, tallying
from bot.dialogue.content import Scene
from bot.dialogue.told import beginnings, sides
from bot.dialogue.told.facts import GATHERED
from bot.dialogue.told.mistaking import may_be_months
from intents.answers import Answer, NotUnderstood, Understood
from intents.compiled import compiled
from intents.intake_form import Question
from intents.said_words import choices_within

CHOICE, COUNT, STORY, STILL = "choice", "count", "story", "still_employed"
WRITTEN = frozenset({"chat_record", "chat_message", "in_writing"})
"""Choices that something stands in a message."""
TOTAL = tallying.TOTAL
FEW_LETTERS = 1
"""Letters beside a place that make no name of it."""
ENDS = frozenset({"employed_to", "event_date"})
"""Days that may answer one another: the last day, and the day it happened."""


def out_of(question: Question, text: str, scene: Scene) -> frozenset[str]:
    """The choices that are not meant, whatever the words hold."""
    guarded = [choice for choice in question.choices if choice.unless is not None]
    folded = scene.content.extractor.script.fold(text) if guarded else ""
    out = frozenset(c.id for c in guarded if compiled(c.unless or "").search(folded))
    return out | _only_paid_by(question, text, scene)


def _only_paid_by(question: Question, text: str, scene: Scene) -> frozenset[str]:
    """工资都是微信发: what was written there is not told, where only money came that way."""
    written = {choice.id for choice in question.choices} & WRITTEN
    paid = compiled(scene.content.extractor.words.answers.paid_by_message)
    bare = paid.sub(" ", scene.content.extractor.script.fold(text)) if written else text
    return frozenset(written - {*choices_within(question, bare)}) if bare != text else frozenset()


def stated(question: Question, answer: Answer, text: str, scene: Scene) -> Answer:
    """上个月提的离职 老板不批, asked whether the worker is still there: what the whole of the words tells goes before
    what a word in them sounds like."""
    if question.id != STILL or not isinstance(answer, Understood):
        return answer
    told = scene.content.extractor.read(text, scene.today).get(STILL)
    return Understood(told.value, text) if told is not None else answer


def settled(question: Question, answer: Answer, text: str, scene: Scene) -> Answer:
    """The answer; in place of a choice that the words only sound like the one other they name."""
    out = out_of(question, text, scene) if question.type == CHOICE else frozenset()
    chosen = str(answer.value) if isinstance(answer, Understood) else ""
    if not out or (chosen and chosen not in out):
        return answer
    left = [name for name in choices_within(question, text) if name not in out]
    if len(left) == 1:
        return Understood(left[0], text)
    return NotUnderstood("unreadable") if chosen else answer


def is_none(question: Question, answer: Understood, text: str, scene: Scene) -> bool:
    """Whether what was read in the words is no answer to the question: a sentence in place of a name, or a fact
    told as another one."""
    if question.type == COUNT and _tells_length(text, scene):
        return True
    return not _fits(question, answer, text, scene) or _told_as_another(
        question, answer, text, scene
    )


def _tells_length(text: str, scene: Scene) -> bool:
    """前面说五年半, asked how many people: whether the number is one of a length of time."""
    extractor = scene.content.extractor
    return bool(extractor.durations.find(extractor.script.fold(text)))


def _told_as_another(question: Question, answer: Understood, text: str, scene: Scene) -> bool:
    """一个月给两千 tells the wage, 给过我四千 what came, 没合同 no date of leaving, 干了半年 nothing owed, whatever is asked."""
    if question.type == "months":
        return not may_be_months(text, scene)
    if question.type not in ("money", "date", "yes_no"):
        return False
    if question.type == "money" and (
        scene.content.intents.manners.tells_rate(text) or sides.is_age(text, answer.value, scene)
    ):
        return True
    if question.id == TOTAL and payments.is_paid(text, answer.value, scene):
        return True
    read = scene.content.extractor.read(text, scene.today)
    told = {key: fact for key, fact in read.items() if key not in GATHERED}
    if question.id != beginnings.FIRST and beginnings.is_bare(text, scene):
        told.pop(beginnings.FIRST, None)
    if question.type == "date" and "monthly_wage" in told and not _names_day(text, scene):
        return True
    if question.type == "yes_no":
        return any(isinstance(f.value, bool) for f in told.values()) and question.id not in told
    same = {key for key, fact in told.items() if fact.value == answer.value}
    same_day = ENDS if question.id in ENDS else frozenset()
    return bool(same) and not same & {question.id, *same_day}


def _names_day(text: str, scene: Scene) -> bool:
    """Whether a day stands in the words: 一个月7200 tells none."""
    extractor = scene.content.extractor
    return bool(extractor.dates.bare(extractor.script.fold(text), scene.today))


def _fits(question: Question, answer: Understood, text: str, scene: Scene) -> bool:
    """A sentence is no name; one that the words state as such is."""
    if question.type != "text" or question.id == STORY or answer.value != text.strip():
        return True
    manners = scene.content.intents.manners
    named = manners.may_be_name(text) and not manners.may_be_question(text)
    return named and not _is_place(text, scene)


def _is_place(text: str, scene: Scene) -> bool:
    """郑州中原区: a place and hardly another letter is nobody's name."""
    folded = scene.content.extractor.script.fold(text.strip())
    mentions = scene.content.extractor.places.read(folded).mentions
    rest = len(folded) - sum(each.end - each.start for each in mentions)
    return bool(mentions) and rest <= FEW_LETTERS
