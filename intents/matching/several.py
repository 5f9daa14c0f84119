"""Several questions in one message: the main one is answered, the others are offered."""

from collections.abc import Sequence
from dataclasses import replace

from intents.recognition import Match, Recognition

_MOST_OTHERS = 2


def with_others(whole: Recognition, asked: Sequence[Match]) -> Recognition:
    """An answer to the whole message with what its single sentences surely ask beside it."""
    distinct = {match.entry_id: match for match in asked}
    distinct.pop(whole.matches[0].entry_id, None)
    return replace(whole, others=tuple(distinct.values())[:_MOST_OTHERS])
