"""Names of firms without a legal ending: a mark and a trade (恒达纺织), and bosses that are named."""

import re
from collections.abc import Iterator, Sequence

from intents.extraction.firm_words import FirmWords
from intents.extraction.found import Found
from intents.extraction.patterns import either

_SHORTEST, _LONGEST = 2, 5
"""Letters of a mark."""
_NEAR = 8
_CLAUSE = re.compile("[\uff0c\u3002,]|\\Z")
_PLACES = 3
"""Names of places that may stand before a mark (浙江 绍兴 柯桥)."""


class FirmReader:
    """Finds marks that stand between bounds before a trade; the letters must be such as firms use."""

    def __init__(self, words: FirmWords) -> None:
        trade = either((*words.trades, *words.visited, *words.bare))
        visited = either(words.visited)
        more = f"(?:(?!{either(words.posts_too)})(?:{trade}))?"
        self._post = re.compile(either(words.posts_too))
        self._trade = re.compile(f"(?=(?P<trade>(?:{trade}){more}{words.tails}?))")
        self._visited = re.compile(f"(?:{visited}){words.tails}?\\Z")
        self._eatery = re.compile(either(words.eateries))
        self._brand, self._neutral = frozenset(words.brand), frozenset(words.neutral)
        self._stop = frozenset(words.stop)
        self._ordinary = re.compile(either((*words.words, *words.trades, *words.visited)))
        self._bare = re.compile(f"(?:{either(words.bare)})\\Z")
        self._before, self._named = re.compile(words.before), re.compile(words.named)
        self._of = words.of
        self._led, self._goes_on = re.compile(words.led), re.compile(words.goes_on)
        self._work = re.compile(words.work)
        self._after = re.compile(f"{words.after}|(?={words.work})")
        self._not_before = re.compile(words.not_before)
        self._not_after = re.compile(words.not_after)
        self._former = re.compile(words.former)
        called = f"[{words.surnames}](?:(?![{words.no_given}]){words.given}){{1,2}}?"
        foreman = f"[{words.surnames}](?:[{words.given_names}]{{2}})"
        self._boss = re.compile(
            f"{words.boss}(?P<name>{called}){words.boss_after}|{words.foreman}(?P<plain>{foreman})"
        )

    def read(self, text: str, places: Sequence[str]) -> Iterator[Found]:
        """The names told by words that name a firm; where there are none, the others, and the place
        somebody was at before last. None of a text that is nothing but one: it answers some question."""
        spans = _spans(text, places)
        found = [
            each
            for each in self._names(text, spans)
            if _before_places(each[0].start, spans) or each[0].end < len(text)
        ]
        named = [name for name, told in found if told]
        others = [name for name, _ in found]
        yield from named or [name for name in others if not self._was(text, name, spans)] or others

    def _was(self, text: str, name: Found, places: Sequence[tuple[int, int]]) -> bool:
        """Whether it is told that somebody was there before (之前在腾云智造)."""
        far = _before_places(name.start, places)
        return bool(self._former.search(text[max(0, far - _NEAR) : far]))

    def bosses(self, text: str) -> Iterator[Found]:
        """Names of people one works for (包工头叫李国强)."""
        for match in self._boss.finditer(text):
            group = "name" if match["name"] else "plain"
            yield Found(match[group], match[group], *match.span(group))

    def _names(self, text: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[Found, bool]]:
        """Each name, and whether words before it name a firm."""
        past = 0
        for match in self._trade.finditer(text):
            start, end = match.start(), match.end("trade")
            if start < past or self._not_after.match(text, end):
                continue
            begun = self._begin(text, start, end, places)
            if begun is not None and (
                self._ends(text, end) or self._stands(text, (begun[0], start, end), places)
            ):
                past, (begin, named) = end, begun
                yield Found(text[begin:end], text[begin:end], begin, end), named

    def _ends(self, text: str, end: int) -> bool:
        return bool(self._after.match(text[end : end + _NEAR]))

    def _stands(
        self, text: str, name: tuple[int, int, int], places: Sequence[tuple[int, int]]
    ) -> bool:
        """Whether a name ends where its trade does, whatever is done there: a mark that nothing
        but names are made of, after a place or words of being there (在天成建筑绑钢筋)."""
        begin, start, end = name
        if self._goes_on.match(text, end):
            return False
        known = self._brand.issuperset(text[begin:start])
        if _before_places(begin, places) != begin:
            return known or not self._post.match(text, start)
        return known and bool(self._led.search(text[max(0, begin - _NEAR) : begin]))

    def _begin(
        self, text: str, start: int, end: int, places: Sequence[tuple[int, int]]
    ) -> tuple[int, bool] | None:
        """Where the name begins, the longest one first, and whether it is told to be one."""
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            begin = start - length
            if begin < 0 or _cuts_place(begin, start, places):
                continue
            far = _before_places(begin, places)
            left = text[max(0, far - _NEAR) : far]
            named = bool(self._named.search(left))
            worked = self._of_place(text, begin, places) and self._work.match(text, end)
            free = named or worked or self._eatery.match(text, start)
            called = named and bool(_CLAUSE.match(text, end))
            mark = text[begin:start]
            if self._bare.match(text, start, end) and not self._brand.issuperset(mark):
                continue
            marked = self._is_mark(mark, bool(free)) or (called and self._may_be_mark(mark))
            if not marked or self._not_before.search(left):
                continue
            bound = far != begin or self._before.search(left)
            if (named or bound) and (named or self._is_work(text, far, start, end)):
                return (far if named else begin), named
        return None

    def _of_place(self, text: str, begin: int, places: Sequence[tuple[int, int]]) -> bool:
        """Whether a place stands before a name (岳麓区的木子设计)."""
        end = begin - len(self._of) if text.endswith(self._of, 0, begin) else begin
        return any(other == end for _, other in places)

    def _is_work(self, text: str, far: int, start: int, end: int) -> bool:
        """Whether a name is that of a place of work; where people only go to, words must tell it."""
        if not self._visited.search(text[start:end]) or self._work.match(text[end : end + _NEAR]):
            return True
        alone = _CLAUSE.match(text[max(0, far - 1) : far]) or text.endswith(self._of, 0, far)
        return bool(alone and _CLAUSE.match(text[end:]))

    def _may_be_mark(self, mark: str) -> bool:
        """Whether no letter and no word of it speaks against a mark."""
        plain = self._stop.isdisjoint(mark) and not self._ordinary.search(mark)
        return plain and all(letter.isalpha() for letter in mark)

    def _is_mark(self, mark: str, free: bool) -> bool:
        """Whether letters are such as firms go by; nearly any are where marks are `free`."""
        if not self._may_be_mark(mark):
            return False
        known = sum(letter in self._brand for letter in mark)
        fitting = known + sum(letter in self._neutral for letter in mark)
        usual = 2 * known >= len(mark) and fitting >= len(mark) - 1
        return usual or (free and (known > 0 or fitting == len(mark)))


def _spans(text: str, places: Sequence[str]) -> list[tuple[int, int]]:
    """Where the places stand, without one that only crosses two words (西安 in 陕西安居)."""
    found = sorted(
        match.span() for place in set(places) for match in re.finditer(re.escape(place), text)
    )
    return [
        span
        for span in found
        if not any(one < span[0] < other < span[1] for one, other in found if (one, other) != span)
    ]


def _cuts_place(begin: int, end: int, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a mark would begin within a place, hold one, or hold hardly more than one."""
    return any(
        one < begin < other
        or (one >= begin and other >= end and one < end)
        or (one >= begin and other + _SHORTEST <= end)
        for one, other in places
    )


def _before_places(begin: int, places: Sequence[tuple[int, int]]) -> int:
    """Where the places begin that stand right before a name."""
    for _ in range(_PLACES):
        begin = min((one for one, other in places if other == begin), default=begin)
    return begin
