"""A date found in a text, and the year it is given where its own was not said."""

from dataclasses import dataclass, replace

from intents.extraction.found import Mention
from knowledge.law.partial_date import PartialDate, partial_date


@dataclass(frozen=True, slots=True)
class DateMention(Mention[PartialDate]):
    """A date; `own_year` is False where the year was worked out from today.

    `ends_span` marks the later of two dates joined by 到, `by_old_calendar` one of the almanac,
    `by_weekday` one that a day of the week tells.
    """

    own_year: bool
    ends_span: bool = False
    by_old_calendar: bool = False
    by_weekday: bool = False


def in_year(mention: DateMention, year: int) -> DateMention:
    """The same month and day in that year; the mention itself where there is no such day."""
    value = partial_date(year, mention.value.month, mention.value.day)
    return replace(mention, value=value) if value else mention
