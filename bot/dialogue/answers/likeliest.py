"""Which answer a question in the midst of a case most likely asks for: an entry or a detail, and how likely it is
right. Every reading of the words speaks, with the weight it earned on labelled talks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

from bot.dialogue.answers import following, leaning, suiting
from bot.dialogue.answers.asking import Asking
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from intents.recognition import Case, Match

OF_CLAUSE, WITHIN, ALONE, OF_ENTRY, OF_KIN = 0.22, 0.28, 0.4, 1.4, 0.45
"""What the log odds of an entry weigh, read in the clause that asks, in all words within the case and in all words
alone; what speaks for any entry; what one of the very dispute gains."""
OF_ONE, OF_ALL = 0.45, 0.3
"""What the clause weighs, and the surer of the two readings of all words, where several of their clauses ask."""
OF_DETAIL, AGAINST_ANY = 0.8, -1.3
"""What those of a detail weigh; what speaks against any answer (all fitted to 190 turns of talks)."""
SMOOTHED = 0.02
PLAUSIBLE = 0.15
"""Score below which an answer is none that may be meant."""
FAMILIES = (
    frozenset({"work_injury_determination", "work_injury_benefits"}),
    frozenset({"wage_arrears", "construction_wage_arrears"}),
    frozenset({"unlawful_dismissal", "economic_compensation"}),
)
"""Kinds of dispute that are steps or names of one matter: what is asked in one is asked in the other."""


@dataclass(frozen=True, slots=True)
class Likeliest:
    """An entry or a detail; `likely` is the share of such readings that are right."""

    name: str
    is_detail: bool
    likely: float


def asked(state: DialogueState, asking: Asking, text: str, scene: Scene) -> tuple[Likeliest, ...]:
    """What a clause of the words may ask for, the likeliest first."""
    found = (*_details(state, asking, text, scene), *_entries(state, asking, text, scene))
    return tuple(sorted(found, key=lambda each: -each.likely))


def details_open(state: DialogueState, text: str, scene: Scene) -> frozenset[str]:
    """The details that may be asked in this case, and in the disputes the words name."""
    kinds = {state.dispute_kind or "", *_kinds_told(state), *suiting.named(text, scene)}
    kinds = kinds.union(*(family for family in FAMILIES if family & kinds))
    worker = suiting.worker_kind(state, text, scene)
    return scene.content.intents.details.open_in(kinds, worker)


def _details(state: DialogueState, asking: Asking, text: str, scene: Scene) -> Iterator[Likeliest]:
    among = details_open(state, text, scene)
    for part in dict.fromkeys((asking.clause, asking.with_before, text)):
        read = scene.content.details.read(part, among)
        if read is not None and read.likely >= PLAUSIBLE:
            likely = _chance(OF_DETAIL * _odds(read.likely) + AGAINST_ANY)
            yield Likeliest(read.name, is_detail=True, likely=likely)


def _entries(state: DialogueState, asking: Asking, text: str, scene: Scene) -> Iterator[Likeliest]:
    case = following.case_of(state, text, scene)
    readings = [
        _scores(state, each, words, text, scene)
        for words in (asking.clause, text)
        for each in (case, None)
    ]
    entries, kin = scene.content.knowledge.entries, leaning.kin(state)
    for name in dict.fromkeys(name for scores in readings for name in scores):
        scores = [reading.get(name, 0.0) for reading in readings]
        if max(scores) >= PLAUSIBLE:
            of_kin = OF_KIN * (entries[name].dispute_kind in kin)
            odds = _weighed(scores, several=asking.several) + OF_ENTRY + of_kin + AGAINST_ANY
            yield Likeliest(name, is_detail=False, likely=_chance(odds))


def _weighed(scores: Sequence[float], *, several: bool) -> float:
    """The log odds of the scores of the clause within the case and alone, and of all words likewise."""
    *own, within, alone = scores
    if several:
        return OF_ONE * _odds(max(own)) + OF_ALL * _odds(max(within, alone))
    return OF_CLAUSE * _odds(max(own)) + WITHIN * _odds(within) + ALONE * _odds(alone)


def _scores(
    state: DialogueState, case: Case | None, words: str, text: str, scene: Scene
) -> dict[str, float]:
    """The scores of the answers that words of the message resemble, within the case or alone."""
    matcher = scene.content.matcher
    if case is None:
        found = suiting.suited(state, matcher.recognize(words), text, scene)
    else:
        read = matcher.recognize_within(words, case)
        found = suiting.suited(state, read, text, scene, own_first=False)
    return {each.entry_id: each.score for each in _first(found.matches)}


def _first(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    return matches[:3]


def _kinds_told(state: DialogueState) -> tuple[str, ...]:
    told = state.facts().get("dispute_kinds")
    return tuple(told) if isinstance(told, tuple | list) else ()


def _odds(likely: float) -> float:
    return log((likely + SMOOTHED) / (1 - likely + SMOOTHED))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))
