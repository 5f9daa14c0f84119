"""A typed answer to one question: the value, or why there is none. Never an exception."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from intents.answer_kinds import Answer, NotUnderstood, Skipped, Understood
from intents.compiled import compiled
from intents.day_answers import are_listed, is_asked_for, may_be_coming, the_one_asked
from intents.extraction.date_mention import DateMention
from intents.extraction.extractor import Extractor
from intents.extraction.found import Value
from intents.intake_form import YES, Question
from intents.said_words import choices_within, without_unknown
from knowledge.law.partial_date import PartialDate

__all__ = ["Answer", "NotUnderstood", "Skipped", "Understood", "understand"]
LONGEST_ANSWER, LONGEST_STORY = 500, 4_000
_MOST_YEARS = 60
_MOST_PEOPLE = 9_999
SIGNED_ON = "contract_signed_on"
EVENT_KIND, OTHER_EVENTS = "event_kind", frozenset({"injury", "diagnosis"})


def understand(question: Question, text: str, today: date, extractor: Extractor) -> Answer:
    """What the text says in answer to the question; dates are read against `today`."""
    said = text.strip()[: LONGEST_STORY if question.type == "text" else LONGEST_ANSWER]
    if not said:
        return NotUnderstood("empty")
    return _Reading(question, said, today, extractor).answer()


class _Reading:
    """One answer being read: the text folded, and stripped of fillers."""

    def __init__(self, question: Question, said: str, today: date, extractor: Extractor) -> None:
        self.question, self.said, self.today, self.extractor = question, said, today, extractor
        self.words = extractor.words.answers
        self.folded = extractor.plain(said).casefold().strip()
        self.last = extractor.corrections.last_part(self.folded)
        self.bare = (
            compiled(self.words.fillers).sub("", self.last.strip()).strip() or self.last.strip()
        )

    def answer(self) -> Answer:
        """Skipping first, then the value, then why there is none."""
        if self._skips():
            return Skipped(self.said)
        read = _READERS[self.question.type](self)
        if isinstance(read, NotUnderstood):
            return self._instead(read)
        return Understood(read, self.said)

    def _skips(self) -> bool:
        """A whole message that passes; a choice that says the same goes before."""
        plain = self.folded.strip(_EDGES)
        if _choices_saying(self, lambda word: word == plain):
            return False
        nothing = self.words.no if self.question.type == "text" else self.question.nothing
        passing = (*nothing, *self.words.skip, *self.words.unknown)
        return plain in passing or bool(compiled(self.words.unknown_whether).search(plain))

    def _instead(self, read: NotUnderstood) -> Answer:
        if read.reason == "unreadable" and self.asks():
            return NotUnderstood("question")
        if read.reason == "unreadable" and compiled(self.words.unknown_within).search(self.folded):
            return Skipped(self.said)
        return read

    def asks(self) -> bool:
        """Whether it sounds like a question."""
        return bool(compiled(self.words.asks).search(self.folded))

    def stated(self) -> Value | None:
        """The fact of this question as a whole sentence states it (我是去年8月入职的)."""
        found = self.extractor.read(self.said, self.today).get(self.question.id)
        return found.value if found else None


_EDGES = " \t。.，,！!?？~～、…"
_UNREADABLE = NotUnderstood("unreadable")
_Read = Value | NotUnderstood


def _money(reading: _Reading) -> _Read:
    stated = reading.stated()
    if isinstance(stated, Decimal):
        return stated
    for text in (reading.bare, reading.last, reading.folded):
        value = reading.extractor.money.bare(text)
        if value is not None:
            return value
    return _UNREADABLE


def _is_of_other_event(reading: _Reading) -> bool:
    """10月19号拖地滑倒, asked when the pay was due; 怀孕是9月查出来的, asked when notice was given."""
    kinds = reading.question.event_kinds
    told = reading.extractor.read(reading.said, reading.today).get(EVENT_KIND)
    return bool(kinds) and told is not None and told.value in OTHER_EVENTS - {*kinds}


def _date(reading: _Reading) -> _Read:
    stated = reading.stated()
    if isinstance(stated, PartialDate):
        return _UNREADABLE if _is_of_other_event(reading) else _not_future(stated, reading)
    asked = is_asked_for(reading.question, reading.said, reading.today, reading.extractor)
    if _is_of_other_day(reading) or not asked:
        return _UNREADABLE
    for text in (reading.bare, reading.last):
        own = reading.extractor.own_days(text, reading.today)
        mentions = reading.extractor.dates.bare(own, reading.today)
        if mentions:
            return _of_mentions(reading, mentions, text, own)
    return _since(reading)


def _of_mentions(reading: _Reading, mentions: Sequence[DateMention], text: str, own: str) -> _Read:
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


def _is_of_other_day(reading: _Reading) -> bool:
    """昨天做的手术, 今年7月签的: a day of something else than what is asked."""
    words = reading.words
    signed = reading.question.id != SIGNED_ON and compiled(words.of_signing).search(reading.folded)
    return bool(signed or compiled(words.other_days).search(reading.folded))


def _end_of_span(reading: _Reading, dates: list[PartialDate]) -> _Read:
    """Of a span, the end the question is about; two dates otherwise decide nothing."""
    if reading.question.id == "employed_from":
        return _not_future(dates[0], reading)
    if reading.question.id == "employed_to":
        return _not_future(dates[-1], reading)
    return NotUnderstood("ambiguous")


def _since(reading: _Reading) -> _Read:
    """For the first day at work, a length of service says the year or the month (三年了)."""
    lengths = reading.extractor.durations.find(reading.last)
    paid = compiled(reading.words.pay_of_time).search(reading.folded)
    other = paid or compiled(reading.words.of_leave).search(reading.folded)
    if reading.question.id != "employed_from" or len(lengths) != 1 or other:
        return _UNREADABLE
    value = reading.extractor.dates.before(lengths[0].value, reading.today)
    return value if value is not None else _UNREADABLE


def _not_future(value: PartialDate, reading: _Reading) -> _Read:
    return NotUnderstood("future") if value.first_day > reading.today else value


def _months(reading: _Reading) -> _Read:
    lengths = {mention.value.months for mention in reading.extractor.durations.find(reading.last)}
    lengths.discard(None)
    if len(lengths) == 1:
        return _whole(lengths.pop() or Decimal(0))
    if listed := compiled(reading.words.month_list).fullmatch(reading.bare):
        return len(reading.extractor.dates.month_numbers(listed.group()))
    number = reading.extractor.numerals.read(reading.bare)
    number = number or reading.extractor.months_named(reading.last, reading.today)
    return _whole(number) if number and 0 < number <= 360 and not lengths else _UNREADABLE


def _whole(number: Decimal) -> Value:
    return int(number) if number == int(number) else number


def _number(reading: _Reading) -> _Read:
    """A total of hours or days, a grade; so many a day (每天2小时) is no total."""
    words, plain = reading.words, reading.folded.strip(_EDGES)
    if plain in words.no or reading.bare in words.no or compiled(words.none_within).search(plain):
        return Decimal(0)
    if compiled(words.number_rates).search(reading.folded):
        return _UNREADABLE
    for text in (reading.bare, reading.last.strip(_EDGES)):
        match = compiled(words.grade).search(reading.folded)
        match = match or compiled(words.number_with_unit).fullmatch(text)
        number = reading.extractor.numerals.read(match["number"]) if match else None
        if number is not None:
            return number
    return _UNREADABLE


def _years(reading: _Reading) -> _Read:
    lengths = {mention.value.months for mention in reading.extractor.durations.find(reading.last)}
    lengths.discard(None)
    if len(lengths) == 1:
        return ((lengths.pop() or Decimal(0)) / 12).quantize(Decimal("0.01"))
    number = _UNREADABLE if lengths else _number(reading)
    return _UNREADABLE if isinstance(number, Decimal) and number > _MOST_YEARS else number


def _place(reading: _Reading) -> _Read:
    adcodes = reading.extractor.located(reading.folded)
    if len(adcodes) == 1:
        return adcodes[0]
    return NotUnderstood("ambiguous", adcodes) if adcodes else _UNREADABLE


def _choice(reading: _Reading) -> _Read:
    index = _ordinal(reading)
    if index is not None:
        return reading.question.choices[index].id
    exact = _choices_saying(
        reading, lambda word: word in (reading.bare, reading.folded.strip(_EDGES))
    )
    if len(exact) == 1:
        return exact[0]
    if reading.asks():
        return _UNREADABLE
    within = choices_within(reading.question, reading.last)
    if len(within) == 1 or (within and reading.question.best_first):
        return within[0]
    return NotUnderstood("ambiguous") if within else _UNREADABLE


def _choices_saying(reading: _Reading, fits: Callable[[str], bool]) -> list[str]:
    return [
        choice.id
        for choice in reading.question.choices
        if any(fits(word.casefold()) for word in (choice.label, *choice.say))
    ]


def _ordinal(reading: _Reading) -> int | None:
    """The place of a choice: 1, 第一个, A."""
    text, count = reading.bare.strip(_EDGES), len(reading.question.choices)
    if len(text) == 1 and text in reading.words.letters[:count]:
        return reading.words.letters.index(text)
    match = compiled(reading.words.ordinal).match(text)
    number = reading.extractor.numerals.read(match.group(1)) if match else None
    return int(number) - 1 if number is not None and 1 <= number <= count else None


def _yes_no(reading: _Reading) -> _Read:
    plain = reading.folded.strip(_EDGES)
    for text in (plain, reading.last.strip(_EDGES)):
        if text in reading.words.no:
            return False
        if text in reading.words.yes:
            return True
    chosen = _choice(reading)
    if isinstance(chosen, str):
        return chosen == YES
    if reading.asks():
        return _UNREADABLE
    stated = reading.stated()
    if isinstance(stated, bool):
        return stated
    if compiled(reading.words.no_begins).match(plain):
        return False
    return True if compiled(reading.words.yes_begins).match(plain) else _UNREADABLE


def _count(reading: _Reading) -> _Read:
    if {reading.bare.strip(_EDGES), reading.folded.strip(_EDGES)} & set(reading.words.alone):
        return 1
    stated = reading.stated()
    if isinstance(stated, int) and not isinstance(stated, bool):
        return stated
    if compiled(reading.words.no_people).search(reading.folded):
        return _UNREADABLE
    number = reading.extractor.counts.bare(reading.last)
    return number if number is not None and 0 < number <= _MOST_PEOPLE else _UNREADABLE


def _text(reading: _Reading) -> _Read:
    """Words as they are; for a short question (a name) a question is not an answer."""
    stated = reading.stated()
    if isinstance(stated, str):
        return stated
    if reading.question.id == "story":
        return reading.said
    if _is_no_name(reading):
        return _UNREADABLE
    return without_unknown(reading.said, reading.words.unknown)


def _is_no_name(reading: _Reading) -> bool:
    """A question, a day, a sum or a mere place where a name was asked for."""
    if reading.extractor.is_place(reading.bare):
        return True
    dates = reading.extractor.dates.find(reading.folded, reading.today)
    return bool(reading.asks() or dates or reading.extractor.money.find(reading.folded, []))


_READERS: dict[str, Callable[[_Reading], _Read]] = {
    "money": _money,
    "date": _date,
    "months": _months,
    "place": _place,
    "choice": _choice,
    "yes_no": _yes_no,
    "count": _count,
    "number": _number,
    "years": _years,
    "text": _text,
}
