"""A typed answer to one question: the value, or why there is none. Never an exception."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from intents import date_answers
from intents.answer_kinds import Answer, NotUnderstood, Skipped, Understood
from intents.answer_reading import UNREADABLE, Read, Reading
from intents.compiled import compiled
from intents.extraction.extractor import Extractor
from intents.extraction.found import Value
from intents.intake_form import YES, Question
from intents.said_words import choices_within, without_unknown

__all__ = ["Answer", "NotUnderstood", "Skipped", "Understood", "understand"]
LONGEST_ANSWER, LONGEST_STORY = 500, 4_000
_MOST_YEARS = 60
_MOST_PEOPLE = 9_999


def understand(question: Question, text: str, today: date, extractor: Extractor) -> Answer:
    """What the text says in answer to the question; dates are read against `today`."""
    said = text.strip()[: LONGEST_STORY if question.type == "text" else LONGEST_ANSWER]
    if not said:
        return NotUnderstood("empty")
    return _answer(Reading(question, said, today, extractor))


def _answer(reading: Reading) -> Answer:
    """Skipping first, then the value, then why there is none."""
    if _skips(reading):
        return Skipped(reading.said)
    read = _READERS[reading.question.type](reading)
    if isinstance(read, NotUnderstood):
        return _instead(reading, read)
    return Understood(read, reading.said)


def _skips(reading: Reading) -> bool:
    """A whole message that passes; a choice that says the same goes before."""
    plain = reading.folded.strip(_EDGES)
    if _choices_saying(reading, lambda word: word == plain):
        return False
    nothing = reading.words.no if reading.question.type == "text" else reading.question.nothing
    passing = (*nothing, *reading.words.skip, *reading.words.unknown)
    return plain in passing or bool(compiled(reading.words.unknown_whether).search(plain))


def _instead(reading: Reading, read: NotUnderstood) -> Answer:
    if read.reason == "unreadable" and reading.asks():
        return NotUnderstood("question")
    if read.reason == "unreadable" and compiled(reading.words.unknown_within).search(
        reading.folded
    ):
        return Skipped(reading.said)
    return read


_EDGES = " \t。.，,！!?？~～、…"


def _money(reading: Reading) -> Read:
    stated = reading.stated()
    if isinstance(stated, Decimal):
        return stated
    for text in (reading.bare, reading.last, reading.folded):
        value = reading.extractor.money.bare(text)
        if value is not None:
            return value
    return UNREADABLE


def _months(reading: Reading) -> Read:
    lengths = {mention.value.months for mention in reading.extractor.durations.find(reading.last)}
    lengths.discard(None)
    if len(lengths) == 1:
        return _whole(lengths.pop() or Decimal(0))
    if listed := compiled(reading.words.month_list).fullmatch(reading.bare):
        return len(reading.extractor.dates.month_numbers(listed.group()))
    number = reading.extractor.numerals.read(reading.bare)
    number = number or reading.extractor.months_named(reading.last, reading.today)
    return _whole(number) if number and 0 < number <= 360 and not lengths else UNREADABLE


def _whole(number: Decimal) -> Value:
    return int(number) if number == int(number) else number


def _number(reading: Reading) -> Read:
    """A total of hours or days, a grade; so many a day (每天2小时) is no total."""
    words, plain = reading.words, reading.folded.strip(_EDGES)
    if plain in words.no or reading.bare in words.no or compiled(words.none_within).search(plain):
        return Decimal(0)
    if compiled(words.number_rates).search(reading.folded):
        return UNREADABLE
    for text in (reading.bare, reading.last.strip(_EDGES)):
        match = compiled(words.grade).search(reading.folded)
        match = match or compiled(words.number_with_unit).fullmatch(text)
        number = reading.extractor.numerals.read(match["number"]) if match else None
        if number is not None:
            return number
    return UNREADABLE


def _years(reading: Reading) -> Read:
    lengths = {mention.value.months for mention in reading.extractor.durations.find(reading.last)}
    lengths.discard(None)
    if len(lengths) == 1:
        return ((lengths.pop() or Decimal(0)) / 12).quantize(Decimal("0.01"))
    number = UNREADABLE if lengths else _number(reading)
    return UNREADABLE if isinstance(number, Decimal) and number > _MOST_YEARS else number


def _place(reading: Reading) -> Read:
    adcodes = reading.extractor.located(reading.folded)
    if len(adcodes) == 1:
        return adcodes[0]
    return NotUnderstood("ambiguous", adcodes) if adcodes else UNREADABLE


def _choice(reading: Reading) -> Read:
    index = _ordinal(reading)
    if index is not None:
        return reading.question.choices[index].id
    exact = _choices_saying(
        reading, lambda word: word in (reading.bare, reading.folded.strip(_EDGES))
    )
    if len(exact) == 1:
        return exact[0]
    if reading.asks():
        return UNREADABLE
    within = choices_within(reading.question, reading.last)
    if len(within) == 1 or (within and reading.question.best_first):
        return within[0]
    return NotUnderstood("ambiguous") if within else UNREADABLE


def _choices_saying(reading: Reading, fits: Callable[[str], bool]) -> list[str]:
    return [
        choice.id
        for choice in reading.question.choices
        if any(fits(word.casefold()) for word in (choice.label, *choice.say))
    ]


def _ordinal(reading: Reading) -> int | None:
    """The place of a choice: 1, 第一个, A."""
    text, count = reading.bare.strip(_EDGES), len(reading.question.choices)
    if len(text) == 1 and text in reading.words.letters[:count]:
        return reading.words.letters.index(text)
    match = compiled(reading.words.ordinal).match(text)
    number = reading.extractor.numerals.read(match.group(1)) if match else None
    return int(number) - 1 if number is not None and 1 <= number <= count else None


def _yes_no(reading: Reading) -> Read:
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
        return UNREADABLE
    stated = reading.stated()
    if isinstance(stated, bool):
        return stated
    if compiled(reading.words.no_begins).match(plain):
        return False
    return True if compiled(reading.words.yes_begins).match(plain) else UNREADABLE


def _count(reading: Reading) -> Read:
    if {reading.bare.strip(_EDGES), reading.folded.strip(_EDGES)} & set(reading.words.alone):
        return 1
    stated = reading.stated()
    if isinstance(stated, int) and not isinstance(stated, bool):
        return stated
    if compiled(reading.words.no_people).search(reading.folded):
        return UNREADABLE
    number = reading.extractor.counts.bare(reading.last)
    return number if number is not None and 0 < number <= _MOST_PEOPLE else UNREADABLE


def _text(reading: Reading) -> Read:
    """Words as they are; for a short question (a name) a question is not an answer."""
    stated = reading.stated()
    if isinstance(stated, str):
        return stated
    if reading.question.id == "story":
        return reading.said
    if _is_no_name(reading):
        return UNREADABLE
    return without_unknown(reading.said, reading.words.unknown)


def _is_no_name(reading: Reading) -> bool:
    """A question, a day, a sum or a mere place where a name was asked for."""
    if reading.extractor.is_place(reading.bare):
        return True
    dates = reading.extractor.dates.find(reading.folded, reading.today)
    return bool(reading.asks() or dates or reading.extractor.money.find(reading.folded, []))


_READERS: dict[str, Callable[[Reading], Read]] = {
    "money": _money,
    "date": date_answers.read,
    "months": _months,
    "place": _place,
    "choice": _choice,
    "yes_no": _yes_no,
    "count": _count,
    "number": _number,
    "years": _years,
    "text": _text,
}
