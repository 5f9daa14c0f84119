"""六七千, 多的时候七千 少的时候五千: pay told as a range. The lower end is reckoned with, and said so."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from intents.extraction.rough_pay import RoughPay
from intents.intake_form import Form, Question

WAGE, CLAIM, BASE = "monthly_wage", "amount_claimed", "base_wage"


def told(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """The wage where the words say that the range is pay of a month, and none is known."""
    pay = _range(text, scene)
    claim = told.get(CLAIM)
    if pay is None or not pay.of_month or (claim is not None and claim.said in pay.said):
        return {}
    before = told.get(WAGE, state.answers.get(WAGE))
    of_season = WAGE in told and told[WAGE].value == f"{pay.high:.2f}"  # 做得多能拿八千
    known = before is not None and not _is_base(before, pay, text, scene)
    return {} if known and not of_season else {WAGE: _answer(pay)}


def _is_base(before: Answer, pay: RoughPay, text: str, scene: Scene) -> bool:
    """底薪2360 加班多的时候七千 少的时候五千: whether the wage told is only the sure part of it."""
    extractor = scene.content.extractor
    said = scene.content.intents.manners.tally.sides_in(extractor.script.fold(text)).get(BASE)
    base = extractor.money.bare(said) if said else None
    return base is not None and f"{base:.2f}" == before.value and base < pay.low


def answered(
    state: DialogueState, form: Form, text: str, asked: Question | None, scene: Scene
) -> DialogueState:
    """The state with the wage, where a range is all that was said and may be nothing else."""
    pay = _range(text, scene)
    if pay is None or not pay.alone or WAGE in state.answers:
        return state
    of_form = {q.id for q in form.questions if not q.answered(state.facts())}
    is_asked = asked is not None and asked.id == WAGE
    other = (asked is not None and asked.type == "money") or CLAIM in of_form
    if not is_asked and (other or WAGE not in of_form):
        return state
    skipped = tuple(each for each in state.skipped if each != WAGE)
    return state.changed(answers={**state.answers, WAGE: _answer(pay)}, skipped=skipped, misread=0)


def words(answer: Answer, scene: Scene) -> str:
    """The range a fact was told as; empty where it was told as one sum."""
    pay = _range(answer.said, scene)
    return pay.said if pay is not None and f"{pay.low:.2f}" == answer.value else ""


def _range(text: str, scene: Scene) -> RoughPay | None:
    extractor = scene.content.extractor
    return extractor.rough_pay.read(extractor.script.fold(text))


def _answer(pay: RoughPay) -> Answer:
    return Answer(value=f"{pay.low:.2f}", said=pay.said.strip())
