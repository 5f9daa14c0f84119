"""The one answer to a question in the midst of a case: an entry's, a detail's or none, by how likely each is asked
for (likeliest.py)."""

from collections.abc import Collection, Iterator

from bot.dialogue.answers import (
    answering,
    asides,
    asking,
    details,
    following,
    leaning,
    meanwhile,
    status,
)
from bot.dialogue.answers.asking import Asking
from bot.dialogue.answers.likeliest import Reading
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn
from intents.recognition import Likely

SURE, AGAINST_WISH, AGAINST_SUM, PLAIN = 0.28, 0.42, 0.6, 0.7
"""How likely an answer must be to be given at once, in place of a wish or of a sum the words resemble, and before
anything else."""
ELSE, NEAR, OF_MATTER, BESIDE = 0.18, 0.13, 0.08, 0.2
"""How likely where nothing else meets the question: any answer, one near to the case, and the one that stands for
the matter; how likely an answer to a further question of the message."""
WARNINGS = frozenset({"false_witness", "no_forgery", "smash_things", "block_road"})
"""Remarks that warn of what would harm the worker: no answer goes before them."""
REMARKS = "asides."
"""What the names of wishes begin with that are mere remarks."""


def plainly(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The answer asked for so surely that it goes before what else the words resemble, but a warning; None where
    none is."""
    named = scene.content.intents.asides.named(_folded(text, scene), state.dispute_kind)
    return None if named in WARNINGS else respond(state, text, scene, least=PLAIN)


def respond(
    state: DialogueState, text: str, scene: Scene, least: float | None = None
) -> Turn | None:
    """The question answered and the talk going on where it stood; None where none is surely asked."""
    if not details.may_be_asked(state) or asides.answers(state, text, scene):
        return None
    if state.calculation is not None and scene.content.intents.manners.only_supposes(text):
        return None
    folded = _folded(text, scene)
    asked = asking.each(folded, scene)
    if not asked:
        return None
    best = _best(_surely(state, asked, folded, scene, least))
    if best is None or (state.stage in asides.AT_REST and not best.is_detail):
        return None
    told = meanwhile.overheard(state, text, scene)
    heard = echoing.news(state, told)
    turn = asides.going_on(_given(echoing.said(told, heard), best, text, scene), scene)
    return echoing.led(turn, echoing.line(told, heard, scene))


def in_between(state: DialogueState, text: str, scene: Scene, least: float = 0.0) -> Turn | None:
    """The answer likeliest asked for, where nothing else meets the question; the state stays where it is."""
    folded = _folded(text, scene)
    asked = asking.each(folded, scene)
    found = (each for each in _likely(state, asked, folded, scene) if each.likely >= least)
    best = _best(found)
    return _given(state, best, text, scene) if best is not None else None


def _likely(
    state: DialogueState, asked: tuple[Asking, ...], text: str, scene: Scene
) -> Iterator[Likely]:
    reading = Reading(state, text, scene)
    for own in asked:
        for best in reading.of(own)[:1]:
            of_the_case = _asks_of_the_case(state, own.clause, scene)
            least = AGAINST_SUM if of_the_case else _least(state, best, scene)
            if best.likely >= least:
                yield best


def _least(state: DialogueState, best: Likely, scene: Scene) -> float:
    """How likely the answer must be: more where it was given, less where it is near the matter or stands for it."""
    if best.name in (*state.cards_said, state.entry_id, state.shown_card):
        return SURE
    if best.name == scene.content.intents.asides.entry_of.get(state.dispute_kind or ""):
        return OF_MATTER
    return NEAR if _is_near(state, best, scene) else ELSE


def _is_near(state: DialogueState, best: Likely, scene: Scene) -> bool:
    """Whether the answer is of the dispute talked about, of its topic, or asked next."""
    if best.is_detail:
        return state.dispute_kind in scene.content.intents.details.by_id[best.name].kinds
    standing = following.matter_entry(state, scene)
    return best.name in leaning.leans(state, standing, "", scene)


def to_clause(reading: Reading, asked: Asking, scene: Scene, said: Collection[str]) -> Reply | None:
    """The answer to a question beside others or beside facts in a line or two, if it is surely asked for and is none
    of those `said` before."""
    best = _best(iter(reading.alone(asked)))
    needed = BESIDE if asked.several else SURE
    if best is None or best.likely < needed or best.name in said:
        return None
    return _in_short(best, scene)


def _surely(
    state: DialogueState,
    asked: tuple[Asking, ...],
    text: str,
    scene: Scene,
    least: float | None,
) -> Iterator[Likely]:
    """The likeliest answer to each clause, where it is likely enough."""
    reading = Reading(state, text, scene)
    for own in asked:
        asks_amount = scene.content.intents.manners.asks_amount(own.clause)
        if asks_amount if least else _asks_of_the_case(state, own.clause, scene):
            continue
        found = reading.of(own)
        if found and found[0].likely >= (least or _needed(own.clause, text, scene)):
            yield found[0]


def _best(found: Iterator[Likely]) -> Likely | None:
    return max(found, key=lambda each: each.likely, default=None)


def _asks_of_the_case(state: DialogueState, clause: str, scene: Scene) -> bool:
    """Whether a clause asks of the way itself, or what somebody is (clauses.py, status.py)."""
    of_the_way = scene.content.intents.asides.of_the_way(clause, state.dispute_kind)
    return of_the_way is not None or any(status.questions(state, clause, scene))


def _needed(clause: str, text: str, scene: Scene) -> float:
    if scene.content.intents.manners.asks_amount(clause):
        return AGAINST_SUM
    wishes = (scene.content.wishes.read(words) for words in (text, clause))
    wished = any(wish and not wish.startswith(REMARKS) for wish in wishes)
    return AGAINST_WISH if wished else SURE


def _given(state: DialogueState, best: Likely, text: str, scene: Scene) -> Turn:
    if best.is_detail:
        return Turn(state, (details.reply(best.name, scene),))
    return meanwhile.card(state, best.name, text, scene)


def _in_short(best: Likely, scene: Scene) -> Reply:
    """A detail, or the conclusion of an entry and its law."""
    if best.is_detail:
        return details.reply(best.name, scene)
    return answering.in_short(scene.content.knowledge.entries[best.name], scene)


def _folded(text: str, scene: Scene) -> str:
    return scene.content.extractor.script.fold(text)
