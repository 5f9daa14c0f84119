"""What was learned stays while nothing it was learned from changed."""

from pathlib import Path

from bot.operations.learning import keep_or_learn


def test_learned_again_only_when_the_lessons_changed(tmp_path: Path) -> None:
    learned: list[str] = []

    def build(name: str, lessons: str, *earlier: str) -> str:
        folder = tmp_path / name
        folder.mkdir()

        def learn(path: Path) -> None:
            learned.append(name)
            path.write_text(f"learned by {name}")

        keep_or_learn("matching.npz", lessons, folder, [tmp_path / each for each in earlier], learn)
        return (folder / "matching.npz").read_text()

    assert build("first", "phrases") == "learned by first"
    assert build("same_phrases", "phrases", "first") == "learned by first"
    assert build("more_phrases", "phrases and more", "first", "same_phrases") != "learned by first"
    assert build("phrases_back", "phrases", "more_phrases", "same_phrases") == "learned by first"
    assert build("after_an_older_build", "phrases", "unknown") == "learned by after_an_older_build"
    assert learned == ["first", "more_phrases", "after_an_older_build"]
