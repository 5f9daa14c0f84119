"""Parts of a message that gave no fact of their own, beside others that did: said back as they are."""

import re
from collections.abc import Mapping, Sequence

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.told import facts, shortly
from bot.dialogue.told.facts import GATHERED
from knowledge.law.money import plain as in_yuan

LONGEST, MOST = 14, 2
"""Characters of a part said back, and parts."""
SHORTEST = 2
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PARTS = re.compile(r"(?:[\s，。；;、！!？?,…~]|(?<![0-9])\.|\.(?![0-9]))+")


def quoted(before: DialogueState, after: DialogueState, text: str, scene: Scene) -> str:
    """“十二个钟头”“过年不歇”: the parts with a number, or of the kinds short lines hold; empty where
    nothing else was heard, or something was that may be told by any part."""
    parts = [part for part in _PARTS.split(text) if part]
    new = {key: a for key, a in after.answers.items() if before.answers.get(key) != a}
    new = {key: answer for key, answer in new.items() if key not in GATHERED}
    if len(parts) < MOST or not new:
        return ""
    plain = scene.content.extractor.plain
    heard = {plain(answer.said.strip()) for answer in new.values() if answer.said != text.strip()}
    left = [part for part in parts if _tells(part, text, scene)]
    left = [part for part in left if not any(_is_of(plain(part), said) for said in heard)]
    left = [part for part in left if not _gave(part, new, scene)]
    made = [said for said in after.parts if said not in before.parts]
    left = [part for part in left if not _made(part, made, scene)]
    return scene.say("quoted", parts=left[:MOST]) if left else ""


def _made(part: str, made: Sequence[tuple[str, str]], scene: Scene) -> bool:
    """Whether the part tells a number that the total is now worked out of (一共61个工, 支了四千)."""
    extractor, plain_part = scene.content.extractor, scene.content.extractor.plain(part)
    known = {number for said, _ in made for number in _NUMBERS.findall(said)}
    told = {in_yuan(each.value) for each in extractor.money.find(plain_part, [])}
    return bool(known & (told | set(_NUMBERS.findall(plain_part))))


def _is_of(part: str, said: str) -> bool:
    """Whether the words of a fact are those of the part, or one of them is in it."""
    if len(said) > 2 * LONGEST:
        return False
    return any(each in part or part in each for each in _PARTS.split(said) if each)


def _tells(part: str, text: str, scene: Scene) -> bool:
    manners = scene.content.intents.manners
    words, line = scene.content.extractor.plain(part), scene.content.extractor.line(text)
    if not SHORTEST <= len(part) <= LONGEST or manners.may_be_question(part) or words in line.taken:
        return False
    return words in line.beside or manners.holds_amount(words)


def _gave(part: str, new: Mapping[str, Answer], scene: Scene) -> bool:
    """Whether the part read by itself tells one of the facts, or holds the value of one."""
    extractor, plain_part = scene.content.extractor, scene.content.extractor.plain(part)
    read = extractor.read(part, scene.today).keys() - GATHERED
    sides = scene.content.intents.manners.tally.sides_in(plain_part)
    values = {str(answer.value) for answer in new.values()}
    days = [str(facts.plain(each.value)) for each in extractor.dates.bare(plain_part, scene.today)]
    same_day = any(value.startswith(day) for value in values for day in days)
    sums = {str(facts.plain(each.value)) for each in extractor.money.find(plain_part, [])}
    lengths = [each.value.months for each in extractor.durations.find(plain_part)]
    same_length = values & {str(w) for m in lengths if m for w in (m, shortly.in_years(m))}
    return bool(new.keys() & {*read, *sides} or same_day or values & sums or same_length)
