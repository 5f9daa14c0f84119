"""What goes on from the answer before: what was talked about, the same elsewhere, what else was asked."""

from collections.abc import Sequence

from bot.dialogue.answers import suiting
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn, button, offering
from intents.recognition import Match, Recognition, TalkedAbout
from knowledge.schemas import FaqEntry

PAPER = "paper:"
"""What stands before the name of a paper spoken of last (unsigned.py), in place of an answer."""
OTHER, SURE = "other", 0.85
"""An answer of a matter nobody spoke of has to be surer."""
OF_INJURY = frozenset(
    {
        "work_injury_determination",
        "work_injury_benefits",
        "platform_injury",
        "occupational_disease",
        "death_benefit",
    }
)
LIKELY_OF_MATTER = 0.4
"""Score from which the likeliest of several entries is the answer where it is of the matter."""
LIKELY, LIKELY_AFTER, LIKELY_DOMAIN = 0.6, 0.75, 0.72
"""Scores from which a question in between is answered: on its own, and after the answer before."""


def talked_about(state: DialogueState, scene: Scene) -> TalkedAbout | None:
    """The entry the worker was answered with or offered first, and what lies near it."""
    knowledge = scene.content.knowledge
    offered = state.offered[:1] if state.stage == "choosing_answer" else ()
    entry = knowledge.entries.get(state.entry_id or "".join(offered))
    if entry is None:
        return None
    topic = knowledge.topics[entry.id]
    near = frozenset(other for other, its in knowledge.topics.items() if its == topic)
    return TalkedAbout(entry.id, entry.title, frozenset(entry.follow_ups), near)


def matter_entry(state: DialogueState, scene: Scene) -> str | None:
    """The answer that stands for the matter: the one given last about it, else the usual one."""
    given = scene.content.knowledge.entries.get(state.entry_id or "")
    if given is not None and given.dispute_kind == state.dispute_kind:
        return given.id
    return scene.content.intents.asides.entry_of.get(state.dispute_kind or "")


def topic(state: DialogueState) -> str | None:
    """The answer that was given last, where nothing of the matter was told since."""
    given = state.shown_card if PAPER not in (state.shown_card or PAPER) else None
    return given or (state.entry_id if state.stage == "question" else None)


def is_of_matter(state: DialogueState, entry: FaqEntry) -> bool:
    """Whether an answer is of the dispute talked about, or of its family."""
    kin = OF_INJURY if state.dispute_kind in OF_INJURY else {state.dispute_kind}
    return entry.dispute_kind in kin


def of_matter(
    state: DialogueState, found: Recognition, scene: Scene, needed: float = LIKELY_OF_MATTER
) -> str | None:
    """Of several entries that may be meant the likeliest of the matter at hand, or of its topic."""
    knowledge = scene.content.knowledge
    topic = knowledge.topics.get(matter_entry(state, scene) or "")
    kin = OF_INJURY if state.dispute_kind in OF_INJURY else {state.dispute_kind}
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


def asked_meanwhile(state: DialogueState, text: str, scene: Scene) -> Match | None:
    """What a question within a matter asks: on its own, or after the answer that stands for the
    matter, whichever is likelier; None where it can't be told."""
    alone = suiting.recognized(state, text, scene)
    likely = [
        match
        for match in alone.matches[:1]
        if match.score >= LIKELY and alone.domain_score >= LIKELY_DOMAIN
    ]
    given = matter_entry(state, scene)
    about = talked_about(state.changed(entry_id=given), scene)
    after = suiting.recognized(state, text, scene, about).matches[:1] if about else ()
    likely += [match for match in after if match.score >= LIKELY_AFTER and match.entry_id != given]
    likely = [
        match for match in likely if match.score >= SURE or _is_near(state, match, text, scene)
    ]
    return max(likely, key=lambda match: match.score, default=None)


def _is_near(state: DialogueState, match: Match, text: str, scene: Scene) -> bool:
    """Whether an entry is of the matter at hand, of one the words name, or of none."""
    kind = scene.content.knowledge.entries[match.entry_id].dispute_kind
    named = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    kinds = named.value if named is not None and isinstance(named.value, tuple | list) else ()
    told = state.facts().get("dispute_kinds")
    return kind in (
        None,
        OTHER,
        state.dispute_kind,
        *kinds,
        *(told if isinstance(told, tuple) else ()),
    )


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
