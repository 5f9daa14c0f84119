"""Messages that ask much the same, put together for a person to read. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

ALIKE = 50.0
"""Of a hundred characters, those that two messages of one group share, whatever their order."""


def group_alike(texts: Sequence[str], fold: Callable[[str], str]) -> tuple[tuple[int, ...], ...]:
    """The numbers of the texts by group, the largest group first.

    `fold` is Normaliser.fold: it makes texts comparable. The first number of a group is its
    representative, the commonest wording; every member is like it, so groups don't drift.
    """
    folded = [fold(text) for text in texts]
    often = Counter(folded)
    order = sorted(range(len(texts)), key=lambda number: (-often[folded[number]], number))
    groups: dict[int, list[int]] = {}
    heads: dict[int, str] = {}
    for number in order:
        letters = _in_any_order(folded[number])
        found = process.extractOne(letters, heads, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if found is None:
            heads[number] = letters
        groups.setdefault(number if found is None else found[2], []).append(number)
    return tuple(map(tuple, sorted(groups.values(), key=lambda group: (-len(group), group[0]))))


def _in_any_order(folded: str) -> str:
    """工资不发 and 不发工资 are written alike: rapidfuzz's own scorers part words at blanks."""
    return "".join(sorted(folded))
