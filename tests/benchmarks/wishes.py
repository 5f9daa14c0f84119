"""How well wishes are heard: each phrase read by a model that was not taught it."""

from pathlib import Path

import numpy as np

from intents.crisis_words import crisis_words
from intents.files import read_files, values_of
from intents.matching.wishes import WishReader
from intents.matching.wishes_training import learn_wishes
from intents.wish_words import NONE, wish_lessons

PARTS = 4


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print the shares heard and heard rightly, and of messages that are none the share mistaken."""
    documents, _ = read_files(root / "intents")
    values = values_of(documents)
    lessons = wish_lessons(values, crisis_words(values))
    told = [(text, label) for label, texts in lessons.items() for text in texts]
    part = np.random.default_rng(1).integers(0, PARTS, len(told))
    read: list[tuple[str, str | None]] = []
    for number in range(PARTS):
        rest: dict[str, list[str]] = {label: [] for label in lessons}
        for (text, label), own in zip(told, part, strict=True):
            if own != number:
                rest[label].append(text)
        reader = WishReader(learn_wishes(rest))
        held_out = [each for each, own in zip(told, part, strict=True) if own == number]
        read += [(label, reader.read(text)) for text, label in held_out]
    wishes = [(label, heard) for label, heard in read if label != NONE]
    named = [(label, heard) for label, heard in wishes if heard is not None]
    right = sum(label == heard for label, heard in named)
    false = [heard is not None for label, heard in read if label == NONE]
    print(
        f"{len(lessons) - 1} wishes, {len(wishes)} phrases: heard rightly {right / len(wishes):.3f}"
    )
    print(f"right among those heard: {right / len(named):.3f}")
    print(f"{len(false)} messages that are none: taken for a wish {np.mean(false):.3f}")
    return 0
