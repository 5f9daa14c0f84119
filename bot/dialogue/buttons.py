"""A button pressed: bound to the question it was sent with, so a stale one changes nothing."""

from collections.abc import Callable

from bot.dialogue import (
    answering,
    erasing,
    handoff,
    intake,
    papers,
    referral,
    sum_result,
    summary,
    sums,
)
from bot.dialogue.commands import obey
from bot.dialogue.content import Scene
from bot.dialogue.effects import RATING_REASONS
from bot.dialogue.messages import Reply
from bot.dialogue.resuming import present
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import ALWAYS, Turn


def press(state: DialogueState, id: str, scene: Scene) -> Turn:
    """Do what the button says; a stale or unknown one is answered with the current question."""
    question, _, rest = id.partition(":")
    name, _, value = rest.partition(":")
    if question == ALWAYS:
        return _press_lasting(state, name, value, scene)
    if question != str(state.ask_no):
        return _stale(state, scene)
    return _press_current(state, name, value, scene)


LONGEST_LABEL = 20


def press_by_words(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The words on a button, typed: as good as pressing it. None for other words."""
    said = text.strip()
    if len(said) > LONGEST_LABEL:
        return None
    about = _about_answer(state, said, scene)
    if about is not None:
        return about
    if state.stage not in ("summary", "referral_offer", "referral_consent", "erasing"):
        return None
    again = present(state, scene)
    for reply in again.replies:
        for choice in reply.choices:
            if choice.label == said:
                return press(again.state, choice.id, scene)
    return None


def _about_answer(state: DialogueState, said: str, scene: Scene) -> Turn | None:
    """More about the answer just given, or what it was worth."""
    if state.entry_id is None:
        return None
    names = ["more", "evidence", "law"]
    if state.stage == "question" and not state.mediator_waits:
        names += ["useful", "useless"]
    for name in names:
        if said == scene.label(name):
            return _press_lasting(state, name, state.entry_id, scene)
    return None


def _press_lasting(state: DialogueState, name: str, value: str, scene: Scene) -> Turn:
    if name in _LASTING:
        return _LASTING[name](state, value, scene)
    match name:
        case "more" | "evidence" | "law":
            return answering.tell_more(state, name, value, scene)
        case "useful" | "useless":
            return answering.rate(state, value, name == "useful", scene)
        case _ if name in RATING_REASONS:
            return answering.explain_rating(state, name, value, scene)
        case "calculate":
            return sums.start(state, value, scene) if value else sums.begin(state, scene)
        case "sums":
            return sums.offer(state, scene)
        case "delete":
            return erasing.ask(state, scene)
    return _stale(state, scene)


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


def _other_region(state: DialogueState, scene: Scene) -> Turn:
    return intake.ask_again(state, "region", scene)


_LASTING: dict[str, Callable[[DialogueState, str, Scene], Turn]] = {
    "claim": sum_result.claim,
    "papers": papers.press,
    "paper": papers.press,
}

_WITH_VALUE: dict[str, Callable[[DialogueState, str, Scene], Turn]] = {
    "answer": _answer,
    "entry": answering.give,
    "area": answering.area,
    "region": intake.take_region,
    "fix": summary.correct,
    "sum": sums.start,
    "sum_answer": _sum_answer,
    "sum_region": sums.take_region,
}

_PLAIN: dict[tuple[str, str], Callable[[DialogueState, Scene], Turn]] = {
    ("", "help"): _help,
    ("", "other"): answering.not_this,
    ("", "sum_skip"): sums.skip,
    ("intake", "skip"): intake.skip,
    ("intake", "region_other"): _other_region,
    ("summary", "right"): referral.offer,
    ("summary", "correct"): summary.choose_correction,
    ("referral_offer", "hand_over"): referral.ask_consent,
    ("referral_offer", "keep_case"): referral.keep_case,
    ("referral_offer", "next_organization"): referral.next_one,
    ("referral_offer", "not_now"): referral.decline,
    ("referral_consent", "consent"): referral.hand_over,
    ("referral_consent", "refuse"): referral.refuse,
    ("handed_off", "withdraw"): handoff.withdraw,
    ("erasing", "erase"): erasing.erase,
    ("erasing", "keep"): erasing.keep,
}
