"""组长当面说的, 没签过啥, whatever is asked: short words that answer one other question of the form."""

from collections.abc import Iterator

from bot.dialogue.content import Scene
from bot.dialogue.interview.story_answers import NOTHING
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import GATHERED, keep
from intents.intake_form import Form, Question

LONGEST = 14
"""Characters: longer words tell more than one thing."""
PEOPLE, LONGEST_COUNT, _COMMA = "people_count", 6, "\uff0c"
"""Characters of words that are a number of people and nothing else."""
PICKED = frozenset({"choice", "yes_no"})
SIGNED, SIGNED_WITH = "has_written_contract", "contract_with"
TOLD_ANYWHERE = (SIGNED, SIGNED_WITH, "insured", "dismissal_paper")
"""What workers tell in passing, in words that mean little else, though the form at hand may not ask it."""
STILL = "still_employed"
REMARKS = "asides."
"""Wishes that are remarks, which may tell something as well."""
MEANT = tuple[str, str | bool]
"""The question, and the choice or the yes or no."""


def filled(
    state: DialogueState, form: Form, text: str, asked: Question | None, scene: Scene
) -> DialogueState:
    """The state with the one other question that the words answer."""
    if (people := _people(state, form, text, scene)) is not None:
        return keep(state, PEOPLE, people, text.strip())
    found = _answered(state, form, text, asked, scene)
    return keep(state, *found, text.strip()) if found is not None else state


def _people(state: DialogueState, form: Form, text: str, scene: Scene) -> object:
    """5个人, whatever is asked: how many have the same trouble, where the form asks for it."""
    asked = any(question.id == PEOPLE for question in form.questions)
    if not asked or PEOPLE in state.answers or len(text.strip()) > LONGEST_COUNT:
        return None
    told = scene.content.extractor.counts.read(f"{_COMMA}{scene.content.extractor.plain(text)}")
    return told[PEOPLE].value if PEOPLE in told else None


def tells(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words tell such a thing, and are neither a remark nor another matter."""
    if state.dispute_kind is None or not _may_tell(text, scene):
        return False
    if STILL in scene.content.extractor.read(text, scene.today):
        return True
    form = scene.content.intents.form_for(state.dispute_kind, state.facts())
    if _answered(state, form, text, None, scene) is not None:
        return True
    return any(_sure(name, text, scene) for name in TOLD_ANYWHERE)


def _may_tell(text: str, scene: Scene) -> bool:
    manners = scene.content.intents.manners
    if len(text.strip()) > LONGEST or manners.may_be_question(text):
        return False
    wish = scene.content.wishes.read(text)
    wished = wish is not None and not wish.startswith(REMARKS)
    return not wished and not manners.only_supposes(text)


def _answered(
    state: DialogueState, form: Form, text: str, asked: Question | None, scene: Scene
) -> MEANT | None:
    """None where the words tell facts otherwise, answer what is asked, or may answer several."""
    if not _may_tell(text, scene):
        return None
    if scene.content.extractor.read(text, scene.today).keys() - GATHERED:
        return None
    if asked is not None and (_is_choice_of(asked, text) or _sure(asked.id, text, scene)):
        return None
    found = dict(_meant(state, form, text, asked, scene))
    if {SIGNED, SIGNED_WITH} == found.keys():
        found.pop(SIGNED_WITH)
    return next(iter(found.items())) if len(found) == 1 else None


def _is_choice_of(question: Question, text: str) -> bool:
    """没交, asked whether it is insured: a choice of what is asked, whatever else it resembles."""
    return any(text.strip() in (choice.label, *choice.say) for choice in question.choices)


def _meant(
    state: DialogueState, form: Form, text: str, asked: Question | None, scene: Scene
) -> Iterator[MEANT]:
    facts = state.facts()
    for question in form.questions:
        if question.type not in PICKED or question == asked or question.answered(facts):
            continue
        choice = _sure(question.id, text, scene) if question.id in TOLD_ANYWHERE else None
        if choice is not None:
            yield question.id, question.meant(choice)


def _sure(question: str, text: str, scene: Scene) -> str | None:
    choice = scene.content.choices.answer(question, text)
    return None if choice in NOTHING else choice
