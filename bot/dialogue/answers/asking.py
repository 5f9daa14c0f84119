"""Which clauses of a message ask, and which only sound like it (我吓得几天没睡好, 一个啥子人力公司)."""

import re

from bot.dialogue.content import Scene

SHORTEST = 4
"""Characters: a shorter clause belongs to the one before."""
_PARTS = re.compile(r"[\s，。；！,;!、]+|(?<=[?？])")


def clauses(text: str, scene: Scene) -> tuple[str, ...]:
    """The clauses of the words that ask, in their order."""
    return tuple(part for part in _parts(text) if _asks(part, scene))


def has_parts(text: str) -> bool:
    """Whether the words are more than one clause, however short."""
    return len(_PARTS.split(text.strip())) > 1


def _parts(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in filter(None, _PARTS.split(text)):
        if found and len(part) < SHORTEST:
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return tuple(found)


def _asks(clause: str, scene: Scene) -> bool:
    intents = scene.content.intents
    if intents.asides.of_the_way(clause) or intents.follow_ups.aspect(clause):
        return True
    return intents.manners.may_be_question(clause) and not intents.asides.asks_nothing(clause)
