"""The shapes of the word lists about time: lengths, dates, and what happened on them."""

from datetime import date
from typing import Annotated

from pydantic import Field

from intents.extraction.list_shape import ListShape, Words


class DurationWords(ListShape):
    """Lengths of time."""

    measure: str
    half: str
    year: str
    month: str
    and_: Annotated[str, Field(alias="and")]
    short: str
    received: str
    not_after_year: str
    list_marks: str
    ordinal: str
    days: dict[str, int]


class Holiday(ListShape):
    """A holiday: a fixed day, a month where it lasts longer, or one listed day a year."""

    words: Words
    month: int | None = None
    day: int | None = None
    days: tuple[date, ...] = ()


class FestivalWords(ListShape):
    """Festivals and the three months of the old calendar that people still count by."""

    holidays: tuple[Holiday, ...]
    after_new_year: Words
    new_years: tuple[date, ...]
    short: tuple[int, ...]
    short_eleventh: tuple[int, ...]
    first_month: Words
    last_month: Words
    eleventh_month: Words
    that_day: str
    steps: dict[str, int]
    rough: Words
    before: Words
    just_before: Words


class ToldYearWords(ListShape):
    """A year told apart from its months: by which words it stands for all that is told, and which
    tell of another time."""

    year: str
    topic: str
    begins: str
    said_of: str
    ends: str
    anew: str
    later: str
    work_begun: str
    at_entry: str
    put_right: str
    other_end: str
    chained: str
    same: str
    next: str


class DateWords(ListShape):
    """Dates: forms, and words for years, months and days as steps from today."""

    numbers: dict[str, str]
    marked: str
    blank: str
    forms: Words
    bare_forms: Words
    word_years: dict[str, int]
    word_months: dict[str, int]
    word_days: dict[str, int]
    weeks: dict[str, int]
    weekdays: str
    just_now: Words
    recent: dict[str, int]
    festivals: FestivalWords
    moon_months: dict[int, tuple[date, ...]]
    told_years: ToldYearWords
    zero_letters: str
    since: str
    since_unit: str
    small_digits: str
    first: str
    ten: str
    ago: str
    coming: str
    coming_soon: str
    coming_soon_before: str
    coming_before: str
    before: str
    span: str
    weekday_beside: str


class EventLine(ListShape):
    """Which facts a date gives, told by the words on its right or on its left (or `both`).

    `far` words may stand two commas further on.
    """

    gives: Words
    right: str | None = None
    left: str | None = None
    both: bool = False
    platform_only: bool = False
    no_day: bool = False
    whole_day: bool = False
    far: bool = False


class ArrearsWords(ListShape):
    """Lengths of time without pay, and lists of months without pay."""

    pay: str
    settled: str
    owing: str
    worked: str
    nothing: str
    held: str
    ruled: str
    unmet: str
    rate_left: str
    rate: str
    owed: str
    owed_needs: str
    left: str
    left_needs: str
    right: str
    months_before: str
    months_after: str
    single: str
    counted: str
    chained: str
    owed_month: str
    owed_sum: str
    made_good: str
    open: str
    list: str


class LeftOverWords(ListShape):
    """What the only day without a meaning is, by the matter; words that make it none."""

    is_: Annotated[dict[str, str], Field(alias="is")]
    before: str
    after: str
    moved: str
    cut: str


class FollowingWords(ListShape):
    """Kinds of dispute that tell who is hurt, and kinds that tell of an end."""

    hurt: Words
    of_body: str
    not_hurt: Words
    leaving: Words
    dismissed: str
    foremost: dict[str, str]
    moved: str
    going: Words


class EventWords(ListShape):
    """What dates are, and how events that compete are settled."""

    pieces: dict[str, str]
    lines: tuple[EventLine, ...]
    hypothetical: str
    alone: str
    alone_clause: str
    bare_notice: str
    alone_is: dict[str, str]
    no_event: str
    tells: str
    from_: Annotated[str, Field(alias="from")]
    pay_day: str
    ends: str
    up_to: str
    goes_on: str
    stops: str
    span_by_work: str
    span_of_work: str
    span_after_work: str
    span_of_arrears: str
    apart: str
    others: str
    span_of_other: str
    stages: Words
    earlier: dict[str, Words]
    left_over: LeftOverWords
    following: FollowingWords
    arrears: ArrearsWords


class StandingWords(ListShape):
    """What else tells whether somebody still works there."""

    not_renewed: str
    gone: str
    former: str
    others_gone: str
    others_stay: str
    ends_soon: str
    same_day: str
    gone_today: str
    present: Words
    likely: Words
    parted: Words
    left: Words
    kept: Words
    surely: Words
