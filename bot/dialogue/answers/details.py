"""Narrow questions in the middle of a case (让我走意外险行吗), answered straight. Which there are stands in
intents/details; a learned reader hears them, among those that may be asked in this case."""

from collections.abc import Sequence

from bot.dialogue.answers import asides, asking, following, meanwhile, suiting
from bot.dialogue.answers.answering import SHOWN_CITATIONS
from bot.dialogue.answers.citing import law_line
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, passing
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn
from intents.recognition import Recognition

CERTAIN, SURE, LIKELY = 0.93, 0.62, 0.5
"""How likely a detail must be: to go before any answer; to be met at once where no answer is likely; to be
met where nothing else answers (measured on talks)."""
ANSWERED = 0.75
"""Score of an answer that goes before a detail which is not certain."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The question answered and the talk going on where it stood; None where none is surely asked."""
    if not _may_be_asked(state) or asides.answers(state, text, scene):
        return None
    asked = asking.windows(folded := _folded(text, scene), scene)
    if not asked and not _may_be_claimed(state, folded, scene):
        return None
    name = _best(state, (folded, *asked), text, SURE if asked else CERTAIN, scene)
    if name is None:
        return None
    told = meanwhile.overheard(state, text, scene)
    heard = echoing.news(state, told)
    if not asked and (heard or passing.tells(state, text, scene)):
        return None
    turn = asides.going_on(Turn(echoing.said(told, heard), (_reply(name, scene),)), scene)
    return echoing.led(turn, echoing.line(told, heard, scene))


def to_clause(state: DialogueState, clause: str, text: str, scene: Scene) -> Reply | None:
    """The answer to one of several questions of a message, if it surely asks for a detail."""
    name = _best(state, (clause,), text, SURE, scene) if _may_be_asked(state) else None
    return _reply(name, scene) if name else None


def likely(state: DialogueState, text: str, scene: Scene) -> Reply | None:
    """The answer most likely asked for, where nothing else answers a question."""
    asked = asking.windows(_folded(text, scene), scene) if _may_be_asked(state) else ()
    name = _best(state, (text, *asked), text, LIKELY, scene) if asked else None
    return _reply(name, scene) if name else None


def _best(
    state: DialogueState, parts: Sequence[str], text: str, needed: float, scene: Scene
) -> str | None:
    """The detail that the words (the first of `parts`) or one of their clauses most likely ask for, if likely
    enough; none where an answer is likely asked for. Only the whole words are certain, where they can be
    read whole: 能领失业金吗 means another thing after 公司没交够失业险."""
    among, read = _open(state, text, scene), scene.content.details.read
    own = (part for part in dict.fromkeys(parts) if not _asks_of_the_way(state, part, scene))
    found = ((detail, part) for part in own if (detail := read(part, among)) is not None)
    best, part = max(found, key=lambda each: each[0].likely, default=(None, ""))
    if best is None or best.likely < needed:
        return None
    whole = read(parts[0], among) or best
    if whole.name == best.name and whole.likely >= CERTAIN:
        return best.name
    return None if _answered(state, text, part, scene) else best.name


def _answered(state: DialogueState, text: str, part: str, scene: Scene) -> bool:
    """Whether an answer is likely asked for by the words, or by the part in which a detail was read."""

    def likely(found: Recognition) -> bool:
        return any(match.score >= ANSWERED for match in found.matches[:1])

    return (
        likely(suiting.recognized(state, text, scene))
        or likely(following.within(state, text, scene))
        or (part != text and likely(following.within(state, part, scene)))
    )


def _may_be_claimed(state: DialogueState, text: str, scene: Scene) -> bool:
    """他们非要我签个放弃书才让提现: what the other side says or wants, told so that it asks; what holds numbers, or is
    said within a calculation, tells facts."""
    tells = state.calculation is not None or any(map(str.isdigit, text))
    return not tells and scene.content.intents.asides.claims_of_them(text)


def _may_be_asked(state: DialogueState) -> bool:
    begun = state.dispute_kind is not None and not state.handed_over
    return begun and state.stage not in asides.ELSEWHERE and state.case_status not in REACHABLE


FAMILIES = (
    frozenset({"work_injury_determination", "work_injury_benefits"}),
    frozenset({"wage_arrears", "construction_wage_arrears"}),
    frozenset({"unlawful_dismissal", "economic_compensation"}),
)
"""Kinds of dispute that are steps or names of one matter: what is asked in one is asked in the other."""


def _open(state: DialogueState, text: str, scene: Scene) -> frozenset[str]:
    """The details that may be asked in this case, and in the disputes the words name."""
    kinds = {state.dispute_kind or "", *_kinds_told(state), *meanwhile.kinds_named(text, scene)}
    kinds = kinds.union(*(family for family in FAMILIES if family & kinds))
    worker = suiting.worker_kind(state, text, scene)
    return scene.content.intents.details.open_in(kinds, worker)


def _asks_of_the_way(state: DialogueState, clause: str, scene: Scene) -> bool:
    """要不要请律师: the way itself is told otherwise (clauses.py)."""
    return scene.content.intents.asides.of_the_way(clause, state.dispute_kind) is not None


def _kinds_told(state: DialogueState) -> tuple[str, ...]:
    told = state.facts().get("dispute_kinds")
    return tuple(told) if isinstance(told, tuple | list) else ()


def _reply(name: str, scene: Scene) -> Reply:
    detail = scene.content.intents.details.by_id[name]
    law = law_line(detail.cited[:SHOWN_CITATIONS], scene) if detail.cited else ""
    return Reply(scene.say("detail", says=detail.says, law=law))


def _folded(text: str, scene: Scene) -> str:
    return scene.content.extractor.script.fold(text)
