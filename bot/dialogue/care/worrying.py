"""What worries and is no alarm: a danger faintly heard within a matter, blows or despair told beside it."""

from datetime import date, timedelta

from bot.dialogue.care import calm
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import absorb
from bot.dialogue.told.kinds_told import INJURIES
from bot.dialogue.turn import Turn

FRESH = timedelta(days=2)
"""So long after an accident an ambulance may still be wanted."""
FAINT = frozenset({"self_harm", "violence", "sexual_harassment", "child_labour", "detained"})
"""Dangers that the learned hint alone may hear where nobody speaks of them."""
ASKED_ABOUT = FAINT - {"child_labour"}
"""Of these: those after which the worker is asked whether all is well."""
LONG_OPENING = 20
"""Characters of first words that tell a whole matter."""
CIRCUMSTANCES = "circumstances"
SELF_HARM, INJURY, VIOLENCE = "self_harm", "injury_now", "violence"
HELD = "detained"
OF_INJURY = INJURIES | {"work_injury_benefits"}
MEETS_DANGER = frozenset({"threatened", "police_told"})
"""Remarks whose reply says what to do about the danger told in them."""
MET_WITH_HELP = frozenset({"tired", "sleepless", "weighed_down", "haunted", "menaced", "too_risky"})
"""Feelings whose sentence names who listens or helps: nothing more is asked in the same words."""
WORRYING = ("self_harm", "violence")
"""Circumstances told that ask for a word of care."""


def is_faint(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether only the learned hint hears a danger, and faintly, within a matter (他们让我今天就答复) or in
    words that tell facts of one (在两江新区工地上搞水电): the worker is asked whether all is well, and
    the talk goes on."""
    check = scene.content.crisis
    danger = check.danger(text)
    if state.care_turns or danger == state.near_danger:
        return False
    if danger == SELF_HARM and _only_felt(state, text, scene):
        return True
    if danger == INJURY and _hurts_nobody(state, text, scene):
        return True
    if danger is not None and _names_nothing(state, danger, text, scene):
        return True
    if danger not in FAINT or not check.is_faint(text):
        return False
    if state.dispute_kind is not None or check.is_doubtful(text):
        return True
    told = absorb(state, text, scene, anew=True)
    new = {key for key, answer in told.answers.items() if state.answers.get(key) != answer}
    return bool(new & {*echoing.ECHOED, "worker_kind"})


def _hurts_nobody(state: DialogueState, text: str, scene: Scene) -> bool:
    """客人打翻了东西 算到我账上: words in which the learned hint alone hears an accident, before any matter
    only faintly, and that name neither a body, nor a blow, nor help."""
    check = scene.content.crisis
    if state.dispute_kind is None and not check.is_faint(text):
        return False
    if check.danger_in_pieces((text,)) is not None:
        return False
    return not scene.content.intents.caring.may_be_hurt(calm.rest(INJURY, text, scene))


def _names_nothing(state: DialogueState, danger: str, text: str, scene: Scene) -> bool:
    """园长不问青红皂白停我课, 她还把我身份证扣住了: words within a matter in which the learned hint alone hears
    a danger, and that hold no word of it."""
    if scene.content.intents.caring.names_danger(danger, calm.rest(danger, text, scene)):
        return False
    if scene.content.crisis.danger_in_pieces((text,)) is not None:
        return False
    begun = state.dispute_kind is not None or state.entry_id is not None
    return begun or _tells_matter(state, text, scene)


def _only_felt(state: DialogueState, text: str, scene: Scene) -> bool:
    """好难受 感觉自己像条狗, 我就差没给他跪下了, within a matter: what no pattern takes for despair, without a
    word of it."""
    if _is_grave(text, scene) or scene.content.crisis.danger_in_pieces((text,)) is not None:
        return False
    clearly = not scene.content.crisis.is_faint(text)
    if clearly and scene.content.intents.calm.gives_ground(SELF_HARM, text):
        return False
    return state.dispute_kind is not None or _opens_matter(state, text, scene)


def _opens_matter(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the first words of a talk tell a matter at some length, and hold no word of despair."""
    caring = scene.content.intents.caring
    if caring.holds_worry(text) or caring.may_despair(text):
        return False
    return _tells_matter(state, text, scene)


def _tells_matter(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words, at some length, tell which matter it is."""
    if len(text) < LONG_OPENING:
        return False
    return absorb(state, text, scene, anew=True).dispute_kind is not None


def _is_grave(text: str, scene: Scene) -> bool:
    """Whether a word of despair stands in the words, beside idioms of work."""
    caring = scene.content.intents.caring
    grave = scene.content.intents.urgency.is_grave(caring.without_idioms(text))
    return grave or caring.may_take_leave(text)


def tells_otherwise(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether only the learned hint hears the danger, in words that tell another thing (保安不准我进门) or
    hold it by chance, of somebody who is not in care."""
    danger = scene.content.crisis.danger(text)
    if danger is None or state.care_turns or state.near_danger:
        return False
    text = scene.content.extractor.script.fold(text)
    if calm.by_chance(danger, text, scene):
        return True
    if scene.content.intents.caring.outweighs_patterns(danger, text):
        return True
    if not scene.content.intents.caring.tells_otherwise(danger, text):
        return False
    return scene.content.crisis.danger_in_pieces((text,)) is None


def worry(before: DialogueState, turn: Turn, text: str, scene: Scene) -> tuple[Reply, ...]:
    """A word of care for one who tells of blows or of despair, where nobody is in danger now."""
    if _is_met(text, scene) or (before.dispute_kind is None and _is_accompanied(text, scene)):
        return ()
    if _may_be_held(text, scene):
        return (Reply(scene.say("kept_or_free")),)
    helped = bool(({*turn.state.felt} - {*before.felt}) & MET_WITH_HELP)
    if is_faint(before, text, scene):
        asked = not helped and _asked_about(before, text, scene)
        return (Reply(scene.say("safe_now")),) if asked else ()
    if before.dispute_kind in OF_INJURY and scene.content.crisis.danger(text) == INJURY:
        still = scene.content.intents.caring.goes_on(text)
        treated = is_treated(turn.state, text, scene) and not still
        return () if treated else (Reply(scene.say("worried_injury")),)
    told = {*_circumstances(turn.state)} - {*_circumstances(before)}
    if turn.state.care_turns or any(reply.urgent for reply in turn.replies):
        return ()
    if helped:
        told -= {"self_harm"}
    return tuple(Reply(scene.say(f"worried_{each}")) for each in WORRYING if each in told)[:1]


def is_treated(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the hurt is some days old, or a hospital or an operation was told of: no ambulance is named."""
    facts = state.facts()
    day = str(facts.get("event_date") or "")
    past = facts.get("event_kind") == "injury" and len(day) == len("2026-11-14")
    old = past and date.fromisoformat(day) < scene.today - FRESH
    words = f"{state.story}\n{text}"
    return old or scene.content.intents.caring.is_treated(words)


def _may_be_held(text: str, scene: Scene) -> bool:
    """想走老板不让走: whether what is taken for no leave to quit might be told by who is held, too."""
    return scene.content.crisis.danger(
        text
    ) == HELD and scene.content.intents.caring.outweighs_patterns(HELD, text)


def _is_accompanied(text: str, scene: Scene) -> bool:
    """Whether the answer to the words has words of support before it already (accompanying)."""
    return any(not alarm.before_everything for alarm in scene.content.crisis.read(text))


def _is_met(text: str, scene: Scene) -> bool:
    """Whether the words are a remark whose reply speaks of the danger itself."""
    folded = scene.content.extractor.script.fold(text)
    if scene.content.intents.proofs.named(text) in MEETS_DANGER:
        return True
    return scene.content.intents.asides.named(folded) in MEETS_DANGER


def _asked_about(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether who may be in danger is asked whether all is well: only on a real ground."""
    danger = scene.content.crisis.danger(text)
    if danger not in ASKED_ABOUT or tells_otherwise(state, text, scene):
        return False
    if danger is None or not _has_ground(danger, text, scene):
        return False
    if _is_of_the_sum(text, scene):
        return False
    if _names_nothing(state, danger, text, scene):
        return False
    if danger == SELF_HARM and _is_calm_of_despair(state, text, scene):
        return False
    return danger == SELF_HARM or not _asks_calmly(text, scene)


def _is_of_the_sum(text: str, scene: Scene) -> bool:
    """俺要是走了 能有几个子儿, 拿了走了算了: a sum asked for, or giving in, in which no word takes leave of life."""
    folded, intents = scene.content.extractor.script.fold(text), scene.content.intents
    ordinary = intents.sums.asked.asks(folded) or intents.caring.gives_in(folded)
    return ordinary and not _is_grave(folded, scene)


def _has_ground(danger: str, text: str, scene: Scene) -> bool:
    """Whether the words give a real ground of danger to a body; despair that is clearly heard is one."""
    if danger == SELF_HARM and not scene.content.crisis.is_faint(text):
        return True
    return scene.content.intents.calm.gives_ground(danger, text)


def _is_calm_of_despair(state: DialogueState, text: str, scene: Scene) -> bool:
    """会不会给我穿小鞋 组长看我不顺眼, 6月做到8月 做六休一: any words within a matter, and as the first a
    question, few words or facts, in which no word of despair, distress or farewell stands."""
    caring = scene.content.intents.caring
    if caring.may_despair(calm.rest(SELF_HARM, text, scene)) or _is_grave(text, scene):
        return False
    if state.dispute_kind is not None:
        return True
    if caring.holds_worry(text):
        return False
    folded = scene.content.extractor.script.fold(text)
    if scene.content.intents.manners.may_be_question(folded):
        return True
    short = scene.content.crisis.is_doubtful(text)
    return short or bool(echoing.news(state, absorb(state, text, scene, anew=True)))


def _asks_calmly(text: str, scene: Scene) -> bool:
    """上班路上还是已经扫了一段 有差别吗: a question in which no word of danger or distress stands."""
    intents = scene.content.intents
    if intents.caring.holds_worry(text) or _is_grave(text, scene):
        return False
    folded = scene.content.extractor.script.fold(text)
    return intents.manners.may_be_question(folded)


def _circumstances(state: DialogueState) -> tuple[str, ...]:
    held = state.facts().get(CIRCUMSTANCES)
    return held if isinstance(held, tuple) else ()


def accompanying(text: str, scene: Scene) -> tuple[Reply, ...]:
    """Words of support put before an answer when the matter is grave but nobody is in danger now."""
    alarms = scene.content.crisis.read(text)
    graves = [alarm.id for alarm in alarms if not alarm.before_everything]
    return tuple(Reply(_beside(alarm, scene)) for alarm in graves[:1])


def _beside(danger: str, scene: Scene) -> str:
    """The words of support for blows that are over; the fixed ones for all else."""
    if danger == VIOLENCE:
        return scene.say("beaten")
    return scene.content.intents.crisis[danger].reply
