"""What a question means in the middle of a case: read alone, and leaning to the story told before it."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from intents.matching.features import Floats
from intents.matching.signals import Signals
from intents.recognition import Case

_STORY = 0.4
"""How much the margins of the story count beside those of the question (measured on talks)."""
_EXCLUDED = -9.0
"""A margin below all others."""


def rank(own: Signals, label: int, signals: Signals) -> int:
    """How many entries of the case are likelier by the words alone than that of a label number."""
    open_ = signals.margins > _EXCLUDED
    return int(((own.margins > own.margins[label]) & open_).sum())


def within(
    own: Signals, story: Signals, joined: Signals, case: Case, numbers: Mapping[str, int]
) -> Signals:
    """The signals of a question read alone, leaning to the `story` and to what the case is near to.

    `joined` are those of story and question as one text: whether they are about labour. `numbers`
    are the label numbers of the entries.
    """
    margins = leaning(own.margins, story.margins, case, numbers)
    margins[[numbers[entry] for entry in case.excluded]] = _EXCLUDED
    return replace(own, margins=margins, domain=joined.domain)


def leaning(own: Floats, story: Floats, case: Case, numbers: Mapping[str, int]) -> Floats:
    """The margins of a question, leaning to those of the `story` and to what the case is near to; the entries
    that are for others stay comparable."""
    margins = np.array(own, dtype=np.float32)
    entries = list(numbers.values())
    margins[entries] += _STORY * story[entries]
    nearer = np.array([numbers[entry] for entry in case.leans], dtype=np.intp)
    margins[nearer] += np.array([*case.leans.values()], dtype=np.float32)
    return margins
