"""What a place named in a sentence is to the worker, told from the words around it."""

import re
from collections.abc import Iterable
from typing import Literal

from knowledge.places.meanings import Evidence
from knowledge.places.place_words import PlaceWords

AROUND = 14
"""So many characters before and after a name are looked at."""
_TAIL = 2
_CLAUSES = re.compile(r"[\s，,。；;]+")

Role = Literal["work", "later", "bare", "kin", "company", "name", "seat", "home", "away"]
"""work: where the work is done; later: where it was done after that; bare: nothing says what it
is; kin: where relatives are; company: where the employer is; name: a part of its name; seat: where
it is registered; home: where the worker comes from; away: where one goes for other things."""


class Roles:
    """Tells from the words before and after a run what it is to the worker."""

    def __init__(self, words: PlaceWords) -> None:
        links = f"(?:{_any_of(words.links)})*"
        not_led = f"(?<![{words.not_home_led}])" if words.not_home_led else ""
        self._led_by = frozenset(words.led_by)
        self._home_before = re.compile(f"{not_led}(?:{_any_of(words.home_before)}){links}$")
        self._home_after = re.compile(
            f"{links}(?!{_any_of(words.not_home_after)})(?:{_any_of(words.home_after)})"
        )
        self._we_are = re.compile(f"(?:{_any_of(words.we_are)}){links}$")
        self._firm_after = re.compile(
            f"[^{re.escape(words.clause_ends)}]{{0,8}}?(?:{_any_of(words.firms)})"
        )
        self._boss_before = re.compile(f"(?:{_any_of(words.boss_before)}){links}$")
        self._seat_before = re.compile(f"(?:{_any_of(words.seat_before)}){links}$")
        self._company_before = re.compile(f"(?:{_any_of(words.company_before)}){links}$")
        self._company_after = re.compile(f"(?:{_any_of(words.company_after)})")
        self._from_before = re.compile(f"(?:{_any_of(words.from_before)})$")
        self._place_before = re.compile(f"(?:{_any_of(words.place_before)})$")
        self._work_after = re.compile(
            f"[^{re.escape(words.clause_ends)}]{{0,8}}?(?:{_any_of(words.work_after)})"
        )

        self._away_before = re.compile(f"(?:{_any_of(words.away_before)})$")
        self._away_after = re.compile(
            f"[^{re.escape(words.clause_ends)}]{{0,6}}?(?:{_any_of(words.away_after)})"
        )
        self._elsewhere_after = re.compile(f"(?:{_any_of(words.elsewhere_after)})")
        self._others_after = re.compile(
            f"(?:{_any_of(words.others_links)})+(?:{_any_of(words.others_after)})"
        )
        self._past_after = re.compile(f"(?:{_any_of(words.past_after)})")
        self._going = re.compile(f"(?:{_any_of(words.going)})$")
        self._kin_before = re.compile(f"(?:{_any_of(words.kin_before)})$")
        self._later_before = re.compile(f"(?:{_any_of(words.later_before)})$")
        inside = f"[^{re.escape(words.not_in_names + words.clause_ends)}]"
        self._name_after = re.compile(
            f"{inside}{{0,12}}?(?:{_any_of(words.name_ends)})(?!{_any_of(words.not_name_after)})"
        )

    def is_taken_back(self, text: str, name: str, past: int) -> bool:
        """Whether the name, or its last letters, is said after `past` to be that of an earlier
        job or of an office (在佛山南海，哦不南海是以前的厂)."""
        ends = (match.start() for match in self._past_after.finditer(text, past))
        return any(text.endswith(name[-_TAIL:], 0, end) for end in ends)

    def evidence(self, text: str, start: int, end: int, until: int) -> Evidence:
        """What the surroundings of text[start:end] say for its being a place."""
        is_led = start == 0 or not text[start - 1].isalnum() or text[start - 1] in self._led_by
        is_all = not any(sign.isalnum() for sign in text[:start] + text[end:])
        return Evidence(is_all, is_led, self.of(text, start, end, until) == "work")

    def of(self, text: str, start: int, end: int, until: int) -> Role:
        """The role of text[start:end], judged by the words before it and those up to `until`.

        Words for home and seat bind more tightly than those for work.
        """
        before, after = text[max(0, start - AROUND) : start], text[end : min(end + AROUND, until)]
        after = self._own_after(after, text, until)
        if self._is_home(before, after):
            return "home"
        if self._boss_before.search(before):
            return "work" if self._work_after.match(after) else "home"
        if self._seat_before.search(before):
            return "seat"
        if self._company_before.search(before) or self._company_after.match(after):
            return "company"
        if self._is_away(before, text[end : end + AROUND]):
            return "away"
        return self._place_of_work(before, after)

    def _own_after(self, after: str, text: str, until: int) -> str:
        """The words after a place without a clause that leads to the next one (跑过芜湖 站点在马鞍山)."""
        if until == len(text) or not self._place_before.search(text[:until]):
            return after
        clauses = _CLAUSES.split(after)
        return after if len(clauses) == 1 else _CLAUSES.split(after)[0]

    def _is_home(self, before: str, after: str) -> bool:
        if self._home_before.search(before) or self._home_after.match(after):
            return True
        return bool(self._we_are.search(before) and not self._firm_after.match(after))

    def _is_away(self, before: str, after: str) -> bool:
        if self._away_before.search(before) or self._elsewhere_after.match(after):
            return True
        if self._others_after.match(after):
            return True
        return bool(self._going.search(before) and self._away_after.match(after))

    def _place_of_work(self, before: str, after: str) -> Role:
        led = bool(self._place_before.search(before))
        if self._name_after.match(after):
            return "company" if led else "name"
        if self._kin_before.search(before):
            return "kin"
        if self._later_before.search(before):
            return "later"
        if self._from_before.search(before):
            return "bare"
        return "work" if led or self._work_after.match(after) else "bare"


def _any_of(words: Iterable[str]) -> str:
    found = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return found or "(?!)"
