"""What words in the middle of a case may ask for, of all entries and details, and what the readers and the case say of
each. Numpy alone, pure. How that is weighed stands in intents/ranking.py."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from intents.matching.features import Floats
from intents.matching.matcher import Matcher
from intents.matching.questions import QuestionReader
from intents.recognition import Bearing, Candidate

MOST_ENTRIES, MOST_DETAILS = 4, 3
"""How many of the likeliest of each reading are compared."""
CLEAR_LEAD = 0.5
"""A longer lead over the next one says no more."""
_CASES_KEPT = 8
"""One turn asks several times for the same words of the same case."""
Columns = NDArray[np.intp]


class CandidateReader:
    """Reads candidates with both readers; share one between threads."""

    def __init__(
        self, matcher: Matcher, questions: QuestionReader, kinds_of: Mapping[str, frozenset[str]]
    ) -> None:
        self._matcher, self._questions, self._kinds_of = matcher, questions, kinds_of
        column = {name: place for place, name in enumerate(questions.names)}
        self._entries = np.array([column[name] for name in matcher.entry_ids])
        self._details = np.setdiff1d(np.arange(len(column)), self._entries)
        self._column = column
        self._opened_lately = lru_cache(maxsize=_CASES_KEPT)(self._opened)
        self._read_lately = lru_cache(maxsize=_CASES_KEPT)(self._read)

    def read(self, words: Sequence[str], bearing: Bearing) -> tuple[Candidate, ...]:
        """What words may ask for, told in several cuts, the whole of them last."""
        return self._read_lately(tuple(words), bearing)

    def _read(self, words: tuple[str, ...], bearing: Bearing) -> tuple[Candidate, ...]:
        read = [self._questions.margins(each) for each in words]
        none = np.zeros(len(self._questions.names), dtype=np.float32)
        table = np.array([none if each is None else each for each in read])
        return (*self._of_entries(words, table, bearing), *self._of_details(table, bearing))

    def _of_entries(
        self, words: Sequence[str], table: Floats, bearing: Bearing
    ) -> Iterator[Candidate]:
        both = [self._matcher.margins(each, bearing.case) for each in words]
        alone, within = (np.array(each) for each in zip(*both, strict=True))
        read = table[:, self._entries]
        chosen = _highest((*alone, *within, *read), MOST_ENTRIES)
        leads, reads = _leads(within), _leads(table)[:, self._entries]
        values = (
            within.max(axis=0),
            leads.max(axis=0),
            alone.max(axis=0),
            read.max(axis=0),
            reads.max(axis=0),
            within[-1],
            leads[-1],
            read[-1],
        )
        names = self._matcher.entry_ids
        for place in chosen:
            name = names[place]
            told = tuple(float(each[place]) for each in values)
            yield Candidate(name, False, (1.0, *told, *self._of_case(name, bearing)))

    def _of_details(self, table: Floats, bearing: Bearing) -> Iterator[Candidate]:
        open_, shut = self._opened_lately(bearing.open)
        leads = _leads(table)
        among = np.full_like(table, -CLEAR_LEAD)
        if open_.size:
            among[:, open_] = _leads(table[:, open_])
        chosen = {
            *(int(open_[place]) for place in _highest(table[:, open_], MOST_DETAILS)),
            *(int(shut[place]) for place in _highest(table[:, shut], 1)),
        }
        values = (table.max(axis=0), leads.max(axis=0), among.max(axis=0), table[-1], leads[-1])
        for place in sorted(chosen):
            name = self._questions.names[place]
            told = tuple(float(each[place]) for each in values)
            yield Candidate(name, True, (1.0, *told, *self._of_case(name, bearing)))

    def _opened(self, names: frozenset[str]) -> tuple[Columns, Columns]:
        """The columns of the details that may be asked, and of the others."""
        open_ = np.array([self._column[name] for name in sorted(names)], dtype=np.intp)
        return open_, np.setdiff1d(self._details, open_)

    def _of_case(self, name: str, bearing: Bearing) -> tuple[float, ...]:
        kinds = self._kinds_of[name]
        bears = (
            bool(kinds & bearing.kin),
            bool(kinds & bearing.named),
            name in bearing.given,
            bearing.case is not None,
        )
        return tuple(map(float, bears))


def _highest(rows: Sequence[Floats] | Floats, most: int) -> tuple[int, ...]:
    """The columns that are among the highest of any row."""
    found = {int(place) for row in rows for place in np.argsort(-row, kind="stable")[:most]}
    return tuple(sorted(found))


def _leads(table: Floats) -> Floats:
    """How far each value is ahead of the highest other of its row, or behind it, at most CLEAR_LEAD."""
    if table.shape[1] < 2:
        return np.zeros_like(table)
    second, first = np.partition(table, -2, axis=1)[:, -2:].T
    others = np.where(table >= first[:, None], second[:, None], first[:, None])
    return np.asarray(np.clip(table - others, -CLEAR_LEAD, CLEAR_LEAD))
