"""Build time only: from phrases to a calibrated model. Same samples, same bytes.

The phrases are split into five parts; each part is read by a model that never saw it. These
readings, not the training fit, set every probability and threshold in the model.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from intents.matching.calibrating import HeldOut, calibrate
from intents.matching.fitting import Example, fit
from intents.matching.model import Model
from intents.matching.normalise import Normaliser
from intents.matching.signals import SignalReader
from intents.matching.words import MatchingWords

_PARTS = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and the entry or door it belongs to.

    Weak samples (a title, a short answer) help to learn but are neither shown nor held out.
    `grounds` is what the entry rests on (its citations): entries that share one count as the same
    answer when probabilities are measured.
    """

    text: str
    entry_id: str
    weak: bool = False
    grounds: frozenset[str] = frozenset()


def train(entries: Sequence[Sample], doors: Sequence[Sample], words: MatchingWords) -> Model:
    """A model of at least two entries and one door; an id must not be both entry and door."""
    normaliser = Normaliser(words.fillers)
    entry_ids, door_ids = _ids(entries), _ids(doors)
    labels = (*entry_ids, *door_ids)
    if len(entry_ids) < 2 or not door_ids or len(set(labels)) != len(labels):
        raise ValueError("training needs two entries and one door, with distinct ids")
    examples = _examples((*entries, *doors), labels, normaliser)
    with threadpool_limits(1):
        held_out = _read_held_out(examples, labels, len(entry_ids), words)
        linear, phrases = fit(examples, labels, len(entry_ids))
        calibration = calibrate(held_out, _same_answer(entries, entry_ids))
    return Model(words, phrases, linear, calibration)


def _same_answer(entries: Iterable[Sample], entry_ids: Sequence[str]) -> NDArray[np.bool_]:
    """Entries x entries: which of them answer each other's questions."""
    grounds: dict[str, set[str]] = {entry_id: {entry_id} for entry_id in entry_ids}
    for sample in entries:
        grounds[sample.entry_id] |= sample.grounds
    return np.array(
        [[bool(grounds[one] & grounds[other]) for other in entry_ids] for one in entry_ids]
    )


def _ids(samples: Iterable[Sample]) -> tuple[str, ...]:
    return tuple(sorted({sample.entry_id for sample in samples}))


def _examples(
    samples: Iterable[Sample], labels: Sequence[str], normaliser: Normaliser
) -> list[Example]:
    numbers = {label: number for number, label in enumerate(labels)}
    examples = [
        Example(sample.text, normaliser.fold(sample.text), numbers[sample.entry_id], sample.weak)
        for sample in samples
    ]
    kept = {(each.label, each.folded, each.weak): each for each in examples if each.folded}
    return [kept[key] for key in sorted(kept)]


def _read_held_out(
    examples: Sequence[Example],
    labels: tuple[str, ...],
    entry_count: int,
    words: MatchingWords,
) -> list[HeldOut]:
    parts = _parts(examples, entry_count)
    readings = []
    for part in range(_PARTS):
        rest = [each for each, own in zip(examples, parts, strict=True) if own != part]
        reader = SignalReader(*fit(rest, labels, entry_count), words.labour)
        readings += [
            HeldOut(each.label, reader.read(each.folded))
            for each, own in zip(examples, parts, strict=True)
            if own == part
        ]
    return readings


def _parts(examples: Sequence[Example], entry_count: int) -> list[int]:
    """The part of each example; weak examples are never held out.

    Phrases of an entry go round the parts. A door is held out as a whole: what people will ask
    beside our domain is nothing we have collected, and the gate must be measured on that.
    """
    seen: Counter[int] = Counter()
    parts = []
    for example in examples:
        turn = seen[example.label] if example.label < entry_count else 0
        parts.append(-1 if example.weak else (turn + example.label) % _PARTS)
        seen[example.label] += not example.weak
    return parts
