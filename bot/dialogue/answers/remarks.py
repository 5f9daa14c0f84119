"""What a remark in the midst of a talk is met with in the matter at hand: a reply, an answer or a part of one, the
ways, the last days."""

from bot.dialogue.answers import answering, following
from bot.dialogue.calculation import tallying
from bot.dialogue.care import worrying
from bot.dialogue.care.crisis import HARASSMENT
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.messages import Reply
from bot.dialogue.onward import ways
from bot.dialogue.onward.limits import in_time, limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.told import relating
from bot.dialogue.told.facts import spoken_of
from bot.dialogue.told.kinds_told import DEATH
from bot.dialogue.told.standing import is_hurt
from bot.dialogue.turn import lasting_button
from intents.asides import Aside
from knowledge.schemas import FaqEntry

OF_LAST = frozenset({"answer", "evidence", "law"})
"""Parts of an answer that are shown of the one given last."""
NOT_TO_ARBITRATION = frozenset({"service_contract", "enforcement", "work_injury_determination"})
"""Disputes that are for the courts, or for the office that recognizes injuries."""
MOST_STEPS = 4
LIMITATION = "limitation_one_year"
"""The answer on limits of time in general."""
IN_TIME = "in_time"
LIMITS = frozenset({"limits", IN_TIME})
"""Remarks met with the last days of the matter, with a word on whether they are past."""


def met_with(state: DialogueState, aside: Aside, scene: Scene) -> Reply | None:
    """What a remark is met with in this matter; None where nothing is known of it."""
    if (name := aside.say_for(state.dispute_kind)) is not None:
        return Reply(scene.say(name, **_values(state, scene)))
    if aside.shows == "ways":
        return ways.shown(state, scene)
    if aside.shows in LIMITS and (lines := limit_lines(state, scene)):
        led = (in_time(state, scene),) if aside.shows == IN_TIME else ()
        return Reply("\n".join((*filter(None, led), *lines)))
    entry = scene.content.knowledge.entries.get(entry_id(state, aside, scene) or "")
    return _of_entry(state, aside, entry, scene) if entry else None


def entry_id(state: DialogueState, aside: Aside, scene: Scene) -> str | None:
    named = aside.entry_for(state.dispute_kind, state.facts().get("worker_kind"))
    last = following.topic(state) if aside.shows in OF_LAST else None
    return named or last or following.matter_entry(state, scene)


def card(state: DialogueState, aside: Aside, scene: Scene) -> str | None:
    """The answer the remark is met with as a whole, if it is."""
    whole = aside.entry is not None or aside.shows == "answer"
    return entry_id(state, aside, scene) if whole else None


def in_the_way(state: DialogueState, aside: Aside, scene: Scene) -> Reply | None:
    """What a question after the way itself is met with beside others: an answer in a line or two."""
    entry = scene.content.knowledge.entries.get(aside.entry_for(state.dispute_kind) or "")
    return answering.in_short(entry, scene) if entry else met_with(state, aside, scene)


def _values(state: DialogueState, scene: Scene) -> dict[str, object]:
    """What a reply to a remark may speak of: the first way, the limit, the steps, what was told."""
    kind = state.dispute_kind
    return {
        "kind": scene.label(f"dispute_kind.{kind}") if kind else None,
        "first": ways.first(state, scene) if kind else None,
        "limits": limit_lines(state, scene)[:1] if kind or state.answers else (),
        "conclusion": _conclusion(state, scene),
        "harassed": kind == HARASSMENT,
        "hurt": is_hurt(state),
        "civil": kind in NOT_TO_ARBITRATION,
        "total": _total(state, scene),
        "told": echoing.items(state, echoing.ECHOED, scene),
        "other": spoken_of(state, scene) if kind != DEATH else None,
        "people": state.facts().get("people_count"),
        "relative": relating.relative(state, scene),
    }


def _conclusion(state: DialogueState, scene: Scene) -> str:
    """可以要: what the answer that stands for the matter says to whether it can be had."""
    entry = scene.content.knowledge.entries.get(following.matter_entry(state, scene) or "")
    said = entry.short_answer if entry else ""
    return said if scene.content.intents.follow_ups.is_conclusion(said) else ""


def _of_entry(state: DialogueState, aside: Aside, entry: FaqEntry, scene: Scene) -> Reply:
    law = lasting_button(f"law:{entry.id}", scene.label("law"))
    if aside.shows in LIMITS and not entry.deadline:
        return _of_entry(state, aside, scene.content.knowledge.entries[LIMITATION], scene)
    match aside.shows:
        case "limits" | "in_time":
            return Reply(scene.say("about_that", entry=entry, aspect="when", named=False), (law,))
        case "steps":
            return steps(state, entry, scene)
        case "evidence":
            return Reply(scene.say("answer_evidence", entry=entry))
        case "law":
            return Reply(
                scene.say("answer_law", entry=entry, articles=answering.articles(entry, scene))
            )
        case "answer" | None if entry.more and entry.id in (state.shown_card, state.entry_id):
            return Reply(scene.say("about_that", entry=entry, aspect="can", named=False), (law,))
        case _:
            return Reply(answering.answer_text(state, entry, scene), (law,))


def steps(state: DialogueState, entry: FaqEntry, scene: Scene) -> Reply:
    """What to do today, then where to go and until when."""
    text = scene.say(
        "steps_now",
        total=_total(state, scene),
        steps=_fitting(state, entry.do_now[:MOST_STEPS], scene),
        first=ways.first(state, scene),
        limits=limit_lines(state, scene)[:1],
    )
    return Reply(text)


def _fitting(state: DialogueState, steps: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """The steps as they suit the state told: who is looked after calls no ambulance."""
    if not worrying.is_treated(state, "", scene):
        return steps
    return tuple(scene.content.intents.caring.without_call(step) for step in steps)


def _total(state: DialogueState, scene: Scene) -> str:
    """一共13600元（5200×3－2000）; empty where no sum was told."""
    items = echoing.items(state, (tallying.TOTAL,), scene)
    return "".join(items[0]) if items else ""
