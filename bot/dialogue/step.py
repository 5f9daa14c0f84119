"""One message in, one turn out: the order of attention, and nothing else.

Crisis first (the words of commands are fixed, and none speaks of danger), the care after it, commands, a sum, the stage.
`step` is pure: same arguments, same result; a worker can never make it raise.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from bot.dialogue import buttons, choosing, commands, completing, in_intake, remembering
from bot.dialogue.answers import (
    asides,
    asking,
    briefly,
    chosen,
    clauses,
    courtesies,
    evidence_asked,
    first_matter,
    hand_over,
    manner_turns,
    moves,
    nearest,
    open_talk,
    others,
    perhaps,
    repeating,
    status,
    subjectless,
    unsigned,
    wishes,
    yielded,
)
from bot.dialogue.calculation import (
    by_which_wage,
    holiday_told,
    service_told,
    sums,
    supposed_events,
)
from bot.dialogue.calculation.asked import door
from bot.dialogue.care import (
    aftercare,
    calming,
    crisis,
    feelings,
    giving_in,
    harassed,
    hospital,
    pieces,
    urgency,
    warned,
    whose,
    witnessed,
)
from bot.dialogue.content import Content, Scene
from bot.dialogue.interview import (
    changing,
    correcting,
    echoing,
    returning,
    summary,
    tiring,
)
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Choice, File, Happened, Incoming, Place, Reply, Text
from bot.dialogue.onward import handoff, referral
from bot.dialogue.rights import consenting, erasing, masking
from bot.dialogue.stages import check_transition
from bot.dialogue.state import DialogueState
from bot.dialogue.told import employers, happenings, places, proofs
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn

CHINA = timezone(timedelta(hours=8))

Hearing = Callable[[DialogueState, str, Scene], Turn]


def step(state: DialogueState, incoming: Incoming, content: Content, now: datetime) -> Turn:
    """Answer one incoming message. `now` is an aware time; dates are those of China."""
    scene = Scene(content, now.astimezone(CHINA).date())
    rested = repeating.rested(aftercare.rested(state, now), now)
    turn = consenting.tell_abroad(_attend(rested, incoming, scene), scene)
    turn = tiring.counted(state, repeating.noted(turn, scene))
    check_transition(state.stage, turn.state.stage)
    if isinstance(incoming, Happened):
        return turn
    return remembering.told(state, returning.welcomed_back(state, turn, scene, now), now)


def _attend(state: DialogueState, incoming: Incoming, scene: Scene) -> Turn:
    match incoming:
        case Text():
            return _hear_masked(state, incoming, scene)
        case Choice(id):
            return buttons.press(state, id, scene)
        case Place(lat, lon):
            return places.locate(state, lat, lon, scene)
        case File():
            return handoff.receive_file(state, incoming, scene)
        case Happened():
            return happenings.tell(state, incoming, scene)


def _hear_masked(state: DialogueState, said: Text, scene: Scene) -> Turn:
    """Numbers that tell who somebody is are masked before anything reads the words."""
    masked = masking.mask(said.text, scene)
    heard = masked.text if state.case_status == "accepted" else masked.rest
    if masking.is_all(masked) and heard == masked.rest:
        turn = masking.only_a_number(state, scene)
    else:
        turn = _hear(state, heard, scene)
    turn = replace(turn, state=pieces.remember(turn.state, masked.rest.strip()))
    return masking.tell(state, said, masked, turn, scene)


def _hear(state: DialogueState, text: str, scene: Scene) -> Turn:
    if not text.strip():
        return present(state, scene)
    set_right = (
        hospital.died(state, text, scene)
        or warned.respond(state, text, scene)
        or witnessed.respond(state, text, scene)
        or harassed.respond(state, text, scene)
        or calming.respond(state, text, scene)
        or masking.unsaid(state, text, scene)
    )
    if set_right is not None:
        return set_right
    command = crisis.unless_cared_for(state, commands.named(text, scene))
    harmless = command is not None or moves.is_ordinary(state, text, scene)
    harmless = harmless or bool(state.care_turns and aftercare.asked_beside(state, text, scene))
    harmless = harmless or bool(state.care_turns and aftercare.asks_calmly(text, scene))
    danger = None if harmless else crisis.respond(state, text, scene)
    if danger is not None and not urgency.is_told(state, text, scene):
        return danger
    if command is not None:
        return commands.obey(state, command, scene)
    found = commands.find_case(state, text, scene)
    if found is not None:
        return found
    pressed = buttons.press_by_words(state, text, scene)
    if pressed is not None:
        return pressed
    cared_for = _hear_in_care(state, text, scene) or aftercare.respond(state, text, scene)
    calm = crisis.leave_care(state).changed(near_danger=None)
    if cared_for is not None:
        return cared_for
    turn = courtesies.met(calm, text, scene, _hear_calmly)
    return turn.after(*aftercare.still_near(state, scene))


def _hear_in_care(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """After a danger: safe again, going on with the matter, or met with care; None where all is calm."""
    if not state.care_turns:
        return None
    if (asked := aftercare.matter_asked(state, text, scene)) is not None:
        return asked
    if not crisis.says_on(text, scene) and scene.content.intents.is_safe(text):
        calm = aftercare.unsaid(crisis.leave_care(state), text, scene)
        return _calm_again(calm, state, text, scene)
    if rest := aftercare.asked_beside(state, text, scene):
        near = crisis.leave_care(state).changed(near_danger=state.care_class)
        return _hear_calmly(near, rest, scene).after(*aftercare.glad(state, rest, scene))
    if crisis.goes_on(state, text, scene) or crisis.wishes_on(state, text, scene):
        on = _hear_calmly(crisis.leave_care(state), text, scene)
        over = scene.content.intents.caring.is_settled(state.care_class or "", text)
        return on.after(Reply(scene.say("glad_safe" if over else "still_safe")))
    return crisis.keep_caring(state, text, scene)


def _calm_again(calm: DialogueState, before: DialogueState, text: str, scene: Scene) -> Turn:
    """The danger is over: the talk goes on, with what was told; after an accident, what is to be
    done first."""
    calm = aftercare.freed(calm)
    if before.care_class != crisis.SELF_HARM and crisis.tells_of_pay(calm, text, scene):
        return _hear_calmly(calm, text, scene).after(Reply(scene.say("glad_safe")))
    if rest := aftercare.work_within(calm, text, scene):
        on = aftercare.wish_within(calm, rest, scene) or _hear_calmly(calm, rest, scene)
        return on.after(*aftercare.glad(before, rest, scene))
    if before.care_class in crisis.STAYS_NEAR | crisis.HELD:
        kind = crisis.matter_name(calm, scene)
        calmed = "calmed_held" if before.care_class in crisis.HELD else "calmed"
        near = calm.changed(near_danger=before.care_class)
        named = whose.name(near, calmed, scene)
        return Turn(near, (Reply(scene.say(named, kind=kind, who=near.in_danger)),))
    glad = Reply(scene.say("glad_safe"))
    if calm.dispute_kind == before.dispute_kind:
        return present(calm, scene).after(glad)
    asked = asides.within(calm, text, scene)
    return (asked or moves.first_steps(calm, scene)).after(glad)


_BEFORE_THE_STAGE = (
    others.begin,
    hand_over.respond,
    correcting.hear,
    changing.hear,
    service_told.hear,
    supposed_events.hear,
    door.respond,
    giving_in.respond,
    holiday_told.hear,
    hospital.refused,
    urgency.respond,
    employers.hear,
    proofs.respond_first,
    subjectless.respond,
    chosen.plainly,
    status.respond,
    evidence_asked.respond,
    unsigned.respond,
    by_which_wage.hear,
    first_matter.respond,
    manner_turns.respond,
    briefly.respond,
    moves.respond,
    clauses.respond,
    feelings.respond_to_fear,
    asides.respond,
    chosen.respond,
    proofs.respond,
    feelings.respond,
    wishes.respond,
)
"""What may be said at any time: something put right, abuse, a wish (in this order)."""


def _hear_calmly(state: DialogueState, text: str, scene: Scene) -> Turn:
    """What may be said at any time, then a calculation that is open or was just shown, then the stage."""
    state = tiring.let_go(state)
    return completing.completed(state, _heard(state, text, scene), text, scene)


def _heard(state: DialogueState, text: str, scene: Scene) -> Turn:
    if state.stage == "erasing":
        return erasing.hear(state, text, scene) or _spared(state, text, scene)
    turned = others.turned_to(state, text, scene) or employers.turned_to(state, text, scene)
    if turned is not None:
        taken_up, rest = turned
        heard = _heard(taken_up.state, rest, scene) if rest else None
        return taken_up if heard is None else employers.named(state, heard, scene)
    for hearing in _BEFORE_THE_STAGE:
        if (turn := hearing(state, text, scene)) is not None:
            return turn
    summed = sums.hear(state, text, scene)
    return summed or _HEARING[state.stage](sums.put_list_away(state), text, scene)


def _spared(state: DialogueState, text: str, scene: Scene) -> Turn:
    """The talk goes on in place of a yes or no: nothing is erased, and that is said."""
    kept = erasing.keep(state, scene)
    return _heard(kept.state, text, scene).after(*kept.replies)


def _aside_or(hearing: Hearing) -> Hearing:
    """A question while something is on offer is answered, and the offer stands again."""

    def hear(state: DialogueState, text: str, scene: Scene) -> Turn:
        if scene.content.intents.agreement(text) is not None:
            return hearing(state, text, scene)
        asked = bool(asking.clauses(text, scene))
        told = bool(echoing.news(state, absorb(state, text, scene, anew=True)))
        asks = asked or (not told and scene.content.matcher.recognize(text).outcome == "answer")
        aside = yielded.respond(state, text, scene) if asks else None
        aside = aside or (nearest.answered(state, text, scene) if asks else None)
        if not asks or (aside is None and told):
            turn, reply = hearing(state, text, scene), None
            if asks:
                reply = perhaps.said(turn.state, text, scene)
            return turn.after(reply) if reply else turn
        aside = aside or nearest.standing(state, text, scene)
        return present(aside.state, scene).after(*aside.replies)

    return hear


_HEARING: dict[str, Hearing] = {
    "welcome": handoff.hear,
    "question": handoff.hear,
    "choosing_answer": choosing.hear,
    "intake": in_intake.hear,
    "summary": _aside_or(summary.hear),
    "referral_offer": _aside_or(referral.hear_about_offer),
    "referral_consent": _aside_or(referral.hear_about_consent),
    "handed_off": handoff.hear,
    "erased": open_talk.answer,
}
