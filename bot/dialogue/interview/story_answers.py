"""What a story already says is not asked again: the choices its words name or mean, and those that
follow from what else it tells."""

from collections.abc import Mapping

from bot.dialogue.answers import asking
from bot.dialogue.calculation.worked_out import known
from bot.dialogue.content import Scene
from bot.dialogue.interview import only_sounding
from bot.dialogue.state import DialogueState, Plain
from bot.dialogue.told import relating
from bot.dialogue.told.facts import keep, told
from intents.answers import Understood, understand
from intents.compiled import compiled
from intents.intake_form import YES, AnswerChoice, Form, Question, next_question
from intents.said_words import choices_within

DEMANDED = "demanded"
FEWEST_LETTERS = 3
"""Shorter words (没有, 还在) fit many questions."""
LONG_ENOUGH = 5
"""Characters: a shorter message tells no story."""
NOTHING = frozenset({"none_yet", "no_reason", "unclear", "undecided", "silent", "nobody"})
"""What no story says: 没有合同 is no word on other proofs, and who tells no reason was not told of one."""
NAMED_IN_PASSING = frozenset({"work_control"})
"""Questions whose shortest words (站长) a story holds for other reasons."""
ONLY_DESCRIBED = frozenset({"attendance_rule", "order_refusal", "insured", "site_hirer"})
"""Questions whose answers (可以, 罚款, 交了) are too common for a story: only their patterns are read."""


def next_untold(
    state: DialogueState, form: Form, scene: Scene
) -> tuple[DialogueState, Question | None]:
    """The next question to put, after those whose answer the worker's story holds."""
    while question := next_question(form, known(state, scene), state.skipped):
        if not question.from_story or question.id in state.asked or len(state.story) < LONG_ENOUGH:
            break
        read = _in_story(question, state.story, scene)
        if read is None:
            break
        state = keep(state, question.id, read, state.story)
    return state, question


def answered_by_story(
    state: DialogueState, form: Form, text: str, asked: Question | None, scene: Scene
) -> DialogueState:
    """What a story already says is not asked again: in its words (我说超时: the reason is 超时), or
    by what else it tells (a dismissal: what the employer did)."""
    if relating.is_of_bystander(state, text, scene):
        return state
    for question in form.questions:
        if not question.from_story or question == asked or question.answered(state.facts()):
            continue
        read = _in_story(question, text, scene) if len(text) >= LONG_ENOUGH else None
        read = _follows(question, told(state, scene)) if read is None else read
        if read is not None:
            state = keep(state, question.id, read, text)
        elif _is_told_freely(question, text, scene):
            state = state.changed(skipped=(*state.skipped, question.id))
    return state


def _is_told_freely(question: Question, text: str, scene: Scene) -> bool:
    """说我用作弊软件: an answer in the worker's own words that none of the choices holds."""
    if question.told_freely is None:
        return False
    pattern = compiled(question.told_freely)
    return pattern.search(scene.content.extractor.script.fold(text)) is not None


def _in_story(question: Question, story: str, scene: Scene) -> str | bool | None:
    """What the story says in answer to a question."""
    answer = _plainest(question, _telling(question, story, scene), scene)
    return None if answer in only_sounding.out_of(question, story, scene) else answer


def _telling(question: Question, story: str, scene: Scene) -> str:
    """The words without those that tell nothing of the question: proof there is none of, a step only asked about."""
    if question.best_first:
        story = scene.content.intents.manners.without_denied_proof(story)
    return asking.without(story, scene) if question.step else story


def _plainest(question: Question, story: str, scene: Scene) -> str | bool | None:
    """The plainest way in which the story answers."""
    others = scene.content.extractor.words.answers.message_of_others
    if question.id == DEMANDED and compiled(others).search(story):
        return None
    fitting = described(story, question, scene)
    if fitting is not None:
        return fitting
    named = _told_in(story, question, scene)
    return _in_other_words(story, question, scene) if named is None else named


def described(text: str, question: Question, scene: Scene) -> str | None:
    """天天早会点名 请假不批就罚: the first choice whose own pattern a story fits."""
    if all(choice.told is None for choice in question.choices):
        return None
    folded = scene.content.extractor.script.fold(text)
    fitting = (c.id for c in question.choices if c.told and compiled(c.told).search(folded))
    return next(fitting, None)


def _told_in(text: str, question: Question, scene: Scene) -> str | bool | None:
    if question.id in ONLY_DESCRIBED:
        return None
    if question.type == "yes_no":
        within = choices_within(question, text)
        return within[0] == YES if len(within) == 1 else None
    read = understand(question, text, scene.today, scene.content.extractor)
    value = read.value if isinstance(read, Understood) else None
    if value is None and question.type == "choice":
        within = choices_within(question, text)
        value = within[0] if len(within) == 1 else None
    told = (
        isinstance(value, str) and value not in NOTHING and _is_said(question, value, text, scene)
    )
    return value if told and isinstance(value, str) else None


def _in_other_words(story: str, question: Question, scene: Scene) -> str | bool | None:
    """What a clause surely means."""
    meant = scene.content.choices.told(story).of(question.id)
    return None if meant is None or meant in NOTHING else question.meant(meant)


def _is_said(question: Question, chosen: str, text: str, scene: Scene) -> bool:
    """Whether words of the choice itself stand in the story: 没有 may be of anything."""
    choice = question.choice(chosen)
    no = scene.content.extractor.words.answers.no
    fewest = FEWEST_LETTERS if question.id in NAMED_IN_PASSING else 2
    return choice is not None and any(
        word in text
        for word in (choice.label, *choice.say)
        if len(word) >= fewest and word not in no
    )


def _follows(question: Question, facts: Mapping[str, Plain]) -> str | None:
    """The one choice all of whose lists were told in other words."""
    choices = question.choices if question.from_facts else ()
    fitting = [choice.id for choice in choices if _holds(choice, facts)]
    return fitting[0] if len(fitting) == 1 else None


def _holds(choice: AnswerChoice, facts: Mapping[str, Plain]) -> bool:
    lists = {fact: meant for fact, meant in choice.means.items() if isinstance(meant, tuple)}
    return bool(lists) and all(_includes(facts.get(fact), meant) for fact, meant in lists.items())


def _includes(value: Plain | None, words: tuple[str, ...]) -> bool:
    return isinstance(value, tuple) and set(words) <= set(value)
