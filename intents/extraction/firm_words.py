"""The shape of the word list about firms that go by a mark and a trade."""

from intents.extraction.list_shape import ListShape, Words


class FirmWords(ListShape):
    """Trades, the letters and bounds of names, and how bosses are named."""

    trades: Words
    eateries: Words
    visited: Words
    bare: Words
    posts_too: Words
    tails: str
    brand: str
    neutral: str
    stop: str
    words: Words
    before: str
    led: str
    of: str
    named: str
    work: str
    after: str
    goes_on: str
    not_before: str
    former: str
    not_after: str
    boss: str
    surnames: str
    given: str
    foreman: str
    given_names: str
    no_given: str
    boss_after: str
