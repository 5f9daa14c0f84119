"""What a typed answer may turn out to be: a value, a pass, or why there is neither."""

from dataclasses import dataclass
from typing import Literal

from intents.extraction.found import Value

Reason = Literal["empty", "question", "ambiguous", "future", "unreadable"]


@dataclass(frozen=True, slots=True)
class Understood:
    """The value of the answer, in the type of the question, and the words it was said in.

    money: Decimal in yuan; date: PartialDate; months: int, or Decimal where halves were said;
    number, years: Decimal; place: adcode; choice: its id; yes_no: bool; count: int; text: str.
    """

    value: Value
    said: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """The worker does not know, or would rather not say."""

    said: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Why no value was read; `options` are the adcodes of an ambiguous place.

    question: a question came instead of an answer; ambiguous: more than one place or value;
    future: a day that has not come yet; unreadable: something else; empty: nothing at all.
    """

    reason: Reason
    options: tuple[str, ...] = ()


Answer = Understood | Skipped | NotUnderstood
