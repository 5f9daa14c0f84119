"""What follows from facts already read: who asks about an injury at work was hurt, who was sent away
asks about that."""

import re
from collections.abc import Mapping
from dataclasses import replace

from intents.extraction.date_words import FollowingWords
from intents.extraction.found import Facts, Found

_KINDS, _EVENT, _INJURED = "dispute_kinds", "event_kind", "injured"
_WORKER = "worker_kind"
_STORY = 16
"""Characters from which a message tells a story."""


class Following:
    """Adds what the kinds of dispute and the event leave no doubt of."""

    def __init__(self, words: FollowingWords) -> None:
        self._of_body = re.compile(words.of_body)
        self._of_hurt, self._of_others = frozenset(words.hurt), frozenset(words.not_hurt)
        self._of_leaving, self._dismissed = frozenset(words.leaving), words.dismissed
        self._foremost = words.foremost
        self._moved, self._of_going = words.moved, frozenset(words.going)

    def named(self, events: Mapping[str, Found], facts: Facts) -> dict[str, Found]:
        """The days told; a notice is one of moving where the matter is that and no end of the work."""
        kinds, event = _kinds(facts), events.get(_EVENT)
        noticed = event is not None and event.value == "dismissal_notice"
        if not noticed or event is None or self._moved not in kinds or self._of_going & kinds:
            return dict(events)
        return {**events, _EVENT: replace(event, value="transfer")}

    def settled(self, text: str, facts: Mapping[str, Found]) -> dict[str, Found]:
        """The facts with what follows from them; of few words nothing does."""
        ordered = self._in_order(dict(facts))
        return (
            ordered if len(text) < _STORY else self._with_hurt(text, self._with_dismissal(ordered))
        )

    def _in_order(self, facts: dict[str, Found]) -> dict[str, Found]:
        """The kinds with the one first that decides where such a worker goes."""
        worker, told = facts.get(_WORKER), facts.get(_KINDS)
        first = self._foremost.get(str(worker.value)) if worker is not None else None
        if told is None or first is None or not isinstance(told.value, tuple):
            return facts
        if first not in told.value:
            return facts
        value = (first, *(kind for kind in told.value if kind != first))
        return facts | {_KINDS: Found(value, told.said, told.start, told.end)}

    def _with_hurt(self, text: str, facts: dict[str, Found]) -> dict[str, Found]:
        kinds = _kinds(facts)
        source, told = facts.get(_KINDS), facts.get(_INJURED)
        if source is None or told is not None:
            return facts
        if not self._of_hurt & kinds or self._of_others & kinds or not self._of_body.search(text):
            return facts
        return facts | {_INJURED: Found(True, source.said, source.start, source.end)}

    def _with_dismissal(self, facts: dict[str, Found]) -> dict[str, Found]:
        event, kinds = facts.get(_EVENT), _kinds(facts)
        if event is None or event.value != "dismissal_notice" or self._of_leaving & kinds:
            return facts
        told = facts.get(_KINDS)
        source = told or event
        value = (*(told.value if told and isinstance(told.value, tuple) else ()), self._dismissed)
        return facts | {_KINDS: Found(value, source.said, source.start, source.end)}


def _kinds(facts: Facts) -> frozenset[str]:
    told = facts.get(_KINDS)
    return frozenset(told.value) if told and isinstance(told.value, tuple) else frozenset()
