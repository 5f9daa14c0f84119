"""What no words tell and only the matter makes likely: marked, that the talk may go by it and a
record of what a message states may leave it out."""

import re
from collections.abc import Mapping
from dataclasses import replace

from intents.extraction.found import Facts, Found
from intents.extraction.list_shape import ListShape
from knowledge.law.partial_date import PartialDate

_WORKER, _KINDS, _INJURED = "worker_kind", "dispute_kinds", "injured"
_WAGE = "monthly_wage"
_LAST_DAY, _STILL = "employed_to", "still_employed"
_EVENT, _EVENT_KIND = "event_date", "event_kind"
_EMPLOYEE, _DISMISSAL, _LEFT = "employee", "dismissal_notice", "last_working_day"
_AFTER, _BEFORE = 40, 6
"""Characters after a day that may tell what else came on it; before a sum, what it is."""


class EmployeeWords(ListShape):
    """What makes it sure that an employee speaks."""

    beside: tuple[str, ...]
    works: str
    doubtful: str


class PresumedWords(ListShape):
    """word_lists/presumed.yaml."""

    employee: EmployeeWords
    left_that_day: str
    base_pay: str
    comes_to_it: str
    not_injured: tuple[str, ...]
    never_there: tuple[str, ...]


class Presumptions:
    """Marks facts that are only presumed."""

    def __init__(self, words: PresumedWords) -> None:
        self._beside = frozenset(words.employee.beside)
        self._works = re.compile(words.employee.works)
        self._doubtful = re.compile(words.employee.doubtful)
        self._left_that_day = re.compile(words.left_that_day)
        self._base_pay, self._comes_to_it = (
            re.compile(words.base_pay),
            re.compile(words.comes_to_it),
        )
        self._not_injured = frozenset(words.not_injured)
        self._never_there = frozenset(words.never_there)

    def marked(self, text: str, facts: Facts) -> dict[str, Found]:
        """The facts, those marked that no words tell."""
        presumed = [
            key
            for key, holds in (
                (_WORKER, self._is_employee(text, facts)),
                (_WAGE, self._is_base(text, facts)),
                (_LAST_DAY, self._is_notice(text, facts)),
                (_STILL, _by_notice_alone(facts) or self._never_came(facts)),
                (_INJURED, self._is_ill(facts)),
                (_EVENT, _without_day(facts)),
                (_EVENT_KIND, _without_day(facts)),
            )
            if holds
        ]
        return {**facts, **{key: replace(facts[key], presumed=True) for key in presumed}}

    def _is_employee(self, text: str, facts: Facts) -> bool:
        """A grievance against a firm by who does not say what he does there, or whose work somebody
        may call something else."""
        if _value(facts, _WORKER) != _EMPLOYEE:
            return False
        told = self._beside & facts.keys() or self._works.search(text)
        return not told or self._doubtful.search(text) is not None

    def _is_base(self, text: str, facts: Facts) -> bool:
        """A pay of which only the sure part is told (so much and a share)."""
        wage = facts.get(_WAGE)
        if wage is None or not self._comes_to_it.match(text[wage.end :]):
            return False
        base = self._base_pay.search(text[max(0, wage.start - _BEFORE) : wage.start])
        return base is not None

    def _is_notice(self, text: str, facts: Facts) -> bool:
        """A last day that is only the day of the notice."""
        last = facts.get(_LAST_DAY)
        if last is None or not _noticed(facts, last):
            return False
        whole = isinstance(last.value, PartialDate) and last.value.day
        beside = text[last.end : last.end + _AFTER]
        return not (whole and self._left_that_day.search(beside))

    def _is_ill(self, facts: Facts) -> bool:
        """Who is ill from the work, not hurt at it."""
        return _value(facts, _INJURED) is True and bool(self._not_injured & _kinds(facts))

    def _never_came(self, facts: Facts) -> bool:
        return _STILL in facts and bool(self._never_there & _kinds(facts))


def _by_notice_alone(facts: Facts) -> bool:
    """Who is taken to have left for nothing but the notice."""
    still = facts.get(_STILL)
    if still is None or still.value is not False or _LAST_DAY in facts:
        return False
    return _noticed(facts, still)


def _without_day(facts: Facts) -> bool:
    """Whether the year alone is told of what happened, or the month alone in which the work ended."""
    day = facts.get(_EVENT)
    if day is None or not isinstance(day.value, PartialDate):
        return False
    left = _value(facts, _EVENT_KIND) == _LEFT
    return not (day.value.day if left else day.value.month)


def _kinds(facts: Facts) -> frozenset[str]:
    kinds = _value(facts, _KINDS)
    return frozenset(kinds) if isinstance(kinds, tuple) else frozenset()


def _noticed(facts: Facts, found: Found) -> bool:
    """Whether a fact stands on the very day of a notice."""
    day = facts.get(_EVENT)
    if day is None or _value(facts, _EVENT_KIND) != _DISMISSAL:
        return False
    return (found.start, found.end) == (day.start, day.end)


def _value(facts: Mapping[str, Found], key: str) -> object:
    found = facts.get(key)
    return found.value if found is not None else None
