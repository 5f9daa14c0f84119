"""Which clauses of a message ask, and which only sound like it (我吓得几天没睡好, 一个啥子人力公司)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.content import Scene
from intents.compiled import compiled

SHORTEST, TELLING = 4, 6
"""Characters: a shorter clause belongs to the one before; one so long may say itself what it asks."""
MOST_BEFORE = 3
"""Clauses before one that says not what of, by which it is read."""
_PARTS = re.compile(r"[\s，。；！,;!、]+|(?<=[?？])")


@dataclass(frozen=True, slots=True)
class Asking:
    """A clause that asks, the same with the clause before it, and whether others of the words ask, too."""

    clause: str
    with_before: str
    several: bool

    @property
    def cuts(self) -> tuple[str, ...]:
        """The words by which it is read."""
        return tuple(dict.fromkeys((self.clause, self.with_before)))


def clauses(text: str, scene: Scene) -> tuple[str, ...]:
    """The clauses of the words that ask, in their order."""
    parts = _parts(text, scene)
    return tuple(parts[place][0] for place in _places(parts, scene))


def without(text: str, scene: Scene) -> str:
    """The words without the clauses that ask whether, how or until when; one that only asks what to do about
    what it tells (递了申请没人理咋办) stays."""
    parts, asides = _parts(text, scene), scene.content.intents.asides
    cut = asides.without_what_to_do
    asking = {
        place
        for place in _places(parts, scene)
        if _asks(cut(parts[place][0]), cut(parts[place][1]), scene)
    }
    return " ".join(part for place, (part, _) in enumerate(parts) if place not in asking)


def told(text: str, scene: Scene) -> tuple[str, ...]:
    """All clauses of the words."""
    return tuple(clause for clause, _ in _parts(text, scene))


def each(text: str, scene: Scene) -> tuple[Asking, ...]:
    """The clauses of the words that ask or judge what was told (这不是欺负人吗), each alone and with the clause before
    it; one that says not what of (这样行吗) only so."""
    parts, asides = _parts(text, scene), scene.content.intents.asides
    judging = [place for place, (clause, _) in enumerate(parts) if asides.judges(clause)]
    places = sorted({*judging, *_places(parts, scene)})
    several = sum(len(parts[place][0]) >= TELLING for place in places) > 1
    asking = []
    for place in places:
        clause = parts[place][0]
        before = " ".join(each for each, _ in parts[max(place - 1, 0) : place + 1])
        bare = place in judging or asides.is_bare(clause)
        if bare:
            clause = before = " ".join(
                each for each, _ in parts[max(place - MOST_BEFORE, 0) : place + 1]
            )
        asking.append(Asking(clause, before, several))
    return tuple(asking)


def _places(parts: Sequence[tuple[str, str]], scene: Scene) -> tuple[int, ...]:
    """The places of the clauses that ask; one that only says back what the worker was asked (合同？电子签的) asks
    nothing."""
    first = parts[0][0].rstrip("?？") if len(parts) > 1 else ""
    words = compiled(scene.content.intents.asides.asking_words)
    echoes = 0 < len(first) <= SHORTEST and not words.search(first)
    asking = (place for place, part in enumerate(parts) if _asks(*part, scene))
    return tuple(place for place in asking if place > 0 or not echoes)


def has_parts(text: str) -> bool:
    """Whether the words are more than one clause, however short."""
    return len(_PARTS.split(text.strip())) > 1


def _parts(text: str, scene: Scene) -> tuple[tuple[str, str], ...]:
    """The clauses, each with its last words; a very short one that asks nothing of its own belongs to
    the one before."""
    found: list[tuple[str, str]] = []
    asides = scene.content.intents.asides
    for part in filter(None, _PARTS.split(asides.run_on.cut(text))):
        before = found[-1] if found else None
        if before is None:
            found.append((part, part))
        elif asides.is_alternative(part) and _asks(*before, scene):
            found[-1] = (f"{before[0]} {part}", before[1])
        elif asides.only_leads(before[0]) or _is_short(part, scene):
            asks = asides.only_leads(before[0]) or scene.content.intents.manners.may_be_question(
                part
            )
            found[-1] = (f"{before[0]} {part}", part if asks else before[1])
        else:
            found.append((part, part))
    return tuple(found)


def _is_short(part: str, scene: Scene) -> bool:
    return len(part) < SHORTEST and not _asks_of_the_way(part, scene)


def _asks_of_the_way(part: str, scene: Scene) -> bool:
    intents = scene.content.intents
    of_the_way = intents.asides.of_the_way(part) is not None
    return of_the_way or intents.follow_ups.aspect(part) is not None


def _asks(clause: str, last: str, scene: Scene) -> bool:
    intents = scene.content.intents
    if intents.asides.exclaims(last):
        return False
    if _asks_of_the_way(clause, scene):
        return True
    maybe = intents.manners.may_be_question
    return (maybe(clause) or maybe(last)) and not intents.asides.asks_nothing(last)
