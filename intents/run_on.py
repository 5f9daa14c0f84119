"""Words said in one breath (我在小区看大门一个月一千九我今年六十三了这劳动法还管不管我): where the question in them begins and
ends."""

import re

from intents.compiled import compiled
from intents.intake_form import IntakeShape

_RUNS = re.compile(r"[^\s，。；！？,;!?、]+")
CUT, CLOSE = " ", 5
"""What is put between; how many letters before one such place another belongs to the same clause."""


class RunOn(IntakeShape):
    """A run of more than `longest` characters is cut where a question `starts`, before the words that ask in it (`asks`),
    at least `shortest` characters after its beginning, and behind the word that `ends` it."""

    longest: int
    shortest: int
    starts: str
    asks: str
    ends: str

    def cut(self, text: str) -> str:
        """The text with a blank before and after such questions."""
        if len(text) <= self.longest:
            return text
        return _RUNS.sub(lambda run: self._cut_run(run.group()), text)

    def _cut_run(self, run: str) -> str:
        asks = compiled(self.asks).search(run) if len(run) > self.longest else None
        if asks is None:
            return run
        end = self._end(run, asks.start())
        start = self._start(run, asks, end)
        parts = (run[:start], run[start:end], self._cut_run(run[end:]))
        return CUT.join(filter(None, parts))

    def _start(self, run: str, asks: re.Match[str], end: int) -> int:
        """Where the clause that asks may begin: the last such place before the words that ask, with those close before
        it (这钱 她 能不能扣); the beginning of all where there is none."""
        begins = compiled(self.starts).finditer(run, 0, asks.end())
        places = [place for each in begins if (place := each.start()) <= asks.start()]
        start = 0
        for place in reversed(places):
            if place < self.shortest or (start and start - place > CLOSE):
                break
            if end - place >= self.shortest:
                start = place
        return start

    def _end(self, run: str, start: int) -> int:
        found = compiled(self.ends).search(run, start)
        return found.end() if found and len(run) - found.end() >= self.shortest else len(run)
