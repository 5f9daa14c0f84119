"""A person in danger comes before consent, limits, stages and everything else."""

import re
from datetime import datetime, timedelta

from bot.dialogue.care import words_of_care
from bot.dialogue.content import Scene
from bot.dialogue.effects import CallHuman, MessageMediator
from bot.dialogue.interview import echoing, hearing
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import WORK_INJURY, absorb
from bot.dialogue.turn import Turn

CARE_TURNS, ALMOST_CALM = 3, 1
"""Messages met with care after a danger; left of them where the matter was told calmly once."""
MET_WITH_CARE = frozenset({"greeting", "thanks"})
"""Commands that are met with care, too: 你在吗."""
MAY_GO_ON = frozenset({"violence", "sexual_harassment", "injury_now", "child_labour"})
"""Dangers in which the matter may be told on; who is held or may harm himself is kept in care."""
NEEDS_HELP_AT_ONCE = frozenset({"injury_now"})
"""Dangers in which a place tells where to send help, not where the employer is."""
SELF_HARM = "self_harm"
STAYS_NEAR = frozenset({SELF_HARM, "violence", "sexual_harassment"})
"""Dangers after which nothing is asked until the worker wants to go on."""
FAINT = frozenset({"self_harm", "violence", "sexual_harassment", "child_labour", "detained"})
"""Dangers that the learned hint alone may hear where nobody speaks of them."""
ASKED_ABOUT = FAINT - {"child_labour"}
"""Of these: those after which the worker is asked whether all is well."""
HELD = frozenset({"detained", "forced_labour"})
"""Dangers of who is held: who reckons what is owed is told on, a place may be where help must go."""
NEVER_LEFT = HELD | {SELF_HARM}
"""Dangers whose care does not end by itself, however many short words come."""
WISHES = frozenset({"where_to", "how_much", "how_long", "papers"})
"""Wishes about the matter, with which who is almost calm goes on."""
CIRCUMSTANCES = "circumstances"
PAY = frozenset({"amount_claimed", "months_owed", "monthly_wage"})
WORRYING = ("self_harm", "violence")
"""Circumstances told that ask for a word of care."""
BECOMES = {"injury_now": WORK_INJURY, "child_labour": "child_labour"}
"""Dangers that are the matter itself, once they are over."""
CHILD, RESUME = "child_labour", "moves.resume"
_SUM = re.compile(r"[0-9]{3,}")
REST = timedelta(hours=12)
"""After so long without a word of danger any calm message ends the care."""
CRY = 6
"""Letters up to which words in care are no question, whatever they resemble: 我不敢打."""
OF_MATTER = 0.7
"""Domain score from which words in care are about work."""
SHORT, PIECES = 12, 3
"""Letters of a message that may be a piece of one, and how many pieces before it are read along."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The fixed text for the most urgent danger in the words, or None where there is none.

    The stage stays as it is (a matter told with it is begun), facts told beside it are kept; the next turns are answered within the
    care frame. The same
    danger in the next message gets the shorter words of care, unless it is told plainly once more.
    """
    if scene.content.intents.case_code(text):
        return None  # letters and digits drawn by lot
    danger = scene.content.crisis.danger(text) or _told_in_pieces(state, text, scene)
    if danger is None or is_faint(state, text, scene) or tells_otherwise(state, text, scene):
        return None
    its = scene.content.intents.crisis[danger]
    plainly = scene.content.crisis.danger_in_pieces((text,)) is not None
    if not plainly and _is_less_urgent(danger, state, scene):
        danger = state.care_class or danger
        its = scene.content.intents.crisis[danger]
    again = danger == state.care_class and state.care_turns > 0
    is_safe = scene.content.intents.is_safe
    if again and not plainly and is_safe(text):
        return None
    if danger in NEEDS_HELP_AT_ONCE and not plainly and any(map(is_safe, state.said_lately)):
        return None  # 人送医院了, and then what the injury is
    just_said = again and not plainly
    told = state if danger == SELF_HARM else absorb(state, text, scene, anew=False)
    told = noting.add(told, text) if danger in NEEDS_HELP_AT_ONCE else told
    if told.stage == "welcome" and told.dispute_kind is not None:
        told = told.changed(stage="question")
    cared = told.changed(care_class=danger, care_turns=CARE_TURNS - just_said, near_danger=None)
    if just_said:
        name, other = words_of_care.due(state.care_said, danger)
        return caring(cared, name, scene, again=other).doing(CallHuman(danger))
    reply = Reply(its.reply, urgent=True)
    said = words_of_care.done_with(scene.content.intents.caring.done_in_danger(danger, text))
    return Turn(cared.changed(care_said=said), (reply,), (CallHuman(danger),))


def _is_less_urgent(danger: str, state: DialogueState, scene: Scene) -> bool:
    """Whether somebody in care tells sideways of a danger less urgent than the one cared for."""
    classes = scene.content.intents.crisis
    if not state.care_turns or state.care_class is None:
        return False
    return classes[danger].urgency > classes[state.care_class].urgency


def is_faint(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether only the learned hint hears a danger, and faintly, within a matter (他们让我今天就答复) or in
    words that tell facts of one (在两江新区工地上搞水电): the worker is asked whether all is well, and
    the talk goes on."""
    check = scene.content.crisis
    danger = check.danger(text)
    if state.care_turns or danger not in FAINT or not check.is_faint(text):
        return False
    if state.dispute_kind is not None or check.is_doubtful(text):
        return True
    told = absorb(state, text, scene, anew=True)
    new = {key for key, answer in told.answers.items() if state.answers.get(key) != answer}
    return bool(new & {*echoing.ECHOED, "worker_kind"})


def tells_otherwise(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether only the learned hint hears the danger, in words that tell another thing (保安不准我进门),
    of somebody who is not in care."""
    danger = scene.content.crisis.danger(text)
    if danger is None or state.care_turns or state.near_danger:
        return False
    if not scene.content.intents.caring.tells_otherwise(danger, text):
        return False
    return scene.content.crisis.danger_in_pieces((text,)) is None


def _told_in_pieces(state: DialogueState, text: str, scene: Scene) -> str | None:
    """我不想 / 活 / 了: a danger told over several short messages; 他说开除我 / 1500能要回来不 tells no
    age."""
    if not state.said_lately or len(text) > SHORT:
        return None
    pieces = (*state.said_lately, text)
    danger = scene.content.crisis.danger_in_pieces(pieces)
    sums = danger == CHILD and any(map(_SUM.search, pieces))
    return None if sums else danger


def remember(state: DialogueState, text: str) -> DialogueState:
    """Keep the last short messages for the next one; a longer one or a danger told ends the row."""
    is_piece = 0 < len(text) <= SHORT and state.stage != "erased" and not state.care_turns
    pieces = (*state.said_lately, text)[-PIECES:] if is_piece else ()
    return state if pieces == state.said_lately else state.changed(said_lately=pieces)


def keep_caring(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Within the care frame short words are met with care; a real question is answered again."""
    if not state.care_turns or state.care_class is None or state.stage == "erasing":
        return None
    if len(text) > CRY and scene.content.matcher.recognize(text).outcome == "answer":
        return None
    told = absorb(state, text, scene, anew=False)
    awaited = words_of_care.is_awaited(state.care_said, state.care_class)
    stays = state.care_class in NEVER_LEFT or awaited
    left = max(state.care_turns - 1, ALMOST_CALM if stays else 0)
    if _is_calm(state, told, text, scene):
        told, left = noting.add(told, text), min(left, ALMOST_CALM)
    calmer = told.changed(care_turns=left)
    # A mediator who waits for an answer is the person to hear it, whatever it says.
    relayed = (MessageMediator(text),) if state.mediator_waits else ()
    name, again = words_of_care.due(state.care_said, state.care_class)
    return caring(calmer, name, scene, again=again).doing(*relayed)


def caring(state: DialogueState, name: str, scene: Scene, *, again: str | None = None) -> Turn:
    """A text of care, which is never said twice in a row: then `again`, or other words of care."""
    danger = state.care_class or SELF_HARM
    if name == state.care_said:
        name = again or words_of_care.again(danger, held=danger in HELD)
    kind = scene.label(f"dispute_kind.{state.dispute_kind}") if state.dispute_kind else ""
    text = (
        scene.content.intents.crisis[danger].care
        if name == words_of_care.CARE
        else scene.say(name, kind=kind)
    )
    return Turn(state.changed(care_said=name), (Reply(text, urgent=True),))


def rested(state: DialogueState, now: datetime) -> DialogueState:
    """The state after a long pause: what is left of the care ends with the next calm message."""
    if not (state.care_turns or state.near_danger) or not state.heard_at:
        return state
    if now - datetime.fromisoformat(state.heard_at) < REST:
        return state
    return state.changed(care_turns=min(state.care_turns, ALMOST_CALM), near_danger=None)


def says_on(text: str, scene: Scene) -> bool:
    """接着说, 继续刚才的事."""
    folded = scene.content.extractor.script.fold(text)
    if scene.content.intents.manners.move(folded) == "resume":
        return True
    return any(scene.content.wishes.read(part) == RESUME for part in (text, *text.split()))


def wishes_on(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether somebody in care says outright that the talk is to go on (接着说钱的事吧), or tells the
    matter calmly for the second time."""
    if says_on(text, scene):
        return True
    if state.care_turns != ALMOST_CALM:
        return False
    told = absorb(state, text, scene, anew=True)
    return _is_calm(state, told, text, scene) or wishes_matter(text, scene)


def wishes_matter(text: str, scene: Scene) -> bool:
    """去哪告, 给我写个投诉书: whether the words wish something of the matter."""
    folded, intents = scene.content.extractor.script.fold(text), scene.content.intents
    return intents.manners.move(folded) in WISHES or intents.paper_wishes.named(folded) is not None


def _is_calm(state: DialogueState, told: DialogueState, text: str, scene: Scene) -> bool:
    """Whether words in which no danger is heard tell or ask of the matter."""
    if echoing.news(state, told):
        return True
    found = scene.content.matcher.recognize(text)
    of_matter = found.outcome in ("answer", "choices") and found.domain_score >= OF_MATTER
    return of_matter and len(text) > CRY and state.care_class != SELF_HARM


def goes_on(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether somebody in care, whose danger lets them, goes on telling the matter itself, or asks
    for it again (那加班费呢)."""
    told = echoing.news(state, absorb(state, text, scene, anew=True))
    if state.care_class not in MAY_GO_ON:
        return state.care_class in HELD and bool(PAY.intersection(told))
    aside = scene.content.intents.asides.named(scene.content.extractor.script.fold(text))
    if aside is not None and scene.content.intents.asides.asides[aside].in_care:
        return True
    if set(told) - {"region"} or (told and state.care_class not in NEEDS_HELP_AT_ONCE):
        return True
    return state.dispute_kind is not None and hearing.returns_to(state, text, scene)


def worry(before: DialogueState, turn: Turn, text: str, scene: Scene) -> tuple[Reply, ...]:
    """A word of care for one who tells of blows or of despair, where nobody is in danger now."""
    if is_faint(before, text, scene):
        return (Reply(scene.say("safe_now")),) if _asked_about(before, text, scene) else ()
    told = {*_circumstances(turn.state)} - {*_circumstances(before)}
    if turn.state.care_turns or any(reply.urgent for reply in turn.replies):
        return ()
    return tuple(Reply(scene.say(f"worried_{each}")) for each in WORRYING if each in told)[:1]


def _asked_about(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether who may be in danger is asked whether all is well; in so few words that danger is told
    plainly in them only of despair and of being held."""
    danger = scene.content.crisis.danger(text)
    if danger not in ASKED_ABOUT or tells_otherwise(state, text, scene):
        return False
    return danger in NEVER_LEFT or not scene.content.crisis.is_doubtful(text)


def tells_of_pay(state: DialogueState, text: str, scene: Scene) -> bool:
    """工钱四个月没给: whether the words tell what is owed, beside that the danger is over."""
    return bool(PAY.intersection(echoing.news(state, absorb(state, text, scene, anew=True))))


def _circumstances(state: DialogueState) -> tuple[str, ...]:
    held = state.facts().get("circumstances")
    return held if isinstance(held, tuple) else ()


def unless_cared_for(state: DialogueState, command: str | None) -> str | None:
    """The command, but within the care frame and near it none of those that are met with care."""
    in_care = state.care_turns or state.near_danger
    return None if in_care and command in MET_WITH_CARE else command


def leave_care(state: DialogueState) -> DialogueState:
    """The worker asks about the matter again; where there was none, it is what the danger was."""
    if state.care_class is None:
        return state
    calm = state.changed(care_class=None, care_turns=0)
    kind = BECOMES.get(state.care_class or "")
    begins = kind is not None and state.dispute_kind is None
    return calm.changed(dispute_kind=kind, stage="question") if begins else calm


def freed(state: DialogueState) -> DialogueState:
    """Who was held is out: the way to the money is no longer the police's."""
    told = state.answers.get(CIRCUMSTANCES)
    if told is None or not isinstance(told.value, tuple):
        return state
    left = tuple(each for each in told.value if each not in HELD)
    return state.changed(
        answers={**state.answers, CIRCUMSTANCES: told.model_copy(update={"value": left})}
    )


def accompanying(text: str, scene: Scene) -> tuple[Reply, ...]:
    """Words of support put before an answer when the matter is grave but nobody is in danger now."""
    alarms = scene.content.crisis.read(text)
    graves = [alarm.id for alarm in alarms if not alarm.before_everything]
    return tuple(Reply(scene.content.intents.crisis[alarm].reply) for alarm in graves[:1])
