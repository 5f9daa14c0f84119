"""说错了，是500: what was told before is put right, whatever is being asked now."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue import echoing, intake, tallying
from bot.dialogue.content import Scene
from bot.dialogue.facts import keep, question_for
from bot.dialogue.resuming import present
from bot.dialogue.state import DialogueState
from bot.dialogue.summing import calculated_lines
from bot.dialogue.turn import Turn, offering
from intents.answers import Understood, understand
from intents.manners import Correction

_ELSEWHERE = frozenset({"erasing", "erased", "welcome", "handed_off"})
_ORDER = ("money", "months", "date", "place", "choice", "yes_no", "count", "number", "years")
LONGEST_NAME = 15
IN_PARTS = frozenset({"money", "months", "date"})
"""Of what is put right the first part counts: 是10月6号，9号是做手术那天."""
WAGE = "monthly_wage"
_BREAKS = re.compile(r"[\s，,]+")


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The fact put right and the talk going on; None where nothing told fits the words."""
    if state.stage in _ELSEWHERE or state.mediator_waits or not state.answers:
        return None
    meant = scene.content.intents.manners.correction(scene.content.extractor.script.fold(text))
    if meant is None:
        return None
    paid = tallying.heard(state, meant.new, scene)
    if paid.parts != state.parts:
        return _go_on(paid, tallying.TOTAL, scene)
    for key in _candidates(state, meant, scene):
        if (right := _corrected(state, key, meant.new, scene)) is not None:
            right = _told_besides(right, key, meant.new, scene)
            return _go_on(tallying.settled(state, right), key, scene, before=state)
    return None


def _told_besides(state: DialogueState, key: str, words: str, scene: Scene) -> DialogueState:
    """不是一万二是一万零二百 一个月是五千一: the wage told after what was put right."""
    rest = words.removeprefix(_own_part(key, words, scene))
    question = scene.content.intents.questions.get(WAGE)
    if not rest or question is None or key == WAGE:
        return state
    bare = re.sub(scene.content.intents.sums.what_if.names[WAGE], "", rest)
    read = understand(question, bare, scene.today, scene.content.extractor)
    return keep(state, WAGE, read.value, rest) if isinstance(read, Understood) else state


def _own_part(key: str, words: str, scene: Scene) -> str:
    """The words before another sum is called by its name (一万零二百 of 一万零二百一个月是五千一)."""
    if key == WAGE:
        return words
    named = re.search(scene.content.intents.sums.what_if.names[WAGE], words)
    return words[: named.start()] if named and named.start() else words


def put_right(state: DialogueState, key: str, words: str, scene: Scene) -> Turn | None:
    """The fact of that key as the words tell it now; None where they hold nothing of the kind."""
    right = _corrected(state, key, words, scene)
    return _go_on(tallying.settled(state, right), key, scene, before=state) if right else None


def _go_on(
    state: DialogueState, key: str, scene: Scene, before: DialogueState | None = None
) -> Turn:
    if state.stage == "summary":
        return present(state, scene)
    changed = (key, *(echoing.news(before, state) if before else ()))
    line = echoing.line(state, changed, scene, "corrected")
    line = "\n".join(filter(None, (line, _sums_anew(before, state, scene))))
    right = echoing.said(state, changed)
    if right.asking == intake.HEARD:
        return echoing.led(intake.confirmed(right, scene), line)
    begun = right.stage == "question" and right.dispute_kind is not None and not right.handed_over
    on = intake.proceed(offering(right), scene) if begun else present(right, scene)
    return echoing.led(on, line)


def _sums_anew(before: DialogueState | None, state: DialogueState, scene: Scene) -> str:
    """The sums shown before as they are now; empty where nothing of them changed."""
    old = calculated_lines(before, scene, whole=False) if before else ()
    new = calculated_lines(state, scene, whole=False) if before else ()
    return scene.say("sums_anew", lines=new) if new and new != old else ""


def _candidates(state: DialogueState, meant: Correction, scene: Scene) -> Iterator[str]:
    """Facts that may be meant: the one named, those told last, then the earlier ones."""
    named = scene.content.intents.manners.named_fact(meant.name) if meant.name else None
    if meant.name and named is None:
        meant = replace(meant, old=meant.name, name="")
    if meant.name:
        yield from (key for key in (named,) if key in state.answers)
        return
    last = [key for key in state.last_told if key in state.answers]
    last = sorted(last, key=lambda key: _rank(state, key, scene))
    if meant.old:
        everything = [*last, *reversed(state.answers)]
        yield from (key for key in everything if _said_so(state, key, meant.old, scene))
        return
    outright = scene.content.intents.sums.what_if.outright
    yield from (k for k in outright if k in state.answers and re.search(outright[k], meant.new))
    stated = scene.content.extractor.read(meant.new, scene.today)
    yield from (key for key in stated if key in state.answers)
    yield from last
    if state.asking is not None and _reads(state, state.asking, meant.new, scene):
        return
    yield from reversed([key for key in state.answers if key not in last])


def _rank(state: DialogueState, key: str, scene: Scene) -> int:
    question = scene.content.intents.questions.get(key)
    return _ORDER.index(question.type) if question and question.type in _ORDER else len(_ORDER)


def _said_so(state: DialogueState, key: str, old: str, scene: Scene) -> bool:
    """Whether the words taken back are those of this fact."""
    answer = state.answers[key]
    return old in answer.said or _reads(state, key, old, scene) == answer.value


def _reads(state: DialogueState, key: str, words: str, scene: Scene) -> object:
    right = _corrected(state, key, words, scene)
    return right.answers[key].value if right is not None else None


def _corrected(state: DialogueState, key: str, words: str, scene: Scene) -> DialogueState | None:
    if key not in scene.content.intents.questions:
        return None
    question = question_for(state, key, scene)
    if question.type == "text" and (key not in state.last_told or len(words) > LONGEST_NAME):
        return None
    # 是一万六千八 里头一千二他给过了: of two sums the first puts it right; of months too.
    words = _own_part(key, words, scene) if question.type == "money" else words
    parts = _BREAKS.split(words.strip()) if question.type in IN_PARTS else []
    tried = (parts[0], words) if parts and parts[0] else (words,)
    for said in tried:
        read = understand(question, said, scene.today, scene.content.extractor)
        if isinstance(read, Understood):
            return keep(state, key, read.value, read.said)
    return None
