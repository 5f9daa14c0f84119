"""How workers tell month by month what came: 6月8000，7月3100，9月到现在一毛没有，11月10天也没给."""

import re
from dataclasses import dataclass, replace

from intents.compiled import compiled, filled
from intents.intake_form import IntakeShape


@dataclass(frozen=True, slots=True)
class MonthTold:
    """The months as said, from the first to the last where they are a span, and what came of each:
    the sum, nothing at all (up to now, where `since`), or nothing for so many days of it; `short` where
    the words say that it was too little."""

    names: tuple[str, ...]
    spans: bool
    came: str | None = None
    nothing: bool = False
    since: bool = False
    days: str | None = None
    owed: bool = False
    short: bool = False
    half: bool = False


class PaidByMonth(IntakeShape):
    """Patterns; SUM stands for a sum of money. `joins` and `spans` stand between two months told together, `behind` is read right
    behind the month, `agreed` tells what was due for each, `came` that the sums are what was paid."""

    month: str
    sum: str
    joins: str
    spans: str
    until: str
    behind: str
    owed: str
    short: str
    half: str
    owing_before: str
    nothing: str
    since: str
    days: str
    days_until: str
    agreed: tuple[str, ...]
    came: str

    def months_in(self, text: str) -> tuple[MonthTold, ...]:
        """What is told of each month named, in the order of the text."""
        found = list(compiled(self.month).finditer(text))
        told: list[MonthTold] = []
        names: tuple[str, ...] = ()
        spans = False
        for at, match in enumerate(found):
            names = (*names, match["m"])
            end = found[at + 1].start() if at + 1 < len(found) else len(text)
            behind = text[match.end() : end]
            if compiled(self.joins).fullmatch(behind):
                continue
            if compiled(self.spans).fullmatch(behind):
                spans = True
                continue
            month = self._told(names, spans, behind)
            if month is not None:
                told.append(month)
            elif told and told[-1].since and text[: match.start()].endswith(self.until):
                told[-1] = replace(told[-1], names=(told[-1].names[0], *names), spans=True)
            names, spans = (), False
        return tuple(told)

    def _told(self, names: tuple[str, ...], spans: bool, behind: str) -> MonthTold | None:
        if days := compiled(self.days).match(behind):
            return MonthTold(names, spans, days=days["n"])
        if until := compiled(self.days_until).match(behind):
            return MonthTold(names, spans, days=until["n"])
        if compiled(self.half).match(behind):
            return MonthTold(names, spans, half=True)
        nothing = compiled(self.nothing).match(behind)
        if nothing:
            since = compiled(self.since).match(behind) is not None
            return MonthTold(names, spans, nothing=True, since=since)
        sum_ = self._sum(behind)
        if sum_ is None:
            return None
        owed = compiled(self.owed).search(behind) is not None
        short = compiled(self.short).search(behind[: sum_.start("n")]) is not None
        since = compiled(self.since).match(behind) is not None
        return MonthTold(names, spans, came=sum_["n"], owed=owed, short=short, since=since)

    def _sum(self, behind: str) -> re.Match[str] | None:
        return filled(self.behind, "SUM", self.sum).match(behind)

    def agreed_in(self, text: str) -> tuple[str, ...]:
        """What was due each month, as said (合同写的保底8000)."""
        patterns = (filled(each, "SUM", self.sum) for each in self.agreed)
        return tuple(match["n"] for pattern in patterns for match in pattern.finditer(text))

    def owes_months(self, text: str) -> bool:
        """Whether months are told as owed (欠我9月10月)."""
        return compiled(self.owing_before).search(text) is not None

    def tells_paid(self, text: str) -> bool:
        """Whether the sums of the months are what came."""
        return compiled(self.came).search(text) is not None
