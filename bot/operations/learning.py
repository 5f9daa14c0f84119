"""What a build learns: the matcher, the hint of danger, the readers of wishes, of choices and of questions
within a case.

Learning takes most of a build. Beside each learned file stands the key of all it was learned from,
so that an edit of a phone number or of a date does not learn the phrases once more.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bot.operations.build_files import CHOICES, DANGER, MODEL, QUESTIONS, ROOMS, WISHES, Progress
from intents.asked_questions import asked_questions
from intents.choice_words import choice_lessons, said_elsewhere
from intents.crisis_teaching import danger_lessons, learn_danger
from intents.crisis_words import crisis_words
from intents.loading import Values, assemble, matching_words
from intents.matching.calibrating import HeldOut
from intents.matching.choices_training import learn_choices
from intents.matching.hint_file import save_hint
from intents.matching.label_file import save_choices, save_questions, save_wishes
from intents.matching.meaning import load_meaning
from intents.matching.model import Model
from intents.matching.model_file import save_model
from intents.matching.normalise import Normaliser
from intents.matching.questions_training import learn_questions
from intents.matching.samples import matching_lessons
from intents.matching.training import Lessons, train
from intents.matching.wishes_training import learn_wishes
from intents.question_lessons import question_lessons
from intents.wish_words import said_in_talks, wish_lessons
from knowledge.fingerprint import source_hash
from knowledge.sources import Sources

Learn = Callable[[Path], None]
"""Learns and writes a file."""

Read = Callable[[int], list[HeldOut]]
"""Reads the questions of a part."""


def learn(
    sources: Sources,
    values: Values,
    folder: Path,
    earlier: Sequence[Path],
    progress: Progress,
) -> None:
    """Write the learned files of a build into `folder`; taken from an `earlier` build that fits."""
    entries = [file.entry for file in sources.entries]
    intents, asked = assemble(values), asked_questions(values)
    words = crisis_words(values)
    in_talks = said_in_talks(values, intents.asides.asides)
    danger = danger_lessons(entries, intents, words, asked, in_talks)
    wishes = wish_lessons(values, words)
    choices = choice_lessons(values), said_elsewhere(values)
    questions = question_lessons(entries, intents.details, asked)
    plain = Normaliser(dialect=matching_words(values).dialect)
    matching = matching_lessons(entries, intents.doors.values(), asked, matching_words(values))

    def learn_hint(path: Path) -> None:
        progress("building the content: learning how danger is told")
        save_hint(learn_danger(danger), path)

    def learn_short_wishes(path: Path) -> None:
        progress("building the content: learning how wishes are told")
        save_wishes(learn_wishes(wishes), path)

    def learn_all_choices(path: Path) -> None:
        progress("building the content: learning how choices are told")
        save_choices(learn_choices(*choices, load_meaning()), path)

    def learn_all_questions(path: Path) -> None:
        progress("building the content: learning what is asked in the middle of a case")
        save_questions(learn_questions(questions, load_meaning(), plain.letters), path)

    def learn_the_rest() -> None:
        keep_or_learn(DANGER, repr(danger), folder, earlier, learn_hint)
        keep_or_learn(WISHES, repr(wishes), folder, earlier, learn_short_wishes)
        keep_or_learn(CHOICES, repr(choices), folder, earlier, learn_all_choices)
        keep_or_learn(
            QUESTIONS,
            repr((questions, plain.__reduce__()[1])),
            folder,
            earlier,
            learn_all_questions,
        )

    def learn_matching(path: Path) -> None:
        progress(f"building the content: learning the phrases of {len(entries)} entries")
        save_model(_matching_learned(matching, learn_the_rest), path)

    if not keep_or_learn(MODEL, repr(matching), folder, earlier, learn_matching):
        learn_the_rest()


def _matching_learned(lessons: Lessons, meanwhile: Callable[[], None]) -> Model:
    """A second process measures while this one learns, and does `meanwhile` before. It is a new one,
    never a fork: this one may have threads."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:

        def run(read: Read, parts: Iterable[int]) -> Iterator[list[HeldOut]]:
            reading = pool.map(read, parts)
            meanwhile()
            return reading

        return train(lessons, load_meaning(), run)


def keep_or_learn(
    name: str, lessons: str, folder: Path, earlier: Sequence[Path], learn_it: Learn
) -> bool:
    """Write the file `name` into `folder`: that of an earlier build learned from the same lessons
    by the same code, else a new one; whether it was learned anew."""
    key = hashlib.sha256(f"{_code()}\n{lessons}".encode()).hexdigest()
    kept = next((build for build in earlier if _fits(build, name, key)), None)
    if kept is None:
        learn_it(folder / name)
    else:
        shutil.copy2(kept / name, folder / name)
    _key_file(folder, name).write_text(key, encoding="ascii")
    return kept is None


def _fits(build: Path, name: str, key: str) -> bool:
    file = _key_file(build, name)
    return file.exists() and file.read_text("ascii") == key


def _key_file(build: Path, name: str) -> Path:
    return (build / name).with_suffix(".key")


def _code() -> str:
    """A hash over the code that learns. What gathers the lessons shows in the lessons."""
    return source_hash([ROOMS[1] / "matching"])
