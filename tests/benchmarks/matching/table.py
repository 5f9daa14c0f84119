"""The tables as Markdown, and their place in a README."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.matching.measures import (
    area_under_curve,
    hits,
    precision_at,
    refused_inside,
)
from tests.benchmarks.matching.world import World

CAUGHT = 0.90
SHARE = 0.55
BEGIN, END = "<!-- benchmark: matching -->", "<!-- end of benchmark -->"

Result = dict[str, Any]


def quality_table(world: World, results: Sequence[Result]) -> str:
    """One line a method: hits, domain, precision, speed, memory, at the phrases as they are."""
    asked = json.loads(world.path.read_text(encoding="utf-8"))["questions"]
    lines = [
        world.about + ".",
        "Hits are of the ranking, before any message is refused or asked back.",
        "",
        "| method | hit@1 | hit@3 | EQUALS hit@1 | hit@3 | AUROC other matters | refused of labour at "
        f"{CAUGHT:.0%} caught | right in the surest {SHARE:.0%} | p50 ms | p99 ms | build s | MB |",
        "| --- |" + " ---: |" * 11,
    ]
    lines += [_quality(result, asked) for result in results if result["scale"] == 1]
    return "\n".join(lines)


def _quality(result: Result, asked: list[dict[str, Any]]) -> str:
    if "ranked" not in result:
        return f"| {result['method']} |" + " – |" * 11
    cells = []
    for paraphrased in (False, True):
        numbers = [n for n, row in enumerate(asked) if row["paraphrased"] == paraphrased]
        ranked = [result["ranked"][n] for n in numbers]
        right = [asked[n]["right"] for n in numbers]
        cells += [f"{hits(ranked, right, depth):.3f}" for depth in (1, 3)]
    plain = [n for n, row in enumerate(asked) if not row["paraphrased"]]
    inside = [result["inside"][n] for n in plain]
    first = [bool(set(result["ranked"][n][:1]) & set(asked[n]["right"])) for n in plain]
    confidence = [result["confidence"][n] for n in plain]
    cells += [
        f"{area_under_curve(inside, result['outside']):.3f}",
        f"{refused_inside(inside, result['outside'], CAUGHT):.3f}",
        f"{precision_at(confidence, first, SHARE):.3f}",
        f"{result['p50']:.2f}", f"{result['p99']:.2f}", f"{result['build']:.1f}",
        f"{result['memory']:.0f}",
    ]  # fmt: skip
    return f"| {result['method']} | " + " | ".join(cells) + " |"


def scale_table(results: Sequence[Result], scales: Sequence[int]) -> str:
    """One line a method: p50, p99 and memory with many times the phrases."""
    if not scales:
        return ""
    heads = [f"{scale}x: p50 ms | p99 ms | MB" for scale in scales]
    lines = ["| method | " + " | ".join(heads) + " |", "| --- |" + " ---: |" * 3 * len(scales)]
    for method in dict.fromkeys(result["method"] for result in results):
        mine = {r["scale"]: r for r in results if r["method"] == method}
        lines.append(f"| {method} | " + " | ".join(_speed(mine[scale]) for scale in scales) + " |")
    return "\n".join(lines)


def _speed(result: Result) -> str:
    if "p50" not in result:
        return "– | – | –"
    return f"{result['p50']:.1f} | {result['p99']:.1f} | {result['memory']:.0f}"


def write_into(readme: Path, tables: str) -> None:
    """Replace what stands between the two marks; raises ValueError when they are missing."""
    text = readme.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{readme.name} has no place marked for the table")
    pattern = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    readme.write_text(pattern.sub(lambda _: f"{BEGIN}\n{tables}\n{END}", text), encoding="utf-8")
