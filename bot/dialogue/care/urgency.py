"""What cannot wait goes first: what to do in the next hour, before any list or question."""

from dataclasses import replace

from bot.dialogue.calculation import tallying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake
from bot.dialogue.interview.resuming import present
from bot.dialogue.messages import Reply
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import absorb
from bot.dialogue.told.kinds_told import OF_BODY
from bot.dialogue.turn import Turn, offering

ELSEWHERE = frozenset({"erasing", "erased"})
ARREARS, ENFORCEMENT = "wage_arrears", "enforcement"
AWARDED = "award_unpaid"
SIGN = "sign_today"
"""What to do with a paper to sign today is told by the answer of the matter, where one is given."""
LONGEST_PROOF = 30
"""Characters of words that tell what was done and little else."""
LONGEST_ORDINARY = 120
"""Characters: longer words may tell more than what presses."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """车子装好要开走了, in the middle of a matter: what to do now, and nothing else; None where nothing
    presses, or where the matter only begins with it."""
    if state.dispute_kind is None or state.stage in ELSEWHERE or state.case_status in REACHABLE:
        return None
    read = absorb(state, text, scene, anew=False)
    told = tallying.settled(state, tallying.heard(read, text, scene))
    kind = _named(told, text, scene)
    if kind == SIGN:
        return None
    if kind is None:
        return _done_told(state, told, text, scene)
    if f"{kind}_now" in state.pressing:
        return None
    reply, now = _reply(state, told, kind, scene)
    heard = echoing.news(state, told)
    return echoing.led(Turn(echoing.said(now, heard), (reply,)), echoing.line(told, heard, scene))


def _done_told(before: DialogueState, told: DialogueState, text: str, scene: Scene) -> Turn | None:
    """车子的照片我拍了, 打了12345了 说让等: the next step, once something presses."""
    if not before.pressing or len(text) > LONGEST_PROOF:
        return None
    done = scene.content.intents.urgency.done_about(text)
    if done is None or done in before.pressing or scene.content.intents.manners.asks(text):
        return None
    heard = echoing.news(before, told)
    noted = noting.add(told.changed(pressing=(*before.pressing, done)), text)
    turn = present(echoing.said(noted, heard), scene).after(Reply(scene.say(f"urgent_{done}")))
    return echoing.led(turn, echoing.line(told, heard, scene))


def put_first(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn that opens a matter, with what cannot wait in place of the answer of the matter."""
    if _passes_over(before, turn, text, scene):
        told = absorb(before, text, scene, anew=True).changed(stage="question")
        turn = intake.begin(offering(told), told.dispute_kind or ARREARS, scene)
    begins = before.dispute_kind is None and turn.state.dispute_kind is not None
    chooses = before.dispute_kind is None and turn.state.stage == "choosing_answer"
    if not (begins or chooses) or any(reply.urgent for reply in turn.replies):
        return turn
    kind = _named(turn.state, text, scene)
    if kind is None or (begins and kind == SIGN):
        return turn
    first, now = _reply(before, turn.state, kind, scene)
    if not turn.replies or not begins:
        return replace(turn.after(first), state=now)
    *_, last = turn.replies
    answered = replace(first, choices=turn.replies[0].choices) if len(turn.replies) > 1 else first
    return replace(turn, state=now, replies=(answered, last))


def _passes_over(before: DialogueState, turn: Turn, text: str, scene: Scene) -> bool:
    """Whether no matter was heard in words that tell what presses and money owed."""
    heard = before.dispute_kind or turn.state.dispute_kind
    if heard is not None or turn.state.stage not in ("question", "choosing_answer"):
        return False
    folded = scene.content.extractor.script.fold(text)
    pressing = scene.content.intents.urgency
    return pressing.tells_owed(folded) and pressing.named(folded, frozenset()) is not None


def is_told(state: DialogueState, text: str, scene: Scene) -> bool:
    """老板昨晚关机了 欠我三个月: whether the words tell what presses, told by no pattern of danger and
    without a word of despair. What the learned hint alone makes of them, faintly, does not count."""
    pressing = scene.content.intents.urgency
    if state.care_turns or pressing.is_grave(text) or len(text) > LONGEST_ORDINARY:
        return False
    folded = scene.content.extractor.script.fold(text)
    told = bool(state.pressing) and pressing.done_about(folded) is not None
    if not told and pressing.named(folded, frozenset(pressing.of_pay)) is None:
        return False
    crisis = scene.content.crisis
    return crisis.is_faint(text) and crisis.danger_in_pieces((text,)) is None


def _named(state: DialogueState, text: str, scene: Scene) -> str | None:
    named = state.facts().get("dispute_kinds")
    kinds = frozenset((state.dispute_kind or "", *(named if isinstance(named, tuple) else ())))
    folded = scene.content.extractor.script.fold(text)
    pressing = scene.content.intents.urgency
    found = pressing.named(folded, kinds)
    other_money = state.dispute_kind in OF_BODY or _is_awarded(state)
    return None if found in pressing.needs_pay and other_money else found


def _is_awarded(state: DialogueState) -> bool:
    """Whether the money was awarded already: then the court goes after it, not the inspection."""
    told = state.facts().get("circumstances")
    return state.dispute_kind == ENFORCEMENT or (isinstance(told, tuple) and AWARDED in told)


def _reply(
    before: DialogueState, state: DialogueState, kind: str, scene: Scene
) -> tuple[Reply, DialogueState]:
    """What to do now; in other words where that was said before."""
    name = f"{kind}_now" if kind in before.pressing else kind
    people = state.facts().get("people_count")
    text = scene.say(f"urgent_{name}", people=people)
    return Reply(text), state.changed(pressing=(*before.pressing, name))
