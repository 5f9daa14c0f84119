"""The matter of a second person (还有我小舅子，他也差一万九), told while the worker's own is open: it is
answered in a few lines and kept apart, and the talk goes from one to the other when it is named (先说我的)."""

from bot.dialogue.answers import answering, following
from bot.dialogue.answers.citing import law_line
from bot.dialogue.calculation import tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake, matters
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.state import Answer, DialogueState, Matter
from bot.dialogue.told import noting
from bot.dialogue.told.ended import STILL
from bot.dialogue.told.facts import absorb
from bot.dialogue.told.relating import SPEAKS_FOR
from bot.dialogue.turn import Turn
from intents.kin import Mention
from knowledge.schemas import FaqEntry

OPEN = frozenset({"question", "intake", "summary"})
OF_THE_PLACE = frozenset({"region", "town", "employer", "platform"})
"""What holds for two who work at one place."""
GONE = {"wage_arrears": "final_pay_withheld"}
"""What stands for the dispute of somebody who left."""
WAGE = "monthly_wage"
LIKELY = 0.6
"""Score from which an answer of the other's dispute is the one to give."""


def begin(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Her matter answered and kept beside the own one; None where the words tell no trouble of another
    person."""
    if state.dispute_kind is None or state.handed_over or state.stage not in OPEN:
        return None
    manners = scene.content.intents.manners
    meant = manners.second_person(text, manners.may_be_question)
    if meant is None or meant.relation == state.facts().get(SPEAKS_FOR):
        return None
    own, theirs = _parted(text, meant)
    heard = absorb(state, own, scene, anew=False) if own else state
    other = _told_of_other(heard, text, theirs, meant, scene)
    kept = heard.changed(put_aside=_with(heard.put_aside, matters.matter_of(other)))
    noted = _noted(other, meant, theirs, scene)
    line = echoing.line(heard, echoing.news(state, heard), scene)
    return echoing.led(present(kept, scene).after(noted), line)


def _parted(text: str, meant: Mention) -> tuple[str, str]:
    """The words before those on the other person, and these."""
    stops = (text.rfind(stop, 0, meant.start) for stop in noting.STOPS)
    start = max(stops, default=-1) + 1
    return text[:start].strip(), text[start:].strip()


def _told_of_other(
    state: DialogueState, text: str, theirs: str, meant: Mention, scene: Scene
) -> DialogueState:
    """The other's matter, as it was told before and now."""
    before = [each for each in state.put_aside if _is_of(each, meant.relation)]
    fresh = state.changed(
        answers={}, dispute_kind=None, asked=(), skipped=(), story="", parts=(), calculated=(),
        put_aside=(), entry_id=None, of_employer="", echoed=(), stage="question", asking=None,
    )  # fmt: skip
    begun = matters.taken(fresh, before[-1]) if before else fresh
    named = {SPEAKS_FOR: Answer(value=meant.relation, said=text[meant.start : meant.end])}
    if scene.content.intents.manners.kin.works_here(meant):
        named |= {key: a for key, a in state.answers.items() if key in OF_THE_PLACE}
    begun = begun.changed(answers={**named, **begun.answers})
    told = _heard(begun, theirs, scene)
    kind = told.dispute_kind or _likely_kind(told, state, text, theirs, scene)
    here = scene.content.intents.manners.kin.works_here(meant)
    if here and kind in tallying.ARREARS and state.dispute_kind in tallying.ARREARS:
        kind = state.dispute_kind
    return noting.add(told.changed(dispute_kind=kind), theirs)


def _heard(state: DialogueState, theirs: str, scene: Scene) -> DialogueState:
    """The facts told of the other, read the way they are told of oneself."""
    kin = scene.content.intents.manners.kin
    said = kin.in_first_person(theirs)
    told = absorb(state, said, scene, anew=True)
    claimed = told.answers.get(tallying.TOTAL)
    if claimed is None or not kin.is_wage(said, claimed.said):
        return told
    left = {key: a for key, a in told.answers.items() if key != tallying.TOTAL}
    return told.changed(answers={**left, WAGE: claimed})


def _likely_kind(
    told: DialogueState, own: DialogueState, text: str, theirs: str, scene: Scene
) -> str:
    """The dispute that words without a name for it resemble; where it is told to be alike, the one the
    whole message names, or the own one."""
    if own.dispute_kind and scene.content.intents.manners.kin.is_alike(theirs):
        named = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
        kinds = named.value if named and isinstance(named.value, tuple) else ()
        return kinds[0] if kinds and own.dispute_kind not in kinds else own.dispute_kind
    found = following.in_the_open(told, theirs, scene)
    entries = scene.content.knowledge.entries
    likely = (entries[each.entry_id].dispute_kind for each in found.matches if each.score >= LIKELY)
    return next(filter(None, likely), intake.OTHER)


def _noted(other: DialogueState, meant: Mention, theirs: str, scene: Scene) -> Reply:
    hidden = OF_THE_PLACE | {SPEAKS_FOR}
    keys = [key for key in echoing.ECHOED if key in other.answers and key not in hidden]
    entry = _answer(other, theirs, scene)
    return Reply(
        scene.say(
            "noted_for_other",
            name=meant.name,
            told=echoing.items(other, keys, scene),
            limits=limit_lines(other, scene)[:1],
            entry=entry,
            law=law_line(entry.cited[: answering.SHOWN_CITATIONS], scene) if entry else "",
        )
    )


def _answer(other: DialogueState, theirs: str, scene: Scene) -> FaqEntry | None:
    """The answer of the other's dispute that the words resemble, else the one that stands for it."""
    entries = scene.content.knowledge.entries
    found = following.in_the_open(other.changed(dispute_kind=None), theirs, scene)
    likely = (
        each.entry_id
        for each in found.matches
        if each.score >= LIKELY and entries[each.entry_id].dispute_kind == other.dispute_kind
    )
    kind = other.dispute_kind or ""
    gone = other.facts().get(STILL) is False
    usual = GONE.get(kind) if gone else None
    usual = usual or scene.content.intents.asides.entry_of.get(kind)
    return entries.get(next(likely, usual) or "")


def _with(aside: tuple[Matter, ...], matter: Matter) -> tuple[Matter, ...]:
    whose = matter.answers[SPEAKS_FOR].value
    others = tuple(each for each in aside if not _is_of(each, str(whose)))
    return (*others, matter)[-matters.MOST_PUT_ASIDE :]


def turned_to(state: DialogueState, text: str, scene: Scene) -> tuple[Turn, str] | None:
    """先说我的, 现在说我媳妇的: the matter named taken up, and what else the words say; None where no such
    matter lies aside."""
    meant = scene.content.intents.manners.turns_to(text)
    if meant is None or not state.put_aside or state.stage not in OPEN:
        return None
    relation, rest = meant
    if state.facts().get(SPEAKS_FOR) == relation:
        return None
    fitting = [matter for matter in state.put_aside if _is_of(matter, relation)]
    if not fitting:
        return None
    others = tuple(matter for matter in state.put_aside if matter is not fitting[-1])
    taken_up = matters.swap(state.changed(put_aside=(*others, fitting[-1])), scene)
    return _told_besides(taken_up, rest, scene)


def _told_besides(taken_up: Turn, rest: str, scene: Scene) -> tuple[Turn, str]:
    """现在说我媳妇的 她10月25走的: the facts told with it, said back above the next question."""
    told = _heard(taken_up.state, rest, scene) if rest else taken_up.state
    heard = echoing.news(taken_up.state, told)
    if not heard:
        return taken_up, rest
    line = echoing.line(told, heard, scene)
    on = intake.proceed(echoing.said(told, heard), scene)
    return echoing.led(on.after(*taken_up.replies[:1]), line), ""


def _is_of(matter: Matter, relation: str | None) -> bool:
    told = matter.answers.get(SPEAKS_FOR)
    return (told.value if told else None) == relation
