"""What the bot answers from its entries, and what stands behind an answer."""

from bot.dialogue.answers import open_questions
from bot.dialogue.answers.citing import law_line
from bot.dialogue.calculation.sum_lines import in_messages
from bot.dialogue.content import Scene
from bot.dialogue.effects import RATING_REASONS, ExplainRating, RateAnswer
from bot.dialogue.messages import Button, Reply
from bot.dialogue.onward.limits import limit_line
from bot.dialogue.state import DialogueState
from bot.dialogue.told import relating
from bot.dialogue.turn import Turn, button, lasting_button, offering
from intents.recognition import Recognition
from knowledge.schemas import FaqEntry

SHOWN_CITATIONS = 2


def ask_what_happened(state: DialogueState, above: str, scene: Scene) -> Turn:
    """What it is about, with the fields to choose from, below a line of its own."""
    asking = offering(state.changed(stage="question"))
    said = f"{above}{scene.say('what_happened')}"
    return Turn(asking, (Reply(said, areas(asking, scene)),))


def areas(state: DialogueState, scene: Scene) -> tuple[Button, ...]:
    """The fields of questions, to choose from."""
    fields = scene.content.intents.areas.values()
    return tuple(button(state, f"area:{field.id}", field.label) for field in fields)


def door(recognition: Recognition, scene: Scene) -> str:
    """Who to go to with a matter that is none of ours."""
    doors = scene.content.intents.doors
    named = doors.get(recognition.door or "")
    return named.door if named else scene.say("out_of_scope")


def give(state: DialogueState, entry_id: str, scene: Scene) -> Turn:
    """Send one entry's answer with its buttons, and offer help where there is a dispute."""
    entry = scene.content.knowledge.entries[entry_id]
    kind = entry.dispute_kind or state.dispute_kind
    given = offering(
        state.changed(
            stage="question", entry_id=entry_id, shown_card=entry_id, help_offered_for=kind, told_limits=True,
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
    """The answer as one message: conclusion, what to do today, the limit, the law; of another's matter
    it is said whose it is."""
    relative = relating.relative(state, scene)
    whose = scene.say("whose_card", relative=relative) if relative else ""
    answer = scene.say(
        "answer",
        entry=entry,
        law=law_line(entry.cited[:SHOWN_CITATIONS], scene),
        limit=limit_line(state, entry.dispute_kind, scene),
        first_time=not state.told_limits,
    )
    return f"{whose}\n\n{answer}" if whose else answer


def in_short(entry: FaqEntry, scene: Scene) -> Reply:
    """The conclusion of an answer and its law."""
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    cited = law_line(entry.cited[:SHOWN_CITATIONS], scene)
    return Reply(scene.say("answer_short", entry=entry, law=cited), (law,))


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
    return Turn(unclear, (Reply(scene.say("clarify"), areas(unclear, scene)),))


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
