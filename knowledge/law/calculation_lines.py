"""A calculation as a worker sees it: at most ten lines, the outcome first, then the working."""

from collections.abc import Callable, Iterator, Sequence

from knowledge.citation import Citation
from knowledge.law.calculation_rules import RULES
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
    return joint_lines([(rule, found)], words, article)


def joint_lines(
    results: Sequence[tuple[str, Explanation]],
    words: CalculationWords,
    article: Callable[[Citation], str],
    most: int = MOST_LINES,
) -> tuple[str, ...]:
    """Several rules over the same facts: their outcomes first, then what they have in common once."""
    head = [outcome(rule, found, words) for rule, found in results]
    found = [explanation for _, explanation in results]
    foot = list(_foot(found, words, article))
    room = most - len(head) - len(foot)
    assumptions = tuple(dict.fromkeys(text for each in found for text in each.assumptions))
    steps = list(dict.fromkeys(step.text for each in found for step in each.steps))
    steps = steps[: room - bool(assumptions)]
    room -= len(steps)
    return (*head, *steps, *_assumptions(assumptions, room), *foot)


def outcome(rule: str, found: Explanation, words: CalculationWords) -> str:
    """The title of the rule and its sum, its bounds, or that it can't be known yet."""
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
    found: Sequence[Explanation], words: CalculationWords, article: Callable[[Citation], str]
) -> Iterator[str]:
    between = words.lines["between_items"]
    missing = dict.fromkeys(key for each in found for key in each.missing)
    if missing:
        yield words.lines["missing"].format(facts=between.join(map(words.fact, missing)))
    cited = (citation for each in found for citation in each.citations)
    articles = between.join(dict.fromkeys(map(article, cited)))
    yield words.lines["law"].format(articles=articles)


def _assumptions(assumptions: tuple[str, ...], room: int) -> tuple[str, ...]:
    """One a line while they fit, the rest together on the last."""
    if len(assumptions) <= room:
        return assumptions
    return (*assumptions[: room - 1], "".join(assumptions[room - 1 :]))
