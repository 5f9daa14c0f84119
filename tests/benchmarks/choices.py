"""How well choices told in other words are heard: each phrase read by a model that was not taught it."""

from pathlib import Path

import numpy as np

from intents.choice_words import NONE, choice_lessons, said_elsewhere
from intents.files import read_files, values_of
from intents.matching.choices import ChoiceReader
from intents.matching.choices_training import learn_choices
from intents.matching.meaning import load_meaning

PARTS = 4


def run(root: Path, _folder: Path, *_options: str) -> int:
    """Print the shares heard rightly and wrongly, as answers and within stories."""
    documents, _ = read_files(root / "intents")
    values = values_of(documents)
    lessons, elsewhere = choice_lessons(values), said_elsewhere(values)
    told = [
        (question, choice, text)
        for question, by_choice in lessons.items()
        for choice, texts in by_choice.items()
        for text in texts
    ]
    far = np.random.default_rng(2).integers(0, PARTS, len(elsewhere))
    part = np.random.default_rng(1).integers(0, PARTS, len(told))
    answers: list[tuple[str, str | None, str | None]] = []
    false = [0, 0, 0]
    for number in range(PARTS):
        reader = _taught_without(number, told, part, elsewhere, far)
        for (question, choice, text), own in zip(told, part, strict=True):
            if own == number:
                in_story = reader.told(text).of(question)
                answers.append((choice, reader.answer(question, text), in_story))
        for text, own in zip(elsewhere, far, strict=True):
            if own == number:
                read = reader.told(text)
                false[0] += 1
                false[1] += sum(reader.answer(name, text) is not None for name in lessons)
                false[2] += sum(read.of(name) is not None for name in lessons)
    print(f"{len(lessons)} questions, {len(told)} phrases")
    for name, place in (("answers", 1), ("stories", 2)):
        _print(name, [(each[0], each[place]) for each in answers])
        share = false[place] / false[0] / len(lessons)
        print(f"  {false[0]} messages said elsewhere: taken for a choice of a question {share:.4f}")
    return 0


def _taught_without(
    number: int,
    told: list[tuple[str, str, str]],
    part: object,
    elsewhere: tuple[str, ...],
    far: object,
) -> ChoiceReader:
    rest: dict[str, dict[str, list[str]]] = {}
    for (question, choice, text), own in zip(told, part, strict=True):  # type: ignore[call-overload]
        texts = rest.setdefault(question, {}).setdefault(choice, [])
        if own != number:
            texts.append(text)
    others = [text for text, own in zip(elsewhere, far, strict=True) if own != number]  # type: ignore[call-overload]
    meaning = load_meaning()
    return ChoiceReader(learn_choices(rest, others, meaning), meaning)


def _print(name: str, read: list[tuple[str, str | None]]) -> None:
    choices = [(meant, heard) for meant, heard in read if meant != NONE]
    named = [(meant, heard) for meant, heard in choices if heard is not None]
    right = sum(meant == heard for meant, heard in named)
    near = [heard is not None for meant, heard in read if meant == NONE]
    print(
        f"{name}: heard rightly {right / len(choices):.3f}, right among those {right / len(named):.3f}"
    )
    print(f"  {len(near)} messages near to a question: taken for an answer {np.mean(near):.3f}")
