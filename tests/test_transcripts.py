"""Whole talks, word for word."""

from pathlib import Path

import pytest

from bot.dialogue.content import Content
from tests.transcripts_player import FOLDER, play, read_transcript

PATHS = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_talk_goes_as_recorded(path: Path, content: Content) -> None:
    transcript = read_transcript(path)
    for number, (told, played) in enumerate(
        zip(transcript.turns, play(transcript, content), strict=True), 1
    ):
        assert played == dict(told), f"{path.name}: turn {number}"


def test_there_are_talks() -> None:
    assert len(PATHS) >= 10
