"""One method at one scale, in a process of its own: prints its readings as JSON."""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

PAGE = resource.getpagesize()
ASKED_AT = {1: 245, 10: 60, 100: 20}
"""How many questions are timed at each scale."""


def main(world_path: str, method: str, scale: int) -> int:
    """Build the method, ask it, print what was read."""
    world = json.loads(Path(world_path).read_text(encoding="utf-8"))
    phrases = [(text, entry) for text, entry in world["phrases"]]
    if scale > 1:
        from tests.benchmarks.matching.growing import grown

        phrases = grown(phrases, scale)
    before = _memory()
    began = time.process_time()
    rank = _built(method, phrases, world, scale)
    built = time.process_time() - began
    questions = world["questions"][: ASKED_AT[scale]]
    spent, ranked = [], []
    rank(questions[0]["text"])
    for question in questions:
        began = time.process_time()
        ranked.append(rank(question["text"]))
        spent.append(1000 * (time.process_time() - began))
    result: dict[str, Any] = {
        "build": world["training_seconds"] if method == "this project" else built,
        "memory": (_memory() - before) / 1e6,
        "p50": _quantile(spent, 0.5),
        "p99": _quantile(spent, 0.99),
    }
    if scale == 1:
        result["ranked"] = [[entry for entry, _ in found[:3]] for found in ranked]
        result["confidence"] = [found[0][1] if found else 0.0 for found in ranked]
        result |= _domain(method, rank, world)
    print(json.dumps(result))
    return 0


def _built(method: str, phrases: list[tuple[str, str]], world: dict[str, Any], scale: int) -> Any:
    from tests.benchmarks.matching import methods

    if method == "this project":
        return methods.ours(phrases, world["model"], scale)
    return methods.PLAIN[method](phrases)


def _domain(method: str, rank: Any, world: dict[str, Any]) -> dict[str, list[float]]:
    """How sure each method is that a text is about labour: ours says so, for others the score."""
    from tests.benchmarks.matching import methods

    def best(text: str) -> float:
        found = rank(text)
        return float(found[0][1]) if found else 0.0

    score = methods.domain_of(world["model"]) if method == "this project" else best
    return {
        "inside": [score(question["text"]) for question in world["questions"]],
        "outside": [score(text) for text in world["others"]],
    }


def _memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
