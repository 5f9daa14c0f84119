"""The facts of a dispute as the batch verb `intake` states them, typed and checked.

Read from plain JSON values: text, whole numbers, booleans, lists, null. What is not of that
shape is refused with the key and a sentence; what is unknown stays None. Contradictions are not
faults: a worker may say both, and the strict reading decides.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.law.limits.known_dates import KnownDates
from knowledge.law.partial_date import PartialDate
from knowledge.law.vocabulary import Vocabulary

_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")
LONGEST_LIST = 100
ZERO = "0"
CONTROL = "control"
"""An optional key beside those of intake: the elements of control that hold (control.yaml)."""


class FactsUnreadable(ValueError):
    """A fact is not of its shape; `key` names it, the message says what is wanted."""

    def __init__(self, key: str, wanted: str) -> None:
        super().__init__(f"facts.{key}: {wanted}")
        self.key = key


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of a dispute. Dates as precisely as told; None and () are unknown."""

    dispute_kinds: tuple[str, ...] = ()
    worker_kind: str | None = None
    region: str | None = None
    employer: str | None = None
    platform: str | None = None
    amount_claimed: str | None = None
    monthly_wage: str | None = None
    months_owed: str | None = None
    people_count: int | None = None
    contract_count: int | None = None
    employed_from: PartialDate | None = None
    employed_to: PartialDate | None = None
    event_date: PartialDate | None = None
    event_kind: str | None = None
    has_written_contract: bool | None = None
    still_employed: bool | None = None
    injured: bool | None = None
    circumstances: frozenset[str] = frozenset()
    control: frozenset[str] | None = None

    @property
    def dates(self) -> KnownDates:
        """The time line, each date on its strict side."""
        return KnownDates(
            event_date=self.event_date.first_day if self.event_date else None,
            event_kind=self.event_kind,
            employed_from=self.employed_from.first_day if self.employed_from else None,
            employed_to=self.employed_to.first_day if self.employed_to else None,
            still_employed=self.still_employed,
        )

    def knows(self, key: str) -> bool:
        """Whether that fact is told, a date to the day."""
        value = getattr(self, key)
        if isinstance(value, PartialDate):
            return value.day is not None
        return value is not None and value != () and value != frozenset()


def read_facts(told: Mapping[str, Any], words: Vocabulary) -> CaseFacts:
    """The facts told; raises FactsUnreadable. Keys that mean nothing here are passed over."""
    read = _Reader(told)
    return CaseFacts(
        dispute_kinds=tuple(dict.fromkeys(read.words("dispute_kinds", words.dispute_kinds))),
        worker_kind=read.word("worker_kind", words.worker_kinds),
        region=read.text("region"),
        employer=read.text("employer"),
        platform=read.text("platform"),
        amount_claimed=read.amount("amount_claimed"),
        monthly_wage=read.amount("monthly_wage"),
        months_owed=read.amount("months_owed"),
        people_count=read.count("people_count"),
        contract_count=read.count("contract_count"),
        employed_from=read.day("employed_from"),
        employed_to=read.day("employed_to"),
        event_date=read.day("event_date"),
        event_kind=read.word("event_kind", words.event_kinds),
        has_written_contract=read.yes_or_no("has_written_contract"),
        still_employed=read.yes_or_no("still_employed"),
        injured=read.yes_or_no("injured"),
        circumstances=frozenset(read.words("circumstances", words.circumstances)),
        control=read.elements(CONTROL),
    )


class _Reader:
    """Takes one fact at a time out of plain values."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._told = told

    def text(self, key: str) -> str | None:
        value = self._told.get(key)
        if value is not None and not isinstance(value, str):
            raise FactsUnreadable(key, "must be text or null")
        return value.strip() or None if value else None

    def word(self, key: str, known: Mapping[str, str]) -> str | None:
        value = self.text(key)
        if value is not None and value not in known:
            raise FactsUnreadable(key, f"{_shown(value)} is not one of {', '.join(known)}")
        return value

    def words(self, key: str, known: Mapping[str, str]) -> tuple[str, ...]:
        value = self._list(key)
        for item in value:
            if item not in known:
                raise FactsUnreadable(key, f"{_shown(item)} is not one of {', '.join(known)}")
        return value

    def elements(self, key: str) -> frozenset[str] | None:
        return None if self._told.get(key) is None else frozenset(self._list(key))

    def _list(self, key: str) -> tuple[str, ...]:
        value = self._told.get(key)
        if value is None:
            return ()
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise FactsUnreadable(key, "must be a list of words or null")
        if len(value) > LONGEST_LIST:
            raise FactsUnreadable(key, f"at most {LONGEST_LIST} words")
        return tuple(value)

    def amount(self, key: str) -> str | None:
        value = self._told.get(key)
        if value is None or value == "":
            return None
        written = str(value) if isinstance(value, str | int | float) else ""
        if isinstance(value, bool) or not _AMOUNT.fullmatch(written):
            raise FactsUnreadable(
                key, 'must be a number as text such as "8000.00", from 0, or null'
            )
        return written

    def count(self, key: str) -> int | None:
        written = self.amount(key)
        if written is None:
            return None
        whole, _, part = written.partition(".")
        if part.strip(ZERO):
            raise FactsUnreadable(key, "must be a whole number or null")
        return int(whole)

    def day(self, key: str) -> PartialDate | None:
        value = self.text(key)
        if value is None:
            return None
        try:
            return PartialDate.parse(value)
        except ValueError:
            wanted = "must be a date such as 2026-11-21, 2026-11 or 2026, or null"
            raise FactsUnreadable(key, f"{_shown(value)}: {wanted}") from None

    def yes_or_no(self, key: str) -> bool | None:
        value = self._told.get(key)
        if value is not None and not isinstance(value, bool):
            raise FactsUnreadable(key, "must be true, false or null")
        return value


def _shown(value: str) -> str:
    return repr(value if len(value) <= 40 else f"{value[:40]}...")
