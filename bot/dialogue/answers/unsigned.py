"""A paper the employer wants signed or written, or what would come of it (要我写个欠条, 我签了会咋样):
not signed today, and what to write in its place. It is no evidence in hand, and tells no fact."""

import re
from dataclasses import replace

from bot.dialogue.answers import asides, following, meanwhile
from bot.dialogue.answers.following import PAPER
from bot.dialogue.calculation import estimating
from bot.dialogue.calculation.summing import fitting
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hearing
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import Calculation, DialogueState
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn

PLEDGE, REFUSED = "pledge", "refused"
"""A paper of no kind that is known; none signed, whatever it is."""
SIGNED, NOT_SIGNED = "unsigned_after", "unsigned_refused"
OF_LEAVING = frozenset(
    {"unlawful_dismissal", "economic_compensation", "collective_redundancy", "maternity_protection"}
)
MATERNITY = "maternity_protection"
_PARTS = re.compile(r"[\s，。；！？,;!?]+")


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What to do about the paper, what else the words tell, and the talk going on where it stood."""
    name = _wanted(state, text, scene)
    if name is None or (name == REFUSED and asides.answers(state, text, scene)):
        return None
    named = scene.content.intents.unsigned.named(text, state.dispute_kind)
    if named in (None, PLEDGE) and following.surely_asked(state, text, scene):
        return None
    told = _told(state, text, scene)
    heard = echoing.news(state, told)
    advised = _advised(echoing.said(told, heard), name, text, scene)
    return echoing.led(asides.going_on(advised, scene), echoing.line(told, heard, scene))


def beside_story(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """A story that begins a matter and tells of such a paper: what to do about it, too."""
    begins = before.dispute_kind is None and turn.state.stage == "intake"
    name = _wanted(turn.state, text, scene) if begins else None
    if name is None or _entry(name, turn.state, scene) == turn.state.entry_id is not None:
        return turn
    advised = _advised(turn.state, name, text, scene)
    kept = turn.state.changed(shown_card=advised.state.shown_card)
    *first, last = turn.replies
    return replace(turn, state=kept, replies=(*first, *advised.replies, last))


def _wanted(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The paper that is wanted and not signed; None outside a matter, and for other words."""
    if state.dispute_kind is None or state.stage in asides.ELSEWHERE:
        return None
    if state.handed_over or state.case_status in REACHABLE:
        return None
    papers, folded = scene.content.intents.unsigned, scene.content.extractor.script.fold(text)
    open_ = papers.is_wanted(folded) and papers.is_open(folded)
    named = papers.named(folded, state.dispute_kind) if open_ else None
    if named not in (None, PLEDGE):
        return named
    if papers.is_refused(folded) and not papers.is_of_contract(folded):
        return REFUSED
    return named or (_spoken_of(state, scene) if open_ and papers.is_supposed(folded) else None)


def _spoken_of(state: DialogueState, scene: Scene) -> str:
    """我签了会咋样: the paper spoken of last, else any."""
    papers, given = scene.content.intents.unsigned.papers, state.shown_card or ""
    named = given.removeprefix(PAPER)
    of_card = (name for name, each in papers.items() if each.entry == given)
    usual = scene.content.intents.unsigned.usual.get(state.dispute_kind or "", PLEDGE)
    return named if named in papers else next(of_card, _in_story(state, scene) or usual)


def _in_story(state: DialogueState, scene: Scene) -> str | None:
    """The paper that the story of the matter says is wanted (她厂里叫她自己写辞职)."""
    papers, story = scene.content.intents.unsigned, scene.content.extractor.script.fold(state.story)
    named = papers.named(story, state.dispute_kind) if papers.is_wanted(story) else None
    return named if named != PLEDGE else None


def _entry(name: str, state: DialogueState, scene: Scene) -> str | None:
    """The answer to a paper of that name, or to not signing the one spoken of last."""
    papers = scene.content.intents.unsigned.papers
    if name == REFUSED:
        return papers[_spoken_of(state, scene)].refused
    return papers[name].entry


def _told(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The facts of the parts that do not speak of the paper."""
    papers = scene.content.intents.unsigned
    if papers.is_imagined(text) or hearing.asks_of_another(state, text, scene):
        return state
    parts = [part for part in _PARTS.split(text) if part]
    rest = [part for part in parts if not papers.is_wanted(part) and not papers.is_refused(part)]
    return absorb(state, "，".join(rest), scene, anew=False) if rest else state


def _advised(state: DialogueState, name: str, text: str, scene: Scene) -> Turn:
    """The answer or the word on the paper; where it was said last, what comes of signing."""
    if (costs := _costs(state, name, text, scene)) is not None:
        return Turn(state.changed(shown_card=f"{PAPER}{name}"), (costs,))
    if (entry := _entry(name, state, scene)) is not None:
        return meanwhile.card(state, entry, text, scene)
    papers = scene.content.intents.unsigned
    again = state.shown_card == f"{PAPER}{name}"
    say = NOT_SIGNED if name == REFUSED else papers.papers[name].say
    leaving = papers.speaks_of_leaving(text) or state.dispute_kind in OF_LEAVING
    word = scene.say(SIGNED if again else say or "", dismissed=leaving)
    weighed = Reply(meanwhile.weighed(state, word, text, scene))
    return Turn(state.changed(shown_card=f"{PAPER}{name}"), (weighed,))


def _costs(state: DialogueState, name: str, text: str, scene: Scene) -> Reply | None:
    """What would come of signing it, where that is asked (她要是写了会咋样) and known."""
    papers = scene.content.intents.unsigned
    paper = papers.papers.get(name)
    if paper is None or paper.costs is None or not papers.is_imagined(text):
        return None
    sum_ = fitting(state, scene)
    started = state.changed(calculation=Calculation(id=sum_.id)) if sum_ else state
    lines = estimating.outcomes(started, scene)
    expecting = state.dispute_kind == MATERNITY
    return Reply(scene.say(paper.costs, lines=lines, expecting=expecting))
