"""What our matcher does with each message: outcomes, precision, calibration, refusals."""

from collections import Counter

from intents.normalize import clean
from tests.benchmarks.matching.measures import calibration_error
from tests.benchmarks.matching.world import Row, World, is_right


def print_outcomes(world: World) -> None:
    """Shares of outcomes for questions, paraphrased ones and messages about other matters."""
    for name, paraphrased in (("questions", False), ("paraphrased (EQUALS)", True)):
        _print_questions(world, name, world.rows(paraphrased=paraphrased))
    for name, alike in (("other matters", False), ("look-alikes", True)):
        rows = [row for row in world.others if row["kind"].startswith("near_miss") == alike]
        print(f"{name} ({len(rows)}): {_shares(world, rows)}")


def _print_questions(world: World, name: str, rows: list[Row]) -> None:
    read = [(row, world.matcher.recognize(clean(row["text"]))) for row in rows]
    sent = [(row, got.matches) for row, got in read if got.matches]
    first = [is_right(world.entries[matches[0].entry_id], row) for row, matches in sent]
    three = [
        any(is_right(world.entries[match.entry_id], row) for match in matches[:3])
        for row, matches in sent
    ]
    answers = [
        (got.matches[0].score, is_right(world.entries[got.matches[0].entry_id], row))
        for row, got in read
        if got.outcome == "answer"
    ]
    error = calibration_error([m[0].score for _, m in sent], first)
    print(f"{name} ({len(rows)}): {_shares(world, rows)}")
    print(
        f"  sent: hit@1 {sum(first) / len(rows):.3f}, hit@3 {sum(three) / len(rows):.3f}; answered "
        f"{len(answers) / len(rows):.3f}, of these right {_mean([right for _, right in answers])}; "
        f"calibration error of all sent {error:.3f}, of answers "
        f"{calibration_error([score for score, _ in answers], [right for _, right in answers]):.3f}"
    )


def _shares(world: World, rows: list[Row]) -> str:
    counts = Counter(world.matcher.recognize(clean(row["text"])).outcome for row in rows)
    return ", ".join(
        f"{outcome} {count / len(rows):.3f}" for outcome, count in sorted(counts.items())
    )


def _mean(values: list[bool]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else "-"
