"""Whether a short message goes on from the answer before, and what it then means."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from intents.matching.signals import Signals
from intents.matching.words import MatchingWords
from intents.recognition import TalkedAbout

_LONGEST = 16
_BARE = 8
_NEXT, _NEARER, _AGAIN = 0.3, 0.1, -0.6
"""Margins for what is asked after the entry talked about, for its topic, and for itself."""


class Following:
    """Reads the marks of a message that leans on the one before."""

    def __init__(self, words: MatchingWords) -> None:
        self._openings = tuple(sorted(words.follow_openings, key=len, reverse=True))
        self._endings = words.follow_endings

    def rest(self, letters: str) -> str | None:
        """The message without its marks; None when it is long or stands on its own.

        `letters` is the message without punctuation. A few bare words (要多久) lean, too.
        """
        if len(letters) > _LONGEST:
            return None
        rest = letters
        for opening in self._openings:
            if rest.startswith(opening):
                rest = rest[len(opening) :]
                break
        for ending in self._endings:
            rest = rest.removesuffix(ending)
        if rest == letters and len(letters) > _BARE:
            return None
        return rest


def together(
    own: Signals, joined: Signals, about: TalkedAbout, numbers: Mapping[str, int]
) -> Signals:
    """The message read alone and after the title before it, leaning to what is asked next.

    `numbers` are the label numbers of the entries.
    """
    margins = np.asarray((own.margins + joined.margins) / 2, dtype=np.float32)
    leans = ((about.next, _NEXT), (about.near, _NEARER), ({about.entry_id}, _AGAIN))
    for entries, lean in leans:
        margins[[numbers[entry] for entry in entries if entry in numbers]] += lean
    return replace(joined, margins=margins, nearness=own.nearness)
