"""Which answer a question in the midst of a case most likely asks for: an entry or a detail, and how likely it is
right. The readers and what the case says are weighed in intents/ranking.py."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from bot.dialogue.answers import following, leaning, suiting
from bot.dialogue.answers.asking import Asking
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.recognition import Bearing, Case, Likely

PLAUSIBLE = 0.04
"""How likely an answer must be to be one that may be meant."""
OF_LAST = 0.5
"""How likely an answer of the dispute answered last is counted, where how much is asked and not of what."""
FAMILIES = (
    frozenset({"work_injury_determination", "work_injury_benefits"}),
    frozenset({"wage_arrears", "construction_wage_arrears"}),
    frozenset({"unlawful_dismissal", "economic_compensation"}),
)
"""Kinds of dispute that are steps or names of one matter: what is asked in one is asked in the other."""


class Reading:
    """What the clauses of a message may ask for, the likeliest first; an entry that does not suit the case gives way to
    the one that takes its place, if any."""

    def __init__(self, state: DialogueState, text: str, scene: Scene) -> None:
        self._state, self._text, self._scene = state, text, scene

    def of(self, asking: Asking) -> tuple[Likely, ...]:
        """A clause read with all the words of the message."""
        cuts = (each for each in asking.cuts if each != self._text)
        words = (*cuts, self._text)
        return self._of_last(asking, words) or self._ranked(words)

    def alone(self, asking: Asking) -> tuple[Likely, ...]:
        """A clause read without the other words."""
        return self._ranked(tuple(reversed(asking.cuts)))

    def _ranked(self, words: tuple[str, ...]) -> tuple[Likely, ...]:
        ranked = self._scene.content.ranker.ranked(words, self._bearing)
        return tuple(_suiting(self._state, ranked, self._text, self._scene))

    def _of_last(self, asking: Asking, words: tuple[str, ...]) -> tuple[Likely, ...]:
        """大概能领多少, after an answer of another dispute: the likeliest answer of that one; none for all else."""
        content = self._scene.content
        last = content.knowledge.entries.get(self._state.shown_card or "")
        alone = content.intents.follow_ups.asks_how_much_alone(asking.clause)
        if last is None or not alone or last.dispute_kind in leaning.kin(self._state):
            return ()
        ranked = content.ranker.ranked(words, self._bearing)
        of_it = (each for each in ranked if self._kind_of(each) == last.dispute_kind)
        likeliest = next(of_it, None)
        return (replace(likeliest, likely=max(likeliest.likely, OF_LAST)),) if likeliest else ()

    def _kind_of(self, each: Likely) -> str | None:
        entry = self._scene.content.knowledge.entries.get(each.name)
        return entry.dispute_kind if entry else None

    @cached_property
    def _bearing(self) -> Bearing:
        return bearing(self._state, self._text, self._scene)


def bearing(state: DialogueState, text: str, scene: Scene) -> Bearing:
    """What of the case bears upon the choice."""
    return Bearing(
        case=_case(state, text, scene),
        open=details_open(state, text, scene),
        kin=frozenset(kind for kind in leaning.kin(state) if kind),
        named=frozenset(suiting.named(text, scene)),
        given=frozenset(name for name in following.given(state, scene) if name),
    )


def _case(state: DialogueState, text: str, scene: Scene) -> Case | None:
    """The case without what is for others: of the few that may be asked for, what does not suit is left out."""
    if state.dispute_kind is None or not state.story.strip():
        return None
    leans = leaning.leans(state, following.matter_entry(state, scene), text, scene)
    return Case(state.story, leans, frozenset())


def details_open(state: DialogueState, text: str, scene: Scene) -> frozenset[str]:
    """The details that may be asked in this case, and in the disputes the words name."""
    kinds = {state.dispute_kind or "", *_kinds_told(state), *suiting.named(text, scene)}
    kinds.update(_kinds_answered(state, scene))
    kinds = kinds.union(*(family for family in FAMILIES if family & kinds))
    worker = suiting.worker_kind(state, text, scene)
    return scene.content.intents.details.open_in(kinds, worker)


def _kinds_answered(state: DialogueState, scene: Scene) -> Iterator[str]:
    """The disputes of the answers given last."""
    entries = scene.content.knowledge.entries
    given = (entries.get(name or "") for name in (state.entry_id, state.shown_card))
    return (entry.dispute_kind for entry in given if entry and entry.dispute_kind)


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
