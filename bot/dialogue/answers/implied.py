"""What a message that only tells asks without saying so (队长说俺超龄了 人家不管): what others say or want is answered
where it is likely meant, all else only where it surely is, in a line or two beside the facts that were kept."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.dialogue.answers import advising, answering, asking, details, likeliest
from bot.dialogue.answers.asking import Asking
from bot.dialogue.content import Scene
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import demands, noting
from bot.dialogue.turn import Turn
from intents.passages import shared
from intents.recognition import Likely

NOTED, CLAIMED, TOLD, LISTED = 0.2, 0.45, 0.45, 0.7
"""How likely an answer must be to words in which no fact was heard, to what others say or want, to all else, and to
lists of facts and short answers (measured on labelled talks)."""
SAME = 0.2
"""The part of an answer's pairs of letters that makes it the same as a remark: other answers share half as many."""
PLACE = frozenset({"region", "region_candidates"})
"""Who says where it is lists facts."""
STAGES, MOST_REPLIES = frozenset({"intake", "question", "summary"}), 2
LEAST_LETTERS, LONG_ANSWER, MOST_CLAUSES = 7, 20, 3
"""Shorter words ask nothing, nor do those that answer the open question and are no longer than this; so many
clauses of what others say are read alone."""


def beside_remark(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with the answer to the whole words, where no more than a remark was made of them."""
    return answered(before, turn, text, scene, remarked=True)


def answered(
    before: DialogueState, turn: Turn, text: str, scene: Scene, *, remarked: bool = False
) -> Turn:
    """The turn with the answer, where none was given, nor more than the next question said."""
    if not details.may_be_asked(before) or before.calculation is not None or before.care_turns:
        return turn
    folded = scene.content.extractor.script.fold(text)
    if demands.is_met(turn, text, scene) or not _has_room(before, turn):
        return turn
    if asking.each(folded, scene):
        return turn
    if _lists(folded, scene) or advising.tells_money_alone(before, turn.state, text, scene):
        return turn
    best = max(
        _likely(before, folded, scene, _least(before, turn, text, scene), remarked),
        key=lambda each: each.likely,
        default=None,
    )
    if best is None or best.name in {*before.cards_said, before.entry_id, before.shown_card}:
        return turn
    reply = _reply(best, scene)
    if _says_again(reply, turn, remarked):
        return turn
    known = turn.state.changed(cards_said=(*turn.state.cards_said, best.name))
    *remarks, question = turn.replies
    return replace(turn, state=known, replies=(*remarks, reply, question))


def _has_room(before: DialogueState, turn: Turn) -> bool:
    """Whether the talk goes on with at most a remark, and no answer was given."""
    state = turn.state
    silent = state.stage in STAGES and 0 < len(turn.replies) <= MOST_REPLIES
    return silent and _known(state) == _known(before)


def _known(state: DialogueState) -> tuple[object, ...]:
    """Which answers were given, what is pressing, and which feelings were met."""
    return state.cards_said, state.entry_id, state.shown_card, state.pressing, state.felt


def _lists(text: str, scene: Scene) -> bool:
    """Whether the words are few or a line of facts."""
    return len(text) < LEAST_LETTERS or scene.content.extractor.line(text).is_whole


def _only_answers(before: DialogueState, turn: Turn, text: str) -> bool:
    """Whether the words are an answer to the open question and little more."""
    key = before.asking or ""
    new = turn.state.answers.get(key) != before.answers.get(key)
    return new and len(text) < LONG_ANSWER


def _least(before: DialogueState, turn: Turn, text: str, scene: Scene) -> float:
    """Words that were only said back ask for an answer more often than words in which a fact was heard, and those
    than a short answer to the open question."""
    if _only_answers(before, turn, text):
        return LISTED
    kept = turn.state.answers != before.answers or noting.counsel(text, scene)
    return TOLD if kept or noting.line(text, scene) not in turn.replies[0].text else NOTED


def _likely(
    state: DialogueState, text: str, scene: Scene, told: float, remarked: bool
) -> Iterator[Likely]:
    """What may be asked for, by no single clause where a remark was made already."""
    claims = scene.content.intents.asides.claims_of_them
    claimed = (clause for clause in asking.told(text, scene) if claims(clause))
    lists = not PLACE.isdisjoint(scene.content.extractor.read(text, scene.today))
    reading = likeliest.Reading(state, text, scene)
    most = 0 if remarked else MOST_CLAUSES
    for words in dict.fromkeys((text, *islice(claimed, most))):
        needed = min(CLAIMED, told) if claims(words) else LISTED if lists else told
        found = reading.of(Asking(words, words, several=False))[:1]
        yield from (each for each in found if each.likely >= needed)


def _says_again(reply: Reply, turn: Turn, remarked: bool) -> bool:
    """Whether the answer begins as what is said already, or tells in other words what the remark did."""
    first = reply.text.split("\n")[0]
    if any(first in said.text for said in turn.replies):
        return True
    return remarked and any(shared(first, said.text) >= SAME for said in turn.replies)


def _reply(best: Likely, scene: Scene) -> Reply:
    if best.is_detail:
        return details.reply(best.name, scene)
    return answering.in_short(scene.content.knowledge.entries[best.name], scene)
