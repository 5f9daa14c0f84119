"""A question in the worker's words, and what the bot answers from its entries."""

from bot.dialogue import (
    crisis,
    following,
    hearing,
    intake,
    noting,
    numbers,
    offered,
    open_questions,
    storytelling,
)
from bot.dialogue.citing import law_line
from bot.dialogue.content import Scene
from bot.dialogue.effects import RATING_REASONS, ExplainRating, RateAnswer
from bot.dialogue.facts import DATES, absorb, shown
from bot.dialogue.limits import limit_line
from bot.dialogue.messages import Button, Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.sum_lines import in_messages
from bot.dialogue.turn import Turn, button, lasting_button, offering
from intents.recognition import Recognition
from knowledge.schemas import FaqEntry

SHOWN_CITATIONS = 2


NOTED = frozenset({"region", "employer", "amount_claimed", "monthly_wage", "months_owed", *DATES})
BARE_FACT, TOLD = 14, 40
"""Characters: a message this short that states a fact and no question is just that fact; a longer
one where it resembles no entry at all."""
SURELY = 0.85
"""Score from which a question goes before what a short remark usually means."""
FEW, VAGUE = 4, 12
"""Characters: a message this short that names a field (工资) asks to choose within it; the longer
one where it resembles nothing else."""
OTHER = "other"
SMALL_TALK = "small_talk"
"""The door of words about nothing."""


def answer(state: DialogueState, text: str, scene: Scene) -> Turn:
    """Answer, offer choices, ask back or name the right door; a story is also asked further."""
    recognition = scene.content.matcher.recognize(text, following.talked_about(state, scene))
    graves = crisis.accompanying(text, scene)
    told = absorb(state, text, scene, anew=True)
    if storytelling.is_told(state, told, text, recognition, scene):
        told = storytelling.kept(told, text)
        told = open_questions.asking(told, text, near_danger=bool(graves))
        return storytelling.go_on(state, told, text, recognition, scene).after(*graves)
    if storytelling.is_background(state, told, text, scene):
        known = storytelling.kept(told, text).changed(dispute_kind=None)
        return ask_what_happened(known, noting.line(text, scene), scene)
    noted = _give_for_kind(state, told, recognition, scene)
    noted = noted or _note_bare_fact(state, told, text, recognition, scene)
    noted = noted or _choose_in_field(told, text, recognition, scene)
    if noted is not None:
        return noted
    if recognition.outcome != "out_of_scope":
        state = storytelling.kept(told, text)
    state = open_questions.asking(state, text, near_danger=bool(graves))
    if graves and recognition.outcome in ("out_of_scope", "clarify"):
        return Turn(state.changed(stage="question", help_offered_for=None), graves)
    return _outcome(state, recognition, scene).after(*graves)


def _give_for_kind(
    before: DialogueState, told: DialogueState, recognition: Recognition, scene: Scene
) -> Turn | None:
    """我想问加班费: a dispute is named and nothing more is understood: its usual answer."""
    if recognition.matches or before.dispute_kind is not None or told.dispute_kind is None:
        return None
    if storytelling.is_elsewhere(before, recognition):
        return None
    entry_id = scene.content.intents.asides.entry_of.get(told.dispute_kind)
    return give(told, entry_id, scene) if entry_id else None


def _note_bare_fact(
    before: DialogueState, told: DialogueState, text: str, recognition: Recognition, scene: Scene
) -> Turn | None:
    """成都新都, 上个月15号: keep what was said and offer help in what was talked about."""
    news = {key: a for key, a in told.answers.items() if before.answers.get(key) != a}
    if not news or recognition.outcome == "answer":
        return None
    short = len(text) <= BARE_FACT
    if not short and (recognition.matches or len(text) > TOLD or hearing.asks(text, scene)):
        return None
    if storytelling.is_elsewhere(before, recognition) and not (short and news.keys() & NOTED):
        return None
    news = {key: a for key, a in news.items() if key in NOTED}
    if not news:
        return ask_what_happened(told, noting.line(text, scene), scene)
    region = news["region"].value if set(news) == {"region"} else None
    if isinstance(region, str) and (there := following.elsewhere(told, region, scene)):
        return there
    items = [(scene.label(f"fact.{key}"), shown(key, a.value, scene)) for key, a in news.items()]
    kind = told.help_offered_for
    whole = isinstance(region, str) and bool(scene.content.knowledge.places.children(region))
    noted = offering(told.changed(stage="question"))
    help_ = (button(noted, "help", scene.label("help")),) if kind else ()
    choices = help_ if kind or whole else _areas(noted, scene)
    return Turn(noted, (Reply(scene.say("noted", items=items, kind=kind, county=whole), choices),))


def ask_what_happened(state: DialogueState, above: str, scene: Scene) -> Turn:
    """What it is about, with the fields to choose from, below a line of its own."""
    asking = offering(state.changed(stage="question"))
    said = f"{above}{scene.say('what_happened')}"
    return Turn(asking, (Reply(said, _areas(asking, scene)),))


def _areas(state: DialogueState, scene: Scene) -> tuple[Button, ...]:
    areas = scene.content.intents.areas.values()
    return tuple(button(state, f"area:{area.id}", area.label) for area in areas)


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
    return area(state, fields[0], scene) if len(fields) == 1 else None


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
    number = numbers.ask(state, text, scene)
    if number is not None:
        return number
    return answer(state, text, scene)


def _acknowledged(state: DialogueState, scene: Scene) -> Turn:
    """好的, 嗯: nothing is asked and nothing was offered."""
    if state.dispute_kind is None and state.entry_id is None:
        return clarify(state, scene)
    return Turn(state, (Reply(scene.say("all_right"), offered.buttons(state)),))


def surely_asked(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words are sure to ask for one entry, which is of no other matter."""
    match = following.asked_meanwhile(state, text, scene)
    if match is None or match.score < SURELY:
        return False
    kind = scene.content.knowledge.entries[match.entry_id].dispute_kind
    return kind in (None, OTHER, state.dispute_kind)


def answer_in_between(state: DialogueState, text: str, scene: Scene) -> Turn:
    """Answer a question put in the middle of intake; the state stays where it is."""
    recognition = scene.content.matcher.recognize(text)
    if recognition.outcome == "out_of_scope" and storytelling.is_elsewhere(state, recognition):
        return Turn(state, (Reply(_door(recognition, scene)),))
    entry_id = _asked(state, text, recognition, scene)
    if entry_id is None:
        return Turn(state, (Reply(scene.say("unclear_in_between")),))
    entry = scene.content.knowledge.entries[entry_id]
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    about = _about(state, text, scene)
    return Turn(state, (Reply(answer_text(about, entry, scene), (law,)),))


def _asked(state: DialogueState, text: str, recognition: Recognition, scene: Scene) -> str | None:
    """The entry a question in between asks for: one of another dispute only where the words name it."""
    named = _of_kind_named(text, scene)
    if named is not None and recognition.outcome != "answer":
        return named
    match = following.asked_meanwhile(state, text, scene)
    return match.entry_id if match else named


def _of_kind_named(text: str, scene: Scene) -> str | None:
    """保证金能退不: the answer that stands for the one dispute the words name."""
    named = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    kinds = named.value if named is not None and isinstance(named.value, tuple | list) else ()
    return scene.content.intents.asides.entry_of.get(str(kinds[0])) if len(kinds) == 1 else None


def _about(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """What a question in between is about: its own dates where it tells any."""
    alone = absorb(state.changed(answers={}), text, scene, anew=True)
    return alone if alone.answers.keys() & DATES else state


def _outcome(state: DialogueState, recognition: Recognition, scene: Scene) -> Turn:
    match recognition.outcome:
        case "answer":
            given = give(state, recognition.matches[0].entry_id, scene)
            return following.with_others(given, recognition.others, scene)
        case "choices":
            return choose(state, tuple(m.entry_id for m in recognition.matches), scene)
        case "clarify":
            return clarify(state, scene).doing(*open_questions.note(state, "unclear"))
        case _ if _may_be_ours(state, recognition):
            return clarify(state, scene).doing(*open_questions.note(state, "unclear"))
        case _:
            told = state.changed(stage="question", help_offered_for=None)
            noted = open_questions.note(told, "refused")
            return Turn(told, (Reply(_door(recognition, scene)),), noted)


def _may_be_ours(state: DialogueState, recognition: Recognition) -> bool:
    """Something was told before, and this is not surely another field: no door is shown."""
    begun = state.dispute_kind is not None or bool(state.answers)
    return begun and not storytelling.is_elsewhere(state, recognition)


def _door(recognition: Recognition, scene: Scene) -> str:
    doors = scene.content.intents.doors
    door = doors.get(recognition.door or "")
    return door.door if door else scene.say("out_of_scope")


def give(state: DialogueState, entry_id: str, scene: Scene) -> Turn:
    """Send one entry's answer with its buttons, and offer help where there is a dispute."""
    entry = scene.content.knowledge.entries[entry_id]
    kind = entry.dispute_kind or state.dispute_kind
    given = offering(
        state.changed(
            stage="question", entry_id=entry_id, help_offered_for=kind, told_limits=True,
            dispute_kind=kind or state.dispute_kind,
        )
    )  # fmt: skip
    text = answer_text(given.changed(told_limits=state.told_limits), entry, scene)
    return Turn(given, (Reply(text, _answer_buttons(given, entry, scene)),))


def _answer_buttons(state: DialogueState, entry: FaqEntry, scene: Scene) -> tuple[Button, ...]:
    offered = [button(state, "help", scene.label("help"))] if state.help_offered_for else []
    if entry.more or entry.local or entry.not_for:
        offered.append(lasting_button(f"more:{entry.id}", scene.label("more")))
    sum_ = scene.content.intents.sums.for_kind(state.help_offered_for)
    if sum_ is not None:
        offered.append(lasting_button(f"calculate:{sum_.id}", scene.label("calculate")))
    return (
        *offered,
        lasting_button(f"evidence:{entry.id}", scene.label("evidence")),
        lasting_button(f"law:{entry.id}", scene.label("law")),
        lasting_button(f"other:{entry.id}", scene.label("other")),
    )


def answer_text(state: DialogueState, entry: FaqEntry, scene: Scene) -> str:
    """The answer as one message: conclusion, what to do today, the limit, the law."""
    return scene.say(
        "answer",
        entry=entry,
        law=law_line(entry.cited[:SHOWN_CITATIONS], scene),
        limit=limit_line(state, entry.dispute_kind, scene),
        first_time=not state.told_limits,
    )


def choose(state: DialogueState, entry_ids: tuple[str, ...], scene: Scene) -> Turn:
    """Two to four entries to choose from, and a way out."""
    open_choice = offering(state.changed(stage="choosing_answer", entry_id=None), *entry_ids)
    entries = scene.content.knowledge.entries
    choices = [button(open_choice, f"entry:{i}", entries[i].title) for i in entry_ids]
    if state.dispute_kind is not None:
        choices.append(button(open_choice, "help", scene.label("help")))
    choices.append(button(open_choice, "other", scene.label("other")))
    return Turn(open_choice, (Reply(scene.say("choose"), tuple(choices)),))


def not_this(state: DialogueState, scene: Scene) -> Turn:
    """The answer was not what was meant: start from the areas."""
    noted = open_questions.note(state, "unclear", state.entry_id)
    return clarify(state.changed(entry_id=None, question=""), scene).doing(*noted)


def clarify(state: DialogueState, scene: Scene) -> Turn:
    """Too little to choose: what belongs to the answer just given, else the areas."""
    entry = scene.content.knowledge.entries.get(state.entry_id or "")
    if entry is not None and entry.follow_ups:
        return _still_about(state, entry, scene)
    unclear = offering(state.changed(stage="question", help_offered_for=None))
    return Turn(unclear, (Reply(scene.say("clarify"), _areas(unclear, scene)),))


def _still_about(state: DialogueState, entry: FaqEntry, scene: Scene) -> Turn:
    entries = scene.content.knowledge.entries
    unclear = offering(state.changed(stage="question"), *entry.follow_ups)
    choices = [button(unclear, f"entry:{i}", entries[i].title) for i in entry.follow_ups]
    if state.help_offered_for is not None:
        choices.append(button(unclear, "help", scene.label("help")))
    choices.append(button(unclear, "other", scene.label("other")))
    return Turn(unclear, (Reply(scene.say("still_about", title=entry.title), tuple(choices)),))


def area(state: DialogueState, area_id: str, scene: Scene) -> Turn:
    """The questions asked most in one area."""
    entries = scene.content.intents.areas[area_id].entries
    return choose(state.changed(question=""), entries, scene)


def tell_more(state: DialogueState, what: str, entry_id: str, scene: Scene) -> Turn:
    """What stands behind the buttons of an answer: more, evidence or the law."""
    entry = scene.content.knowledge.entries.get(entry_id)
    if entry is None:
        return Turn(state, (Reply(scene.say("entry_gone")),))
    onward = state.help_offered_for is not None and state.entry_id == entry_id
    buttons = (
        *((button(state, "help", scene.label("help")),) if onward else ()),
        lasting_button(f"useful:{entry_id}", scene.label("useful")),
        lasting_button(f"useless:{entry_id}", scene.label("useless")),
    )
    text = scene.say(f"answer_{what}", entry=entry, articles=articles(entry, scene))
    *first, last = in_messages(text.split("\n"))
    return Turn(state, (*map(Reply, first), Reply(last, buttons)))


def articles(entry: FaqEntry, scene: Scene) -> list[tuple[str, str]]:
    """The articles an answer rests on, each with its gist."""
    knowledge = scene.content.knowledge
    return [(law_line((cited,), scene), knowledge.gist(cited) or "") for cited in entry.cited]


def rate(state: DialogueState, entry_id: str, useful: bool, scene: Scene) -> Turn:
    """有用 or 没用; what was wrong is asked with one tap more."""
    if entry_id not in scene.content.knowledge.entries:
        return Turn(state, (Reply(scene.say("entry_gone")),))
    rated = RateAnswer(entry_id, useful)
    if useful:
        return Turn(state, (Reply(scene.say("rated_useful")),), (rated,))
    reasons = tuple(
        lasting_button(f"{reason}:{entry_id}", scene.label(reason)) for reason in RATING_REASONS
    )
    reply = Reply(scene.say("rated_useless"), reasons)
    if entry_id != state.entry_id:
        return Turn(state.changed(rating=entry_id), (reply,), (rated,))
    noted = open_questions.note(state, "useless", entry_id)
    return Turn(state.changed(question="", rating=entry_id), (reply,), (rated, *noted))


def explain_rating(state: DialogueState, reason: str, entry_id: str, scene: Scene) -> Turn:
    """What was wrong with the answer; what helps now depends on it."""
    if entry_id not in scene.content.knowledge.entries:
        return Turn(state, (Reply(scene.say("entry_gone")),))
    reply = Reply(scene.say("rating_explained", reason=reason))
    told = state.changed(rating=None)
    return Turn(told, (reply,), (ExplainRating(entry_id, reason),))
