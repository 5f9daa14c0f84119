"""The day that answers a question: the one stated, the one asked of several, the end of a span."""

from collections.abc import Sequence

from intents.answer_kinds import NotUnderstood
from intents.answer_reading import UNREADABLE, Read, Reading
from intents.compiled import compiled
from intents.day_answers import are_listed, is_asked_for, may_be_coming, the_one_asked
from intents.extraction.date_mention import DateMention
from knowledge.law.partial_date import PartialDate

SIGNED_ON = "contract_signed_on"
EVENT_KIND, OTHER_EVENTS = "event_kind", frozenset({"injury", "diagnosis"})


def _is_of_other_event(reading: Reading) -> bool:
    """10月19号拖地滑倒, asked when the pay was due; 怀孕是9月查出来的, asked when notice was given."""
    kinds = reading.question.event_kinds
    told = reading.extractor.read(reading.said, reading.today).get(EVENT_KIND)
    return bool(kinds) and told is not None and told.value in OTHER_EVENTS - {*kinds}


def read(reading: Reading) -> Read:
    """The day, month or year the words give in answer; why there is none."""
    stated = reading.stated()
    if isinstance(stated, PartialDate):
        return UNREADABLE if _is_of_other_event(reading) else _not_future(stated, reading)
    asked = is_asked_for(reading.question, reading.said, reading.today, reading.extractor)
    if _is_of_other_day(reading) or not asked:
        return UNREADABLE
    for text in (reading.bare, reading.last):
        own = reading.extractor.own_days(text, reading.today)
        mentions = reading.extractor.dates.bare(own, reading.today)
        if mentions:
            return _of_mentions(reading, mentions, text, own)
    return _since(reading)


def _of_mentions(reading: Reading, mentions: Sequence[DateMention], text: str, own: str) -> Read:
    """The one day named, or of several the one asked, or the end of a span."""
    if len({mention.value for mention in mentions}) == 1:
        coming = may_be_coming(reading.question, mentions[0], text, reading.today)
        return NotUnderstood("future") if coming else _not_future(mentions[0].value, reading)
    if are_listed(mentions):
        return NotUnderstood("ambiguous")
    one = the_one_asked(reading.question, own, mentions, reading.extractor)
    if one is not None:
        return _not_future(one.value, reading)
    return _end_of_span(reading, [mention.value for mention in mentions])


def _is_of_other_day(reading: Reading) -> bool:
    """昨天做的手术, 今年7月签的: a day of something else than what is asked."""
    words = reading.words
    signed = reading.question.id != SIGNED_ON and compiled(words.of_signing).search(reading.folded)
    return bool(signed or compiled(words.other_days).search(reading.folded))


def _end_of_span(reading: Reading, dates: list[PartialDate]) -> Read:
    """Of a span, the end the question is about; two dates otherwise decide nothing."""
    if reading.question.id == "employed_from":
        return _not_future(dates[0], reading)
    if reading.question.id == "employed_to":
        return _not_future(dates[-1], reading)
    return NotUnderstood("ambiguous")


def _since(reading: Reading) -> Read:
    """For the first day at work, a length of service says the year or the month (三年了)."""
    lengths = reading.extractor.durations.find(reading.last)
    paid = compiled(reading.words.pay_of_time).search(reading.folded)
    other = paid or compiled(reading.words.of_leave).search(reading.folded)
    if reading.question.id != "employed_from" or len(lengths) != 1 or other:
        return UNREADABLE
    value = reading.extractor.dates.before(lengths[0].value, reading.today)
    return value if value is not None else UNREADABLE


def _not_future(value: PartialDate, reading: Reading) -> Read:
    return NotUnderstood("future") if value.first_day > reading.today else value
