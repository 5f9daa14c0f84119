"""如果月薪是8500呢: what a worker supposes for the sum just shown."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.dialogue.calculation.service_length import so_long
from bot.dialogue.calculation.sum_asking import question_for
from bot.dialogue.calculation.summing import known_facts
from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState, Plain
from bot.dialogue.told.facts import plain
from intents.answers import Understood, understand
from intents.compiled import compiled
from intents.sums import Sum
from knowledge.law.calculation_rules import RULES

LONGEST = 40
"""Characters: longer messages are stories or questions of their own."""
LEAST_WAGE, REGION = Decimal(100), "region"
_STOPS = re.compile("[,;，；、。]")


def suppositions(
    state: DialogueState, sum_: Sum, text: str, scene: Scene
) -> dict[str, Plain] | None:
    """The values supposed, by fact; None where the words suppose nothing the sum uses."""
    what_if = scene.content.intents.sums.what_if
    said = scene.content.extractor.script.fold(text).strip()
    supposed = what_if.supposition(said) if len(said) <= LONGEST else None
    if not supposed:
        return None
    parts = tuple(part.strip() for part in _STOPS.split(supposed) if part.strip())
    used = used_facts(sum_, scene)
    values = dict(_named(state, used, said, parts, scene))
    if "employed_from" in used and not values.keys() & {"employed_from", "employed_to"}:
        values |= _service(state, parts, scene)
    return values or _bare(used, parts, scene) or None


def used_facts(sum_: Sum, scene: Scene) -> frozenset[str]:
    """The facts that can change the outcome of a sum."""
    sums = scene.content.intents.sums
    keys = (key for rule in sum_.rules for key in (*RULES[rule].needs, *RULES[rule].uses))
    asked = (question.id for question in sum_.questions)
    return frozenset(map(sums.told, keys)) | frozenset(asked)


def _named(
    state: DialogueState, used: frozenset[str], said: str, parts: tuple[str, ...], scene: Scene
) -> Iterator[tuple[str, Plain]]:
    """The facts called by name, each with the first value that fits it."""
    what_if = scene.content.intents.sums.what_if
    for fact in what_if.named(said):
        if fact not in used or (fact == REGION and not what_if.opens(said)):
            continue  # 我在青岛李沧，那应该是多少 tells the place
        question = question_for(state, fact, scene)
        bare = (compiled(what_if.names[fact]).sub("", part) for part in parts)
        for words in (*parts, *bare):
            read = understand(question, words, scene.today, scene.content.extractor)
            if isinstance(read, Understood):
                yield fact, plain(read.value)
                break


def _service(state: DialogueState, parts: tuple[str, ...], scene: Scene) -> dict[str, Plain]:
    """要是干了五年呢: the first day that makes the service so long."""
    for part in parts:
        lengths = scene.content.extractor.durations.find(part)
        months = lengths[0].value.months if len(lengths) == 1 else None
        if months is not None and scene.content.intents.sums.what_if.tells_service(part):
            return so_long(months, known_facts(state, scene.today).get("employed_to"), scene.today)
    return {}


def _bare(used: frozenset[str], parts: tuple[str, ...], scene: Scene) -> dict[str, Plain]:
    """8500呢: a sum of money alone is the wage."""
    if "monthly_wage" not in used or len(parts) != 1:
        return {}
    what_if = scene.content.intents.sums.what_if
    first = parts[0].split()[0]
    read = scene.content.extractor.money.bare
    value = read(parts[0]) or read(what_if.supposition(first) or first)
    return {"monthly_wage": plain(value)} if value is not None and value >= LEAST_WAGE else {}
