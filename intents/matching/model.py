"""What training leaves behind: plain arrays and names, nothing that runs."""

from dataclasses import dataclass

from intents.matching.features import Floats, Integers
from intents.matching.homophones import Homophones
from intents.matching.meaning import Meaning
from intents.matching.postings import Postings
from intents.matching.weights import Weights
from intents.matching.words import MatchingWords


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases as written and folded, the label each belongs to, and an inverted index.

    Phrases of entries stand before those of doors; `index` holds the cosine weights of each.
    """

    written: tuple[str, ...]
    folded: tuple[str, ...]
    labels: Integers
    index: Postings


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear classifier over grams: entries first, then doors, and beside it the domain.

    Of the labels the first `entry_count` are entries and the first `labour_count` about labour:
    between them stand doors for labour matters of people who are no workers.

    `weights` (of labels) are int8, to be multiplied by `scale` of their label. `centres` (labels x
    numbers of a meaning) are the middles of what each label's examples mean. The domain has two
    readers, a hard and a soft one: its weights are grams x 2.
    """

    grams: tuple[str, ...]
    rarity: Floats
    labels: tuple[str, ...]
    entry_count: int
    labour_count: int
    weights: Weights
    scale: Floats
    bias: Floats
    centres: Floats
    domain_weights: Floats
    domain_bias: Floats


@dataclass(frozen=True, slots=True)
class Calibration:
    """How raw signals become probabilities and decisions; all of it measured by training.

    `sharpness` multiplies margins before the softmax. `sureness` weighs decision.sureness_inputs
    into the log odds that the best entry is right; `gate` weighs the domain signals likewise,
    after a constant. The thresholds are probabilities: below `in_scope` we refuse, below
    `sure_in_scope` we ask unless the answer is `beyond_doubt`, below `choices` we ask, too; from
    `answer` on we answer.
    """

    sharpness: float
    sureness: tuple[float, ...]
    gate: tuple[float, ...]
    answer: float
    beyond_doubt: float
    choices: float
    in_scope: float
    sure_in_scope: float


@dataclass(frozen=True, slots=True)
class Model:
    """Everything the matcher needs."""

    words: MatchingWords
    homophones: Homophones
    meaning: Meaning
    phrases: Phrases
    linear: Linear
    calibration: Calibration
