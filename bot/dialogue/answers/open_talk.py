"""A message in the open: a story, a bare fact, a field, or a question of the worker's own."""

from dataclasses import replace

from bot.dialogue import numbers, offered
from bot.dialogue.answers import (
    answering,
    asides,
    asking,
    chosen,
    following,
    open_questions,
    perhaps,
)
from bot.dialogue.calculation import tallying
from bot.dialogue.care import worrying
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, hearing, intake, storytelling
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import DATES, absorb, shown
from bot.dialogue.told.kinds_told import UNSPECIFIC, WORK_INJURY
from bot.dialogue.told.relating import SPEAKS_FOR
from bot.dialogue.turn import Turn, button, offering
from intents.recognition import Recognition

NOTED = frozenset({"region", "employer", "amount_claimed", "monthly_wage", "months_owed", *DATES})
BARE_FACT, TOLD = 14, 40
"""Characters: a message this short that states a fact and no question is just that fact; a longer
one where it resembles no entry at all."""
FEW, VAGUE = 4, 12
"""Characters: a message this short that names a field (工资) asks to choose within it; the longer
one where it resembles nothing else."""
LIKELY_OF_KIND = 0.5
"""Score from which one of several entries is the answer where it is of the dispute told."""
SMALL_TALK = "small_talk"
"""The door of words about nothing."""


def hear(state: DialogueState, text: str, scene: Scene) -> Turn:
    """In the open: a yes to the help just offered begins the intake, all else is a question."""
    kind = state.help_offered_for
    if kind is not None:
        agreed = scene.content.intents.agreement(text)
        if agreed:
            return intake.begin(state, kind, scene)
        if agreed is False:
            free = state.changed(help_offered_for=None, stage="question")
            return Turn(free, (Reply(scene.say("help_declined")),))
    if scene.content.intents.manners.acknowledges(text):
        return _acknowledged(state, scene)
    counts = state.dispute_kind is None and storytelling.only_counts(text, scene)
    number = None if counts else numbers.ask(state, text, scene)
    if number is not None:
        return number
    return answer(state, text, scene)


def answer(state: DialogueState, text: str, scene: Scene) -> Turn:
    """Answer, offer choices, ask back or name the right door; a story is also asked further."""
    begun = state.dispute_kind is not None
    recognition = following.in_the_open(state, text, scene)
    graves = worrying.accompanying(text, scene)
    told = absorb(state, text, scene, anew=True)
    told = tallying.settled(state, tallying.standing(state, told, text, scene))
    if storytelling.is_told(state, told, text, recognition, scene):
        told = storytelling.kept(told, text)
        told = open_questions.asking(told, text, near_danger=bool(graves))
        return storytelling.go_on(state, told, text, recognition, scene).after(*graves)
    if storytelling.is_background(state, told, text, recognition, scene):
        known = storytelling.kept(told, text).changed(dispute_kind=None)
        return answering.ask_what_happened(known, noting.line(text, scene), scene)
    noted = _give_of_the_hurt(state, told, text, recognition, scene)
    noted = noted or _give_of_kind_told(state, told, text, recognition, scene)
    noted = noted or _give_for_kind(state, told, recognition, scene)
    noted = noted or _note_bare_fact(state, told, text, recognition, scene)
    noted = noted or _choose_in_field(told, text, recognition, scene)
    if noted is not None:
        return noted.after(*graves)
    if recognition.outcome != "out_of_scope":
        state = storytelling.kept(told, text)
    state = open_questions.asking(state, text, near_danger=bool(graves))
    if graves and recognition.outcome in ("out_of_scope", "clarify"):
        return Turn(state.changed(stage="question", help_offered_for=None), graves)
    meant = _of_matter(state, text, recognition, scene) if begun else None
    return (meant or _outcome(state, recognition, scene)).after(*graves)


def _of_matter(
    state: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> Turn | None:
    """What a question that is not understood alone most likely asks in the matter told; None where nothing is likely."""
    unclear = recognition.outcome in ("choices", "clarify")
    if not unclear or not asking.clauses(text, scene):
        return None
    reply = perhaps.said(state, text, scene)
    met = chosen.in_between(state, text, scene) or (Turn(state, (reply,)) if reply else None)
    return asides.going_on(replace(met, replies=met.replies[:1]), scene) if met else None


def _give_of_kind_told(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> Turn | None:
    """公司叫我不用来了，算不算违法: where the words tell what went wrong, no choice is offered: the
    likeliest answer of that dispute, else the one that stands for it."""
    named = told.facts().get("dispute_kinds")
    kinds = named if isinstance(named, tuple) else ()
    new = before.dispute_kind is None and told.dispute_kind in kinds
    if not new or recognition.outcome != "choices" or not _is_own(told, text, scene):
        return None
    entries, usual = scene.content.knowledge.entries, scene.content.intents.asides.entry_of
    likely = (m.entry_id for m in recognition.matches if m.score >= LIKELY_OF_KIND)
    fitting = (each for each in likely if entries[each].dispute_kind in kinds)
    entry_id = next(fitting, usual.get(told.dispute_kind or ""))
    return answering.give(storytelling.kept(told, text), entry_id, scene) if entry_id else None


def _give_of_the_hurt(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> Turn | None:
    """我替我妈问 她做保洁摔了: who asks for somebody hurt at work is answered with what stands for an
    injury, and no choice is offered."""
    hurt = told.answers.keys() - before.answers.keys() >= {SPEAKS_FOR, "injured"}
    if not hurt or before.dispute_kind is not None or recognition.outcome != "choices":
        return None
    kind = told.dispute_kind or WORK_INJURY
    usual = scene.content.intents.asides.entry_of.get(kind)
    about = storytelling.kept(told, text).changed(dispute_kind=kind)
    return answering.give(about, usual, scene) if usual else None


def _is_own(told: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the trouble told is the speaker's: in so many words, or with facts of the job."""
    manners = scene.content.intents.manners
    if manners.complains_of_own(text):
        return True
    return manners.complains(text) and bool(told.answers.keys() & set(echoing.ECHOED))


def _give_for_kind(
    before: DialogueState, told: DialogueState, recognition: Recognition, scene: Scene
) -> Turn | None:
    """我想问加班费: a dispute is named and nothing more is understood: its usual answer."""
    if recognition.matches or before.dispute_kind is not None or told.dispute_kind is None:
        return None
    other_field = recognition.outcome == "out_of_scope" and recognition.door not in (
        None,
        SMALL_TALK,
    )
    if other_field or storytelling.is_elsewhere(before, recognition):
        return None
    entry_id = scene.content.intents.asides.entry_of.get(told.dispute_kind)
    return answering.give(told, entry_id, scene) if entry_id else None


def _note_bare_fact(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> Turn | None:
    """成都新都, 上个月15号: keep what was said and offer help in what was talked about."""
    news = {key: a for key, a in told.answers.items() if before.answers.get(key) != a}
    if not news or recognition.outcome == "answer":
        return None
    if told.dispute_kind is None and storytelling.tells_of_blows(told, text, scene):
        return intake.begin(storytelling.kept(told, text), UNSPECIFIC, scene)
    short = len(text) <= BARE_FACT
    if not short and (recognition.matches or len(text) > TOLD or hearing.asks(text, scene)):
        return None
    if storytelling.is_elsewhere(before, recognition) and not (short and news.keys() & NOTED):
        return None
    news = {key: a for key, a in news.items() if key in NOTED}
    if told.dispute_kind is not None and told.help_offered_for is None and not told.handed_over:
        begun = intake.begin(told, told.dispute_kind, scene)
        return begun if news else echoing.led(begun, noting.line(text, scene))
    if not news:
        return _ask_of_background(told, text, scene)
    region = news["region"].value if set(news) == {"region"} else None
    if isinstance(region, str) and (there := following.elsewhere(told, region, scene)):
        return there
    items = [(scene.label(f"fact.{key}"), shown(key, a.value, scene)) for key, a in news.items()]
    kind = told.help_offered_for
    whole = isinstance(region, str) and bool(scene.content.knowledge.places.children(region))
    noted = offering(told.changed(stage="question"))
    help_ = (button(noted, "help", scene.label("help")),) if kind else ()
    choices = help_ if kind or whole else answering.areas(noted, scene)
    return Turn(noted, (Reply(scene.say("noted", items=items, kind=kind, county=whole), choices),))


def _ask_of_background(told: DialogueState, text: str, scene: Scene) -> Turn | None:
    """What happened is asked of who only tells what he is; not of who asks (我想走 要提前多久说)."""
    if scene.content.intents.manners.may_be_question(text):
        return None
    return answering.ask_what_happened(told, noting.line(text, scene), scene)


def _choose_in_field(
    state: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> Turn | None:
    """钱, 发工资那个: a field is named and nothing more: what is asked most in it."""
    unsure = recognition.outcome == "clarify" or recognition.door == SMALL_TALK
    if recognition.matches or state.dispute_kind is not None:
        return None
    if len(text) > (VAGUE if unsure else FEW):
        return None
    named = scene.content.intents.asides.fields_in(text)
    fields = [name for name in named if name in scene.content.intents.areas]
    return answering.area(state, fields[0], scene) if len(fields) == 1 else None


def _acknowledged(state: DialogueState, scene: Scene) -> Turn:
    """好的, 嗯: nothing is asked and nothing was offered."""
    if state.dispute_kind is None and state.entry_id is None:
        return answering.clarify(state, scene)
    return Turn(state, (Reply(scene.say("all_right"), offered.buttons(state)),))


def _outcome(state: DialogueState, recognition: Recognition, scene: Scene) -> Turn:
    match recognition.outcome:
        case "answer":
            given = answering.give(state, recognition.matches[0].entry_id, scene)
            return following.with_others(given, recognition.others, scene)
        case "choices":
            return answering.choose(state, tuple(m.entry_id for m in recognition.matches), scene)
        case "clarify":
            return answering.clarify(state, scene).doing(*open_questions.note(state, "unclear"))
        case _ if _may_be_ours(state, recognition):
            return answering.clarify(state, scene).doing(*open_questions.note(state, "unclear"))
        case _:
            told = state.changed(stage="question", help_offered_for=None)
            noted = open_questions.note(told, "refused")
            return Turn(told, (Reply(answering.door(recognition, scene)),), noted)


def _may_be_ours(state: DialogueState, recognition: Recognition) -> bool:
    """Something was told before, and this is not surely another field: no door is shown."""
    begun = state.dispute_kind is not None or bool(state.answers)
    return begun and not storytelling.is_elsewhere(state, recognition)
