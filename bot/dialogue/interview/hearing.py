"""A typed answer to an open question, heard the same way in an intake and in a calculation."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogue.answers import asking, suiting
from bot.dialogue.calculation import said_again, tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, only_sounding, other_words, passing, place_alone
from bot.dialogue.state import DialogueState
from bot.dialogue.told import (
    award_days,
    contract_term,
    noting,
    of_others,
    relating,
    roles,
    sides,
    where,
)
from bot.dialogue.told.facts import GATHERED, absorb
from bot.dialogue.turn import Turn
from intents.answers import Answer, NotUnderstood, Skipped, Understood, understand
from intents.compiled import compiled
from intents.intake_form import Question

MOST_OPTIONS = 6
STORY = "story"
TOTAL = tallying.TOTAL
STILL = "still_employed"
LONG_QUESTION = 12
"""Characters: a question this long is not an answer that happens to hold a number."""
LONGEST_STATEMENT = 20
"""Characters of a statement that only tells a number."""
LONG_ENOUGH = 8
"""Characters: a shorter message is never another matter."""
ALMOST_SURE, ALMOST_SURE_DOMAIN = 0.9, 0.8
LIKELY_OF_MATTER = 0.75
"""Scores from which even a statement is met with the answer it resembles; one of the matter
needs less."""
CHOSEN = frozenset({"choice", "choices"})
"""Answers that say themselves what they are about."""
CHOICES = frozenset({"choice", "yes_no"})
"""Questions with choices."""
OF_OTHERS = frozenset({"money", "months", "place"})
"""Answers that what is told of others must not give (他的是9800 我的是6400, 我表姐在香港做工)."""
_PARTS = re.compile(r"[\s，。；,;]+")
_QUESTION_MARKS = re.compile(r"[?？]+")
SHORTEST_ANSWER = 4
"""Characters after a question mark that answer the question."""
PATIENCE, PATIENCE_FOR_PLACE = 2, 1
"""After so many answers that could not be read, a question is let go; the place until an
organization is sought."""


def patience(question: Question) -> int:
    """How many answers in a row may be unreadable before the question is let go."""
    return PATIENCE if question.optional else PATIENCE_FOR_PLACE


@dataclass(frozen=True, slots=True)
class Ways:
    """Where each kind of answer leads."""

    skip: Callable[[DialogueState, Scene], Turn]
    ask_region_among: Callable[[DialogueState, tuple[str, ...], Scene], Turn]
    proceed: Callable[[DialogueState, Scene], Turn]
    not_understood: Callable[[DialogueState, Question, str, Scene], Turn]
    take: Callable[[DialogueState, Question, object, str, Scene], Turn]
    fill: Callable[[DialogueState, Question, str, Scene], DialogueState]


def hear_answer(
    state: DialogueState, question: Question, text: str, scene: Scene, ways: Ways
) -> Turn | None:
    """Take the words as the answer; None when they are a question or another matter."""
    if asks_of_another(state, text, scene):
        return None
    if scene.content.intents.manners.is_of_another(text) and "speaks_for" not in state.answers:
        return ways.not_understood(state, question, text, scene)
    if question.type != "money" and said_again.is_total(state, text, scene):
        return echoing.led(ways.proceed(state, scene), echoing.line(state, (TOTAL,), scene))
    turn = _heard(state, question, text, scene, ways)
    word = noting.counsel(text, scene, state if turn is None else turn.state)
    if turn is None or not word or any(word in reply.text for reply in turn.replies):
        return turn
    answered = turn.state.answers.get(question.id) != state.answers.get(question.id)
    return turn if answered and question.type in CHOSEN else echoing.led(turn, word)


def _heard(
    state: DialogueState, question: Question, text: str, scene: Scene, ways: Ways
) -> Turn | None:
    match _of_matter(state, question, text, scene):
        case Skipped():
            told = ways.fill(absorb(state, text, scene, anew=False), question, text, scene)
            more = _says_more(told, state) and question.id not in told.answers
            return _instead(state, question, text, scene, ways) if more else ways.skip(state, scene)
        case NotUnderstood(reason="question"):
            return None
        case NotUnderstood(reason="ambiguous", options=options) if options:
            return _among(state, question, options, text, scene, ways)
        case NotUnderstood(reason="future") if question.optional:
            told = ways.fill(absorb(state, text, scene, anew=False), question, text, scene)
            if _says_more(told, state):
                return ways.proceed(told, scene)
            return echoing.led(ways.skip(noting.add(state, text), scene), scene.say("not_yet_come"))
        case NotUnderstood():
            return _instead(state, question, text, scene, ways)
        case Understood(value=value, said=said):
            return _taken(state, question, text, (value, said), scene, ways)


def _taken(
    state: DialogueState,
    question: Question,
    text: str,
    read: tuple[object, str],
    scene: Scene,
    ways: Ways,
) -> Turn:
    """The answer taken, with what else the words tell; one made up of that already is not taken again."""
    told = ways.fill(absorb(state, text, scene, anew=False), question, text, scene)
    if _is_made_up(state, told, question) or _is_term(told, question, text, scene):
        return ways.proceed(told.changed(misread=0), scene)
    return ways.take(told, question, *read, scene)


def _among(
    state: DialogueState,
    question: Question,
    options: tuple[str, ...],
    text: str,
    scene: Scene,
    ways: Ways,
) -> Turn:
    """The one region that lies in the city told before, or those to choose from."""
    near = where.within_told(state, options, scene)
    told = ways.fill(absorb(state, text, scene, anew=False), question, text, scene)
    if len(near) == 1:
        return ways.take(told, question, near[0], text, scene)
    return ways.ask_region_among(told, near[:MOST_OPTIONS], scene)


def _is_made_up(before: DialogueState, told: DialogueState, question: Question) -> bool:
    """Whether the total asked for was made up of several sums told, of which one looks like the answer; or
    the day of several."""
    if award_days.is_told_anew(before, told):
        return question.id == award_days.DATE
    return question.id == TOTAL in told.answers and told.parts != before.parts


def _is_term(told: DialogueState, question: Question, text: str, scene: Scene) -> bool:
    """合同期是2024年1月1日至2026年12月31日, asked when it ended: whether the day is taken out of the two."""
    return question.id == contract_term.EVENT in told.answers and contract_term.is_told(text, scene)


def _of_matter(state: DialogueState, question: Question, text: str, scene: Scene) -> Answer:
    """The answer; a sum that is no debt of the matter (介绍费收了我1500) is none, nor what asks (真名都不知道 咋告),
    nor what is told of others alone."""
    own = of_others.without(state, relating.own(state, text, scene), scene)
    bystander = question.type in CHOICES and relating.is_of_bystander(state, text, scene)
    if question.type != "text" and (bystander or not own.strip()):
        return NotUnderstood("unreadable")
    if (question.type == "date" or question.id == STILL) and of_others.only(state, text, scene):
        return NotUnderstood("unreadable")
    answer = _understood(question, own if question.type in OF_OTHERS else text, scene)
    if isinstance(answer, Skipped) and asking.clauses(text, scene):
        return NotUnderstood("question")
    if not isinstance(answer, Understood):
        return answer
    other = roles.is_other(state, question.id, answer.value, text, scene)
    return NotUnderstood("unreadable") if other else answer


def _understood(question: Question, text: str, scene: Scene) -> Answer:
    """The answer; a long question and a sentence in place of a name are none."""
    last = _after_own_question(text)
    questioning = asks(last, scene)
    surely = scene.content.intents.manners.is_surely_question(last)
    if (surely or (questioning and len(text) >= LONG_QUESTION)) and question.id != STORY:
        return NotUnderstood("question")
    if question.best_first:
        last = scene.content.intents.manners.without_denied_proof(last) or last
    answer = understand(question, last, scene.today, scene.content.extractor)
    if isinstance(answer, Understood) and only_sounding.is_none(question, answer, text, scene):
        answer = NotUnderstood("unreadable")
    if isinstance(answer, NotUnderstood) and question.type in CHOICES:
        answer = other_words.chosen(question, last, scene) or answer
    answer = only_sounding.settled(
        question, only_sounding.stated(question, answer, text, scene), last, scene
    )
    if isinstance(answer, NotUnderstood) and question.type == "place":
        answer = place_alone.read(question, text, scene) or answer
    unread = isinstance(answer, NotUnderstood) and not answer.options
    return NotUnderstood("question") if unread and questioning else answer


def _after_own_question(text: str) -> str:
    """她有没有养老金？有农村那个: who asks and goes on answers the question asked back."""
    *before, last = _QUESTION_MARKS.split(text.strip())
    return last if before and len(last.strip()) >= SHORTEST_ANSWER else text


def _instead(
    state: DialogueState, question: Question, text: str, scene: Scene, ways: Ways
) -> Turn | None:
    """No answer: further facts are taken, another matter is left to be answered."""
    told = ways.fill(absorb(state, text, scene, anew=False), question, text, scene)
    if _says_more(told, state):
        over = told.changed(misread=state.misread + 1)
        county = question.id == "region" and "region" in state.answers
        tired = over.misread > PATIENCE if question.optional else county
        if tired and county:
            turn = ways.proceed(where.passed_over(over), scene)
        else:
            turn = ways.skip(over, scene) if tired else ways.proceed(over, scene)
        heard = echoing.news(state, told) or echoing.chosen_besides(state, told, question, scene)
        return turn if heard else echoing.led(turn, noting.line(text, scene, turn.state))
    if _is_another_matter(state, text, scene):
        return None
    if question.id != STORY and scene.content.intents.manners.may_be_question(text):
        return None
    return ways.not_understood(told, question, text, scene)


def _says_more(told: DialogueState, before: DialogueState) -> bool:
    """Whether more was told than what a story is about, and beside it."""
    old, apart = before.answers, GATHERED | sides.KEYS
    return any(old.get(k) != answer for k, answer in told.answers.items() if k not in apart)


def _tells_number(text: str, scene: Scene) -> bool:
    """从八月份开始欠的, 平时就给了一万二: a short statement of a day, a length or a sum."""
    extractor, short = scene.content.extractor, len(text.strip()) <= LONGEST_STATEMENT
    folded = extractor.script.fold(text)
    found = short and (
        extractor.dates.find(folded, scene.today) or extractor.durations.find(folded)
    )
    return short and bool(found or extractor.money.find(folded, []))


def asks(text: str, scene: Scene) -> bool:
    """Whether the words sound like a question of the worker's own."""
    extractor = scene.content.extractor
    folded = scene.content.intents.manners.without_names(extractor.script.fold(text))
    pattern = extractor.words.answers.asks
    return bool(compiled(pattern).search(folded)) or scene.content.intents.manners.asks(folded)


def asks_of_another(state: DialogueState, text: str, scene: Scene) -> bool:
    """先问个别的 我妈77年的 啥时候能退休: a question beside the matter, whose facts are not its own."""
    manners = scene.content.intents.manners
    if "speaks_for" in state.answers or not manners.may_be_question(text):
        return False
    return manners.speaks_for(text) is not None


def returns_to(state: DialogueState, text: str, scene: Scene) -> bool:
    """那加班费呢: whether a question names the dispute that is talked about."""
    named = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    kinds = named.value if named and isinstance(named.value, tuple | list) else ()
    return state.dispute_kind in kinds and asks(text, scene)


def _is_another_matter(state: DialogueState, text: str, scene: Scene) -> bool:
    """A whole sentence that surely asks of something else is not a bad answer; one that tells is
    no question, unless it says almost what an entry is about, best one of the matter itself."""
    if len(text) < LONG_ENOUGH:
        return False
    found = suiting.recognized(state, text, scene)
    if found.outcome != "answer":
        return False
    if asks(text, scene):
        return True
    if passing.tells(state, text, scene):
        return False
    best = found.matches[0]
    if best.entry_id == state.entry_id:
        return False
    kind = scene.content.knowledge.entries[best.entry_id].dispute_kind
    needed = LIKELY_OF_MATTER if kind == state.dispute_kind else ALMOST_SURE
    if kind == state.dispute_kind and _tells_number(text, scene):
        return False
    return best.score >= needed and found.domain_score >= ALMOST_SURE_DOMAIN
