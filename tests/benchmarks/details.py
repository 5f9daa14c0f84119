"""How well narrow questions are heard: each phrase read by a model that was not taught it."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from intents.crisis_words import crisis_words
from intents.detail_lessons import no_details, taught_details
from intents.details import details_of
from intents.files import read_files, values_of
from intents.matching.details import DetailReader
from intents.matching.details_training import learn_details
from intents.matching.meaning import load_meaning

PARTS, BOUNDS = 4, (0.62, 0.5)


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print how many of the phrases are met and rightly, and of messages that ask for none the share
    mistaken, at both bounds of the dialogue."""
    documents, _ = read_files(root / "intents")
    values, meaning = values_of(documents), load_meaning()
    taught, none = taught_details(details_of(values)), no_details(values, crisis_words(values))
    part = np.random.default_rng(1)
    of_phrase = {name: part.integers(0, PARTS, len(each.phrases)) for name, each in taught.items()}
    of_none = part.integers(0, PARTS, len(none))
    read: list[tuple[str | None, str | None, float]] = []
    for number in range(PARTS):
        rest = {
            name: replace(each, phrases=_chosen(each.phrases, of_phrase[name] != number))
            for name, each in taught.items()
        }
        reader = DetailReader(
            learn_details(rest, _chosen(none, of_none != number), meaning), meaning
        )
        for name, each in taught.items():
            for text in _chosen(each.phrases, of_phrase[name] == number):
                found = reader.read(text, each.together)
                read.append((name, found and found.name, found.likely if found else 0.0))
        anywhere = part.choice(sorted(taught), len(none))
        for text, case in zip(_chosen(none, of_none == number), anywhere, strict=False):
            found = reader.read(text, taught[case].together)
            read.append((None, found and found.name, found.likely if found else 0.0))
    asked = [each for each in read if each[0] is not None]
    right = sum(name == heard for name, heard, _ in asked)
    print(
        f"{len(taught)} details, {len(asked)} phrases: the likeliest is right {right / len(asked):.3f}"
    )
    for bound in BOUNDS:
        met = [name == heard for name, heard, likely in asked if likely >= bound]
        false = [likely >= bound for name, _, likely in read if name is None]
        print(
            f"from {bound}: met {len(met) / len(asked):.3f}, of these right {np.mean(met):.3f};"
            f" of {len(false)} messages that ask for none met {np.mean(false):.3f}"
        )
    return 0


def _chosen(texts: tuple[str, ...], which: np.ndarray) -> tuple[str, ...]:
    return tuple(text for text, chosen in zip(texts, which, strict=True) if chosen)
