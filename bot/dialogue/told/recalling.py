"""What an earlier message already said is not asked again for a sum: 签了服务期三年, told in the story."""

import re
from collections.abc import Iterable

from bot.dialogue.calculation.summing import known_facts
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from bot.dialogue.told.mistaking import may_be_months
from intents.answers import Understood, understand
from intents.compiled import compiled
from intents.intake_form import Form, Question

_PARTS = re.compile(r"[\s，。；;、！!？?]+|,(?![0-9])")
READ_BY_NAME = frozenset({"months", "years", "number", "money"})
"""Answers a clause may give that names what it speaks of."""
FIRST, SERVICE = "employed_from", "employer_service_years"
DAILY, OWED = "daily_wage", "months_owed"
ONLY_NOW = frozenset({"monthly_wage"})
"""Named in many words of a story that tell something else (欠我工资18000)."""


def recalled(
    state: DialogueState, questions: Iterable[Question], scene: Scene, now: str = ""
) -> DialogueState:
    """The state with what the words told so far answer beyond doubt: one clause, or one message, that
    names the fact and holds one value. `now` is said just now, and goes first."""
    known = known_facts(state, scene.today)
    for question in questions:
        if question.type not in READ_BY_NAME or question.id in known:
            continue
        story = "" if question.id in ONLY_NOW else state.story
        said = _told(now, question, scene) or _told(story, question, scene)
        if len(said) == 1:
            state = keep(state, question.id, *said.popitem())
    return state


def overheard(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state with what these words tell for the sum of the matter (干了八个月, 转正5000), each fact
    called by a name that means nothing else."""
    if state.dispute_kind is None or scene.content.intents.manners.only_supposes(text):
        return state
    form = scene.content.intents.form_for(state.dispute_kind, state.facts())
    outright = scene.content.intents.sums.what_if.outright
    for question in (*form.questions, *_of_service(state, form, scene)):
        if question.id not in outright or question.id in state.answers:
            continue
        said = _told(text, question, scene, outright[question.id])
        if len(said) == 1:
            state = keep(state, question.id, *said.popitem())
    return state


def _of_service(state: DialogueState, form: Form, scene: Scene) -> tuple[Question, ...]:
    """How long somebody was there (做咗十一年), where the form asks for no first day and none was told."""
    asked = {question.id for question in form.questions}
    if FIRST in state.answers or asked & {FIRST, SERVICE}:
        return ()
    return (scene.content.intents.questions[SERVICE],)


def _told(
    story: str, question: Question, scene: Scene, names: str | None = None
) -> dict[object, str]:
    """The values given to a fact, with the words: by a name that means nothing else (一年合同), by a
    clause, by a message."""
    outright = scene.content.intents.sums.what_if.outright.get(question.id)
    spans = (match.group() for match in compiled(outright).finditer(story)) if outright else ()
    if len(told := _read(question, spans, scene)) == 1:
        return told
    names = names or scene.content.intents.sums.what_if.names.get(question.id)
    if names is None and question.id == OWED:
        names = scene.content.extractor.words.answers.of_debt
    if names is None or not story:
        return {}
    lines = [line for line in story.splitlines() if compiled(names).search(line)]
    if question.id == OWED:
        lines = [line for line in lines if not _holds_part(line, scene)]
    clauses = [
        part for line in lines for part in _PARTS.split(line) if compiled(names).search(part)
    ]
    whole = () if question.id == OWED else lines
    return _read(question, clauses, scene) or _read(question, whole, scene)


def _read(question: Question, parts: Iterable[str], scene: Scene) -> dict[object, str]:
    told = question.id in ONLY_NOW
    fitting = [part for part in parts if not (told and _is_no_wage(part, scene))]
    if question.id == OWED:
        fitting = [part for part in fitting if may_be_months(part, scene)]
    read = ((p, understand(question, p, scene.today, scene.content.extractor)) for p in fitting)
    return {answer.value: part for part, answer in read if isinstance(answer, Understood)}


def _holds_part(line: str, scene: Scene) -> bool:
    """9月整月没给 10月做到19号: whether more or less than whole months may be owed."""
    extractor = scene.content.extractor
    part = compiled(extractor.words.answers.part_of_month)
    return part.search(extractor.script.fold(line)) is not None


def _is_no_wage(part: str, scene: Scene) -> bool:
    """What is withheld, or the pay of a day (一天一百五 一个月歇两天)."""
    manners = scene.content.intents.manners
    folded = scene.content.extractor.script.fold(part)
    return manners.complains(part) or DAILY in manners.tally.sides_in(folded)
