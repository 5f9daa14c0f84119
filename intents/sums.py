"""帮我算算: which calculations fit a dispute, what is asked for them, how a what-if is worded."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from intents.asked_sums import AskedSums
from intents.compiled import compiled
from intents.holiday_words import HolidayWork
from intents.intake_form import (
    Identifier,
    IntakeShape,
    Label,
    Question,
    QuestionText,
    UnknownQuestion,
)

MOST_OFFERED = 6


class SumText(IntakeShape):
    """A sum as intake/sums.yaml writes it; `asks` are names of questions.

    `fits` are the dispute kinds, `rules` the calculations of knowledge/law in the order shown,
    `decided_by` who has the last word; `offered` where no dispute was talked about,
    `claim` whether the sum is money to be claimed from the employer.
    """

    id: Identifier
    label: Label
    fits: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    rules: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=2)]
    asks: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=5)]
    decided_by: Label
    offered: bool = False
    claim: bool = True


class Sum(IntakeShape):
    """A sum with its questions in the order they are asked."""

    id: Identifier
    label: Label
    fits: tuple[Identifier, ...]
    rules: tuple[Identifier, ...]
    questions: tuple[Question, ...]
    decided_by: Label
    offered: bool
    claim: bool

    def question(self, fact: str) -> Question | None:
        """The question of this sum that asks for a fact."""
        return next((question for question in self.questions if question.id == fact), None)


class SupposedEvent(IntakeShape):
    """Another course of things (被提前赶走): how it is said, the sum it leads to, the fact it supposes."""

    said: str
    sum: Identifier
    fact: Identifier
    value: Identifier


class HoursSaid(IntakeShape):
    """Hours as they were said, of so many days where they were told by the day."""

    days: str | None
    hours: str


class WhatIfWords(IntakeShape):
    """How 如果月薪是8500呢 is told: patterns of its beginning and end, and the names of facts.

    `service` are the words of a length of service (要是干了五年呢); `outright` are names that mean a
    fact of a sum and nothing else, wherever the talk stands. `taken_back` says that it was only
    supposed; `together` asks for what is owed and what leaving is worth in one sum; `not_owed` for
    something else than the pay that is owed. `asks_sum` asks how much in any words, `none_taken` tells that no day
    of leave was taken, `while_treated` asks for the wage during a treatment,
    `paid_while_treated` tells what came each month of it (groups `months`, `sum`), `paid_each_month_treated` the same
    without how long. `rest_days` are
    the rest days worked each month, `day_hours` the hours of one, each as the group `n`.
    `hours` are hours of overtime by their kind, as the group `n`, of `d` days where they were told by
    the day; `given_off` those for which time off was given. `daily` tells the hours
    of overtime of each working day and `days_off` the days off in a month, each as the group `n`; `alike`
    that rest days are worked as long. `plus_one` asks by which wage the month of
    notice is paid, `month_before` tells the last one as the group `n`; `capped` asks of the cap of three
    times the local wage.
    """

    opening: str
    closing: str
    names: Mapping[Identifier, str]
    service: str
    outright: Mapping[Identifier, str]
    events: tuple[SupposedEvent, ...]
    taken_back: str
    together: str
    not_owed: str
    asks_sum: str
    none_taken: str
    while_treated: str
    paid_while_treated: str
    paid_each_month_treated: str
    rest_days: str
    day_hours: str
    hours: Mapping[Identifier, str]
    given_off: str
    daily: str
    days_off: str
    alike: str
    plus_one: str
    month_before: str
    capped: str

    def asks_of_pay(self, text: str) -> bool:
        """Whether how much is asked of the pay that is owed, where that is the matter."""
        return compiled(self.not_owed).search(text) is None

    def supposition(self, text: str) -> str | None:
        """What is supposed, without the words that say so; None where nothing is."""
        bare = compiled(self.closing).sub("", text.strip())
        bare = compiled(self.closing).sub("", bare.strip("，, "))
        supposed = compiled(self.opening).sub("", bare)
        return supposed.strip("，, ") if supposed != text.strip() else None

    def opens(self, text: str) -> bool:
        """Whether the words begin as a supposition (如果我是6月进的)."""
        return compiled(self.opening).search(text.strip()) is not None

    def named(self, text: str) -> tuple[str, ...]:
        """The facts whose names stand in the text, in the order of the table."""
        return tuple(fact for fact, names in self.names.items() if compiled(names).search(text))

    def tells_service(self, text: str) -> bool:
        """Whether a length of time in the text is one of service."""
        return compiled(self.service).search(text) is not None

    def event(self, text: str) -> SupposedEvent | None:
        """The other course of things the words suppose."""
        return next((each for each in self.events if compiled(each.said).search(text)), None)

    def takes_back(self, text: str) -> bool:
        """Whether the words say that something was only supposed."""
        return compiled(self.taken_back).search(text) is not None

    def adds_up(self, text: str) -> bool:
        """Whether wages and what leaving is worth are asked for together."""
        return compiled(self.together).search(text) is not None

    def rest_hours(self, text: str) -> tuple[str, str] | None:
        """The rest days worked in a month and the hours of each, as said (四个周六, 一天8小时)."""
        days, hours = compiled(self.rest_days).search(text), compiled(self.day_hours).search(text)
        return (days["n"], hours["n"]) if days and hours else None

    def hours_of_day(self, text: str) -> str | None:
        """The hours of a day, as said (每天11个小时)."""
        found = compiled(self.day_hours).search(text)
        return found["n"] if found else None

    def asks_plus_one(self, text: str) -> bool:
        """Whether it is asked by which wage the month in place of notice is paid."""
        return compiled(self.plus_one).search(text) is not None

    def asks_cap(self, text: str) -> bool:
        """Whether it is asked how high a wage counts."""
        return compiled(self.capped).search(text) is not None

    def last_wage(self, text: str) -> str | None:
        """The pay of the last month, as said (上个月才发6100)."""
        found = compiled(self.month_before).search(text)
        return found["n"] if found else None

    def hours_in(self, text: str) -> dict[str, HoursSaid]:
        """The hours of overtime by their kind, as said (工作日加了40个钟, 周末加了4天 每天8小时)."""
        found = {kind: compiled(pattern).search(text) for kind, pattern in self.hours.items()}
        return {k: HoursSaid(days=m["d"], hours=m["n"]) for k, m in found.items() if m}

    def hours_a_day(self, text: str) -> str | None:
        """The hours of overtime of each working day, as said (平时就是多干4小时)."""
        found = compiled(self.daily).search(text)
        return found["n"] if found else None

    def off_a_month(self, text: str) -> str | None:
        """The days off in a month, as said (一个月休两天)."""
        found = compiled(self.days_off).search(text)
        return found["n"] if found else None

    def works_rest_days_alike(self, text: str) -> bool:
        """Whether rest days are worked as long as the others (休息日也是干到九点半)."""
        return compiled(self.alike).search(text) is not None

    def hours_off(self, text: str) -> str | None:
        """The hours for which time off was given, as said (有8个钟后来给调休了)."""
        found = compiled(self.given_off).search(text)
        return found["n"] if found else None


class SumsText(IntakeShape):
    """intake/sums.yaml."""

    sums: Annotated[tuple[SumText, ...], Field(min_length=1)]
    told_by: Mapping[Identifier, Identifier]
    what_if: WhatIfWords
    holidays: HolidayWork
    asked: AskedSums


class Sums(IntakeShape):
    """All sums by id; `told_by` says which fact tells a value the calculations ask for."""

    by_id: Mapping[Identifier, Sum]
    told_by: Mapping[Identifier, Identifier]
    what_if: WhatIfWords
    holidays: HolidayWork
    asked: AskedSums

    def for_kind(self, dispute_kind: str | None) -> Sum | None:
        """The sum that fits a dispute kind."""
        return next((sum_ for sum_ in self.by_id.values() if dispute_kind in sum_.fits), None)

    @property
    def offered(self) -> tuple[Sum, ...]:
        """What can be computed when no dispute was talked about."""
        return tuple(sum_ for sum_ in self.by_id.values() if sum_.offered)[:MOST_OFFERED]

    def told(self, key: str) -> str:
        """The fact that tells the value `key` of a calculation."""
        return self.told_by.get(key, key)


def assemble_sums(text: SumsText, questions: Mapping[str, QuestionText]) -> Sums:
    """The sums with their questions filled in; UnknownQuestion names the ones that are missing."""
    by_id = {}
    for written in text.sums:
        if lost := [name for name in written.asks if name not in questions]:
            raise UnknownQuestion(", ".join(lost))
        asked = tuple(_asked(name, questions[name]) for name in written.asks)
        rest = written.model_dump(exclude={"asks"})
        by_id[written.id] = Sum.model_validate({**rest, "questions": asked})
    return Sums(
        by_id=by_id,
        told_by=text.told_by,
        what_if=text.what_if,
        holidays=text.holidays,
        asked=text.asked,
    )


def _asked(name: str, question: QuestionText) -> Question:
    """In a sum every question may be skipped, and none waits for the answer of another form."""
    return question.named(name).model_copy(update={"optional": True, "ask_if": ()})
