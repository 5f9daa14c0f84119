"""Two employers in one talk (上一家欠我9400，现在这家试用期写6个月): each its own case, with its own facts,
sum and limit, and the talk goes to the one that is named."""

from dataclasses import replace

from bot.dialogue.answers import answering, open_talk
from bot.dialogue.answers.others import OPEN
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, matters
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.state import Answer, DialogueState, Matter
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn, offering
from intents.two_employers import FORMER, PRESENT, TwoEmployers

OF_THE_PLACE = frozenset({"region", "town"})
OTHER_SIDE = {FORMER: PRESENT, PRESENT: FORMER}


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What is told of two employers, kept apart; None for words of one alone."""
    words = scene.content.intents.manners.two_employers
    sides = words.sides(text)
    if not sides or state.stage not in OPEN | {"welcome"} or state.handed_over:
        return None
    if len(sides) > 1:
        apart = _told_of_both(state, text, words, scene)
        return apart or (_two_begun(state, text, words, scene) if not state.answers else None)
    return _another_begun(state, next(iter(sides)), text, words, scene)


def turned_to(state: DialogueState, text: str, scene: Scene) -> tuple[Turn, str] | None:
    """The matter of the employer named taken up, and what else is said; None where it is at hand and
    nothing turns to it."""
    words = scene.content.intents.manners.two_employers
    if state.stage not in OPEN or not any(each.of_employer for each in state.put_aside):
        return None
    turning = words.turned_to(text)
    head, rest = turning or (text, words.wished(text))
    sides, kinds = words.sides(head), _kinds(head, scene) if turning else frozenset()
    if turning and (sides == {state.of_employer} or (not sides and state.dispute_kind in kinds)):
        return _begun_or_resumed(state, scene), rest
    fitting = [each for each in state.put_aside if _is_meant(each, sides, kinds)]
    if len(fitting) != 1:
        return None
    others = tuple(matter for matter in state.put_aside if matter is not fitting[0])
    laid = state.changed(put_aside=(*others, fitting[0]))
    return _begun_or_resumed(matters.swapped(laid), scene), rest


def _is_meant(matter: Matter, sides: frozenset[str], kinds: frozenset[str]) -> bool:
    return sides == {matter.of_employer} if sides else matter.dispute_kind in kinds


def _begun_or_resumed(state: DialogueState, scene: Scene) -> Turn:
    """The matter with its first answer where it has none yet, else where it stood."""
    back = _now(state, scene)
    if state.asked or state.entry_id is not None:
        return echoing.led(matters.resumed(state, scene), back)
    known = state.answers
    fresh = state.changed(dispute_kind=None, stage="question")
    begun = open_talk.answer(fresh, state.story, scene)
    kept = begun.state.changed(answers={**begun.state.answers, **known})
    if kept.dispute_kind is None:
        return echoing.led(matters.resumed(state, scene), back)
    card = _usual_card(kept, scene) if kept.entry_id is None else ()
    return echoing.led(Turn(kept, (*card, *begun.replies), begun.effects), back)


def _usual_card(state: DialogueState, scene: Scene) -> tuple[Reply, ...]:
    """The answer that stands for the dispute."""
    usual = scene.content.intents.asides.entry_of.get(state.dispute_kind or "")
    entry = scene.content.knowledge.entries.get(usual or "")
    return (Reply(answering.answer_text(state, entry, scene)),) if entry else ()


def named(before: DialogueState, turn: Turn, scene: Scene) -> Turn:
    """The turn with the employer named above it, where the talk has gone over to another."""
    after = turn.state
    if not after.of_employer or after.of_employer == before.of_employer:
        return turn
    return echoing.led(turn, _now(after, scene))


def _two_begun(state: DialogueState, text: str, words: TwoEmployers, scene: Scene) -> Turn | None:
    """Both troubles told at once: each is kept, and it is asked which is to be talked about first."""
    _, parts = words.parts(text)
    troubled = {side: told for side, told in parts if _is_trouble(told, scene)}
    if set(troubled) == {FORMER}:
        of_former = open_talk.answer(state, troubled[FORMER], scene)
        return replace(of_former, state=of_former.state.changed(story=text))
    if len(troubled) < len(OTHER_SIDE):
        return None
    for side, told in parts:
        begun = open_talk.answer(_fresh(state), told, scene).state
        if begun.dispute_kind is None:
            return None
        state = _laid(begun, side, told, state)
    *others, last = state.put_aside
    front = matters.taken(state.changed(put_aside=tuple(others)), last)
    return _listed(offering(front.changed(stage="question")), scene)


def _is_trouble(told: str, scene: Scene) -> bool:
    """Whether the words on one employer tell of a dispute, and not just of having been there."""
    return bool(_kinds(told, scene)) or scene.content.intents.manners.complains(told)


def _fresh(state: DialogueState) -> DialogueState:
    return state.changed(answers={}, dispute_kind=None, asked=(), story="", stage="question")


def _laid(begun: DialogueState, side: str, told: str, state: DialogueState) -> DialogueState:
    """The state with the matter just begun aside, as it was told and with nothing asked yet."""
    matter = begun.changed(
        of_employer=side, asked=(), story=told, entry_id=None, put_aside=state.put_aside
    )
    return matters.kept(matter).changed(answers={})


def _listed(state: DialogueState, scene: Scene) -> Turn:
    """What is known of each, by when to act, and which goes first."""
    all_of_them = [matters.taken(state, matter) for matter in state.put_aside]
    told = [
        (
            _name(each.of_employer, scene),
            _kind(each, scene),
            echoing.items(each, echoing.ECHOED, scene),
            "".join(limit_lines(each, scene)[:1]),
        )
        for each in (*all_of_them, state)
    ]
    return Turn(state, (Reply(scene.say("two_employers", told=told)),))


def _told_of_both(
    state: DialogueState, text: str, words: TwoEmployers, scene: Scene
) -> Turn | None:
    """以前的在包河 现在的在蜀山: each fact goes to its own matter, and is said back as such."""
    aside = next(
        (m for m in state.put_aside if m.of_employer == OTHER_SIDE.get(state.of_employer)), None
    )
    if aside is None:
        return None
    common, parts = words.parts(text)
    said = dict(parts)
    shared = common if words.is_of_both(common) else ""
    other = matters.taken(state, aside)
    front = _heard(state, shared, said.get(state.of_employer, ""), scene)
    back = _heard(other, shared, said.get(other.of_employer, ""), scene)
    lines = [_heard_line(old, new, scene) for old, new in ((other, back), (state, front))]
    if not any(lines):
        return None
    others = tuple(each for each in state.put_aside if each is not aside)
    front = front.changed(put_aside=(*others, matters.matter_of(back)))
    return echoing.led(present(front, scene), *lines)


def _heard(state: DialogueState, shared: str, own: str, scene: Scene) -> DialogueState:
    for words in filter(None, (shared, own)):
        state = absorb(state, words, scene, anew=True)
    return state


def _heard_line(before: DialogueState, after: DialogueState, scene: Scene) -> str:
    """以前那家：在安徽省合肥市包河区。"""
    items = echoing.items(after, echoing.news(before, after), scene)
    name = _name(after.of_employer, scene)
    return scene.say("heard_of_employer", name=name, items=items) if items else ""


def _another_begun(
    state: DialogueState, side: str, text: str, words: TwoEmployers, scene: Scene
) -> Turn | None:
    """前一家也欠我3500: a trouble with another employer than the one talked about, which lies aside."""
    if state.dispute_kind is None or side == _side(state, words):
        return None
    if any(matter.of_employer == side for matter in state.put_aside):
        return None
    manners = scene.content.intents.manners
    if not (words.adds(text) or _side(state, words)):
        return None
    if not manners.complains(words.told_of(side, text)):
        return None
    if manners.may_be_question(text):
        return None
    alone = absorb(_fresh(state), text, scene, anew=True)
    if alone.dispute_kind is None or not echoing.news(_fresh(state), alone):
        return None
    tagged = state.changed(of_employer=OTHER_SIDE[side])
    aside = matters.kept(tagged)
    here = _of_the_place(state, text, words)
    fresh = aside.changed(
        answers=here, candidates=(), point=None, stage="question", of_employer=side
    )
    line = scene.say(
        "aside_for_employer", kind=_kind(tagged, scene), name=_name(side, scene),
        before=_name(tagged.of_employer, scene),
    )  # fmt: skip
    return echoing.led(open_talk.answer(fresh, text, scene), line)


def _of_the_place(state: DialogueState, text: str, words: TwoEmployers) -> dict[str, Answer]:
    """Where the work is, of a firm that goes on where another stopped."""
    same = words.is_taken_over(f"{state.story}\n{text}")
    return {key: a for key, a in state.answers.items() if same and key in OF_THE_PLACE}


def _side(state: DialogueState, words: TwoEmployers) -> str:
    """The employer the matter at hand is with: as it was begun, or as its story names one alone."""
    named = words.sides(state.story)
    return state.of_employer or ("".join(named) if len(named) == 1 else "")


def _kinds(text: str, scene: Scene) -> frozenset[str]:
    found = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    return (
        frozenset(found.value) if found and isinstance(found.value, tuple | list) else frozenset()
    )


def _now(state: DialogueState, scene: Scene) -> str:
    name, kind = _name(state.of_employer, scene), _kind(state, scene)
    return scene.say("employer_now", name=name, kind=kind)


def _name(side: str, scene: Scene) -> str:
    return scene.label(f"employer.{side}")


def _kind(state: DialogueState, scene: Scene) -> str:
    return scene.label(f"dispute_kind.{state.dispute_kind}")
