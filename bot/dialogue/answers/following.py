"""What goes on from the answer before: what was talked about, the same elsewhere, what else was asked."""

from collections.abc import Collection, Sequence

from bot.dialogue.answers import leaning, suiting
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, button, offering
from intents.recognition import Case, Match, Recognition, TalkedAbout
from knowledge.schemas import FaqEntry

PAPER = "paper:"
"""What stands before the name of a paper spoken of last (unsigned.py), in place of an answer."""
LIKELY_NEAR = 0.7
"""Score from which an answer near to the case goes before what short words usually mean."""
OTHER, SURE, ALMOST_SURE, QUITE_SURE, BEYOND_DOUBT = "other", 0.75, 0.8, 0.85, 0.9
"""An answer of a matter nobody spoke of has to be surer; read alone, almost sure."""
NEAR, QUITE_NEAR = 0.1, 0.2
"""What makes an answer near to the case (margins): one thing, or two where another is named."""
LIKELY_OF_MATTER = 0.4
"""Score from which the likeliest of several entries is the answer where it is of the matter."""
LIKELY, LIKELY_DOMAIN = 0.6, 0.72
"""Scores from which a question in between is answered."""


def talked_about(state: DialogueState, scene: Scene) -> TalkedAbout | None:
    """The entry the worker was answered with or offered first, and what lies near it."""
    knowledge = scene.content.knowledge
    offered = state.offered[:1] if state.stage == "choosing_answer" else ()
    entry = knowledge.entries.get(state.entry_id or "".join(offered))
    if entry is None:
        return None
    near = frozenset(knowledge.entries_of_topic[knowledge.topics[entry.id]])
    return TalkedAbout(entry.id, entry.title, frozenset(entry.follow_ups), near)


def matter_entry(state: DialogueState, scene: Scene) -> str | None:
    """The answer that stands for the matter: the one given last about it, else what the story tells
    most likely, else the usual one."""
    entries = scene.content.knowledge.entries
    given = entries.get(state.entry_id or "")
    if given is not None and given.dispute_kind == state.dispute_kind:
        return given.id
    if state.story and state.dispute_kind is not None:
        told = suiting.recognized(state, state.story, scene).matches[:1]
        if (
            told
            and told[0].score >= SURE
            and entries[told[0].entry_id].dispute_kind == state.dispute_kind
        ):
            return told[0].entry_id
    return scene.content.intents.asides.entry_of.get(state.dispute_kind or "")


def topic(state: DialogueState) -> str | None:
    """The answer that was given last, where nothing of the matter was told since."""
    given = state.shown_card if PAPER not in (state.shown_card or PAPER) else None
    return given or (state.entry_id if state.stage == "question" else None)


def is_of_matter(state: DialogueState, entry: FaqEntry) -> bool:
    """Whether an answer is of the dispute talked about, or of its family."""
    return entry.dispute_kind in leaning.kin(state)


def of_matter(
    state: DialogueState, found: Recognition, scene: Scene, needed: float = LIKELY_OF_MATTER
) -> str | None:
    """Of several entries that may be meant the likeliest of the matter at hand, or of its topic."""
    knowledge = scene.content.knowledge
    topic = knowledge.topics.get(matter_entry(state, scene) or "")
    kin = leaning.kin(state)
    fitting = (
        match.entry_id
        for match in found.matches
        if match.score >= needed
        and (
            knowledge.entries[match.entry_id].dispute_kind in kin
            or knowledge.topics.get(match.entry_id) == topic
        )
    )
    return next(fitting, None) if state.dispute_kind is not None else None


def within(state: DialogueState, text: str, scene: Scene) -> Recognition:
    """What the words mean in the case that was told; alone where none was."""
    return within_case(state, case_of(state, text, scene), text, scene)


def case_of(state: DialogueState, text: str, scene: Scene) -> Case | None:
    """The case that was told, in which these words and parts of them are read; None where none was."""
    return leaning.case_of(state, matter_entry(state, scene), text, scene)


def within_case(state: DialogueState, case: Case | None, text: str, scene: Scene) -> Recognition:
    """What the words mean in that case; alone where there is none."""
    if case is None:
        return suiting.recognized(state, text, scene)
    found = scene.content.matcher.recognize_within(text, case)
    return suiting.suited(state, found, text, scene, own_first=False)


def in_the_open(state: DialogueState, text: str, scene: Scene) -> Recognition:
    """What a message in the open means: a question read within the case told, where it does not say
    alone what it asks; else after the answer given last."""
    after = suiting.recognized(state, text, scene, talked_about(state, scene))
    told = state.dispute_kind is not None and state.story
    if not told or after.outcome in ("answer", "out_of_scope"):
        return after
    found = within(state, text, scene)
    asks = scene.content.intents.manners.may_be_question(text)
    return found if asks and found.outcome == "answer" else after


def asked_meanwhile(
    state: DialogueState, text: str, scene: Scene, named: Collection[str] = ()
) -> Match | None:
    """What a question within a matter asks; None where it can't be told. Read within it: sure, of the
    disputes `named`, or near; alone, where it would only be what was said already."""
    case = case_of(state, text, scene)
    alone = next(iter(_sure(state, text, scene)), None)
    found = within_case(state, case, text, scene)
    best = next(iter(found.matches), None)
    known = given(state, scene)
    if alone and (best is None or (best.entry_id in known and alone.entry_id not in known)):
        return alone
    if best and best.score >= LIKELY and found.domain_score >= LIKELY_DOMAIN:
        near = case.leans.get(best.entry_id, 0.0) if case else 0.0
        kind = scene.content.knowledge.entries[best.entry_id].dispute_kind
        of_named = kind in named or (not named and kind in (None, OTHER))
        if best.score >= SURE or of_named or near >= (QUITE_NEAR if named else NEAR):
            return best
    return alone


def _sure(state: DialogueState, text: str, scene: Scene) -> tuple[Match, ...]:
    """The answer the words alone are almost sure to ask for, if any."""
    found = suiting.recognized(state, text, scene)
    sure = found.outcome == "answer" and found.matches[0].score >= ALMOST_SURE
    return found.matches[:1] if sure else ()


def surely_asked(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The entry the words ask for both alone and within the case, else alone beyond doubt where the
    case would only have said again what was said; None where it was given."""
    best = next(iter(within(state, text, scene).matches), None)
    alone = suiting.recognized(state, text, scene)
    if best is None or alone.outcome not in ("answer", "choices"):
        return None
    known, own = given(state, scene), alone.matches[0]
    if own.entry_id in known:
        return None
    same = own.entry_id == best.entry_id and best.score >= SURE
    instead = best.entry_id in known and own.score >= BEYOND_DOUBT
    return own.entry_id if same or instead else None


def likely_asked(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The entry a question most likely asks for within the case: surely, or near to it, or sure; one
    given already only where the words surely ask for it."""
    case = leaning.case_of(state, matter_entry(state, scene), text, scene)
    best = next(iter(within_case(state, case, text, scene).matches), None)
    if case is None or best is None:
        return None
    if best.entry_id in given(state, scene):
        again = [match for match in _sure(state, text, scene) if match.entry_id == best.entry_id]
        doubtless = again and min(again[0].score, best.score) >= BEYOND_DOUBT
        return best.entry_id if doubtless else surely_asked(state, text, scene)
    near = case.leans.get(best.entry_id, 0.0) >= NEAR and best.score >= LIKELY_NEAR
    return best.entry_id if near or best.score >= QUITE_SURE else surely_asked(state, text, scene)


def given(state: DialogueState, scene: Scene) -> frozenset[str | None]:
    """The answers given last, and the one that stands for the matter."""
    return frozenset({state.entry_id, state.shown_card, matter_entry(state, scene)})


def elsewhere(state: DialogueState, region: str, scene: Scene) -> Turn | None:
    """在东莞呢: what of the answer before is local, and who knows it there."""
    knowledge = scene.content.knowledge
    entry = knowledge.entries.get(state.entry_id or "")
    if entry is None:
        return None
    here = offering(state.changed(stage="question"))
    text = scene.say(
        "answer_elsewhere", place=knowledge.places.full_name(region), local=entry.local
    )
    choices = (button(here, "help", scene.label("help")),) if state.help_offered_for else ()
    return Turn(here, (Reply(text, choices),))


def with_others(turn: Turn, others: Sequence[Match], scene: Scene) -> Turn:
    """The answer, and below it the further questions of the same message as buttons."""
    if not others:
        return turn
    ids = tuple(match.entry_id for match in others)
    state = turn.state.changed(offered=ids)
    entries = scene.content.knowledge.entries
    choices = tuple(button(state, f"entry:{id}", entries[id].title) for id in ids)
    return Turn(state, (*turn.replies, Reply(scene.say("also_asked"), choices)), turn.effects)
