"""Whether an answer reads as it should: short, no promises, only numbers that we vouch for."""

import re
from collections.abc import Iterator, Sequence

from knowledge.organizations.organization import Hotline
from knowledge.problems import Problem
from knowledge.sources import EntryFile
from knowledge.strict_yaml import Key
from knowledge.wording_rules import WordingRules

SPOKEN = ("short_answer", "do_now", "evidence", "deadline", "more", "local", "not_for", "title")
"""The fields a worker reads."""


def wording_faults(
    file: EntryFile, rules: WordingRules | None, hotlines: Sequence[Hotline]
) -> Iterator[Problem]:
    """The faults of one entry's words; none while the rules cannot be read."""
    if rules is None:
        return
    for keys, text in _texts(file):
        for message in text_faults(text, rules, hotlines):
            yield Problem(
                file.document.shown_as, file.document.line(*keys), f"{keys[0]}: {message}"
            )
    length = _first_message(file, rules)
    if length > rules.longest_first_message:
        message = f"short_answer, do_now and deadline make {length} characters; at most {rules.longest_first_message}"
        yield Problem(file.document.shown_as, file.document.line("short_answer"), message)


def text_faults(text: str, rules: WordingRules, hotlines: Sequence[Hotline]) -> Iterator[str]:
    """What is wrong with one text a worker reads: long sentences, promises, unknown numbers."""
    known = {*rules.known_numbers, *(line.contact for line in hotlines if line.certainty != "low")}
    yield from long_sentences(text, rules)
    yield from banned_words(text, rules)
    yield from _phones(text, rules, known)


def phrase_key(phrase: str, rules: WordingRules) -> str:
    """The phrase as it is compared: no punctuation, no case."""
    return phrase.translate(dict.fromkeys(map(ord, rules.ignored_in_phrases))).casefold()


def _texts(file: EntryFile) -> Iterator[tuple[tuple[Key, ...], str]]:
    for name in SPOKEN:
        value = getattr(file.entry, name)
        if isinstance(value, str):
            yield (name,), value
        elif value is not None:
            yield from (((name, number), text) for number, text in enumerate(value))


def long_sentences(text: str, rules: WordingRules) -> Iterator[str]:
    """Sentences longer than a worker reads."""
    for sentence in re.split(f"[{re.escape(rules.sentence_ends)}\n]", text):
        if len(sentence) > rules.longest_sentence:
            yield f"sentence of {len(sentence)} characters; at most {rules.longest_sentence}: {sentence}"


def banned_words(text: str, rules: WordingRules) -> Iterator[str]:
    """Words that promise, blame or shout."""
    for banned in rules.banned:
        rest = text
        for allowed in banned.but_not_in:
            rest = rest.replace(allowed, "")
        if banned.word in rest:
            yield f"{banned.word!r} is not for answers; {banned.instead}"


def _phones(text: str, rules: WordingRules, known: set[str]) -> Iterator[str]:
    for found in re.finditer(rules.phone_pattern, text):
        if found[0] not in known:
            yield f"number {found[0]} is not in knowledge/organizations/hotlines.csv"


def _first_message(file: EntryFile, rules: WordingRules) -> int:
    entry = file.entry
    actions = sum(len(action) + rules.action_overhead for action in entry.do_now)
    return len(entry.short_answer) + actions + len(entry.deadline or "")
