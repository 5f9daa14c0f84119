"""What is said beside the matter, from one person to another (你是谁, 别告诉厂里, 还有点后怕): met in a sentence, and the
other words heard without it. Which there are stands in intents/word_lists/courtesies.yaml."""

from collections.abc import Callable
from itertools import pairwise

from bot.dialogue.answers import asides
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

Hear = Callable[[DialogueState, str, Scene], Turn]

NOT_THERE = asides.ELSEWHERE | {"referral_consent"}
_BETWEEN, _ASKING = "，", ("？", "?")


def met(state: DialogueState, text: str, scene: Scene, hear: Hear) -> Turn:
    """The turn for the words, with the sentence for what is said beside the matter above it."""
    if state.stage in NOT_THERE or state.mediator_waits or state.case_status in REACHABLE:
        return hear(state, text, scene)
    said, rest = _apart(scene.content.intents.asides.run_on.cut(text), scene)
    if not said:
        return hear(state, _unthanked(text, scene), scene)
    rest = "" if _is_answered(said, rest, scene) else rest
    line = _line(state, said, scene, alone=not rest)
    if not rest:
        return _alone(state, said, line, scene)
    turn = hear(state, rest, scene)
    urgent = any(reply.urgent for reply in turn.replies)
    return turn if urgent else echoing.led(turn, line)


def _apart(text: str, scene: Scene) -> tuple[tuple[str, ...], str]:
    """The kinds said beside the matter, and the other words as they came."""
    folded = scene.content.extractor.script.fold(text)
    said, spans = scene.content.intents.courtesies.apart(folded)
    if not said or not spans:
        return said, ""
    return said, _joined(text, spans)


def _unthanked(text: str, scene: Scene) -> str:
    """The words without thanks beside a fear or a remark (唔该 我怕他跑了), which are not to be passed over for them."""
    intents, folded = scene.content.intents, scene.content.extractor.script.fold(text)
    spans = intents.courtesies.without_thanks(folded)
    left = _joined(folded, spans) if spans else ""
    heard = bool(left) and (intents.caring.feeling(left) or intents.asides.named(left))
    return _joined(text, spans) if heard else text


def _is_answered(said: tuple[str, ...], rest: str, scene: Scene) -> bool:
    """Whether the other words only ask what to do about it (我不会写字 这咋弄)."""
    intents = scene.content.intents
    answers = any(intents.courtesies.kinds[name].answers_bare for name in said)
    return answers and intents.asides.is_bare(scene.content.extractor.script.fold(rest))


def _joined(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The clauses with what stands between them, where nothing was left out there."""
    words = text[slice(*spans[0])]
    for (_, end), (start, stop) in pairwise(spans):
        between = text[end:start]
        words += (between if len(between) == 1 else _BETWEEN) + text[start:stop]
    mark = text[spans[-1][1] : spans[-1][1] + 1]
    return words + mark if mark in _ASKING else words


def _line(state: DialogueState, said: tuple[str, ...], scene: Scene, *, alone: bool) -> str:
    courtesies, limits = scene.content.intents.courtesies, limit_lines(state, scene)[:1]
    answered = [courtesies.kinds[name] for name in courtesies.to_answer(said)]
    full = answered[0].fully if alone and len(answered) == 1 else None
    names = [full] if full else [each.say for each in answered]
    return "\n".join(scene.say(name, told=bool(state.answers), limits=limits) for name in names)


def _alone(state: DialogueState, said: tuple[str, ...], line: str, scene: Scene) -> Turn:
    """Nothing else was said: a talk begun goes on where it stood, or rests."""
    quiet = any(scene.content.intents.courtesies.kinds[name].quiet for name in said)
    turn = Turn(state, (Reply(line),))
    begun = state.dispute_kind is not None or bool(state.answers)
    return asides.going_on(turn, scene) if begun and not quiet else turn
