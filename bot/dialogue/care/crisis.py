"""A person in danger comes before consent, limits, stages and everything else."""

from dataclasses import replace

from bot.dialogue.care import calm, first_aid, own_words, pieces, whose, words_of_care
from bot.dialogue.care.worrying import is_faint, tells_otherwise
from bot.dialogue.content import Scene
from bot.dialogue.effects import CallHuman, MessageMediator
from bot.dialogue.interview import echoing, hearing
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import absorb
from bot.dialogue.told.kinds_told import INJURIES, UNSPECIFIC, WORK_INJURY
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
OF_INJURY = INJURIES | {"work_injury_benefits"}
LIFE = frozenset({SELF_HARM, "injury_now"})
"""Dangers that, told sideways within the care of another, take its place."""
STAYS_NEAR = frozenset({SELF_HARM, "violence", "sexual_harassment"})
"""Dangers after which nothing is asked until the worker wants to go on."""
HELD = frozenset({"detained", "forced_labour"})
"""Dangers of who is held: who reckons what is owed is told on, a place may be where help must go."""
NEVER_LEFT = HELD | {SELF_HARM}
"""Dangers whose care does not end by itself, however many short words come."""
WISHES = frozenset({"where_to", "how_much", "how_long", "papers"})
"""Wishes about the matter, with which who is almost calm goes on."""
PAY = frozenset({"amount_claimed", "months_owed", "monthly_wage"})
BECOMES = {
    "injury_now": WORK_INJURY,
    "child_labour": "child_labour",
    "sexual_harassment": "sexual_harassment",
    "violence": UNSPECIFIC,
}
"""Dangers that are the matter itself, once they are over."""
CHILD, RESUME = "child_labour", "moves.resume"
HARASSMENT, VIOLENCE = "sexual_harassment", "violence"
CRY = 6
"""Letters up to which words in care are no question, whatever they resemble: 我不敢打."""
BLOWS = frozenset({"violence", "sexual_harassment"})
TELLS = 8
"""Letters from which words after blows, once they were met with care, tell what happened."""
OF_MATTER = 0.7
"""Domain score from which words in care are about work."""


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The fixed text for the most urgent danger in the words, or None where there is none.

    The stage stays as it is (a matter told with it is begun), facts told beside it are kept; the same
    danger in the next message gets the shorter words of care, unless it is told plainly once more.
    """
    if scene.content.intents.case_code(text):
        return None  # letters and digits drawn by lot
    danger = _heard(state, text, scene)
    if danger is None:
        return None
    plainly = own_words.is_plain(state, text, scene)
    again = danger == state.care_class and state.care_turns > 0
    if state.care_turns and not plainly and scene.content.intents.is_safe(text):
        return None
    just_said = again and not plainly
    cared = _cared_for(state, danger, text, scene)
    if not just_said:
        return _first(cared, danger, text, scene)
    name, other = words_of_care.due(state, danger)
    cared = cared.changed(care_turns=CARE_TURNS - 1)
    return caring(cared, name, scene, again=other).doing(CallHuman(danger))


def _heard(state: DialogueState, text: str, scene: Scene) -> str | None:
    """The danger that the words tell: plainly, or sideways where nothing speaks against it."""
    if (plain := own_words.danger(state, text, scene)) is not None:
        return plain
    danger = scene.content.crisis.danger(text) or pieces.told(state, text, scene)
    if danger is None or is_faint(state, text, scene) or tells_otherwise(state, text, scene):
        return None
    if scene.content.crisis.danger_in_pieces((text,)) is not None:
        return danger
    if not _is_graver(danger, state, text, scene):
        danger = state.care_class
    looked_after = danger in NEEDS_HELP_AT_ONCE and _is_looked_after(state, scene)
    return None if looked_after else danger  # 人送医院了, and then what the injury is


def _cared_for(state: DialogueState, danger: str, text: str, scene: Scene) -> DialogueState:
    """The state in the care of that danger, with what was told beside it."""
    again = danger == state.care_class and state.care_turns > 0
    who = whose.told(state, danger, text, scene)
    in_jest = scene.content.intents.caring.only_in_anger(text)
    plainly = scene.content.crisis.danger_in_pieces((text,)) is not None and not in_jest
    own_life = danger == SELF_HARM and not who and not in_jest
    told = state if own_life else absorb(state, text, scene, anew=False)
    told = noting.add(told, text) if danger in NEEDS_HELP_AT_ONCE else told
    if told.stage == "welcome" and told.dispute_kind is not None:
        told = told.changed(stage="question")
    told = told if again else _becoming(told, state.care_class or "")
    if danger == VIOLENCE and state.dispute_kind is None and told.dispute_kind in OF_INJURY:
        others = {key: a for key, a in told.answers.items() if key != "dispute_kinds"}
        told = told.changed(dispute_kind=None, answers=others)  # 打断谁的腿 is no injury yet
    cared = told.changed(care_class=danger, care_turns=CARE_TURNS)
    hinted = not plainly and (state.hinted or not again)
    return cared.changed(near_danger=None, in_danger=who, hinted=hinted)


def _first(cared: DialogueState, danger: str, text: str, scene: Scene) -> Turn:
    """What is said first of a danger; of somebody who lies in hospital nothing of ambulances."""
    if danger in NEEDS_HELP_AT_ONCE and scene.content.intents.caring.is_in_ward(text):
        turn = caring(cared, "next_hospital", scene)
        return replace(turn, state=leave_care(turn.state).changed(near_danger=danger))
    own = own_words.due(cared, danger, text, scene)
    done = scene.content.intents.caring.done_in_danger(danger, text)
    first = scene.say(own, who=cared.in_danger) if own else _first_words(cared, danger, scene)
    said = own_words.kept(own) or words_of_care.done_with(done)
    cared = words_of_care.with_call(cared.changed(care_said=said), done)
    replies = (Reply(first, urgent=True), *first_aid.due(danger, text, scene))
    return Turn(cared, replies, (CallHuman(danger),))


def _is_looked_after(state: DialogueState, scene: Scene) -> bool:
    """Whether the hurt one is in hospital, or the matter talked about is the injury itself."""
    if any(map(scene.content.intents.is_safe, state.said_lately)):
        return True
    return not state.care_turns and state.dispute_kind in OF_INJURY


def _first_words(state: DialogueState, danger: str, scene: Scene) -> str:
    """What is said first: to the writer, or about somebody else in danger."""
    theirs = f"danger_{danger}{whose.THEIRS}"
    has_theirs = state.in_danger and theirs in scene.content.intents.replies
    its = scene.content.intents.crisis[danger].reply
    return scene.say(theirs, who=state.in_danger) if has_theirs else its


def _is_graver(danger: str, state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether a danger told sideways takes the place of the one cared for, or just over: what is heard
    faintly in care never does (他老婆出差了 我一个人害怕), else a life at stake alone."""
    classes = scene.content.intents.crisis
    before = state.care_class if state.care_turns else state.near_danger
    if before in (None, danger):
        return True
    if danger not in LIFE or scene.content.crisis.is_faint(text):
        return False
    if danger == SELF_HARM and not scene.content.intents.caring.may_despair(text):
        return False  # 今晚我把门反锁了, after harassment
    return classes[danger].urgency <= classes[before].urgency


def keep_caring(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """Within the care frame short words are met with care; a real question is answered again."""
    if not state.care_turns or state.care_class is None or state.stage == "erasing":
        return None
    if _asks_of_matter(state, text, scene):
        return None
    told = absorb(state, text, scene, anew=False)
    awaited = words_of_care.is_awaited(state.care_said, state.care_class)
    stays = (state.care_class in NEVER_LEFT and not _is_helped(state)) or awaited
    left = max(state.care_turns - 1, ALMOST_CALM if stays else 0)
    if _is_calm(state, told, text, scene):
        told, left = noting.add(told, text), min(left, ALMOST_CALM)
    calmer = told.changed(care_turns=left)
    # A mediator who waits for an answer is the person to hear it, whatever it says.
    relayed = (MessageMediator(text),) if state.mediator_waits else ()
    name, again = words_of_care.due(state, state.care_class)
    return caring(calmer, name, scene, again=again).doing(*relayed)


def _is_helped(state: DialogueState) -> bool:
    """Whether the writer may go on with the matter: despair was only hinted at, or somebody else is in
    danger, and what was done about it is told."""
    hinted = state.hinted and state.care_class == SELF_HARM
    return hinted or (bool(state.in_danger) and state.care_said.startswith(("next_", "near_")))


def _asks_of_matter(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether words in care are a real question; of who is held or may harm himself no statement is one
    (身份证都被收走了), nor the first one after blows or harassment."""
    if len(text) <= CRY:
        return False
    found, asks = (
        scene.content.matcher.recognize(text),
        scene.content.intents.manners.may_be_question(text),
    )
    if state.care_class in BLOWS or _is_helped(state):
        late = state.care_turns < CARE_TURNS - 1 and len(text) > TELLS
        of_matter = found.outcome == "choices" and found.domain_score >= OF_MATTER
        return (asks or late) and (found.outcome == "answer" or of_matter)
    return found.outcome == "answer" and (asks or state.care_class not in NEVER_LEFT)


def caring(state: DialogueState, name: str, scene: Scene, *, again: str | None = None) -> Turn:
    """A text of care, which is never said twice in a row: then `again`, or other words of care."""
    danger = state.care_class or SELF_HARM
    if name == state.care_said:
        name = again or words_of_care.again(danger, held=danger in HELD)
    kind = matter_name(state, scene)
    key = whose.name(state, f"care_{danger}" if name == words_of_care.CARE else name, scene)
    values = {"harassed": danger == HARASSMENT, "called": words_of_care.CALLED in state.pressing}
    own = key == f"care_{danger}"
    text = scene.say(key, kind=kind, who=state.in_danger, **values) if not own else ""
    text = text or scene.content.intents.crisis[danger].care
    return Turn(state.changed(care_said=name), (Reply(text, urgent=True),))


def matter_name(state: DialogueState, scene: Scene) -> str:
    """How the matter begun is called; empty where there is none, or none that has a name."""
    if state.dispute_kind in (None, UNSPECIFIC):
        return ""
    return scene.label(f"dispute_kind.{state.dispute_kind}")


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
    if calm.goes_on(state, text, scene):
        return True
    if state.care_class not in MAY_GO_ON and not _is_helped(state):
        return state.care_class in HELD and bool(PAY.intersection(told))
    fears = state.care_class in BLOWS and scene.content.intents.caring.tells_fear(text)
    if fears and not PAY.intersection(told):  # 我不敢跟她女儿说 怕丢工作
        return False
    if state.dispute_kind is not None and scene.content.intents.caring.is_of_pay(text):
        return True
    aside = scene.content.intents.asides.named(scene.content.extractor.script.fold(text))
    if aside is not None and scene.content.intents.asides.asides[aside].in_care:
        return True
    if set(told) - {"region"} or (told and state.care_class not in NEEDS_HELP_AT_ONCE):
        return True
    return state.dispute_kind is not None and hearing.returns_to(state, text, scene)


def tells_of_pay(state: DialogueState, text: str, scene: Scene) -> bool:
    """工钱四个月没给: whether the words tell what is owed, beside that the danger is over."""
    return bool(PAY.intersection(echoing.news(state, absorb(state, text, scene, anew=True))))


def unless_cared_for(state: DialogueState, command: str | None) -> str | None:
    """The command, but within the care frame and near it none of those that are met with care."""
    in_care = state.care_turns or state.near_danger
    return None if in_care and command in MET_WITH_CARE else command


def leave_care(state: DialogueState) -> DialogueState:
    """The worker asks about the matter again; where there was none, it is what the danger was."""
    if state.care_class is None:
        return state
    calm = state.changed(care_class=None, care_turns=0)
    return _becoming(calm, state.care_class)


def _becoming(state: DialogueState, danger: str) -> DialogueState:
    """The state with the matter that the danger itself is, where there was none."""
    kind = BECOMES.get(danger)
    begins = kind is not None and state.dispute_kind is None
    return state.changed(dispute_kind=kind, stage="question") if begins else state
