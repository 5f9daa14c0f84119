"""Which answer a question in the midst of a case most likely asks for: an entry or a detail, and how likely it is
right. The readers and what the case says are weighed in intents/ranking.py."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.dialogue.answers import following, leaning, suiting
from bot.dialogue.answers.asking import Asking
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.recognition import Bearing, Likely

PLAUSIBLE = 0.04
"""How likely an answer must be to be one that may be meant."""
FAMILIES = (
    frozenset({"work_injury_determination", "work_injury_benefits"}),
    frozenset({"wage_arrears", "construction_wage_arrears"}),
    frozenset({"unlawful_dismissal", "economic_compensation"}),
)
"""Kinds of dispute that are steps or names of one matter: what is asked in one is asked in the other."""


def asked(state: DialogueState, asking: Asking, text: str, scene: Scene) -> tuple[Likely, ...]:
    """What a clause of the words may ask for, the likeliest first; an entry that does not suit the case gives way to
    the one that takes its place, if any."""
    words = (*(each for each in asking.cuts if each != text), text)
    ranked = scene.content.ranker.ranked(words, bearing(state, text, scene))
    return tuple(_suiting(state, ranked, text, scene))


def bearing(state: DialogueState, text: str, scene: Scene) -> Bearing:
    """What of the case bears upon the choice."""
    return Bearing(
        case=following.case_of(state, text, scene),
        open=details_open(state, text, scene),
        kin=frozenset(kind for kind in leaning.kin(state) if kind),
        named=frozenset(suiting.named(text, scene)),
        given=frozenset(name for name in following.given(state, scene) if name),
    )


def details_open(state: DialogueState, text: str, scene: Scene) -> frozenset[str]:
    """The details that may be asked in this case, and in the disputes the words name."""
    kinds = {state.dispute_kind or "", *_kinds_told(state), *suiting.named(text, scene)}
    kinds = kinds.union(*(family for family in FAMILIES if family & kinds))
    worker = suiting.worker_kind(state, text, scene)
    return scene.content.intents.details.open_in(kinds, worker)


def _suiting(
    state: DialogueState, ranked: Iterable[Likely], text: str, scene: Scene
) -> Iterator[Likely]:
    said: set[str] = set()
    details, worker = scene.content.intents.details, suiting.worker_kind(state, text, scene)
    for each in ranked:
        if each.likely < PLAUSIBLE:
            return
        name: str | None = each.name
        if not each.is_detail:
            name = suiting.meant_by(state, each.name, text, scene)
        elif not (
            details.by_id[each.name].suits(worker)
            and suiting.is_presumed(state, each.name, text, scene)
        ):
            name = None
        if name is not None and name not in said:
            said.add(name)
            yield replace(each, name=name)


def _kinds_told(state: DialogueState) -> tuple[str, ...]:
    told = state.facts().get("dispute_kinds")
    return tuple(told) if isinstance(told, tuple | list) else ()
