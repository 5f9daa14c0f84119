"""Several disputes of one worker: one is put aside while another is talked about, and taken up again."""

from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState, Matter, Plain
from bot.dialogue.told.facts import begun_anew
from bot.dialogue.told.relating import SPEAKS_FOR
from bot.dialogue.turn import Turn, lasting_button, offering

MOST_PUT_ASIDE = 3


def put_aside(state: DialogueState, scene: Scene) -> Turn:
    """还有一件事: the dispute talked about is kept as it stands, and the worker tells the other."""
    laid = kept(state)
    named = _named(state, scene) if laid.put_aside != state.put_aside else ""
    fresh = offering(laid.changed(stage="question", asking=None, help_offered_for=None))
    return Turn(fresh, (Reply(scene.say("put_aside", kind=named)),))


def kept(state: DialogueState) -> DialogueState:
    """The state without the dispute, which lies aside; a case already handed over needs no keeping."""
    if state.dispute_kind is None or state.handed_over:
        return state
    matter = matter_of(state)
    others = [each for each in state.put_aside if _whose(each) != _whose(matter)]
    fresh = begun_anew(state).changed(
        dispute_kind=None, echoed=(), doubtful=(), last_told=(), of_employer=""
    )
    return fresh.changed(put_aside=(*others, matter)[-MOST_PUT_ASIDE:], entry_id=None)


def matter_of(state: DialogueState) -> Matter:
    """The dispute at hand, to be put aside."""
    return Matter(
        dispute_kind=state.dispute_kind or intake.OTHER,
        answers=state.answers,
        skipped=state.skipped,
        asked=state.asked,
        story=state.story,
        parts=state.parts,
        calculated=state.calculated,
        entry_id=state.entry_id,
        of_employer=state.of_employer,
    )


def _whose(matter: Matter) -> tuple[str, Plain | None, str]:
    """The dispute, the one whose it is and the employer: two of a family may be owed wages, and one
    by two employers."""
    told = matter.answers.get(SPEAKS_FOR)
    return matter.dispute_kind, told.value if told else None, matter.of_employer


def _named(state: DialogueState, scene: Scene) -> str:
    return scene.label(f"dispute_kind.{state.dispute_kind}")


def take_up(state: DialogueState, scene: Scene) -> Turn:
    """回到刚才: the intake where it stood; the dispute put aside last, where none is under way."""
    if state.stage in intake.UNDER_WAY:
        return intake.go_on(state, scene)
    if state.put_aside and (state.handed_over or state.dispute_kind is None or not state.answers):
        return _taken_up(state, scene)
    if state.dispute_kind is not None and state.answers and not state.handed_over:
        return intake.proceed(offering(state), scene)
    return Turn(state, (Reply(scene.say("go_on")),))


def swap(state: DialogueState, scene: Scene) -> Turn:
    """The dispute put aside last is taken up; the one talked about now lies aside instead."""
    again = swapped(state)
    reply = _back(again, scene)
    return intake.proceed(again, scene).after(reply)


def swapped(state: DialogueState) -> DialogueState:
    """The dispute put aside last at hand, and the one at hand aside."""
    *others, matter = state.put_aside
    return offering(taken(kept(state.changed(put_aside=tuple(others))), matter))


def resumed(state: DialogueState, scene: Scene) -> Turn:
    """The dispute at hand where its intake stood."""
    return intake.proceed(offering(state), scene)


def taken(state: DialogueState, matter: Matter) -> DialogueState:
    """The state with that dispute at hand."""
    return state.changed(
        dispute_kind=matter.dispute_kind,
        answers=matter.answers,
        skipped=matter.skipped,
        asked=matter.asked,
        story=matter.story,
        parts=matter.parts,
        calculated=matter.calculated,
        entry_id=matter.entry_id,
        of_employer=matter.of_employer,
        shown_card=None,
        question="",
        calculation=None,
        handed_over=False,
        echoed=tuple(matter.answers),
    )


def _taken_up(state: DialogueState, scene: Scene) -> Turn:
    *others, matter = state.put_aside
    again = taken(offering(state).changed(put_aside=tuple(others)), matter)
    reply = _back(again, scene)
    return intake.proceed(again, scene).after(reply)


def _back(state: DialogueState, scene: Scene) -> Reply:
    """What the talk goes back to, with what is known of it."""
    told = echoing.items(state, echoing.ECHOED, scene)
    return Reply(scene.say("taken_up", kind=_named(state, scene), told=told))


def reminded(state: DialogueState, scene: Scene) -> tuple[Reply, ...]:
    """After a case is done: the dispute that still lies aside, to be taken up with one tap."""
    if not state.put_aside:
        return ()
    kind = scene.label(f"dispute_kind.{state.put_aside[-1].dispute_kind}")
    choices = (lasting_button("resume", scene.label("take_up")),)
    return (Reply(scene.say("still_aside", kind=kind), choices),)
