"""The word lists matching needs, as plain values; the words live in word_lists/matching.yaml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatchingWords:
    """`fillers` carry no meaning and are dropped; `labour` hint at our domain."""

    fillers: tuple[str, ...]
    labour: tuple[str, ...]
