"""Which clauses of a message ask, and which only sound like it (我吓得几天没睡好, 一个啥子人力公司)."""

import re

from bot.dialogue.content import Scene

SHORTEST = 4
"""Characters: a shorter clause belongs to the one before."""
_PARTS = re.compile(r"[\s，。；！,;!、]+|(?<=[?？])")


def clauses(text: str, scene: Scene) -> tuple[str, ...]:
    """The clauses of the words that ask, in their order."""
    return tuple(clause for clause, last in _parts(text, scene) if _asks(clause, last, scene))


def windows(text: str, scene: Scene) -> tuple[str, ...]:
    """The clauses that ask; one that says not what of (这样行吗) with the one before it."""
    parts, asides = _parts(text, scene), scene.content.intents.asides
    judging = [asides.judges(clause) for clause, _ in parts]
    asked = [place for place, part in enumerate(parts) if judging[place] or _asks(*part, scene)]
    bare = [asides.is_bare(clause) or judging[place] for place, (clause, _) in enumerate(parts)]
    starts = (place - (place > 0 and bare[place]) for place in asked)
    spans = (parts[start : place + 1] for start, place in zip(starts, asked, strict=True))
    return tuple(" ".join(clause for clause, _ in span) for span in spans)


def has_parts(text: str) -> bool:
    """Whether the words are more than one clause, however short."""
    return len(_PARTS.split(text.strip())) > 1


def _parts(text: str, scene: Scene) -> tuple[tuple[str, str], ...]:
    """The clauses, each with its last words; a very short one that asks nothing of its own belongs to
    the one before."""
    found: list[tuple[str, str]] = []
    for part in filter(None, _PARTS.split(text)):
        leads = bool(found) and scene.content.intents.asides.only_leads(found[-1][0])
        short = len(part) < SHORTEST and not _asks_of_the_way(part, scene)
        if found and (leads or short):
            found[-1] = (f"{found[-1][0]} {part}", part)
        else:
            found.append((part, part))
    return tuple(found)


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
