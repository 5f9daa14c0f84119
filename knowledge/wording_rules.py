"""How an answer may read: wording_rules.yaml, typed (the voice of the bot, checked)."""

from knowledge.schemas import Line, Shape


class BannedWord(Shape):
    """A word no answer may hold, what to write instead, and where it may stand after all."""

    word: Line | str
    instead: str
    but_not_in: tuple[str, ...] = ()


class WordingRules(Shape):
    """Limits in characters, and words that promise, blame or lecture."""

    longest_sentence: int
    longest_first_message: int
    action_overhead: int
    sentence_ends: str
    banned: tuple[BannedWord, ...]
    ignored_in_phrases: str
    known_numbers: tuple[str, ...]
    phone_pattern: str
