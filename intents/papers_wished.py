"""A paper wished for in plain words: its name, and beside it a word of making one."""

import re
from collections.abc import Mapping
from functools import cached_property

from pydantic import model_validator

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape

PREFIX = "paper_"
"""A wish for a paper is the move of this name and the paper's id."""
_MARKS = re.compile(r"[，。；！？,;!?\n]+")


class Making(IntakeShape):
    """Words of making a paper, right before its name and right after it."""

    before: str
    after: str


class PaperWishes(IntakeShape):
    """word_lists/papers_wished.yaml; `before` and `after` are characters looked at beside a name,
    `longest_short` those of a message that may call a paper in short."""

    papers: Mapping[Identifier, str]
    short: Mapping[Identifier, str]
    longest_short: int
    making: Making
    asking: str
    before: int
    after: int

    @model_validator(mode="after")
    def _compiles(self) -> "PaperWishes":
        re.compile(self._names)
        return self

    def named(self, text: str) -> str | None:
        """The move of the paper wished for anywhere in the words, the last one; None for none."""
        bare = "".join(text.split())
        if compiled(self._names).search(bare) is None:
            return None
        wished = [name for part in _MARKS.split(bare) for name in self._wished(part)]
        return f"{PREFIX}{wished[-1]}" if wished else None

    def in_short(self, text: str) -> str | None:
        """The id of the paper a short message wishes for without its full name (帮我写那个通知)."""
        bare = "".join(text.split())
        if len(bare) > self.longest_short:
            return None
        return next((id for id, words in self.short.items() if compiled(words).search(bare)), None)

    def only_asked_about(self, text: str) -> bool:
        """Whether a paper is named, and only asked about or told of (申请表谁填, 老板叫我写情况说明)."""
        bare = "".join(text.split())
        named = compiled(self._names).search(bare)
        return named is not None and compiled(self.asking).search(bare) is not None

    def _wished(self, part: str) -> list[str]:
        """The papers wished for in one clause, in the order of the words."""
        found = [
            (match.start(), name)
            for name, words in self.papers.items()
            for match in compiled(words).finditer(part)
            if self._is_wished(part, match.start(), match.end())
        ]
        return [name for _, name in sorted(found)]

    def _is_wished(self, part: str, start: int, end: int) -> bool:
        before, after = part[max(0, start - self.before) : start], part[end : end + self.after]
        if compiled(self.asking).search(before) or compiled(self.asking).search(after):
            return False
        making = self.making
        return bool(compiled(making.before).search(before) or compiled(making.after).search(after))

    @cached_property
    def _names(self) -> str:
        return "|".join(f"(?:{words})" for words in self.papers.values())
