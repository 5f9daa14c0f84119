"""Which of the facts told a correction means (入职不对，是5月 the first day; 新都错了，是武侯 the place), and that fact as
it is told now."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue.calculation import tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import wage_besides, year_kept
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import absorb, keep, question_for
from intents.answers import Understood, understand
from intents.compiled import compiled
from intents.taking_back import Correction

_ORDER = ("money", "months", "date", "place", "choice", "yes_no", "count", "number", "years")
PLATFORM = "platform"
NAMES = frozenset({"employer", "region", "town"})
"""What is told beside a correction without being one."""
LONGEST_NAME = 15
IN_PARTS = frozenset({"money", "months", "date", "count"})
"""Of what is put right the first part counts: 是10月6号，9号是做手术那天."""
LONGEST_OLD = 6
"""Characters of a name that may be the value taken back (新都错了，是武侯)."""
CALLED_ALIKE: dict[str, tuple[str, ...]] = {
    "monthly_wage": (tallying.TOTAL,),
    tallying.TOTAL: ("monthly_wage",),
    "event_date": ("employed_to", "employed_from"),
    "employed_to": ("event_date",),
}
"""Facts that workers call by one name, as far as they were told."""
_YUAN = re.compile(r"[0-9]+\.[0-9]{2}")
_BREAKS = re.compile(r"[\s，,]+")


def candidates(state: DialogueState, meant: Correction, scene: Scene) -> Iterator[str]:
    """Facts that may be meant: the one named, those told last, then the earlier ones."""
    by_name = named(meant, scene)
    if by_name is not None:
        yield from _of_name(state, by_name)
        return
    if meant.name and not meant.old and len(meant.name) <= LONGEST_OLD:
        meant = replace(meant, old=meant.name, name="")
    last = [key for key in state.last_told if key in state.answers]
    last = sorted(last, key=lambda key: _rank(state, key, scene))
    if meant.old:
        everything = [*last, *reversed(state.answers)]
        yield from (key for key in everything if _said_so(state, key, meant.old, scene))
        return
    outright = scene.content.intents.sums.what_if.outright
    yield from (
        k for k in outright if k in state.answers and compiled(outright[k]).search(meant.new)
    )
    stated = scene.content.extractor.read(meant.new, scene.today)
    yield from (key for key in stated if key in state.answers)
    yield from last
    if state.asking is not None and reads(state, state.asking, meant.new, scene):
        return
    yield from reversed([key for key in state.answers if key not in last])


def named(meant: Correction, scene: Scene) -> str | None:
    """The fact called by its name, alone or within the words beside what counts now."""
    manners = scene.content.intents.manners
    whole = manners.named_fact(meant.name) if meant.name else None
    return whole or next(iter(manners.facts_named_in(meant.name)), None)


def _of_name(state: DialogueState, named: str) -> Iterator[str]:
    """The fact named; where it was not told, the one it may stand for (工资不对，是7900, of what is
    owed), else it is told now."""
    likely = (named, *CALLED_ALIKE.get(named, ()))
    told = [key for key in likely if key in state.answers]
    yield from told or (named,)


def _rank(state: DialogueState, key: str, scene: Scene) -> int:
    question = scene.content.intents.questions.get(key)
    return _ORDER.index(question.type) if question and question.type in _ORDER else len(_ORDER)


def calls(state: DialogueState, key: str, old: str) -> bool:
    """Whether the words taken back are the name that was told (货拉拉)."""
    return bool(old) and key in state.answers and old in str(state.answers[key].value)


def _said_so(state: DialogueState, key: str, old: str, scene: Scene) -> bool:
    """Whether the words taken back are those of this fact."""
    answer = state.answers[key]
    if key == tallying.TOTAL and state.parts:
        return reads(state, key, old, scene) == answer.value
    return old in answer.said or reads(state, key, old, scene) == answer.value


def reads(state: DialogueState, key: str, words: str, scene: Scene) -> object:
    right = corrected(state, key, words, scene)
    return right.answers[key].value if right is not None else None


def corrected(
    state: DialogueState, key: str, words: str, scene: Scene, *, by_name: bool = False
) -> DialogueState | None:
    """The state with the fact as the words tell it; a name only just told, or `by_name` as it was."""
    if key not in scene.content.intents.questions:
        return _sum_anew(state, key, words, scene)
    if key == PLATFORM and (other := scene.content.extractor.read(words, scene.today).get(key)):
        return keep(state, key, other.value, words)
    question = question_for(state, key, scene)
    if question.type == "text" and (not by_name and key not in state.last_told):
        return None
    if question.type == "text" and not _may_name(words, scene):
        return None
    # 是一万六千八 里头一千二他给过了: of two sums the first puts it right; of months too.
    words = wage_besides.own_part(key, words, scene) if question.type == "money" else words
    parts = _BREAKS.split(words.strip()) if question.type in IN_PARTS else []
    tried = (parts[0], words) if parts and parts[0] else (words,)
    for said in tried:
        read = understand(question, said, scene.today, scene.content.extractor)
        if isinstance(read, Understood):
            right = keep(state, key, read.value, read.said)
            return year_kept.kept(state, right, key, said, scene)
    return None


def _may_name(words: str, scene: Scene) -> bool:
    """Whether the words are short and may name somebody; 那这钱能要回来不 asks, and names nobody."""
    manners = scene.content.intents.manners
    named = manners.may_be_name(words.strip()) and not manners.may_be_question(words)
    return named and len(words) <= LONGEST_NAME


def _sum_anew(state: DialogueState, key: str, words: str, scene: Scene) -> DialogueState | None:
    """票加起来是15480: a sum of money that no question asks for, told anew; None for other facts."""
    before = state.answers.get(key)
    if before is None or _YUAN.fullmatch(str(before.value)) is None:
        return None
    sums = scene.content.intents.manners.tally.sums_in(scene.content.extractor.script.fold(words))
    value = scene.content.extractor.money.bare(sums[0]) if sums else None
    return keep(state, key, value, words) if value is not None else None


def is_of_other_cost(key: str, text: str, scene: Scene) -> bool:
    """月租说错了 是3600: whether a sum the words put right is one that the worker pays, and none of these."""
    question = scene.content.intents.questions.get(key)
    if question is None or question.type != "money":
        return False
    return scene.content.intents.manners.corrections.names_cost(text)


def is_surely(key: str, meant: Correction, scene: Scene) -> bool:
    """Whether a sum that no question asks for is meant: only where it is named or what it was is denied."""
    return key in scene.content.intents.questions or bool(meant.old) or key == named(meant, scene)


def but_claims(before: DialogueState, after: DialogueState) -> DialogueState:
    """The state without a total that only stands in the place of a sum no fact held (拿到的不是1900 是1940)."""
    if tallying.TOTAL in before.answers or tallying.TOTAL not in after.answers:
        return after
    left = {key: answer for key, answer in after.answers.items() if key != tallying.TOTAL}
    return after.changed(answers=left)


def named_beside(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """那7340不准，按7140算。公司叫南昌迅达配送: the state with who and where, as far as it was not told before."""
    told = absorb(state, text, scene, anew=False)
    new = {key: told.answers[key] for key in NAMES & told.answers.keys()}
    new = {key: a for key, a in new.items() if key not in state.answers or key == "region"}
    new = {key: a for key, a in new.items() if state.answers.get(key) != a}
    return state.changed(answers={**state.answers, **new}) if new else state
