"""Questions in single clauses of a message (去哪告 要不要花钱): those about the way itself are met by the ways
and limits of the very matter, and of several questions none is passed over."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.dialogue.answers import (
    asides,
    asking,
    chosen,
    following,
    meanwhile,
    moves,
    perhaps,
    remarks,
    status,
    unmet,
)
from bot.dialogue.answers.asking import Asking
from bot.dialogue.answers.likeliest import Reading
from bot.dialogue.calculation import sum_asking
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hearing
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.told import demands
from bot.dialogue.turn import Turn
from intents.asides import Aside

SHOWN = 18
"""Characters of a clause said back."""
IN_A_ROW, OF_YES_OR_NO = 3, 2
"""Letters of a question that is put back which stand in the one asked; of one for a yes or no."""
MOST_ALSO, OF_MANY = 1, 3
"""Questions of one message met beside the first, and questions of which one more is met."""
WAYS, PAPERS, LIMITS = "ways", "papers", "limits"
_MOVES = {WAYS: "where_to", PAPERS: "papers"}


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What is asked of the way alone (去哪告, 要多久), met within the matter; None for all other words."""
    ready = state.dispute_kind is not None and not state.handed_over
    if not ready or state.stage in asides.ELSEWHERE or state.case_status in REACHABLE:
        return None
    asked = asking.clauses(_folded(text, scene), scene)
    ways = [_of_the_way(state, clause, scene) for clause in asked]
    if not ways or (aside := ways[0]) is None or None in ways or _answers(state, text, scene):
        return None
    if len(asked) == 1 and _is_more_than(state, aside, text, scene):
        return None
    reading = Reading(state, _folded(text, scene), scene)
    if any(
        _gives_way(reading, own, state, scene) for own in asking.each(_folded(text, scene), scene)
    ):
        return None
    told = meanwhile.overheard(state, text, scene)
    heard = echoing.news(state, told)
    turn = _met(echoing.said(told, heard), aside, text, scene)
    return echoing.led(turn, echoing.line(told, heard, scene)) if turn else None


def _of_the_way(state: DialogueState, clause: str, scene: Scene) -> Aside | None:
    return scene.content.intents.asides.of_the_way(clause, state.dispute_kind)


def _answers(state: DialogueState, text: str, scene: Scene) -> bool:
    of_another = hearing.asks_of_another(state, text, scene) or _names_another(state, text, scene)
    return of_another or asides.answers(state, text, scene)


def _names_another(state: DialogueState, text: str, scene: Scene) -> bool:
    """四年没交社保 现在补还来得及不, asked in a dismissal: its days are not those of the matter."""
    named = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    kinds = named.value if named is not None and isinstance(named.value, tuple | list) else ()
    return bool(kinds) and state.dispute_kind not in kinds


def _is_more_than(state: DialogueState, aside: Aside, text: str, scene: Scene) -> bool:
    """Whether the whole words are a remark of their own, or surely ask for another answer."""
    if not aside.yields:
        return False
    if scene.content.intents.asides.named(_folded(text, scene), state.dispute_kind):
        return True
    sure = following.surely_asked(state, text, scene)
    return sure is not None and sure != aside.entry_for(state.dispute_kind)


def _gives_way(reading: Reading, asked: Asking, state: DialogueState, scene: Scene) -> bool:
    """Whether a clause that asks of the way surely asks for another answer (去劳动监察要带什么)."""
    aside = _of_the_way(state, asked.clause, scene)
    entry_id = aside.entry_for(state.dispute_kind) if aside is not None and aside.yields else None
    if entry_id is None:
        return False
    best = next(iter(reading.alone(asked)), None)
    return best is not None and best.likely >= chosen.AGAINST_WISH and best.name != entry_id


def _met(state: DialogueState, aside: Aside, text: str, scene: Scene) -> Turn | None:
    if aside.shows in _MOVES:
        return moves.meet(state, _MOVES[aside.shows], text, scene)
    reply = remarks.met_with(state, aside, scene)
    return asides.going_on(Turn(state, (reply,)), scene) if reply else None


def answered(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with what its words ask besides, each question in a line or two above the next one."""
    state = turn.state
    begun = state.dispute_kind is not None or state.entry_id is not None
    if state.care_turns or not begun or state.handed_over or not turn.replies:
        return turn
    asked = asking.each(_folded(text, scene), scene)
    silent = _is_silent(turn, text) and not demands.is_met(turn, text, scene)
    if not asked or (len(asked) == 1 and not silent):
        return turn
    if len(asked) == 1 and _puts_back(before, turn, asked[0], text, scene):
        return turn
    most = MOST_ALSO + (len(asked) >= OF_MANY)
    more = tuple(islice(_unanswered(turn, asked, text, scene), most))
    if not more:
        return unmet.answered(before, turn, asked, text, scene) if silent else turn
    offer = scene.say("also_asked")
    said = tuple(
        reply
        for reply in turn.replies
        if reply.text != offer and not perhaps.is_unsure(reply, scene)
    )
    kept = said[:-1] if state.stage == "intake" else said
    return replace(turn, replies=(*kept, *more, *said[len(kept) :]))


def _puts_back(before: DialogueState, turn: Turn, asked: Asking, text: str, scene: Scene) -> bool:
    """她有没有退休金？农村那个: whether the question is the one that was open, said again before its answer."""
    key, folded = before.asking or "", _folded(text, scene)
    taken = turn.state.answers.get(key) != before.answers.get(key)
    again = taken and folded.startswith(asked.clause) and len(asked.clause) < len(folded)
    if not again:
        return False
    question = scene.content.intents.questions.get(key)
    if question is None:
        return False
    least = OF_YES_OR_NO if question.type == "yes_no" else IN_A_ROW
    return _shares_words(asked.clause, question.ask, least)


def _shares_words(clause: str, question: str, least: int) -> bool:
    """Whether so many letters in a row stand in both."""
    ends = range(least, len(clause) + 1)
    return any(clause[end - least : end] in question for end in ends)


def _is_silent(turn: Turn, text: str) -> bool:
    """Whether a question beside other words was met with the next question alone."""
    state = turn.state
    asks_on = state.stage == "intake" and not sum_asking.is_asking(state)
    return asks_on and len(turn.replies) == 1 and asking.has_parts(text)


def _unanswered(turn: Turn, asked: tuple[Asking, ...], text: str, scene: Scene) -> Iterator[Reply]:
    said = "\n".join(reply.text for reply in turn.replies)
    reading = Reading(turn.state, _folded(text, scene), scene)
    for own in asked:
        clause = own.clause
        if any(status.questions(turn.state, clause, scene)):
            continue
        given_up = _gives_way(reading, own, turn.state, scene)
        reply = None if given_up else _way(turn.state, clause, text, scene)
        reply = reply or chosen.to_clause(reading, own, scene, turn.state.cards_said)
        if reply is None or reply.text.split("\n")[0] in said:
            continue
        said = f"{said}\n{reply.text}"
        shown = scene.say(
            "also_answered", asked=clause[:SHOWN] + "…" * (len(clause) > SHOWN), said=reply.text
        )
        yield replace(reply, text=shown)


def _way(state: DialogueState, clause: str, text: str, scene: Scene) -> Reply | None:
    aside = _of_the_way(state, clause, scene)
    if aside is not None and aside.shows == LIMITS and _names_another(state, text, scene):
        return None
    if aside is None or aside.shows == PAPERS:
        return asides.reply_to(state, clause, scene)
    return remarks.in_the_way(state, aside, scene)


def _folded(text: str, scene: Scene) -> str:
    return scene.content.extractor.script.fold(text)
