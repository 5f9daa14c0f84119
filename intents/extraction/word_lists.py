"""The shapes of intents/word_lists/*.yaml: one model a file, named as the file."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from intents.extraction.date_words import DateWords, DurationWords, EventWords, StandingWords
from intents.extraction.day_role_words import DayRoleWords
from intents.extraction.firm_words import FirmWords
from intents.extraction.kinds_beside import BesideWords
from intents.extraction.likeness import KindWeights
from intents.extraction.list_shape import ListShape, Words
from intents.extraction.money_words import MoneyWords
from intents.extraction.others import OthersWords
from intents.extraction.presumed import PresumedWords
from intents.extraction.rough_pay_words import RoughPayWords
from intents.extraction.terse_words import TerseWords


class Homophone(ListShape):
    """Words of one sound, typed one for another."""

    typed: str
    read: str


class ScriptWords(ListShape):
    """Traditional characters and the simplified ones they are read as, in parallel lines."""

    traditional: Words
    simplified: Words
    homophones: tuple[Homophone, ...] = ()

    @model_validator(mode="after")
    def _parallel(self) -> "ScriptWords":
        if len("".join(self.traditional)) != len("".join(self.simplified)):
            raise ValueError("traditional and simplified must have as many characters")
        return self


class NumeralWords(ListShape):
    """How numbers are written."""

    digits: str
    units: str
    tens_short: str
    one: str
    one_not_before: str
    digit_not_before: str
    letters: dict[str, str]
    with_measure: dict[str, str]
    starts_too: str
    unknown_before: str
    rough_after: Words
    unknown_after: Words
    range_marks: str
    in_a_row: tuple[str, ...]


class StatementLine(ListShape):
    """Patterns that state a fact or deny it, `sure` ones that settle it, and some that lean to it."""

    said: Words
    sure: tuple[str, ...] = ()
    leaning: tuple[str, ...] = ()
    denied: Words


class StatementWords(ListShape):
    """Facts that are said or denied."""

    pieces: dict[str, str]
    negators: str
    unsaid: str
    hypothetical: str
    others: str
    us: str
    together: str
    third: str
    kin: str
    asked: str
    facts: dict[str, StatementLine]


class CorrectionWords(ListShape):
    """Words that take back what was just said, a value denied for the next one (不是三个月 两个月), and
    a day told anew within its `month` (10月16号 不对 17号): `between` holds the words, `new` the day."""

    words: Words
    not_so: str
    unit_again: str
    counted_again: str
    day_again: str


class AnswerWords(ListShape):
    """Short answers to a question."""

    yes: Words
    no: Words
    yes_begins: str
    no_begins: str
    unknown: Words
    skip: Words
    unknown_within: str
    unknown_whether: str
    asks: str
    fillers: str
    alone: Words
    none_within: str
    number_rates: str
    number_with_unit: str
    grade: str
    pay_of_time: str
    until_now: str
    of_entry: str
    of_no_event: str
    of_no_entry: str
    paid_by_message: str
    of_habit: str
    of_debt: str
    part_of_month: str
    no_people: str
    other_days: str
    of_signing: str
    message_of_others: str
    of_leave: str
    ordinal: str
    letters: str
    month_list: str
    since: str
    beside_sum: str
    for_each: str
    pay_a_month: str


class CountWords(ListShape):
    """How many people are concerned, and how many contracts were signed."""

    about_ten: str
    measures: Words
    sort: str
    people: Words
    people_left: str
    people_right: str
    alone_left: str
    alone_right: str
    home_left: str
    pairs: str
    we_short: str
    we_left: str
    not_we_right: str
    not_people_left: str
    plus_me_left: str
    only_me: str
    renewals: Words
    contracts: Words


class TopicLine(ListShape):
    """One line: fires on `any`, with one of `with`, without `unless`, where the fact `needs` holds,
    for these kinds of worker; on `aside` only where no line fires, `behind` other kinds only where
    none of them does. What a `certain` one tells is never put aside by what the whole is like."""

    kind: str
    any: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    with_: Annotated[tuple[str, ...], Field(alias="with")] = ()
    unless: tuple[str, ...] = ()
    needs: str | None = None
    from_fact: str | None = None
    for_: Annotated[tuple[str, ...], Field(alias="for")] = ()
    not_for: tuple[str, ...] = ()
    side: bool = False
    certain: bool = False
    replaces: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


class TopicWords(ListShape):
    """Lines in order of weight, and the pieces their patterns share."""

    pieces: dict[str, str]
    negators: str | None = None
    supposed: str | None = None
    settled: str | None = None
    vague: Words = ()
    lines: tuple[TopicLine, ...]


class PlatformWords(ListShape):
    """Platforms by name, with every way they are written."""

    names: dict[str, Words]
    not_before: str
    not_after: str


class EmployerWords(ListShape):
    """How names of employers begin and end, and words that distinguish none."""

    characters: str
    legal_ends: Words
    cut_after: Words
    told: Words
    plain: Words
    brand: str
    brand_forms: str
    indefinite: str
    joined: str
    generic: Words
    known: Words
    known_not_after: str
    known_before: str


class PersonalLine(ListShape):
    """What is hidden: the whole of a match, or its group `hidden`."""

    kind: Literal["name", "employer", "place", "number"]
    find: str


class PersonalWords(ListShape):
    """What could tell who somebody is, and the marks put in its place."""

    marks: dict[str, str]
    double_surnames: Words
    surnames: str
    not_names: Words
    patterns: tuple[PersonalLine, ...]
    leftovers: tuple[PersonalLine, ...]


class WordLists(BaseModel):
    """All the lists of extraction; the folder holds others too, which are not read here."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    script: ScriptWords
    numerals: NumeralWords
    money: MoneyWords
    durations: DurationWords
    dates: DateWords
    statements: StatementWords
    standing: StandingWords
    corrections: CorrectionWords
    answers: AnswerWords
    counts: CountWords
    disputes: TopicWords
    kind_weights: KindWeights
    kinds_beside: BesideWords
    circumstances: TopicWords
    worker_kinds: TopicWords
    platforms: PlatformWords
    employers: EmployerWords
    firms: FirmWords
    events: EventWords
    day_roles: DayRoleWords
    others: OthersWords
    personal: PersonalWords
    terse: TerseWords
    rough_pay: RoughPayWords
    presumed: PresumedWords


def word_lists(values: Mapping[str, Any]) -> WordLists:
    """The word lists among the room's files (their values by path), typed."""
    lists = {PurePosixPath(n).stem: v for n, v in values.items() if n.startswith("word_lists/")}
    return WordLists.model_validate(lists)
