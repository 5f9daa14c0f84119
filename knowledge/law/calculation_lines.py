"""A calculation as a worker sees it: at most ten lines, the outcome first, then the working."""

from collections.abc import Callable, Iterator

from knowledge.citation import Citation
from knowledge.law.calculation import RULES
from knowledge.law.calculation_words import CalculationWords
from knowledge.law.explanation import Explanation
from knowledge.law.money import plain

MOST_LINES = 10


def calculation_lines(
    rule: str,
    found: Explanation,
    words: CalculationWords,
    article: Callable[[Citation], str],
) -> tuple[str, ...]:
    """The outcome, the steps, the articles, what is missing, what was assumed, as far as they
    fit; `article` gives a citation's words."""
    head = [_outcome(rule, found, words)]
    foot = list(_foot(found, words, article))
    room = MOST_LINES - len(head) - len(foot)
    steps = [step.text for step in found.steps][: room - bool(found.assumptions)]
    room -= len(steps)
    return (*head, *steps, *_assumptions(found.assumptions, room), *foot)


def _outcome(rule: str, found: Explanation, words: CalculationWords) -> str:
    title = words.titles[rule]
    month = found.also.get("retirement_month")
    if isinstance(month, str):
        return words.lines["amount"].format(title=title, amount=month)
    amount, low, high = (
        None if value is None else words.lines[RULES[rule].unit].format(number=plain(value))
        for value in (found.amount, found.low, found.high)
    )
    key = (
        "amount" if amount
        else "between" if low
        else "at_most" if high
        else "unknown"
    )  # fmt: skip
    return words.lines[key].format(title=title, amount=amount, low=low, high=high)


def _foot(
    found: Explanation, words: CalculationWords, article: Callable[[Citation], str]
) -> Iterator[str]:
    between = words.lines["between_items"]
    if found.missing:
        facts = between.join(map(words.fact, found.missing))
        yield words.lines["missing"].format(facts=facts)
    articles = between.join(dict.fromkeys(map(article, found.citations)))
    yield words.lines["law"].format(articles=articles)


def _assumptions(assumptions: tuple[str, ...], room: int) -> tuple[str, ...]:
    """One a line while they fit, the rest together on the last."""
    if len(assumptions) <= room:
        return assumptions
    return (*assumptions[: room - 1], "".join(assumptions[room - 1 :]))
