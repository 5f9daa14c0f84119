"""How workers tell an employer of before from the one they are with now, and to which they turn."""

import re
from collections.abc import Iterator

from intents.compiled import compiled
from intents.intake_form import IntakeShape
from intents.relating import EDGES

FORMER, PRESENT = "former", "present"
LONGEST_LEFT = 12
"""Characters of a wish that is left when the employer's name is taken out (老东家那个 还来得及吗)."""
_CLAUSES = re.compile(r"[\s，。；;、！!？?,]+")
_STOPS = f"{EDGES}\n\t"


class TwoEmployers(IntakeShape):
    """Patterns: `former` and `present` name the employer, `both` says a thing of the two, `more` adds
    another trouble; `turning` is the whole message, with its `head` (先讲试用期的) and the `rest`; `bare` is what is left
    of one that only names an employer, `hollow` what goes before a wish with the name gone."""

    former: str
    present: str
    both: str
    elsewhere: str
    taken_over: str
    more: str
    turning: str
    bare: str
    hollow: str

    def sides(self, text: str) -> frozenset[str]:
        """Which employers the words name."""
        return frozenset(side for _, side in self._marks(text))

    def parts(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The words before any employer is named, and the words on each, by side, in their order."""
        starts = [(_clause(text, at), side) for at, side in sorted(self._marks(text))]
        ends = [start for start, _ in starts[1:]] + [len(text)]
        told: dict[str, str] = {}
        for (start, side), end in zip(starts, ends, strict=True):
            told[side] = f"{told.get(side, '')} {text[start:end]}".strip()
        return (text[: starts[0][0]] if starts else text), tuple(told.items())

    def told_of(self, side: str, text: str) -> str:
        """The clauses on that employer, without those that turn back to the other (现在在别的厂 他们还欠我)."""
        told = dict(self.parts(text)[1]).get(side, "")
        clauses = _CLAUSES.split(told)
        back = compiled(self.elsewhere)
        kept = [each for each in clauses if side == FORMER or not back.search(each)]
        return " ".join(kept)

    def is_taken_over(self, text: str) -> bool:
        """Whether one firm is told to go on where the other stopped."""
        return compiled(self.taken_over).search(text) is not None

    def is_of_both(self, text: str) -> bool:
        """Whether something is told of the two alike (两个公司都在合肥)."""
        return compiled(self.both).search(text) is not None

    def adds(self, text: str) -> bool:
        """Whether another trouble is told beside the one before (前一家也欠我3500)."""
        return compiled(self.more).search(text) is not None

    def turned_to(self, text: str) -> tuple[str, str] | None:
        """What is to be talked about now (先讲试用期的), and the other words."""
        said = text.strip(EDGES)
        match = compiled(self.turning).fullmatch(said)
        if match is not None:
            return match["head"], (match["rest"] or "").strip(EDGES)
        return (said, "") if compiled(self.bare).fullmatch(self._unnamed(said)) else None

    def wished(self, text: str) -> str:
        """The words without the employer's name where little else is said (那前公司能赔多少)."""
        left = compiled(self.hollow).sub("", self._unnamed(text).strip(EDGES)).strip(EDGES)
        return left if left and len(left) <= LONGEST_LEFT else text

    def _unnamed(self, text: str) -> str:
        return compiled(self.present).sub("", compiled(self.former).sub("", text))

    def _marks(self, text: str) -> Iterator[tuple[int, str]]:
        for side, named in ((FORMER, self.former), (PRESENT, self.present)):
            yield from ((found.start(), side) for found in compiled(named).finditer(text))


def _clause(text: str, at: int) -> int:
    """Where the clause begins in which an employer is named."""
    return max((text.rfind(stop, 0, at) for stop in _STOPS), default=-1) + 1
