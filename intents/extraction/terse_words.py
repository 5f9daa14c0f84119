"""The shape of the word list about lines of short parts."""

from intents.extraction.list_shape import ListShape, Words


class TerseWords(ListShape):
    """What each kind of part looks like, with the numbers as the groups `sum`, `length` and `age`."""

    parts: str
    longest: int
    sum: str
    length: str
    age: str
    wage_marked: str
    wage_bare: str
    year: str
    least_wage: int
    most_wage: int
    not_before: str
    not_after: str
    service: str
    not_service_before: str
    not_service_after: str
    age_marked: str
    age_bare: str
    age_then: str
    least_bare_age: int
    hours: Words
    beside: Words
