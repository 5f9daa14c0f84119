"""A learned hint of danger: a linear reading of characters, signs and pairs of signs. Pure.

A sign stands for words that mean much the same (a weapon, a high place, a lock). Pairs of signs
carry most of what the hint knows: a body part is nothing, a body part and a machine is much.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import add

import ahocorasick
import numpy as np
from numpy.typing import NDArray

from intents.hinting import Hint
from intents.matching.features import Floats

# Longer messages are read in overlapping pieces: the danger stands in one of them.
_WHOLE, _PIECE, _STEP = 80, 60, 30
_MOST_LETTERS = 1_500
_FEWEST_LETTERS = (
    6  # a few letters tell the hint too little; the patterns know what short cries say
)
_LIKELY = 1.0
_FAINT = 1.5
"""Log odds above the threshold up to which a danger is told only faintly."""
_SURELY_NONE, _BEYOND_DOUBT = 0.0, -0.5
"""Log odds of danger below which weak patterns do not count, and firm ones neither. Of our sentences,
held out from learning, the patterns heard one in a hundred dangers below them and alarmed at many
more that are none."""


@dataclass(frozen=True, slots=True)
class HintModel:
    """`weights` (features x classes and danger) are int8, times `scale` of their column.

    The last column tells danger from none: above `threshold` somebody is in danger. The columns
    before it tell which danger, given that there is one.
    """

    signs: Mapping[str, str]
    features: tuple[str, ...]
    rarity: Floats
    classes: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats
    threshold: float


class SignFinder:
    """Finds the signs in folded letters; of two words that overlap the one that starts first, of
    two that start together the longer."""

    def __init__(self, signs: Mapping[str, str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for word, sign in signs.items():
            self._automaton.add_word(word, sign)
        self._automaton.make_automaton()

    def find(self, letters: str) -> frozenset[str]:
        """The signs in the letters."""
        found = self._automaton.iter_long(letters) if self._automaton else ()
        return frozenset(sign for _, sign in found)


def features_of(letters: str, finder: SignFinder) -> list[str]:
    """Runs of one to three characters, signs as <a>, pairs of signs as <a+b>."""
    marked = f"^{letters}$"
    pairs = list(map(add, marked, marked[1:]))
    found = sorted(finder.find(letters))
    signs = [f"<{sign}>" for sign in found]
    signs += [f"<{one}+{other}>" for one, other in combinations(found, 2)]
    return [*marked, *pairs, *map(add, pairs, marked[2:]), *signs]


def pieces(letters: str) -> Sequence[str]:
    """A short message as it is; of a long one its overlapping pieces, up to 1,500 letters."""
    if len(letters) <= _WHOLE:
        return (letters,)
    cut = letters[:_MOST_LETTERS]
    return [cut[at : at + _PIECE] for at in range(0, len(cut) - _PIECE + _STEP, _STEP)]


class DangerHint:
    """Reads folded letters with a learned model; share one between threads."""

    def __init__(self, model: HintModel) -> None:
        self._model = model
        self._finder = SignFinder(model.signs)
        self._columns = {feature: column for column, feature in enumerate(model.features)}

    def danger(self, letters: str) -> float:
        """The log odds of danger in the piece that tells it most."""
        return float(self._most_telling(letters)[-1])

    def read(self, letters: str) -> Hint:
        """The classes hinted at: the likeliest, and others that are likely, too."""
        if len(letters) < _FEWEST_LETTERS:
            return Hint()
        read = self._most_telling(letters)
        if read[-1] <= self._model.threshold or not self._told_as_a_whole(letters):
            return Hint(
                surely_none=bool(read[-1] < _SURELY_NONE),
                beyond_doubt=bool(read[-1] < _BEYOND_DOUBT),
            )
        of_class = read[:-1].tolist()
        least = min(_LIKELY, max(of_class))
        named = zip(self._model.classes, of_class, strict=True)
        classes = frozenset(name for name, margin in named if margin >= least)
        return Hint(classes, faint=bool(read[-1] <= self._model.threshold + _FAINT))

    def _told_as_a_whole(self, letters: str) -> bool:
        """A piece of a long harmless story may sound of danger; then the whole does not."""
        cut = letters[:_MOST_LETTERS]
        return len(cut) <= _WHOLE or self._piece(cut)[-1] > 0

    def _most_telling(self, letters: str) -> Floats:
        read = [self._piece(piece) for piece in pieces(letters)]
        return max(read, key=lambda margins: float(margins[-1]))

    def _piece(self, letters: str) -> Floats:
        model, columns = self._model, self._columns
        counts = Counter(map(columns.get, features_of(letters, self._finder)))
        counts.pop(None, None)
        at = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(often)) * model.rarity[at]
        length = float(np.sqrt(values @ values)) or 1.0
        rows = model.weights[at].astype(np.float32)
        return np.asarray((values / length) @ rows * model.scale + model.bias, dtype=np.float32)
