"""How workers put right what they told: by a turn of speech (不是X，是Y), by a word that takes something
back wherever it stands (…我刚才说反了), or behind a yes (对的，不过是两万四千三)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intents.compiled import compiled
from intents.intake_form import IntakeShape
from intents.relating import EDGES

LONGEST_TURN, LONGEST_MARKED, LONGEST_DENIED = 36, 40, 80
"""Characters: longer messages are stories."""
OPENING = 8
"""Characters at the beginning that may say that something is put right."""
_PIECES = re.compile(r"[\s，。；;,、！!]+")


@dataclass(frozen=True, slots=True)
class Correction:
    """What counts now, what was wrong (empty where not said) and what it was about, as said."""

    new: str
    old: str
    name: str


class TakingBack(IntakeShape):
    """`turns` are patterns of the whole message, which tell more than what is `only_denied`. `marks` take something back wherever they stand,
    unless the mistake is `by_others` or the words `ask`; `denied` and `affirmed` are one value for another anywhere;
    `agreeing` and `but` open a yes with a but. What is
    left of the part that holds the value, without `opening` and `closing`, begins like a `value`."""

    turns: tuple[str, ...]
    marks: str
    denied: str
    denied_behind: str
    affirmed: str
    misstated: str
    only_denied: str
    not_only: str
    cost: str
    behind_filler: str
    settled: str
    by_others: str
    asks: str
    agreeing: str
    but: str
    opening: str
    closing: str
    value: str
    put: str

    def readings(self, text: str) -> Iterator[Correction]:
        """What the words may put right, likeliest first; none where they take nothing back."""
        said = text.strip(EDGES)
        denied = {
            match["new"]: match["old"] for match in compiled(self.denied_behind).finditer(said)
        }
        for meant in self._readings(said):
            old = meant.old or denied.get(meant.new, "")
            yield Correction(meant.new, old, meant.name)

    def _readings(self, said: str) -> Iterator[Correction]:
        if (turned := self._turned(said)) is not None:
            yield self._plain(turned)
        yield from self._denied(said)
        if len(said) <= LONGEST_MARKED and not compiled(self.asks).search(said):
            yield from self._marked(said)
            yield from self._agreed(said)
        elif len(said) > LONGEST_MARKED and (head := self._head(said)):
            yield from self._marked(head)

    def _head(self, said: str) -> str:
        """不对 欠条上写的是26800 我记反了, of a longer message that opens so: what is put right first."""
        found = list(_PIECES.finditer(said, 0, LONGEST_TURN))
        head = said[: found[-1].start()] if found else ""
        mark = compiled(self.marks).search(head, 0, OPENING)
        return head if mark and not compiled(self.asks).search(head) else ""

    def takes_back(self, text: str) -> bool:
        """Whether a word takes something back that the worker told, and no mistake of others is told."""
        mark = compiled(self.marks).search(text)
        return mark is not None and not compiled(self.by_others).search(text[: mark.start()])

    def names_cost(self, text: str) -> bool:
        """Whether the words speak of what the worker pays for the use of a thing (月租说错了)."""
        return compiled(self.cost).search(text) is not None

    def is_settled(self, part: str) -> bool:
        """Whether a part tells what is out of the count (7月发了, 11月还没到)."""
        return compiled(self.settled).search(part) is not None

    def _denied(self, said: str) -> Iterator[Correction]:
        """刚问了我爸，不是一万六，写的是18600."""
        if len(said) <= LONGEST_DENIED and not compiled(self.asks).search(said):
            for match in compiled(self.denied).finditer(said):
                yield Correction(match["new"], match["old"], "")
            for match in compiled(self.affirmed).finditer(said):
                yield Correction(match["new"], match["old"], "")
            for pattern in (self.misstated, self.not_only, self.denied_behind):
                for match in compiled(pattern).finditer(said):
                    yield Correction(match["new"], match["old"], "")

    def _plain(self, turned: Correction) -> Correction:
        """不是1130 我翻了哈APP是1103单: without what stands before the value that counts."""
        if not compiled(self.value).match(turned.old):
            return turned
        new = compiled(self.behind_filler).sub("", turned.new)
        return Correction(new, turned.old, turned.name)

    def _turned(self, said: str) -> Correction | None:
        if len(said) > LONGEST_TURN:
            return None
        for pattern in self.turns:
            if match := compiled(pattern).match(said):
                parts = match.groupdict()
                new = (parts.get("new") or "").strip(EDGES)
                if compiled(self.only_denied).match(new):
                    continue
                old, name = parts.get("old") or "", parts.get("name") or ""
                inner = None if old or name or new == said else self._turned(new)
                if inner is not None and inner.old:
                    return inner
                if not old and (behind := compiled(self.denied_behind).fullmatch(new)):
                    new, old = behind["new"].strip(EDGES), behind["old"]
                return Correction(new, old.strip(EDGES), name.strip(EDGES)) if new else None
        return None

    def _marked(self, said: str) -> Iterator[Correction]:
        """8600我算错了 是9200: the value behind the mark, else the last one before it."""
        before, *after = compiled(self.marks).split(said)
        if not after or compiled(self.by_others).search(before):
            return
        turned = (self._turned(part.strip(EDGES)) for part in after)
        yield from (each for each in turned if each is not None and each.old)
        wrong = self._values(before)
        right = [value for part in after for value in self._values(part)]
        if right and wrong:
            yield Correction(right[-1], wrong[-1], "")
        elif values := right or wrong:
            yield Correction(values[-1], "", said.replace(values[-1], ""))

    def _agreed(self, said: str) -> Iterator[Correction]:
        """没错 但是离职是10月20号."""
        agreed = compiled(self.agreeing + self.but).match(said)
        rest = said[agreed.end() :] if agreed else ""
        put = compiled(self.put).fullmatch(compiled(self.closing).sub("", rest.strip(EDGES)))
        if put and self._values(put["new"]):
            yield Correction(self._values(put["new"])[-1], "", put["name"] or "")

    def _values(self, part: str) -> list[str]:
        bare = (self._bare(piece) for piece in _PIECES.split(part) if piece)
        return [piece for piece in bare if compiled(self.value).match(piece)]

    def _bare(self, piece: str) -> str:
        piece = compiled(self.agreeing).sub("", piece.strip(EDGES))
        return compiled(self.opening).sub("", compiled(self.closing).sub("", piece)).strip(EDGES)
