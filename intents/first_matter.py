"""先说身份证: which of the matters told is to be talked about first."""

from collections.abc import Iterator, Mapping

from intents.compiled import compiled
from intents.intake_form import IntakeShape

LONGEST = 14
"""Characters: longer words tell or ask more."""


class FirstMatter(IntakeShape):
    """`said` fits the whole message, with the matter as the group `what`; `kinds` are the words of each."""

    said: str
    kinds: Mapping[str, str]

    def named(self, text: str) -> Iterator[str]:
        """The kinds of dispute the words may mean, likeliest first."""
        match = compiled(self.said).fullmatch(text.strip()) if len(text) <= LONGEST else None
        for kind, words in self.kinds.items() if match else ():
            if match and compiled(words).search(match["what"]):
                yield kind
