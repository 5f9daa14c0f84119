"""The questions of an intake form, and which of them comes next.

Content may say when a question is asked only in closed forms: a fact `is` a value, `is_not` a
value, is `known` (true or false), is `among` some values, or as a list `holds` a word. Nothing in
content is code.
"""

from collections.abc import Collection, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Sentence = Annotated[str, StringConstraints(min_length=2, max_length=60, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=20, strip_whitespace=True)]
AnswerType = Literal[
    "money", "date", "months", "place", "choice", "yes_no", "count", "number", "years", "text"
]

Change = Literal["route", "amount", "deadline", "paper"]

YES, NO = "yes", "no"

MOST_IN_A_ROW = 8
"""Questions asked for one matter before what is known is summed up."""

FACT_KEYS = frozenset(
    {
        "dispute_kinds",
        "worker_kind",
        "region",
        "employer",
        "platform",
        "amount_claimed",
        "monthly_wage",
        "months_owed",
        "employed_from",
        "employed_to",
        "event_date",
        "has_written_contract",
        "still_employed",
        "injured",
        "people_count",
        "contract_count",
        "event_kind",
        "circumstances",
        "control",
    }
)
"""Facts of the batch verb intake, and the elements of control (knowledge/law/triage/control.yaml)."""

WORKED_OUT = frozenset(
    {"limit", "control_decided", "group", "story_told", "claimed_against", "leased", "stays"}
    | {"nothing_owed", "sum_worked_out", "paid_once"}
)
"""What the conversation works out from the facts, for `ask_if`: limit is past, near or far (of the
year for arbitration), the others are true where they hold."""


class UnknownQuestion(Exception):
    """A form asks a question that intake/questions.yaml does not hold."""


class IntakeShape(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class AskIf(IntakeShape):
    """When a question is asked: one of `is`, `is_not`, `known`, `among`, `holds` about a fact.

    The fact is one that another question fills, one of the batch verb intake, or one of `WORKED_OUT`.
    """

    fact: Identifier
    is_: Annotated[bool | int | str | None, Field(alias="is")] = None
    is_not: bool | int | str | None = None
    known: bool | None = None
    among: tuple[Identifier, ...] | None = None
    holds_word: Annotated[Identifier | None, Field(alias="holds")] = None

    @model_validator(mode="after")
    def _one_form(self) -> "AskIf":
        forms = [self.is_, self.is_not, self.known, self.among, self.holds_word]
        if len(forms) - forms.count(None) != 1:
            raise ValueError("ask_if needs exactly one of: is, is_not, known, among, holds")
        return self

    def fits(self, answers: Mapping[str, object]) -> bool:
        """`is_not` fits too while the fact is unknown; `holds` is about one word of a list."""
        value = answers.get(self.fact)
        if self.known is not None:
            return (value is not None) is self.known
        if self.is_ is not None:
            return value == self.is_
        if self.among is not None:
            return value in self.among
        if self.holds_word is not None:
            return isinstance(value, tuple | list) and self.holds_word in value
        return value != self.is_not


class AnswerChoice(IntakeShape):
    """One choice: its `id` is the answer kept, its `label` the words on the button.

    `say` are further words that mean it when typed; `means` are facts that follow from it: a list
    of words is added to what was told, anything else counts where nothing was told. `told` is a
    pattern of how a story tells it without naming it; of several choices the first that fits counts.
    `unless` is a pattern of stories that only sound like it (让我签协商解除: nothing is agreed yet).
    """

    id: Identifier
    label: Label
    say: tuple[Label, ...] = ()
    told: str | None = None
    unless: str | None = None
    means: Mapping[Identifier, bool | Identifier | tuple[Identifier, ...]] = {}


class Question(IntakeShape):
    """One question. `id` is the key its answer is kept under: a fact key where one exists.

    A date question about `event_date` names in `event_kinds` what its answer may be; the first
    is what a typed answer means. `from_story` lets the worker's first story answer a choice, where
    its words leave no doubt; `told_freely` is a pattern of words that answer it and none of its choices
    (说我用作弊软件): it is not asked then. `nothing` are whole answers that say there is none: they pass.
    Of a `step` a worker asks before taking it (申请执行要不要交钱): clauses that ask tell nothing of it.
    """

    id: Identifier
    type: AnswerType
    ask: Annotated[str, StringConstraints(min_length=4, max_length=45, strip_whitespace=True)]
    why: Annotated[str, StringConstraints(min_length=2, max_length=30, strip_whitespace=True)]
    hint: Sentence | None = None
    examples: Annotated[tuple[Label, ...], Field(max_length=2)] = ()
    not_understood: Annotated[str, StringConstraints(min_length=4, max_length=80)]
    choices: Annotated[tuple[AnswerChoice, ...], Field(max_length=6)] = ()
    optional: bool = True
    ask_if: tuple[AskIf, ...] = ()
    changes: tuple[Change, ...] = ()
    event_kinds: tuple[Identifier, ...] = ()
    nothing: tuple[Label, ...] = ()
    told_freely: str | None = None
    from_story: bool = False
    from_facts: bool = False
    best_first: bool = False
    step: bool = False

    @model_validator(mode="after")
    def _choices_fit(self) -> "Question":
        ids = [choice.id for choice in self.choices]
        if len(set(ids)) != len(ids):
            raise ValueError("two choices have the same id")
        if self.type == "choice" and len(ids) < 2:
            raise ValueError("a choice question needs at least two choices")
        if self.type == "yes_no" and ids != [YES, NO]:
            raise ValueError('a yes_no question has the choices "yes" and "no", in this order')
        if self.type not in ("choice", "yes_no") and ids:
            raise ValueError("only choice and yes_no questions have choices")
        return self

    def answered(self, answers: Mapping[str, object]) -> bool:
        """Whether the answers hold this one; a date of another event does not count."""
        if answers.get(self.id) is None:
            return False
        kind = answers.get("event_kind")
        return not self.event_kinds or kind is None or kind in self.event_kinds

    def applies(self, answers: Mapping[str, object]) -> bool:
        """Whether the question makes sense after these answers."""
        return all(condition.fits(answers) for condition in self.ask_if)

    def meant(self, choice_id: str) -> str | bool:
        """The value that choosing it gives: true or false to a question of yes and no."""
        return choice_id == YES if self.type == "yes_no" else choice_id

    def choice(self, choice_id: str) -> AnswerChoice | None:
        """The choice of that id."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


class QuestionText(IntakeShape):
    """A question as intake/questions.yaml writes it: the key is its name, `answers` its fact."""

    answers: Identifier | None = None
    type: AnswerType
    ask: str
    why: str
    hint: str | None = None
    examples: tuple[str, ...] = ()
    not_understood: str
    choices: tuple[AnswerChoice, ...] = ()
    optional: bool = True
    ask_if: tuple[AskIf, ...] = ()
    changes: tuple[Change, ...] = ()
    event_kinds: tuple[Identifier, ...] = ()
    nothing: tuple[Label, ...] = ()
    told_freely: str | None = None
    from_story: bool = False
    from_facts: bool = False
    best_first: bool = False
    step: bool = False

    def named(self, name: str) -> Question:
        """The question, kept under the fact it answers or else under its own name."""
        texts = self.model_dump(by_alias=True, exclude={"answers"})
        return Question.model_validate({**texts, "id": self.answers or name})


class FormText(IntakeShape):
    """A form as intake/forms/<id>.yaml writes it; `questions` are names of questions.yaml.

    `required` are the facts without which nobody can be asked for help; `fits` the dispute kinds
    the form serves. The form with no `fits` serves all others; one with `if_told` serves before them
    where that fact was told to be so (a service in which somebody was hurt).
    """

    id: Identifier
    title: Label
    opening: Sentence
    questions: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=14)]
    required: tuple[Identifier, ...]
    fits: tuple[Identifier, ...] = ()
    if_told: Identifier | None = None


class Form(IntakeShape):
    """A form with its questions in the order they are asked."""

    id: Identifier
    title: str
    opening: str
    questions: tuple[Question, ...]
    required: tuple[Identifier, ...]
    fits: tuple[Identifier, ...] = ()
    if_told: Identifier | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "Form":
        ids = [question.id for question in self.questions]
        if len(set(ids)) != len(ids):
            raise ValueError("two questions of a form are kept under the same key")
        if lost := sorted(set(self.required) - set(ids)):
            raise ValueError(f"required but never asked: {', '.join(lost)}")
        if wrong := [q.id for q in self.questions if q.id in self.required and q.optional]:
            raise ValueError(f"required, so not optional: {', '.join(wrong)}")
        return self

    def question(self, question_id: str) -> Question | None:
        """The question kept under a key."""
        return next((question for question in self.questions if question.id == question_id), None)


def assemble_form(text: FormText, questions: Mapping[str, QuestionText]) -> Form:
    """The form with its questions filled in; UnknownQuestion names the ones that are missing.

    A question required by the form is not optional in it.
    """
    if lost := [name for name in text.questions if name not in questions]:
        raise UnknownQuestion(", ".join(lost))
    named = [questions[name].named(name) for name in text.questions]
    asked = tuple(
        question.model_copy(update={"optional": question.id not in text.required})
        for question in named
    )
    return Form(**text.model_dump(exclude={"questions"}), questions=asked)


def form_for(
    dispute_kinds: Collection[str], forms: Mapping[str, Form], told: Mapping[str, object]
) -> Form:
    """The form that serves the first of the dispute kinds served by any, by what else was told; else the
    general one."""
    for kind in dispute_kinds:
        fitting = [form for form in forms.values() if kind in form.fits]
        special = (form for form in fitting if form.if_told and told.get(form.if_told) is True)
        usual = next((form for form in fitting if form.if_told is None), None)
        if (form := next(special, usual)) is not None:
            return form
    return next(form for form in forms.values() if not form.fits)


def next_question(
    form: Form, answers: Mapping[str, object], skipped: Collection[str]
) -> Question | None:
    """The first question that is neither answered nor skipped and makes sense; None at the end."""
    for question in form.questions:
        if question.id in skipped or question.answered(answers):
            continue
        if question.applies(answers):
            return question
    return None
