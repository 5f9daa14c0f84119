"""By topic: questions that no entry could answer, and those the ranking missed."""

from collections import Counter

from intents.normalize import clean
from tests.benchmarks.matching.world import World, is_right


def print_gaps(world: World) -> None:
    """Topics with misses, the worst first."""
    table: dict[str, Counter[str]] = {}
    for row in world.rows(paraphrased=False):
        counts = table.setdefault(row["topic"], Counter())
        best = [match.entry_id for match in world.matcher.explain(clean(row["text"])).candidates]
        counts["rows"] += 1
        counts["no entry"] += not any(is_right(entry, row) for entry in world.entries.values())
        counts["missed"] += not is_right(world.entries[best[0]], row)
    print("topic: rows, no entry cites an acceptable article, first entry wrong")
    for topic, counts in sorted(table.items(), key=lambda item: -item[1]["missed"]):
        if counts["missed"]:
            print(f"  {topic:30} {counts['rows']:3} {counts['no entry']:3} {counts['missed']:3}")
