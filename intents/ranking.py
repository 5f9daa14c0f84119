"""Which answer a question in the middle of a case asks for, of all entries and details: what the readers say of its
words, and what the case says, weighed. Pure.

`python -m tests.benchmarks ranking` fits the weights on labelled talks and prints them.
"""

from collections.abc import Callable, Mapping, Sequence
from math import exp

from intents.recognition import Bearing, Candidate, Likely

ReadCandidates = Callable[[Sequence[str], Bearing], tuple[Candidate, ...]]
"""What words may ask for, told in several cuts, the whole of them last."""
OF_ENTRY: Mapping[str, float] = {
    "constant": 0.01,
    "within": 0.49,
    "within_lead": 0.42,
    "alone": 1.38,
    "read": 0.61,
    "read_lead": 2.01,
    "whole": 1.06,
    "whole_lead": 2.28,
    "whole_read": 1.54,
    "kin": -0.03,
    "named": 0.41,
    "given": 0.5,
    "of_matter": 0.16,
}
OF_DETAIL: Mapping[str, float] = {
    "constant": -5.55,
    "read": -1.56,
    "read_lead": 1.47,
    "open_lead": 1.09,
    "whole_read": 6.36,
    "whole_lead": 0.42,
    "kin": 0.88,
    "named": 1.0,
    "given": 0.0,
    "of_matter": -0.24,
}
"""What each reading adds to the log odds that an answer is asked for: `within` and `alone` are the margins of the matcher,
`read` those of the reader of questions, the highest of all cuts; `whole` those of the whole words; `lead` how far ahead of
the next one. Then whether it is of the dispute (`kin`), of one the words `named`, was `given`; whether a matter was told."""


class Ranker:
    """Weighs what the readers say of each candidate."""

    def __init__(self, candidates: ReadCandidates) -> None:
        self.candidates = candidates

    def ranked(self, words: Sequence[str], bearing: Bearing) -> tuple[Likely, ...]:
        """What words may ask for, the likeliest first."""
        found = (self._weighed(each) for each in self.candidates(words, bearing))
        return tuple(sorted(found, key=lambda each: -each.likely))

    @staticmethod
    def _weighed(candidate: Candidate) -> Likely:
        weights = OF_DETAIL if candidate.is_detail else OF_ENTRY
        pairs = zip(weights.values(), candidate.values, strict=True)
        odds = sum(weight * value for weight, value in pairs)
        return Likely(candidate.name, candidate.is_detail, 1 / (1 + exp(-odds)))
