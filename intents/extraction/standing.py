"""Whether somebody still works there, where only the dates tell it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from intents.extraction.date_words import StandingWords
from intents.extraction.found import Facts, Found
from knowledge.law.partial_date import PartialDate

_STORY = 24
"""Characters from which a message tells enough to go by what is likely of its matter."""
STILL, LAST_DAY = "still_employed", "employed_to"
_A_YEAR, _LATELY, _A_DAY = timedelta(days=366), timedelta(days=60), timedelta(days=1)


class StandingReader:
    """Reads `still_employed` and, where a contract ran out for good, `employed_to`."""

    def __init__(self, words: StandingWords) -> None:
        self._not_renewed = re.compile(words.not_renewed)
        self._former = re.compile(words.former)
        self._of_others = re.compile(f"{words.others_gone}|{words.others_stay}")
        self._ends_soon = re.compile(words.ends_soon)
        self._same_day = re.compile(words.same_day)
        self._gone_today = re.compile(words.gone_today)
        self._gone, self._present = re.compile(words.gone), frozenset(words.present)
        self._likely = frozenset(words.likely)
        self._parted, self._left = frozenset(words.parted), frozenset(words.left)
        self._kept, self._surely = frozenset(words.kept), frozenset(words.surely)

    def of_this_job(self, text: str) -> str:
        """The text, as long as before, with spaces for what it tells of an earlier job."""
        return self._former.sub(lambda match: " " * len(match.group()), text)

    def of_the_worker(self, text: str) -> str:
        """The text, as long as before, with spaces for what it tells of others who left, and of a firm
        that goes on."""
        return self._of_others.sub(lambda match: " " * len(match.group()), text)

    def read(self, text: str, facts: Facts, today: date) -> dict[str, Found]:
        """What follows from the facts already read; what was said itself is left alone."""
        found = self._ended_contract(text, facts, today) or self._gone_at_once(text, facts, today)
        last = facts.get(LAST_DAY) or found.get(LAST_DAY) or _of_kind(facts, "dismissal_notice")
        coming = last or _of_kind(facts, "contract_end")
        noticed = _of_kind(facts, "dismissal_notice")
        told = coming is None or (noticed is not None and coming.value == noticed.value)
        if told and (soon := self._ends_soon.search(text)):
            return found | {STILL: Found(True, soon.group(), *soon.span())}
        if STILL in facts and not _is_coming(facts.get(LAST_DAY), today):
            return found
        if coming is None or not isinstance(coming.value, PartialDate):
            return found
        if coming.value.first_day > today:
            return found | {STILL: _said(True, coming)}
        return found | ({STILL: _said(False, last)} if last else {})

    def by_matter(self, text: str, facts: Facts) -> dict[str, Found]:
        """What is likely where nothing tells it: by words of people who left, or by the matter, which
        only some tell surely."""
        if gone := self._gone.search(text):
            return {STILL: Found(False, gone.group(), *gone.span())}
        kinds, circumstances = _items(facts, "dispute_kinds"), _items(facts, "circumstances")
        source = facts.get("dispute_kinds") or facts.get("circumstances")
        if source is None:
            return {}
        if self._left & kinds:
            return {STILL: _said(False, source)}
        there = bool(self._present & kinds or self._kept & circumstances)
        if len(text) >= _STORY and not self._parted & kinds:
            there = there or bool(self._likely & kinds)
        presumed = not self._surely & (kinds | circumstances)
        return {STILL: replace(_said(True, source), presumed=presumed)} if there else {}

    def _ended_contract(self, text: str, facts: Facts, today: date) -> dict[str, Found]:
        ended = _of_kind(facts, "contract_end")
        still = facts.get(STILL)
        if ended is None or LAST_DAY in facts or (still is not None and still.value is True):
            return {}
        past = isinstance(ended.value, PartialDate) and ended.value.last_day <= today
        return {LAST_DAY: ended} if past and self._not_renewed.search(text, ended.end) else {}

    def _gone_at_once(self, text: str, facts: Facts, today: date) -> dict[str, Found]:
        told = _of_kind(facts, "dismissal_notice") or _of_kind(facts, "agreement_effective")
        still = facts.get(STILL)
        if told is None or LAST_DAY in facts or (still is not None and still.value is True):
            return {}
        if not isinstance(told.value, PartialDate) or not told.value.day:
            return {}
        yesterday = told.value.first_day == today - _A_DAY
        left = yesterday and self._gone_today.search(text, told.end)
        return {LAST_DAY: told} if left or self._same_day.search(text, told.end) else {}


def without_far_end(facts: Facts, today: date) -> Facts:
    """The facts, but a contract that runs for more than a year yet is no event of the matter."""
    ended = _of_kind(facts, "contract_end")
    if ended is None or not isinstance(ended.value, PartialDate):
        return facts
    if ended.value.first_day <= today + _A_YEAR:
        return facts
    return {key: fact for key, fact in facts.items() if key not in ("event_date", "event_kind")}


def without_end_before(facts: Facts, today: date) -> Facts:
    """The facts of who is said to be still there without a last day that is long over: what was signed or done
    on it (2021年写过离职，接着上班) did not end the work."""
    still, last = facts.get(STILL), facts.get(LAST_DAY)
    if still is None or still.value is not True or last is None:
        return facts
    if not isinstance(last.value, PartialDate) or last.value.last_day > today - _LATELY:
        return facts
    dropped = {LAST_DAY}
    if _of_kind(facts, "last_working_day") is not None:
        dropped |= {"event_date", "event_kind"}
    return {key: fact for key, fact in facts.items() if key not in dropped}


def without_early_end(facts: Facts, today: date) -> Facts:
    """The facts, but a notice is no last day of work for who is said to be there still."""
    last, still = facts.get(LAST_DAY), facts.get(STILL)
    if last is None or still is None or still.value is not True or _is_coming(last, today):
        return facts
    told = _of_kind(facts, "dismissal_notice")
    noticed = told is not None and told.value == last.value
    return {key: fact for key, fact in facts.items() if not (noticed and key == LAST_DAY)}


def _items(facts: Facts, key: str) -> frozenset[str]:
    told = facts.get(key)
    return frozenset(told.value) if told and isinstance(told.value, tuple) else frozenset()


def _is_coming(found: Found | None, today: date) -> bool:
    value = found.value if found is not None else None
    return isinstance(value, PartialDate) and value.first_day > today


def _of_kind(facts: Mapping[str, Found], kind: str) -> Found | None:
    """The date of the event, where it is one of this kind."""
    told = facts.get("event_kind")
    return facts.get("event_date") if told is not None and told.value == kind else None


def _said(value: bool, source: Found) -> Found:
    return Found(value, source.said, source.start, source.end)
