"""What a worker may ask of the own data, each in at most two taps: to see it, to take it along, to
correct it, to take consent back, to have it deleted, and to know why the bot decided as it did."""

from bot.dialogue.content import Scene
from bot.dialogue.effects import ExportData
from bot.dialogue.interview.summary import HIDDEN
from bot.dialogue.messages import Button, Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import shown
from bot.dialogue.turn import Turn, button, lasting_button, offering
from knowledge.law.case_facts import FactsUnreadable, read_facts

RIGHTS = ("export", "rectify", "withdraw", "reason", "delete")
"""The buttons below 我的资料, in the order of their use."""


def my_data(state: DialogueState, scene: Scene) -> Turn:
    """What is kept, and a button for each right."""
    items = [
        (scene.content.wording.label_or(f"fact.{key}", key), shown(key, answer.value, scene))
        for key, answer in state.answers.items()
    ]
    text = scene.say("my_data", items=items, number=state.case_number, story=state.story)
    return Turn(state, (Reply(text, _buttons(state, scene)),))


def _buttons(state: DialogueState, scene: Scene) -> tuple[Button, ...]:
    names = [name for name in RIGHTS if name != "withdraw" or _is_open(state)]
    return tuple(lasting_button(name, scene.label(f"right.{name}")) for name in names)


def _is_open(state: DialogueState) -> bool:
    return state.case_status in ("saved", "referred", "accepted", "no_taker")


def export(state: DialogueState, _scene: Scene) -> Turn:
    """Everything kept, as a file to fetch."""
    return Turn(state, (), (ExportData(),))


def rectify(state: DialogueState, scene: Scene) -> Turn:
    """Which fact is wrong? What an organization has already got is corrected in words."""
    if state.case_status in ("referred", "accepted"):
        return Turn(state, (Reply(scene.say("rectify_in_words")),))
    keys = tuple(
        key for key in state.answers if key not in HIDDEN and key in scene.content.intents.questions
    )
    if not keys:
        return Turn(state, (Reply(scene.say("nothing_to_rectify")),))
    at = state.changed(stage="question", dispute_kind=state.dispute_kind or "other")
    choosing = offering(at, *keys)
    facts = tuple(button(choosing, f"fix:{key}", scene.label(f"fact.{key}")) for key in keys)
    return Turn(choosing, (Reply(scene.say("what_to_correct"), facts),))


def why(state: DialogueState, scene: Scene) -> Turn:
    """The rule behind what was said last, and that a person may look at it instead (PIPL 24)."""
    if state.dispute_kind and state.answers:
        text = scene.say("why_this_way", reason=triage_reason(state, scene), entry=None)
    elif state.entry_id in scene.content.knowledge.entries:
        entry = scene.content.knowledge.entries[state.entry_id or ""]
        text = scene.say("why_this_way", reason="", entry=entry)
    else:
        return Turn(state, (Reply(scene.say("why_in_general")),))
    return Turn(state, (Reply(text, (lasting_button("human", scene.label("right.human")),)),))


def triage_reason(state: DialogueState, scene: Scene) -> str:
    """The first way for this dispute, why, and by which articles; empty where it can't be told."""
    knowledge = scene.content.knowledge
    kinds = (state.dispute_kind,) if state.dispute_kind else ()
    told = {"dispute_kinds": kinds, **state.facts()}
    try:
        found = knowledge.triage(read_facts(told, knowledge.vocabulary), scene.today)
    except FactsUnreadable:
        return ""
    first = next(route for route in found.routes if route.role == "first")
    return scene.say(
        "way_reason",
        body=scene.content.wording.label_or(f"body.{first.body}", ""),
        reason=first.reason.rstrip("\u3002"),
        law=[knowledge.citation_text(cited) for cited in first.citations],
    )
