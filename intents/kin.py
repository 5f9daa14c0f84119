"""The speaker's people in what is told: which of them is named, and whether the work told of is theirs."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape

HUSBAND, WIFE = "husband", "wife"
NOBODY = "\ufffc"
"""A letter in place of a name."""
_TEXTS_KEPT = 16
"""One turn asks many times who is named in its message."""
_CLAUSE = re.compile(r"[^\s，。；;、！!？?,]+")
_WAYS = ("", "_alone", "_asked")
"""How a name may stand: with its owner, without, or after a word of asking for somebody."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody of the speaker's people: who that is, as named, and the words about them, up to a clause
    of which the speaker is the subject."""

    relation: str
    name: str
    start: int
    end: int
    until: int
    about: str


class Kin(IntakeShape):
    """Patterns of word_lists/manners.yaml under `kin`; what each is for is said there."""

    letters: str
    first: str
    beside_first: str
    she: str
    they: str
    self_: str
    owed: str
    owed_self: str
    head: str
    asked_by: str
    owner: str
    alone: str
    named: Mapping[Identifier, str]
    doubled: str
    joint: str
    either: str
    object_of: str
    done_to: str
    asking: str
    asked: str
    for_them: str
    of_life: str
    own_work: str
    work: str
    hurt: str
    died: str
    at_work: str
    own_life: str
    of_them: str
    expecting: str
    wage_before: str
    share: str
    named_share: str
    same_place: str
    fine: str
    trouble: str
    alike: str
    own: str

    def mentions(self, text: str) -> Iterator[Mention]:
        """Those named, in their order."""
        return iter(self._mentions_lately(text))

    @cached_property
    def _mentions_lately(self) -> Callable[[str], tuple[Mention, ...]]:
        return lru_cache(maxsize=_TEXTS_KEPT)(lambda text: tuple(self._mentions(text)))

    def _mentions(self, text: str) -> Iterator[Mention]:
        if not compiled(self.letters).search(text):
            return
        for match in self._pattern.finditer(text):
            group = match.lastgroup or ""
            relation = group.removesuffix("_alone").removesuffix("_asked")
            name = match[group]
            if compiled(self.joint).search(match.group()):
                continue
            if relation == HUSBAND and compiled(self.either).fullmatch(name) and self.she in text:
                relation = WIFE
            name = name * 2 if len(name) == 1 and name in self.doubled else name
            until = self._until(text, match.end())
            about = text[match.end() : until]
            yield Mention(relation, name, match.start(), match.end(), until, about)

    def is_theirs(self, text: str, mention: Mention) -> bool:
        """Whether the work told of is theirs, or the question is put for them."""
        before, about = text[: mention.start], mention.about
        if self.is_asked_for(text, mention) or compiled(self.done_to).search(before):
            return True
        if compiled(self.object_of).search(before) or compiled(self.own_life).search(about):
            return False
        if self._died_at_work(about):
            return True
        if compiled(self.of_life).search(about):
            return compiled(self.own_work).search(about) is not None
        hurt = compiled(self.hurt).search(about) and compiled(self.at_work).search(about)
        return bool(
            hurt or compiled(self.work).search(about) or compiled(self.of_them).search(about)
        )

    def _died_at_work(self, about: str) -> bool:
        died = compiled(self.died).search(about) is not None
        return died and compiled(self.at_work).search(about) is not None

    def tells_only_of(self, text: str) -> str | None:
        """The relation of the one whom the whole words speak of (俺儿子在路上); None for other words."""
        first = next(self.mentions(text), None)
        if first is None or first.start > 0 or first.until < len(text):
            return None
        return first.relation

    def is_wage(self, text: str, said: str) -> bool:
        """Whether the sum is told as the pay of a month."""
        at = text.find(said) if said else -1
        return at > 0 and compiled(self.wage_before).search(text[:at]) is not None

    def is_asked_for(self, text: str, mention: Mention) -> bool:
        """替我爸问的, 我爸的事: the question is put for them."""
        before, after = text[: mention.start], text[mention.end :]
        asked = compiled(self.asked).match(after) is not None
        matter = asked and self.names_matter(after)
        return matter or bool(
            (asked and compiled(self.asking).search(before))
            or compiled(self.for_them).search(after)
        )

    def names_matter(self, after: str) -> bool:
        """的事: the words after a name are of their matter."""
        match = compiled(self.asked).match(after)
        return match is not None and match.lastgroup == "matter"

    def tells_trouble(self, mention: Mention) -> bool:
        """Whether something is wrong in what is told about them."""
        wrong = compiled(self.fine).sub(" ", mention.about)
        return compiled(self.trouble).search(wrong) is not None

    def asks_of_them(self, mention: Mention) -> bool:
        """他能要吗: whether something is asked of them."""
        return compiled(self.of_them).search(mention.about) is not None

    def works_here(self, mention: Mention) -> bool:
        """Whether they work where the speaker does (也在这个厂)."""
        return compiled(self.same_place).search(mention.about) is not None

    def is_alike(self, text: str) -> bool:
        """Whether theirs is told to be a trouble of the same sort (他也差六千)."""
        return compiled(self.alike).search(text) is not None

    def tells_own(self, text: str) -> bool:
        """Whether the speaker's own trouble is told."""
        return compiled(self.own).search(self.unnamed(text)) is not None

    def unnamed(self, text: str) -> str:
        """The words without the names."""
        return self._pattern.sub(NOBODY, text) if compiled(self.letters).search(text) else text

    def without_theirs(self, text: str) -> str:
        """The words, as long as before, without what is told of the work of the speaker's people, or
        that one of them is expecting."""
        for each in list(self.mentions(text)):
            if share := compiled(self.named_share).match(text, each.end):
                text = _blanked(text, each.start, share.end())
            elif self.is_theirs(text, each):
                text = _blanked(text, each.start, each.until)
            elif expecting := compiled(self.expecting).search(text, each.end, each.until):
                text = _blanked(text, each.start, expecting.end())
        return compiled(self.share).sub(lambda match: " " * len(match.group()), text)

    def in_first_person(self, text: str) -> str:
        """他差一万九 as 我差一万九: the words as they would be told of oneself."""
        named = self._pattern.sub(self.self_, text)
        own = compiled(self.they).sub(self.self_, named)
        return compiled(self.owed).sub(self.owed_self, own)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        owned, alone, asked = (
            "|".join(f"(?P<{relation}{way}>{words})" for relation, words in self.named.items())
            for way in _WAYS
        )
        by = self.asked_by.replace("NAMED", asked)
        return re.compile(f"{self.owner}(?:{owned})|{self.head}(?={self.alone})(?:{alone})|{by}")

    def _until(self, text: str, start: int) -> int:
        for clause in _CLAUSE.finditer(text, start):
            first = compiled(self.first).search(clause.group())
            if first is not None and not compiled(self.beside_first).search(clause.group()):
                return clause.start() + (first.start() if clause.start() == start else 0)
        return len(text)


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
