"""The word lists matching needs, as plain values; the words live in word_lists/matching.yaml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatchingWords:
    """`fillers` carry no meaning and are dropped; `labour` hint at our domain.

    A message that begins with one of `follow_openings` or ends with one of `follow_endings` may
    go on from what was talked about (那要赔多少, 没签合同呢). `dialect` are words of dialects, each with the plain
    ones it is read as (佢=他).
    """

    fillers: tuple[str, ...]
    labour: tuple[str, ...]
    follow_openings: tuple[str, ...] = ()
    follow_endings: tuple[str, ...] = ()
    dialect: tuple[str, ...] = ()
