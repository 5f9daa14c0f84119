"""Several questions in one message: the main one is answered, the others are offered."""

from collections.abc import Sequence
from dataclasses import replace

from intents.recognition import Match, Recognition

_MOST_OTHERS = 2
_MOST_MATCHES = 4


def with_others(whole: Recognition, asked: Sequence[Match]) -> Recognition:
    """The recognition of the whole message with what its single sentences surely ask.

    Where the whole leaves a choice but two sentences are sure of different entries, the surer
    one is the main question.
    """
    distinct = list({match.entry_id: match for match in asked}.values())
    if whole.outcome == "choices" and len(distinct) > 1:
        main = max(distinct, key=lambda match: match.score)
        rest = [match for match in (*distinct, *whole.matches) if match.entry_id != main.entry_id]
        ranked = list({match.entry_id: match for match in (main, *rest)}.values())
        whole = replace(whole, outcome="answer", matches=tuple(ranked[:_MOST_MATCHES]))
    if whole.outcome != "answer":
        return whole
    others = [match for match in distinct if match.entry_id != whole.matches[0].entry_id]
    return replace(whole, others=tuple(others[:_MOST_OTHERS]))
