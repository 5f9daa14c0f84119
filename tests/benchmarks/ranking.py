"""Fits the weights of intents/ranking.py on the labelled talks of within.yaml, and prints them with what they
do on talks they were not fitted on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.dialogue.answers import asking, likeliest
from bot.dialogue.content import Content, Scene
from bot.dialogue.messages import Text
from bot.dialogue.state import DialogueState
from bot.dialogue.step import step
from bot.operations.builds import ensure_build, read_build
from intents.ranking import OF_DETAIL, OF_ENTRY
from intents.recognition import Candidate
from knowledge.strict_yaml import read_yaml
from tests.benchmarks.within import BEGAN, TALKS
from tests.conftest import BUILT_ON

LIMITS = (0.2, 0.3, 0.45, 0.6, 0.9)


@dataclass(frozen=True)
class Said:
    """A message of a talk: what it may ask for, and what meets it."""

    set: str
    candidates: Sequence[Candidate]
    wanted: frozenset[str]


Weights = Mapping[bool, tuple[float, ...]]
"""Of details (True) and of entries, one for each value of a candidate."""


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print how often the likeliest is right where the weights come from the other sets of talks, then the weights."""
    content = read_build(ensure_build(root / ".data", BUILT_ON, print))
    talks = read_yaml(TALKS, TALKS.name).value["talks"]
    said = [each for talk in talks for each in _played(content, talk)]
    ranked = [
        (_ranked(fitted([other for other in said if other.set != each]), own), own)
        for each in sorted({own.set for own in said})
        for own in said
        if own.set == each
    ]
    asked = [(best, own) for best, own in ranked if own.wanted]
    right = sum(best[0][1] in own.wanted for best, own in asked)
    second = sum(any(name in own.wanted for _, name in best[:2]) for best, own in asked)
    print(f"{right} of {len(asked)} questions: the likeliest is right, {right / len(asked):.3f};")
    print(f"it or the second is, {second / len(asked):.3f}")
    for limit in LIMITS:
        sure = [(best, own) for best, own in asked if best[0][0] >= limit]
        met = sum(best[0][1] in own.wanted for best, own in sure)
        idle = sum(best[0][0] >= limit for best, own in ranked if not own.wanted)
        others = len(ranked) - len(asked)
        print(f"from {limit}: {len(sure)} met, {met} rightly; of {others} other messages {idle}")
    weights = fitted(said)
    for is_detail, names in ((False, OF_ENTRY), (True, OF_DETAIL)):
        named = zip(names, weights[is_detail], strict=True)
        print(
            "details" if is_detail else "entries", {name: round(value, 2) for name, value in named}
        )
    return 0


def _played(content: Content, talk: Mapping[str, Any]) -> Iterator[Said]:
    state, scene = DialogueState(), Scene(content, BEGAN.date())
    for number, text in enumerate(talk["says"], 1):
        folded = content.extractor.script.fold(text)
        cuts = (words for own in asking.each(folded, scene) for words in own.cuts)
        bearing = likeliest.bearing(state, folded, scene)
        words = (*(each for each in dict.fromkeys(cuts) if each != folded), folded)
        found = content.ranker.candidates(words, bearing)
        yield Said(talk["id"][0], found, frozenset(talk.get("asked", {}).get(number, ())))
        state = step(state, Text(text), content, BEGAN).state


def fitted(said: Sequence[Said]) -> Weights:
    """The weights by which right candidates stand out."""
    weights = {}
    for is_detail in (False, True):
        rows = [
            (each.values[1:], each.name in own.wanted)
            for own in said
            for each in own.candidates
            if each.is_detail == is_detail
        ]
        values, right = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
        middle, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
        machine = LogisticRegression(max_iter=3_000).fit((values - middle) / spread, right)
        of_value = machine.coef_[0] / spread
        constant = float(machine.intercept_[0] - of_value @ middle)
        weights[is_detail] = (constant, *map(float, of_value))
    return weights


def _ranked(weights: Weights, said: Said) -> list[tuple[float, str]]:
    """How likely each candidate is, and its name, the likeliest first."""
    odds = (
        (float(np.dot(weights[each.is_detail], each.values)), each.name) for each in said.candidates
    )
    return sorted(((1 / (1 + np.exp(-value)), name) for value, name in odds), reverse=True)
