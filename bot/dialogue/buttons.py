"""A button pressed: bound to the question it was sent with, so a stale one changes nothing."""

from collections.abc import Callable

from bot.dialogue import numbers, offered
from bot.dialogue.answers import answering, perhaps
from bot.dialogue.calculation import sum_result, sums
from bot.dialogue.commands import obey
from bot.dialogue.content import Scene
from bot.dialogue.effects import RATING_REASONS
from bot.dialogue.interview import going_back, intake, matters, summary
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward import handoff, papers, referral
from bot.dialogue.rights import erasing, masking, rights
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import ALWAYS, Turn

COMMANDS = frozenset({"back", "skip", "why", "human", "change", "restart", "my_data", "help_me"})
"""Commands that are buttons too, good at any time (any:back ...)."""


ABOUT_ANSWER = frozenset({"more", "evidence", "law"})


def press(state: DialogueState, id: str, scene: Scene) -> Turn:
    """Do what the button says; a stale or unknown one is answered with the current question."""
    question, _, rest = id.partition(":")
    name, _, value = rest.partition(":")
    if question == ALWAYS:
        return _press_lasting(state, name, value, scene)
    if question != str(state.ask_no):
        return _stale(state, scene)
    return _press_current(state, name, value, scene)


def press_by_words(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The words on a button or its number, typed: as good as pressing it. None for other words."""
    reason = _typed_reason(state, text, scene)
    if reason is not None and state.rating is not None:
        return answering.explain_rating(state, reason, state.rating, scene)
    id = offered.meant(state, text, scene)
    if id is not None:
        return press(state, id, scene)
    return _about_answer(state, text.strip(), scene)


def _typed_reason(state: DialogueState, text: str, scene: Scene) -> str | None:
    """不是我问的, 2: why the answer just rated was of no use."""
    if state.rating is None:
        return None
    number = scene.content.intents.ordinal(text)
    if number is not None and number <= len(RATING_REASONS):
        return RATING_REASONS[number - 1]
    return scene.content.intents.manners.rating_reason(text)


def _about_answer(state: DialogueState, said: str, scene: Scene) -> Turn | None:
    """More about the answer just given, or what it was worth."""
    if state.entry_id is None:
        return None
    if said == scene.label("other"):
        return answering.not_this(state, scene)
    names = ["more", "evidence", "law"]
    if state.stage in ("question", "intake") and not state.mediator_waits:
        names += ["useful", "useless"]
    for name in names:
        if said == scene.label(name):
            return _press_lasting(state, name, state.entry_id, scene)
    return None


def _press_lasting(state: DialogueState, name: str, value: str, scene: Scene) -> Turn:
    if name in _RIGHTS:
        return _RIGHTS[name](state, value, scene)
    if name in ABOUT_ANSWER:
        return answering.tell_more(state, name, value, scene)
    if name in RATING_REASONS:
        return answering.explain_rating(state, name, value, scene)
    if name in COMMANDS and not value:
        return obey(state, name, scene)
    lasting = _LASTING.get(name)
    return lasting(state, value, scene) if lasting else _stale(state, scene)


def _press_current(state: DialogueState, name: str, value: str, scene: Scene) -> Turn:
    if name in ("entry", "region", "sum_region", "fix") and value not in state.offered:
        return _stale(state, scene)
    if name == "area" and value not in scene.content.intents.areas:
        return _stale(state, scene)
    if value and name in _WITH_VALUE:
        return _WITH_VALUE[name](state, value, scene)
    plain = _PLAIN.get((state.stage, name)) or _PLAIN.get(("", name))
    return plain(state, scene) if plain and not value else _stale(state, scene)


def _stale(state: DialogueState, scene: Scene) -> Turn:
    return present(state, scene).after(Reply(scene.say("stale_button")))


def _answer(state: DialogueState, choice_id: str, scene: Scene) -> Turn:
    if state.stage != "intake":
        return _stale(state, scene)
    question = intake.open_question(state, scene)
    labels = {choice.id: choice.label for choice in question.choices}
    if question.type == "yes_no":
        labels = labels or {word: scene.label(word) for word in ("yes", "no")}
    if choice_id not in labels:
        return _stale(state, scene)
    return intake.take_choice(state, choice_id, labels[choice_id], scene)


def _sum_answer(state: DialogueState, choice_id: str, scene: Scene) -> Turn:
    return sums.take_choice(state, choice_id, scene) or _stale(state, scene)


def _help(state: DialogueState, scene: Scene) -> Turn:
    return obey(state, "help_me", scene)


def _calculate(state: DialogueState, sum_id: str, scene: Scene) -> Turn:
    return sums.start(state, sum_id, scene) if sum_id else sums.begin(state, scene)


def _not_this(state: DialogueState, entry_id: str, scene: Scene) -> Turn:
    """Only of the answer given last."""
    if entry_id != state.entry_id:
        return _stale(state, scene)
    return answering.not_this(state, scene)


def _back(state: DialogueState, scene: Scene) -> Turn:
    return obey(state, "back", scene)


def _other_region(state: DialogueState, scene: Scene) -> Turn:
    return going_back.ask_again(state, "region", scene)


def _obeying(command: str) -> Callable[[DialogueState, str, Scene], Turn]:
    """A button that is as good as the words of a command."""
    return lambda state, _value, scene: obey(state, command, scene)


_RIGHTS: dict[str, Callable[[DialogueState, str, Scene], Turn]] = {
    "delete": lambda state, _value, scene: erasing.ask(state, scene),
    "reason": lambda state, _value, scene: rights.why(state, scene),
    "unsay": masking.take_back,
    **{name: _obeying(name) for name in ("export", "rectify", "withdraw", "human")},
}
"""Buttons about the worker's own data: good at any time."""

_WITH_VALUE: dict[str, Callable[[DialogueState, str, Scene], Turn]] = {
    "answer": _answer,
    "entry": answering.give,
    "area": answering.area,
    "region": intake.take_region,
    "fix": summary.correct,
    "is": numbers.take,
    "sum": sums.start,
    "sum_answer": _sum_answer,
    "sum_region": sums.take_region,
}

_LASTING: dict[str, Callable[[DialogueState, str, Scene], Turn]] = {
    "useful": lambda state, entry, scene: answering.rate(state, entry, True, scene),
    "useless": lambda state, entry, scene: answering.rate(state, entry, False, scene),
    "calculate": _calculate,
    "sums": lambda state, _, scene: sums.offer(state, scene),
    "claim": sum_result.claim,
    "working": lambda state, _, scene: sum_result.show_working(state, scene),
    "other": _not_this,
    "papers": papers.press,
    "paper": papers.press,
    "resume": lambda state, _, scene: matters.take_up(state, scene),
    perhaps.CARD: lambda state, name, scene: (
        perhaps.pressed(state, name, scene) or _stale(state, scene)
    ),
}
"""Buttons that never go stale, with the value they carry."""

_PLAIN: dict[tuple[str, str], Callable[[DialogueState, Scene], Turn]] = {
    ("", "help"): _help,
    ("", "other"): answering.not_this,
    ("", "back"): _back,
    ("", "sum_skip"): sums.skip,
    ("intake", "skip"): intake.skip,
    ("intake", "right"): intake.confirmed,
    ("intake", "correct"): intake.misheard,
    ("intake", "region_other"): _other_region,
    ("summary", "right"): referral.begin,
    ("summary", "correct"): summary.choose_correction,
    ("referral_offer", "hand_over"): referral.ask_consent,
    ("referral_offer", "keep_case"): referral.keep_case,
    ("referral_offer", "next_organization"): referral.next_one,
    ("referral_offer", "not_now"): referral.decline,
    ("referral_consent", "share_sensitive"): referral.share,
    ("referral_consent", "hold_sensitive"): referral.withhold,
    ("referral_consent", "consent"): referral.hand_over,
    ("referral_consent", "refuse"): referral.refuse,
    ("handed_off", "withdraw"): handoff.withdraw,
    ("erasing", "erase"): erasing.erase,
    ("erasing", "keep"): erasing.keep,
}
