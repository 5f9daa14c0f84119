"""A feeling told beside the matter (大家推我当代表 我有点怕) gets its sentence first, then the next step."""

from dataclasses import replace

from bot.dialogue.answers import asking
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.interview.resuming import present
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import absorb
from bot.dialogue.told.kinds_told import INJURIES
from bot.dialogue.told.relating import SPEAKS_FOR
from bot.dialogue.turn import Turn

GOES_ON = frozenset({"intake", "summary"})
BARE = 20
"""Characters of words that tell a feeling and nothing more."""
HURT, LIGHT, JOKE = "hurt", "light", 30
"""An injury told beside the matter; a joke or a laugh, and its letters at the most."""
SELF_BLAME = frozenset({"ashamed"})
"""Feelings asked of oneself (我是不是很没用), which want no answer."""
UNWELL, BENEFITS = "unwell", "work_injury_benefits"
HELD_BACK, WANTS_PEACE = "held_back", "wants_peace"
"""Held back by the family; by the relative whose own matter it is."""
WITH_OPENING = frozenset({"wronged", "furious"})
"""Feelings that the sentence opening a matter meets already."""
OF_FEELING = frozenset(
    {
        "overwhelmed",
        "not_your_fault",
        "afraid_of_boss",
        "in_writing",
        "not_a_crime",
        "found_out",
        "furious",
        "worn_out",
        "smash_things",
        "no_offence",
        "company",
        "block_road",
    }
)
"""Replies to remarks that meet the feeling themselves."""
OF_FEAR: dict[str, frozenset[str]] = {
    "menaced": frozenset({"threatened", "afraid_of_blows"}),
    "too_risky": frozenset(),
    "no_roof": frozenset(),
    "expecting": frozenset(),
    "kin_there": frozenset(),
    "family": frozenset(),
    "older": frozenset(),
    "blacklist": frozenset(),
    "ringleader": frozenset(),
    "retaliation": frozenset({"afraid_of_boss"}),
    "found_out": frozenset({"found_out"}),
    "school": frozenset(),
    "outweighed": frozenset(),
    "not_wordy": frozenset(),
    "acquaintance": frozenset(),
}
"""Fears that have a sentence of their own, with the replies to remarks that meet this very fear."""
ANOTHER_FEAR = frozenset({"afraid_of_boss", "found_out"})
"""Replies to a fear, which words of another fear only resemble."""
MET_BY_PROOFS = {
    "retaliation": frozenset({"afraid_revenge", "knows_officials"}),
    "outweighed": frozenset({"knows_officials"}),
    "kin_there": frozenset({"afraid_for_others"}),
    "family": frozenset({"afraid_for_others"}),
}
"""Fears that what is said of something told meets, by its kind in proofs.yaml."""


def met(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with the sentence for the feeling told; each is met once in a talk."""
    state = turn.state
    if _is_hurt_beside(before, turn) and HURT not in state.felt:
        told = replace(turn, state=state.changed(felt=(*before.felt, HURT)))
        return echoing.led(told, scene.say(f"feel_{HURT}"))
    feeling = _told(before, text, scene)
    if feeling is None or feeling in state.felt or not turn.replies or before.mediator_waits:
        return turn
    if any(reply.urgent for reply in turn.replies) or state.stage in ("erasing", "erased"):
        return turn
    opens = before.dispute_kind is None and state.dispute_kind is not None
    if feeling == LIGHT and turn.replies and (opens or _is_serious(before, turn)):
        return turn
    if (opens and feeling in WITH_OPENING) or state.pressing != before.pressing:
        return turn
    if not echoing.news(before, state) and _is_of_feeling(state, feeling, text, scene):
        return turn
    if feeling in MET_BY_PROOFS and (
        scene.content.intents.proofs.named(text) in MET_BY_PROOFS[feeling]
    ):
        return turn
    felt = replace(turn, state=state.changed(felt=(*before.felt, feeling)))
    return echoing.led(felt, scene.say(f"feel_{feeling}"))


def _is_hurt_beside(before: DialogueState, turn: Turn) -> bool:
    """巡楼滑倒 手腕骨裂, told in a matter of pay: whether the writer is hurt, beside another matter."""
    others = {None, BENEFITS, *INJURIES}
    new = turn.state.facts().get("injured") is True and "injured" not in before.answers
    urgent = any(reply.urgent for reply in turn.replies) or not turn.replies
    return new and not urgent and not {before.dispute_kind, turn.state.dispute_kind} & others


def _is_serious(before: DialogueState, turn: Turn) -> bool:
    """Whether something was told or answered beside the joke: it is met by that."""
    return bool(echoing.news(before, turn.state)) or len(turn.replies) > 1


def respond_to_fear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """怕爸妈知道, 怕开庭说不清: a fear with a sentence of its own, before the remark on another that it resembles."""
    fear = _told(state, text, scene)
    if fear == LIGHT and len(text) <= JOKE:
        return respond(state, text, scene)
    if fear not in OF_FEAR or fear in state.felt:
        return None
    meant = _remark(state, text, scene)
    if meant not in ANOTHER_FEAR or meant in OF_FEAR[fear]:
        return None
    return respond(state, text, scene)


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """我有点怕, 气得一晚上没睡, within a matter: a feeling and nothing more is no fact and no question. The
    sentence for it (see `met`) stands above where the talk goes on."""
    feeling = _told(state, text, scene)
    if feeling is None or state.dispute_kind is None or state.stage not in GOES_ON:
        return None
    if len(text) > (JOKE if feeling == LIGHT else BARE) or state.handed_over:
        return None
    folded = scene.content.extractor.script.fold(text)
    if feeling not in SELF_BLAME and asking.clauses(folded, scene):
        return None
    if echoing.news(state, absorb(state, text, scene, anew=True)):
        return None
    name = "feel_again" if feeling in state.felt else f"feel_{feeling}"
    felt = noting.add(state, text).changed(felt=tuple(dict.fromkeys((*state.felt, feeling))))
    return echoing.led(present(felt, scene), scene.say(name))


def _told(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The feeling told; pain within a matter of an injury is its subject, and no feeling beside it."""
    folded = scene.content.extractor.script.fold(text)
    feeling = scene.content.intents.caring.feeling(folded)
    of_injury = state.dispute_kind in INJURIES or state.dispute_kind == BENEFITS
    if feeling == HELD_BACK and state.facts().get(SPEAKS_FOR) is not None:
        return WANTS_PEACE
    return None if feeling == UNWELL and of_injury else feeling


def _is_of_feeling(state: DialogueState, feeling: str, text: str, scene: Scene) -> bool:
    """Whether the whole message is a remark whose reply meets the feeling; a fear with a sentence of its own only
    where it meets this very fear."""
    return _remark(state, text, scene) in OF_FEAR.get(feeling, OF_FEELING)


def _remark(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The reply to the remark that the whole message is, if any."""
    asides = scene.content.intents.asides
    name = asides.named(scene.content.extractor.script.fold(text), state.dispute_kind)
    return asides.asides[name].say if name is not None else None
