"""What was heard, said back before it counts: in one line, with the next question."""

from collections.abc import Collection
from dataclasses import replace

from bot.dialogue.calculation import besides_pay, payments, tallying
from bot.dialogue.content import Scene
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.told import ended, leased, relating, return_due, roughly, sides
from bot.dialogue.told.facts import shown
from bot.dialogue.turn import Turn
from intents.intake_form import Question

ECHOED = (
    "speaks_for",
    "region",
    "employer",
    "platform",
    "amount_claimed",
    "months_owed",
    "monthly_wage",
    "base_wage",
    "daily_wage",
    "weekday_hours",
    "rest_day_hours",
    "public_holiday_hours",
    "employed_from",
    "employer_service_years",
    "total_service_years",
    "employed_to",
    "event_date",
    "people_count",
    "contract_count",
    "has_written_contract",
    "still_employed",
    "demanded_on",
    "resigned_on",
    "contract_signed_on",
    "contract_months",
    "served_probation_months",
    "bond_months",
    "served_months",
    "birth_month",
    "training_cost",
    "deposit_paid",
    "medical_cost",
    "paid_so_far",
    "age",
)
"""Facts that can be misheard, in the order they are said back."""
MISHEARD = frozenset(
    {
        "amount_claimed",
        "months_owed",
        "monthly_wage",
        "employed_from",
        "employed_to",
        "event_date",
        "people_count",
    }
)
"""Numbers and days, which speech turned to text gets wrong most."""
STARTS_A_LIMIT = frozenset({"event_date", "employed_to"})
"""Facts after which the worker is told until when to act."""
INTERPRETED = frozenset({"money", "date", "months", "place", "years"})
"""Answers that may have been read wrongly."""
PICKED = frozenset({"choice", "yes_no"})
"""Questions with choices."""
BESIDE = "heard.beside"
LONGEST_PLAIN = 4
"""Characters of a yes or no that needs no echo."""


def news(before: DialogueState, after: DialogueState) -> tuple[str, ...]:
    """The facts among those said back that the message gave or changed."""
    old, new = before.facts(), after.facts()
    return tuple(key for key in ECHOED if key in new and new[key] != old.get(key))


def line(
    state: DialogueState, keys: Collection[str], scene: Scene, how: str = "heard", beside: str = ""
) -> str:
    """记下了：一共12000元，拖欠3个月。 Empty where there is nothing to say back; `beside` are words
    said back as they are."""
    found = items(state, keys, scene)
    found = [*found, (scene.label(BESIDE), beside)] if found and beside else found
    return scene.say(how, items=found) if found else ""


def items(state: DialogueState, keys: Collection[str], scene: Scene) -> list[tuple[str, str]]:
    """The facts of these keys by name and in words, as they are said back."""
    return [
        (_name(key, state, scene), _in_words(key, state, scene))
        for key in ECHOED
        if key in keys
        and key in state.answers
        and not _twice(key, state)
        and not _only_guessed(key, state, scene)
    ]


def choices(state: DialogueState, keys: Collection[str], scene: Scene) -> list[tuple[str, str]]:
    """The choices of these questions, as they are said back."""
    return [(scene.label(f"fact.{key}"), _quoted(key, state, scene)) for key in keys]


def _quoted(key: str, state: DialogueState, scene: Scene) -> str:
    return scene.say("choice_heard", words=shown(key, state.answers[key].value, scene))


def _in_words(key: str, state: DialogueState, scene: Scene) -> str:
    """The fact in words; a total worked out here with its working."""
    if key == relating.SPEAKS_FOR:
        return relating.relative(state, scene)
    words = shown(key, state.answers[key].value, scene)
    if key == roughly.WAGE and (said := roughly.words(state.answers[key], scene)):
        return scene.say("lower_of", words=words, said=said)
    working = payments.working(state) if key == tallying.TOTAL else ""
    return scene.say("worked_out", words=words, working=working) if working else words


def _twice(key: str, state: DialogueState) -> bool:
    """The last day at work, told as that and as the event; being gone, told by the day."""
    facts = state.facts()
    if key == "event_date":
        return facts[key] == facts.get("employed_to")
    return key == "still_employed" and "employed_to" in facts


def _only_guessed(key: str, state: DialogueState, scene: Scene) -> bool:
    """That the work goes on is said back only where words say so: 月底不用来了 does not."""
    answer = state.answers[key]
    going_on = key == ended.STILL and answer.value is True
    return going_on and scene.content.extractor.stated(ended.STILL, answer.said) is not True


def _name(key: str, state: DialogueState, scene: Scene) -> str:
    kind = state.facts().get("event_kind")
    if key == "event_date" and (of_lease := return_due.name(state, scene)):
        return of_lease
    if key == "event_date" and isinstance(kind, str):
        return scene.content.wording.label_or(f"event_kind.{kind}", scene.label("fact.event_date"))
    if key == tallying.TOTAL and besides_pay.is_only_deposit(state, scene):
        return scene.label(f"fact.{sides.DEPOSIT}")
    if key == tallying.TOTAL and payments.is_of_each(state):
        return scene.label("heard.of_each")
    if key == sides.DEPOSIT and leased.is_told(state, "", scene):
        return scene.label("heard.leased_deposit")
    return scene.content.wording.label_or(f"heard.{key}", scene.label(f"fact.{key}"))


def unsaid(state: DialogueState) -> tuple[str, ...]:
    """Facts told that were never said back."""
    return tuple(key for key in ECHOED if key in state.answers and key not in state.echoed)


def said(state: DialogueState, keys: Collection[str]) -> DialogueState:
    """They were said back."""
    return state.changed(echoed=tuple(dict.fromkeys((*state.echoed, *keys))))


def heard(
    before: DialogueState,
    turn: Turn,
    asked: Question,
    stays: bool,
    scene: Scene,
    beside: str = "",
) -> Turn:
    """The turn with what was understood above its text. A chosen answer needs no echo; a number, a
    day, a place and all that was said besides do. `stays` is whether more is asked; `beside` are
    words said back as they are."""
    picked = _is_picked_out(turn.state, asked)
    read = picked or asked.type in INTERPRETED
    keys = [k for k in news(before, turn.state) if k != asked.id or read]
    besides = chosen_besides(before, turn.state, asked, scene)
    if not (keys or besides) or not stays:
        return turn
    found = [*items(turn.state, keys, scene), *choices(turn.state, besides, scene)]
    found = [*found, (scene.label(BESIDE), beside)] if found and beside else found
    above = scene.say("heard", items=found) if found else ""
    if STARTS_A_LIMIT & set(keys):
        above = "\n".join(filter(None, (above, *limit_lines(turn.state, scene)[:1])))
    return led(replace(turn, state=said(turn.state, keys)), above)


def chosen_besides(
    before: DialogueState, after: DialogueState, asked: Question, scene: Scene
) -> list[str]:
    """Choices told in the words; that of the open question where the words are the worker's own."""
    plain = () if _in_own_words(after, asked) else (asked.id,)
    new = (key for key, answer in after.answers.items() if before.answers.get(key) != answer)
    return [key for key in new if key not in (*plain, *ECHOED) and _is_choice(key, scene)]


def _in_own_words(state: DialogueState, asked: Question) -> bool:
    """我回邮件说不同意了: an answer in no word of the choices."""
    answer = state.answers.get(asked.id)
    if answer is None or asked.type != "choice" or len(answer.said.strip()) <= LONGEST_PLAIN:
        return False
    return all(answer.said.strip() not in (each.label, *each.say) for each in asked.choices)


def _is_choice(key: str, scene: Scene) -> bool:
    question = scene.content.intents.questions.get(key)
    return question is not None and question.type in PICKED


def _is_picked_out(state: DialogueState, asked: Question) -> bool:
    """公司全称是河南某某公司: a name found within longer words, which may be the wrong part; 未走，仲返紧工:
    a yes or no in words of one's own."""
    answer = state.answers.get(asked.id)
    if answer is None:
        return False
    if asked.type == "yes_no":
        return len(answer.said.strip()) > LONGEST_PLAIN
    return asked.type == "text" and answer.value != answer.said.strip()


def led(turn: Turn, *lines: str) -> Turn:
    """The turn with lines put above the text of its first reply."""
    above = "\n".join(filter(None, lines))
    if not above or not turn.replies:
        return turn
    first, *rest = turn.replies
    joined = replace(first, text=f"{above}\n\n{first.text}")
    return replace(turn, replies=(joined, *rest))
