"""The matter of a second person (另外我媳妇在超市，工资压着不给), told while the worker's own is open: each
is kept apart, and the talk goes from one to the other when it is named (先说我的)."""

from bot.dialogue.answers import open_talk
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake, matters
from bot.dialogue.state import DialogueState, Matter
from bot.dialogue.told.facts import absorb
from bot.dialogue.told.relating import SPEAKS_FOR
from bot.dialogue.turn import Turn

OPEN = frozenset({"question", "intake", "summary"})


def begin(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Her matter begun, the own one aside; None where the words tell no trouble of another person."""
    relation = _of_another(state, text, scene)
    if relation is None:
        return None
    named = scene.label(f"dispute_kind.{state.dispute_kind}")
    aside = matters.kept(state)
    fresh = aside.changed(answers={}, candidates=(), point=None, stage="question")
    begun = open_talk.answer(fresh, text, scene)
    name = scene.content.intents.manners.relations[relation].name
    return echoing.led(begun, scene.say("aside_for_other", kind=named, name=name))


def _of_another(state: DialogueState, text: str, scene: Scene) -> str | None:
    if state.dispute_kind is None or state.handed_over or state.stage not in OPEN:
        return None
    manners = scene.content.intents.manners
    found = manners.speaks_for(text)
    before = state.facts().get(SPEAKS_FOR)
    if found is None or found[0] == before or manners.may_be_question(text):
        return None
    alone = absorb(state.changed(answers={}, dispute_kind=None, asked=()), text, scene, anew=True)
    new_matter = alone.dispute_kind is not None and manners.complains(text)
    return found[0] if new_matter and (state.asked or state.answers) else None


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
    told = absorb(taken_up.state, rest, scene, anew=True) if rest else taken_up.state
    heard = echoing.news(taken_up.state, told)
    if not heard:
        return taken_up, rest
    line = echoing.line(told, heard, scene)
    on = intake.proceed(echoing.said(told, heard), scene)
    return echoing.led(on.after(*taken_up.replies[:1]), line), ""


def _is_of(matter: Matter, relation: str | None) -> bool:
    told = matter.answers.get(SPEAKS_FOR)
    return (told.value if told else None) == relation
