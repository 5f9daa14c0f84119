"""How many people have the same trouble, and how many contracts were signed."""

import re
from collections.abc import Iterator

from intents.extraction.found import Found
from intents.extraction.numerals import Numerals
from intents.extraction.patterns import all_matches, either, sentence_after, sentence_before
from intents.extraction.word_lists import CountWords, NumeralWords

_LEFT, _RIGHT = 16, 12
_MOST = 99_999
_MOST_CONTRACTS = 20


class CountReader:
    """Counts people and contracts; a count that nothing ties to the trouble is left out."""

    def __init__(self, words: CountWords, numbers: NumeralWords, numerals: Numerals) -> None:
        self._numerals = numerals
        self._short = dict(numbers.with_measure)
        self._about_ten = words.about_ten
        self._unknown = frozenset(numbers.unknown_before)
        number = f"(?:{numerals.token}|[{''.join(self._short)}])"
        rough = f"(?P<rough>{either(numbers.rough_after)})?"
        measure = f"(?:{either(words.measures)})?"
        vague = f"(?P<vague>{either(numbers.unknown_after)})?"
        self._people = re.compile(
            rf"(?P<number>{number}){vague}{rough}\s?{measure}(?:{words.sort})?(?:{either(words.people)})"
        )
        self._bare = re.compile(
            rf"(?P<number>{number}){vague}{rough}\s?{measure}(?:{either(words.people)})?"
        )
        self._left, self._right = re.compile(words.people_left), re.compile(words.people_right)
        self._alone_left = re.compile(words.alone_left)
        self._alone_right = re.compile(words.alone_right)
        self._pairs = re.compile(words.pairs)
        self._home = re.compile(words.home_left)
        self._we_short = re.compile(words.we_short)
        self._we_left = re.compile(words.we_left)
        self._not_we_right = re.compile(words.not_we_right)
        self._not_left = re.compile(words.not_people_left)
        self._plus_me, self._only_me = re.compile(words.plus_me_left), re.compile(words.only_me)
        self._contracts = [re.compile(form.replace("{number}", number)) for form in words.contracts]
        self._renewals = [re.compile(form.replace("{number}", number)) for form in words.renewals]

    def read(self, text: str) -> dict[str, Found]:
        """`people_count`, which is only presumed where it is rough, and `contract_count`."""
        facts = {}
        people, contracts = list(self._people_said(text)), list(self._contracts_said(text))
        if people:
            facts["people_count"] = max(people, key=lambda found: int(str(found.value)))
        if all(found.value == 1 for found in contracts):  # 第一次合同到期后又续了三年
            contracts = list(self._renewed(text)) or contracts
        if contracts:
            facts["contract_count"] = max(contracts, key=lambda found: int(str(found.value)))
        return facts

    def bare(self, text: str) -> int | None:
        """The one count of an answer: 12, 十二个人, 我们仨."""
        counts = {self._count(match, text) for match in self._bare.finditer(text)}
        counts.discard(None)
        return counts.pop() if len(counts) == 1 else None

    def _people_said(self, text: str) -> Iterator[Found]:
        if alone := self._only_me.search(text):
            yield Found(1, alone.group(), *alone.span())
        if pair := self._pairs.search(text):
            yield Found(2, pair.group(), *pair.span())
        for match in self._we_short.finditer(text):
            if (count := self._count(match, text)) is not None:
                yield Found(count, match.group(), *match.span())
        for match in self._people.finditer(text):
            if (count := self._people_of(match, text)) is not None:
                yield Found(count, match.group(), *match.span(), presumed=bool(match["rough"]))

    def _people_of(self, match: re.Match[str], text: str) -> int | None:
        """How many people the match counts; None where nothing ties them to the trouble."""
        left = sentence_before(text, match.start(), _LEFT)
        count = self._count(match, text)
        if count is None:
            return None
        if self._plus_me.search(left):
            return count + 1
        return count if count > 1 and self._concerned(text, match, left) else None

    def _concerned(self, text: str, match: re.Match[str], left: str) -> bool:
        right = sentence_after(text, match.end(), _RIGHT)
        if self._not_left.search(left):
            return bool(self._right.match(right)) and not self._home.search(left)
        ours = self._we_left.search(left) and not self._not_we_right.match(right)
        told = ours or self._right.match(right) or self._left.search(left)
        told = told or (self._alone_left.search(left) and self._alone_right.match(right))
        return bool(told) and not self._home.search(left)

    def _contracts_said(self, text: str) -> Iterator[Found]:
        for form in self._contracts:
            for match in form.finditer(text):
                count = self._count(match, text)
                if count is not None and count <= _MOST_CONTRACTS:
                    yield Found(count, match.group(), *match.span())

    def _renewed(self, text: str) -> Iterator[Found]:
        """The first contract and as many as it was renewed."""
        matches = sorted(all_matches(self._renewals, text), key=lambda match: match.start())
        counts = [self._count(m, text) if "number" in m.groupdict() else 1 for m in matches]
        known = [count for count in counts if count is not None]
        if known and len(known) == len(counts) and sum(known) < _MOST_CONTRACTS:
            yield Found(1 + sum(known), matches[0].group(), *matches[0].span())

    def _count(self, match: re.Match[str], text: str) -> int | None:
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        token = match["number"]
        if match.groupdict().get("vague"):
            return None
        if text[match.end("number") :].startswith(self._about_ten) and len(token) == 1:
            return None  # ten or so
        number = self._numerals.read(self._short.get(token, token))
        if number is None or number != int(number) or (before and before in self._unknown):
            return None
        return int(number) if 0 < number <= _MOST else None
