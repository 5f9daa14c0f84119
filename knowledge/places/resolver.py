"""Reads the place of work out of a sentence.

How it goes: find every written form of a place (Aho-Corasick over all names); keep the longest
that do not overlap; join neighbours into runs (成都新都, 深圳宝安西乡); inside a run keep only the
meanings that fit each other; tell from the words around a run whether it is where the work is
done, home, or the employer's seat; of the places of work take what is said. Names shared by
several regions stay ambiguous: the worker is asked, never guessed for. The only module that
imports ahocorasick.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import ahocorasick

from knowledge.places.gazetteer import FULL, Gazetteer
from knowledge.places.meanings import Meaning, confirmed, is_quarter, joined, opening, settled
from knowledge.places.place_words import PlaceWords
from knowledge.places.places import Places
from knowledge.places.roles import Role, Roles

MOST_CHARACTERS = 20_000
MOST_MENTIONS = 60
WIDEST_JOINT = 3
LONGEST_SHORT_TOWN = 6
EAGER_CHARACTERS = 60
_AT_WORK = ("work", "bare", "company")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One run of place names in the text: what it says, where, what it means, in what role."""

    text: str
    start: int
    end: int
    adcodes: tuple[str, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The place of work: no adcode where none is named, several where the worker must be asked.

    `town_codes` and `zones` narrow a single adcode; `employer_adcodes` is where the text puts
    the employer's registered seat.
    """

    adcodes: tuple[str, ...] = ()
    town_codes: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    employer_adcodes: tuple[str, ...] = ()
    mentions: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    meaning: Meaning
    role: Role


class Resolver:
    """Reads places by the gazetteer and word lists of `places`; made once, then never changed."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._gazetteer = Gazetteer(places)
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
        for name in self._gazetteer.names():
            self._automaton.add_word(name)
        self._automaton.make_automaton()
        self._roles = Roles(places.words)
        self._widths = _widths(places.words)
        self._joints = frozenset(places.words.joints)
        self._quarter_endings = frozenset(places.words.quarter_endings)
        self._clause_ends = frozenset(places.words.clause_ends)

    def read(self, text: str, within: str | None = None) -> PlaceReading:
        """The place of work in `text`, whose first 20,000 characters are read. Never raises.

        `within` is a region already known, when the worker was asked which part of it is meant:
        then short and ambiguous names (南山, 西乡, 光明) are looked for there first.
        """
        plain = text[:MOST_CHARACTERS].translate(self._widths)
        if not len(self._automaton):
            return PlaceReading()
        found = [run for run in self._runs(plain, self._context(within)) if run.meaning.regions]
        runs = self._settled(self._without_quarters(plain, found))
        chosen = _chosen([run for run in runs if not self._is_taken_back(plain, run)], self._places)
        employer = [run.meaning for run in runs if run.role in ("seat", "company")]
        return PlaceReading(
            adcodes=_merged(code for meaning in chosen for code in meaning.adcodes),
            town_codes=_merged(code for meaning in chosen for code in meaning.town_codes),
            zones=_merged(zone for meaning in chosen for zone in meaning.zones),
            employer_adcodes=employer[0].adcodes if len(employer) == 1 else (),
            mentions=tuple(
                PlaceMention(
                    text[run.start : run.end], run.start, run.end, run.meaning.adcodes, run.role
                )
                for run in runs
            ),
        )

    def _without_quarters(self, text: str, runs: Sequence[_Run]) -> list[_Run]:
        """The runs without streets and quarters of the place right before them."""
        kept: list[_Run] = []
        for run in runs:
            last = kept[-1] if kept else None
            quarter = (
                last is not None
                and last.role != "home"
                and (run.role == "bare" or text[run.end : run.end + 1] in self._quarter_endings)
                and self._stands_by(text, last.end, run.start)
                and is_quarter(last.meaning, run.meaning, self._places)
            )
            if not quarter:
                kept.append(run)
        return kept

    def _stands_by(self, text: str, end: int, start: int) -> bool:
        """Whether nothing but blanks and joints stands between two names."""
        between = text[end:start]
        return len(between) <= WIDEST_JOINT and all(
            sign in self._joints or sign.isspace() for sign in between
        )

    def _follows(self, text: str, end: int, start: int) -> bool:
        """Whether hardly anything stands between two names."""
        between = text[end:start]
        return len(between) <= WIDEST_JOINT and all(sign in self._joints for sign in between)

    def _is_taken_back(self, text: str, run: _Run) -> bool:
        return self._roles.is_taken_back(text, text[run.start : run.end], run.end)

    def _settled(self, runs: Sequence[_Run]) -> list[_Run]:
        """The runs, their ambiguities cut down by one another (鼓楼 ... 南京的) and by rank."""
        found: list[_Run] = []
        for run in runs:
            others = [other.meaning for other in runs if other is not run and other.role != "home"]
            meaning = settled(confirmed(run.meaning, others, self._places), self._places)
            found.append(replace(run, meaning=meaning))
        return found

    def _context(self, within: str | None) -> Meaning | None:
        region = self._places.region(within)
        return None if region is None else Meaning({region.adcode: FULL})

    def _runs(self, text: str, context: Meaning | None) -> Iterator[_Run]:
        """The runs of the text, left to right, each with its role."""
        spans = self._spans(text, eager=context is not None)
        index = 0
        while index < len(spans):
            start, end = spans[index]
            meaning = self._opened(text, start, end, self._next(spans, index, text), context)
            while index + 1 < len(spans):
                wider = self._joined(text, meaning, end, spans[index + 1])
                if wider is None:
                    break
                index += 1
                meaning, end = wider, spans[index][1]
            yield _Run(
                start,
                end,
                meaning,
                self._roles.of(text, start, end, self._next(spans, index, text)),
            )
            index += 1

    def _opened(
        self, text: str, start: int, end: int, until: int, context: Meaning | None
    ) -> Meaning:
        """What the first name of a run means, first of all as a part of the known region."""
        name = text[start:end]
        term = self._gazetteer.term(name)
        evidence = self._roles.evidence(text, start, end, until)
        inside = joined(context, term, evidence.is_led, self._places) if context else None
        return inside or opening(term, name, evidence, self._places)

    def _next(self, spans: Sequence[tuple[int, int]], index: int, text: str) -> int:
        return spans[index + 1][0] if index + 1 < len(spans) else len(text)

    def _joined(
        self, text: str, meaning: Meaning, end: int, span: tuple[int, int]
    ) -> Meaning | None:
        if not self._follows(text, end, span[0]):
            return None
        between = text[end : span[0]]
        close = len(between) <= 1 and between not in self._clause_ends
        return joined(
            meaning, self._gazetteer.term(text[slice(*span)]), close or not between, self._places
        )

    def _spans(self, text: str, eager: bool) -> list[tuple[int, int]]:
        """The longest non-overlapping forms, left to right, those that only look like places left out.

        A town's short name is looked for right after another place, or anywhere if `eager`.
        """
        hits = [(last + 1 - length, last + 1) for last, length in self._automaton.iter(text)]
        firm = {hit for hit in hits if self._gazetteer.is_firm(text[slice(*hit)])}
        taken = bytearray(len(text))
        kept: list[tuple[int, int]] = []
        for start, end in sorted(firm, key=lambda hit: (hit[0] - hit[1], hit[0])):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                kept.append((start, end))
        places = [
            span for span in sorted(kept) if not self._gazetteer.is_masked(text[slice(*span)])
        ]
        starts = range(min(len(text), EAGER_CHARACTERS)) if eager else self._after(places)
        return sorted([*places, *self._short_towns(text, starts, taken)])[:MOST_MENTIONS]

    def _after(self, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
        for _, end in spans[:MOST_MENTIONS]:
            yield from (end, end + 1)

    def _short_towns(
        self, text: str, starts: Iterable[int], taken: bytearray
    ) -> Iterator[tuple[int, int]]:
        """Short town names that begin at `starts` where no other form stands."""
        for start in starts:
            for end in range(min(start + LONGEST_SHORT_TOWN, len(text)), start + 1, -1):
                if not any(taken[start:end]) and self._gazetteer.is_town(text[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    yield start, end
                    break


def _chosen(runs: Sequence[_Run], places: Places) -> list[Meaning]:
    """The meaning of the run that says where the work is done, least doubtful role first.

    Of several places the first counts, as closely as another mention says it; where the work
    went on elsewhere, both are asked about.
    """
    later = [run.meaning for run in runs if run.role == "later"]
    for role in ("work", "bare", "company", "name", "kin"):
        found = [run.meaning for run in runs if run.role == role]
        if found:
            inner = [
                run.meaning
                for run in runs
                if run.role in (*_AT_WORK, "kin") and _surrounds(found[0], run.meaning, places)
            ]
            return _deepest([*(inner[:1] or found[:1]), *later], places)
    return later


def _deepest(meanings: Sequence[Meaning], places: Places) -> list[Meaning]:
    """Without those that only name a region around another one."""
    return [
        meaning
        for meaning in meanings
        if not any(_surrounds(meaning, other, places) for other in meanings)
    ]


def _surrounds(outer: Meaning, inner: Meaning, places: Places) -> bool:
    pairs = [(one, other) for one in outer.adcodes for other in inner.adcodes]
    return outer.adcodes != inner.adcodes and any(
        places.contains(one, other) for one, other in pairs if one != other
    )


def _merged(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _widths(words: PlaceWords) -> dict[int, int | str]:
    """Traditional to simplified and full width to half width, one character for one."""
    full = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    pairs = zip("".join(words.traditional.split()), "".join(words.simplified.split()), strict=False)
    return {**full, 0x3000: " ", **{ord(old): new for old, new in pairs}}
