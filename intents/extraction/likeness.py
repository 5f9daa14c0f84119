"""How alike a message is to what was told of each kind of dispute: learned weights of its letters.

Words tell a kind where they are known; a long story holds many words that are only its background,
and some matters are told in words nobody listed. The weights (`python -m tests.make_kind_weights`)
put aside kinds that the story as a whole is not about and add one that it surely is about.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import sqrt

from intents.extraction.found import Found
from intents.extraction.list_shape import ListShape

LONGEST_GRAM = 3
_TELLING, _LONG = 20, 45
"""A message of fewer letters is judged by its words alone, up to a long one where they tell any."""
_FAR, _FURTHER = -0.7, -0.95
"""A kind told by words is put aside below the first, one of plain words below the second; where
all are, they stand."""
_PLAIN = frozenset(
    (
        "child_labour",
        "collective_redundancy",
        "death_benefit",
        "discrimination",
        "heat_or_safety",
        "occupational_disease",
        "open_ended_contract",
        "over_retirement_age",
        "sexual_harassment",
        "wage_deduction",
    )
)
"""Kinds whose words hardly ever are the background of another matter."""
SURE, _ALONE = -0.05, -0.3
"""A kind above the first is what the story is about, whatever its words; where words tell none,
the likeliest kind above the second."""
_SURER = {
    "construction_wage_arrears": 0.22,
    "employment_relationship": 0.22,
    "unlawful_dismissal": 0.4,
    "wage_arrears": 0.22,
}
"""Above what others are: kinds whose letters are the background of many matters."""
_ALIKE = frozenset(("wage_arrears", "construction_wage_arrears"))
"""Words that tell one of these have chosen between them."""
_FOLLOWS = {
    "platform_injury": "work_injury_benefits",
    "work_injury_benefits": "work_injury_determination",
    "work_injury_determination": "work_injury_benefits",
}
"""Words that tell the first leave nothing open of the other."""
_PLATFORM = "platform_"
_BY_PLATFORM = {
    "work_injury_determination": "platform_injury",
    "wage_deduction": "platform_deduction",
}
"""What the first is called for who works by a platform."""
_UNIT = 1_000_000


class KindWeights(ListShape):
    """word_lists/kind_weights.yaml: of each kind an offset, and `gram weight gram weight ...`.

    Offsets and the `step` of the weights are in millionths.
    """

    step: int
    offsets: dict[str, int]
    weights: dict[str, str]


class KindLikeness:
    """Weighs the grams of a message for each kind."""

    def __init__(self, words: KindWeights) -> None:
        self._offsets = {kind: offset / _UNIT for kind, offset in words.offsets.items()}
        self._step = words.step / _UNIT
        self._weights: dict[str, list[tuple[int, int]]] = {}
        for column, kind in enumerate(self._offsets):
            parts = words.weights.get(kind, "").split()
            for gram, weight in zip(parts[::2], parts[1::2], strict=True):
                self._weights.setdefault(gram, []).append((column, int(weight)))

    def settled(
        self,
        told: Found | None,
        text: str,
        certain: Collection[str] = (),
        *,
        by_platform: bool = False,
    ) -> Found | None:
        """The kinds told by words, without those the story is not about, with one it surely is;
        what is `certain` is never put aside. Matters of a platform are for who works by one."""
        letters = letters_of(text)
        if len(letters) < _TELLING or (told and len(letters) < _LONG):
            return told
        scores = _suited(self._scores(letters), by_platform)
        words = told.value if told is not None and isinstance(told.value, tuple) else ()
        kept = _kept(words, scores, certain)
        taken = _ALIKE.union(kept) if _ALIKE.intersection(kept) else frozenset(kept)
        taken |= {before for kind, before in _FOLLOWS.items() if kind in kept}
        added = tuple(
            kind
            for kind, score in scores.items()
            if score > _SURER.get(kind, SURE) and kind not in taken
        )
        added = added or _likeliest(scores, () if kept else scores)
        if not kept and not added:
            return None
        return Found((*kept, *added), told.said, told.start, told.end) if told else _whole(added)

    def likeliest(self, text: str) -> str:
        """The kind a message is most alike, however little."""
        return next(iter(self._scores(letters_of(text))))

    def _scores(self, letters: str) -> Mapping[str, float]:
        """Every kind, the likeliest first."""
        grams = set(grams_of(letters))
        summed = [0] * len(self._offsets)
        for gram in grams & self._weights.keys():
            for column, weight in self._weights[gram]:
                summed[column] += weight
        step = self._step / sqrt(len(grams) or 1)
        weighed = zip(self._offsets.items(), summed, strict=True)
        scored = {kind: offset + step * each for (kind, offset), each in weighed}
        return dict(sorted(scored.items(), key=lambda item: (-item[1], item[0])))


def _suited(scores: Mapping[str, float], by_platform: bool) -> dict[str, float]:
    """The kinds as they are for who works by a platform, or for who does not."""
    if not by_platform:
        return {kind: -1.0 if kind.startswith(_PLATFORM) else each for kind, each in scores.items()}
    suited = {kind: each for kind, each in scores.items() if kind not in _BY_PLATFORM}
    for kind, instead in _BY_PLATFORM.items():
        suited[instead] = max(scores.get(kind, -1.0), scores.get(instead, -1.0))
    return dict(sorted(suited.items(), key=lambda item: (-item[1], item[0])))


def letters_of(text: str) -> str:
    """The letters of a text: no digits, signs or spaces."""
    return "".join(letter for letter in text if letter.isalpha())


def grams_of(letters: str) -> Iterator[str]:
    """Every run of one to three letters."""
    for size in range(1, LONGEST_GRAM + 1):
        for start in range(len(letters) - size + 1):
            yield letters[start : start + size]


def _kept(
    words: Sequence[str], scores: Mapping[str, float], certain: Collection[str]
) -> tuple[str, ...]:
    """The kinds told that are not far, or known to no weight; all of them where each is far."""
    kept = tuple(
        kind
        for kind in words
        if kind in certain or scores.get(kind, SURE) > (_FURTHER if kind in _PLAIN else _FAR)
    )
    return kept or tuple(words)


def _likeliest(scores: Mapping[str, float], of: Collection[str]) -> tuple[str, ...]:
    """The likeliest of the kinds, where it is likely at all."""
    best = next(iter(of), "")
    return (best,) if best and scores[best] > _ALONE else ()


def _whole(kinds: tuple[str, ...]) -> Found:
    """Kinds that the whole text tells, no words of it."""
    return Found(kinds, "", 0, 0)
