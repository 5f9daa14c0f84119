"""The shape of the word list about pay told as a range."""

from intents.extraction.list_shape import ListShape, Words


class RoughPayWords(ListShape):
    """Ranges with the groups `low` and `high`, what makes one the pay of a month, and what does not."""

    sum: str
    likely: str
    pairs: str
    vague: str
    spans: str
    seasons: Words
    of_month_before: str
    of_month_after: str
    other_before: str
    other_after: str
    alone: str
    season_before: str
    years: str
    least: int
    most: int
