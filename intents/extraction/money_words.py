"""The shapes of the word list about sums of money."""

from typing import Literal

from intents.extraction.list_shape import ListShape, Words


class RoleLine(ListShape):
    """What a sum is, told by the words on its left and right, in a message that speaks of `needs`
    and not of `unless`. Of wages, those of the lowest rank count."""

    role: Literal[
        "monthly_wage", "amount_claimed", "total", "rest", "agreed", "paid", "theirs", "other"
    ]
    left: str | None = None
    right: str | None = None
    needs: str | None = None
    unless: str | None = None
    rank: int = 1


class PartsWords(ListShape):
    """Sums owed one by one: what joins them, stands before the first or after the last; and fees."""

    join: str
    left: str
    right: str
    unless: str
    fees_paid: str
    fees_kept: str
    fee_left: str
    fee_right: str


class PieceWords(ListShape):
    """So much a `unit` and so many of them ({number}), and where it is settled."""

    rates: Words
    counts: Words
    settled: str


class DailyWords(ListShape):
    """Pay by the day and the days worked ({number}), and whether it is owed, by half or not at all;
    then the same by the piece, whose units are the `same` under several names."""

    yuan: str
    tenths: str
    rates: Words
    days: Words
    owed: str
    half: str
    settled: str
    pieces: tuple[PieceWords, ...]
    same: dict[str, str]


class RemainderWords(ListShape):
    """Before a total that is itself what is left, what leaves something after a payment, what
    joins several payments, and what tells that they fell short."""

    owed: str
    left: str
    listed: str
    short: str


class MoneyWords(ListShape):
    """Sums: units, what is not money, and which words make a sum a wage or a claim."""

    units: Words
    signs: str
    after_one: str
    after_tenth: str
    measures: Words
    not_measures: str
    pieces_before: str
    pieces_not_after: str
    ordinal: str
    date_marks: Words
    call_before: str
    together: str
    short_lines: Words
    lines: Words
    pieces: dict[str, str]
    roles: tuple[RoleLine, ...]
    total_needs: str
    base_left: str
    bonus_left: str
    least_wage: int
    least_of_month: int
    month_before: str
    claim_left: str
    parts: PartsWords
    remainder: RemainderWords
    daily: DailyWords
