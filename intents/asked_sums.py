"""How it is asked what a sum comes to (那走了能拿几个钱, 这三天该给多少), and how the numbers of it are told."""

import re
from collections.abc import Mapping

from intents.compiled import compiled
from intents.intake_form import IntakeShape, Label


class AskedSums(IntakeShape):
    """Patterns. `how_much` asks for a sum, with `other_count` for something else that is counted; `leaving`
    is of going away, `owed_only` of the wages alone, `own_step` is the worker's own, `household` tells of work in a
    private home, `in_all` is of all there is, `bare` asks
    how much and nothing else. `leave` and `served` are of a
    leave (`leave_asked` asks whether it is paid, `last_year` is of the last,
    `leave_days` tells the days not taken) and of the years worked anywhere. `holiday_worked` tells work on a holiday named in `sums.holidays`,
    `holiday_meant` may ask for its pay, `holiday_unpaid` that it was not paid, `holiday_days` how many days of it (`d`), at most those of `holiday_most`; to who is past the age of retirement
    only those of `holiday_of_over_age` are owed. `cut` tells a pay cut (`before`,
    `after`), `cut_since` its first month (`m`) and `cut_months` how many (`n`). `base` is the base wage (`n`), `hour_paid` what an hour of
    overtime was paid with (`n`). `days_asked` asks for the pay of so many days (`n`), `days_counted` tells how many
    were worked in all, `every_day` that not one was missed, `part_withheld` that the pay of some days alone was kept back, `days_or_shifts` is any count of them, `advance` is what was drawn (`n`), with
    `advance_in_all` as it is on the whole and `advance_again` as one more, `days_unpaid` tells so many days not paid, `months_paid` months paid of them (`n`), `whole_months` a whole month beside them, `pieces_of_days`
    a rate for several days (`d`, `n`). `in_hand` is the pay on the whole (`n`), `month_wage` that of one month named. `offered` tells an offer
    (`n` yuan or `m` months), `half_offered` half of what is owed, `only_offered` that it has not come, `offer_asked` asks whether it will do. `by_agency` is of who found the place."""

    how_much: str
    other_count: str
    leaving: str
    owed_only: str
    in_all: str
    leave_asked: str
    leave_days: str
    last_year: str
    own_step: str
    household: str
    bare: str
    leave: str
    served: str
    holiday_worked: str
    holiday_meant: str
    holiday_unpaid: str
    holiday_days: str
    holiday_most: Mapping[Label, int]
    holiday_of_over_age: tuple[str, ...]
    cut: tuple[str, ...]
    cut_since: str
    cut_months: str
    base: str
    hour_paid: tuple[str, ...]
    days_asked: str
    days_counted: str
    every_day: str
    part_withheld: str
    days_or_shifts: str
    advance: str
    advance_in_all: str
    advance_again: str
    days_unpaid: tuple[str, ...]
    months_paid: str
    whole_months: str
    pieces_of_days: str
    in_hand: str
    month_wage: str
    offered: tuple[str, ...]
    half_offered: str
    only_offered: str
    offer_asked: str
    by_agency: str

    def count(self, what: str, text: str) -> int:
        """How often a pattern matches."""
        return sum(1 for _ in compiled(str(getattr(self, what))).finditer(text))

    def asks(self, text: str) -> bool:
        """Whether a sum is asked for."""
        if compiled(self.how_much).search(text) is None:
            return False
        rest = compiled(self.other_count).sub(" ", text)
        return compiled(self.how_much).search(rest) is not None

    def asks_of_leaving(self, text: str) -> bool:
        """Whether it is asked what going away is worth."""
        of_leaving = compiled(self.leaving).search(text) is not None
        return of_leaving and self.asks(text) and compiled(self.owed_only).search(text) is None

    def asks_all(self, text: str) -> bool:
        """Whether all there is to be had is asked for (算下来总数是多少)."""
        return compiled(self.in_all).search(text) is not None

    def names(self, what: str, text: str) -> bool:
        """Whether the text holds words of one of the patterns, by its name."""
        return compiled(str(getattr(self, what))).search(text) is not None

    def said(self, what: str, text: str, group: str = "n") -> str | None:
        """The number that one of the patterns finds last, as it was said; None where there is none."""
        patterns = getattr(self, what)
        for pattern in (patterns,) if isinstance(patterns, str) else patterns:
            found = list(compiled(pattern).finditer(text))
            if found and found[-1].groupdict().get(group):
                return str(found[-1][group])
        return None

    def numbers(self, what: str, text: str) -> tuple[str, ...]:
        """Each number that a pattern finds, as it was said."""
        return tuple(found["n"] for found in compiled(str(getattr(self, what))).finditer(text))

    def found(self, what: str, text: str) -> re.Match[str] | None:
        """The first place at which one of the patterns matches."""
        patterns = getattr(self, what)
        each = (patterns,) if isinstance(patterns, str) else patterns
        return next(filter(None, (compiled(pattern).search(text) for pattern in each)), None)
