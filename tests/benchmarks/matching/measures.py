"""The figures of the tables, from rankings and scores."""

from collections.abc import Sequence

import numpy as np


def hits(ranked: Sequence[Sequence[str]], right: Sequence[Sequence[str]], depth: int) -> float:
    """The share of questions with a right entry among the first `depth`."""
    return float(
        np.mean(
            [
                bool(set(found[:depth]) & set(good))
                for found, good in zip(ranked, right, strict=True)
            ]
        )
    )


def area_under_curve(inside: Sequence[float], outside: Sequence[float]) -> float:
    """How likely a labour question scores above another message; ties count half."""
    a, b = np.array(inside)[:, None], np.array(outside)[None, :]
    return float(((a > b) + 0.5 * (a == b)).mean())


def refused_inside(inside: Sequence[float], outside: Sequence[float], caught: float) -> float:
    """The share of labour questions refused when `caught` of the other messages are."""
    limit = np.quantile(np.array(outside), caught)
    return float((np.array(inside) <= limit).mean())


def precision_at(confidence: Sequence[float], right: Sequence[bool], share: float) -> float:
    """Of the most confident `share`, how many have the first entry right."""
    count = max(1, round(share * len(confidence)))
    best = np.argsort(-np.array(confidence), kind="stable")[:count]
    return float(np.array(right)[best].mean())


def calibration_error(score: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """The expected gap between score and share of right answers over bins of equal width."""
    scores, truth = np.array(score), np.array(right, dtype=float)
    which = np.minimum((scores * bins).astype(int), bins - 1)
    gaps = [
        abs(scores[which == at].mean() - truth[which == at].mean()) * (which == at).mean()
        for at in range(bins)
        if (which == at).any()
    ]
    return float(sum(gaps))
