"""Recognizing messages with a small trained world: tests/intents/matching.yaml."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from intents.matching.features import Vector
from intents.matching.matcher import Matcher
from intents.matching.meaning import load_meaning
from intents.matching.model import Model
from intents.matching.model_file import load_model, save_model
from intents.matching.postings import Postings
from intents.matching.training import Lessons, Question, Sample, train
from intents.matching.words import MatchingWords
from intents.normalize import LONGEST, clean
from knowledge.strict_yaml import read_yaml

WORLD = Path(__file__).with_name("matching.yaml")


@pytest.fixture(scope="module")
def world() -> Any:
    return read_yaml(WORLD, WORLD.name).value


def trained(world: Any) -> Model:
    entries = [Sample(text, name) for name, texts in world["entries"].items() for text in texts]
    doors = [Sample(text, name) for name, texts in world["doors"].items() for text in texts]
    return train(lessons_of(entries, doors, asked(world), world), load_meaning())


def lessons_of(
    entries: list[Sample], doors: list[Sample], questions: list[Question], world: Any
) -> Lessons:
    return Lessons(tuple(entries), tuple(doors), tuple(questions), words_of(world))


def asked(world: Any) -> list[Question]:
    return [
        Question(text, (), name) if name in world["doors"] else Question(text, (name,))
        for text, name in world["asked"].items()
    ]


def words_of(world: Any) -> MatchingWords:
    return MatchingWords(tuple(world["fillers"]), tuple(world["labour"]))


@pytest.fixture(scope="module")
def matcher(world: Any) -> Matcher:
    return Matcher(trained(world))


def test_finds_the_entry_for_words_it_has_not_seen(world: Any, matcher: Matcher) -> None:
    found = {text: matcher.explain(text).candidates[0].entry_id for text in world["finds"]}
    assert found == world["finds"]


def test_script_width_blanks_and_emoji_do_not_matter(world: Any, matcher: Matcher) -> None:
    for one, other in world["same"]:
        assert matcher.recognize(one) == matcher.recognize(other)


def test_a_slip_of_the_finger_is_answered(world: Any, matcher: Matcher) -> None:
    for text, entry_id in world["answers"].items():
        recognition = matcher.recognize(text)
        assert (recognition.outcome, recognition.matches[0].entry_id) == ("answer", entry_id)


def test_other_matters_are_shown_their_door(world: Any, matcher: Matcher) -> None:
    for text, door in world["refuses"].items():
        recognition = matcher.recognize(text)
        assert (recognition.outcome, recognition.door) == ("out_of_scope", door)
        assert recognition.matches == ()


def test_a_message_without_content_gets_no_random_answer(world: Any, matcher: Matcher) -> None:
    for text in world["asks_back"]:
        recognition = matcher.recognize(text)
        assert recognition.outcome in ("clarify", "out_of_scope"), text
        assert recognition.matches == ()


def test_a_long_post_is_read_by_its_telling_sentences(world: Any, matcher: Matcher) -> None:
    explanation = matcher.explain(world["long"])
    assert explanation.candidates[0].entry_id == "late_wages"
    assert len(explanation.read) < len(explanation.normalised) / 2


def test_an_explanation_shows_scores_in_order_and_the_phrase_most_alike(
    world: Any, matcher: Matcher
) -> None:
    explanation = matcher.explain("老板一直不发薪水呢")
    assert explanation.best is not None
    assert explanation.best.phrase in world["entries"][explanation.best.entry_id]
    scores = [match.score for match in explanation.candidates]
    assert scores == sorted(scores, reverse=True)
    limits = {"answer", "beyond_doubt", "choices", "in_scope", "sure_in_scope"}
    assert set(explanation.thresholds) == limits


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "²",
        "\x00",
        "\ud800",
        "٣٤٥",
        "<b>" * 500,
        "工" * 100_000,
        "a\u0301" * 9_000,
        "\u202e工资",
    ],
)
def test_any_text_is_survived(matcher: Matcher, text: str) -> None:
    assert matcher.recognize(text).domain_score >= 0
    assert matcher.recognize(clean(text)).domain_score >= 0


def test_the_same_samples_give_the_same_file(world: Any, tmp_path: Path) -> None:
    save_model(trained(world), tmp_path / "one.npz")
    save_model(trained(world), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_a_loaded_model_recognizes_what_the_trained_one_does(
    world: Any, matcher: Matcher, tmp_path: Path
) -> None:
    save_model(trained(world), tmp_path / "model.npz")
    loaded = Matcher(load_model(tmp_path / "model.npz"))
    for text in (*world["finds"], *world["refuses"], world["long"]):
        assert loaded.explain(text) == matcher.explain(text)


def test_training_refuses_what_cannot_be_told_apart(world: Any) -> None:
    one, door = [Sample("一", "only")], [Sample("二", "door")]
    with pytest.raises(ValueError, match="two entries and one door"):
        train(lessons_of(one, door, asked(world), world), load_meaning())


def test_training_refuses_to_guess_when_it_is_sure(world: Any) -> None:
    entries, doors = [Sample("一", "one"), Sample("二", "two")], [Sample("三", "door")]
    for questions in ([], [Question("四", ("one",))], [Question("五", (), "door")]):
        with pytest.raises(ValueError, match="asked questions"):
            train(lessons_of(entries, doors, questions, world), load_meaning())


def test_the_student_knows_words_of_one_meaning() -> None:
    meaning = load_meaning()
    fired, dismissed, late = (
        meaning.read(text) for text in ("被炒鱿鱼了", "把我辞退了", "超时罚款")
    )
    assert float(fired @ dismissed) > 2 * float(fired @ late)
    assert float(fired @ fired) == pytest.approx(1, abs=1e-5)
    for text in ("", "ὢ", "工" * 5_000):
        assert meaning.read(text).shape == (meaning.size,)


def test_the_door_keeps_meaning_and_drops_what_cannot_be_kept() -> None:
    assert clean("工\x00资\u200b１２\ud800\r\n三\t四\u202e") == "工资１２\n三 四"
    assert clean("e\u0301") == "é"
    assert len(clean("工" * 100_000)) == LONGEST


def test_postings_sum_what_a_full_table_would() -> None:
    table = np.array([[1, 0, 0, 0, 2], [0, 0, 0, 0, 0], [0, 3, 0, 0, -4]], dtype=np.int8)
    grams, numbers = np.nonzero(table)
    starts = np.searchsorted(grams, np.arange(4)).astype(np.int32)
    postings = Postings(starts, numbers.astype(np.uint16), table[grams, numbers])
    for columns, values in (
        ([0, 2], [0.5, 2.0]),
        ([1], [1.0]),
        ([0, 1, 2], [1.0, 1.0, 1.0]),
        ([], []),
    ):
        vector = Vector(np.array(columns, dtype=np.int32), np.array(values, dtype=np.float32))
        full = np.array(values, dtype=np.float32) @ table[columns] if columns else np.zeros(5)
        assert postings.summed(vector, 5) == pytest.approx(full)
