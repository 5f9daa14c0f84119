"""Facts told beside what a turn met are kept: 打卡记录手机里有 公司是昆山锐进电子 is met with what the records are worth,
and the name of the firm is known from then on."""

from dataclasses import replace

from bot.dialogue.answers import meanwhile
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, summary
from bot.dialogue.messages import Reply
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

SUMMARY = "summary"
"""Here what a turn met may leave facts unheard; while questions are asked all words are read for them already."""
STAGES = frozenset({"intake", SUMMARY})
PLAIN = (
    "employer",
    "region",
    "employed_from",
    "monthly_wage",
    "has_written_contract",
    "people_count",
    "age",
)
"""What is said of oneself in passing; sums and days of events are left to the words that answer a question."""


def kept(before: DialogueState, turn: Turn, text: str, scene: Scene) -> Turn:
    """The turn with the facts its words tell for the first time, said back above it; the same where it left the
    matter, said them already, or nothing plain was told."""
    now = turn.state
    if before.stage not in STAGES or now.stage != before.stage:
        return turn
    if now.dispute_kind != before.dispute_kind or now.care_turns or now.calculation is not None:
        return turn
    heard = now.answers != before.answers or before.stage != SUMMARY
    told = now if heard else meanwhile.overheard(now, meanwhile.told_beside(text, scene), scene)
    new = [
        key
        for key in echoing.news(before, told)
        if key in PLAIN and key not in {*before.answers, before.asking}
    ]
    facts = {key: told.answers[key] for key in new}
    known = now.changed(answers={**now.answers, **facts})
    unsaid = [key for key in new if not _is_said(turn, known, key, scene)]
    if not unsaid:
        return turn
    shown = replace(turn, state=known, replies=_with_summary(turn, known, scene))
    return echoing.led(shown, echoing.line(known, unsaid, scene))


def _is_said(turn: Turn, known: DialogueState, key: str, scene: Scene) -> bool:
    """Whether a reply holds the fact in words."""
    words = [said for _, said in echoing.items(known, (key,), scene)]
    return any(said in reply.text for said in words for reply in turn.replies)


def _with_summary(turn: Turn, known: DialogueState, scene: Scene) -> tuple[Reply, ...]:
    """The replies with a summary among them written anew."""
    if known.stage != "summary" or not turn.replies:
        return turn.replies
    *others, last = turn.replies
    old = summary.show_summary(turn.state, scene).replies[0].text
    if last.text != old:
        return turn.replies
    text = summary.show_summary(known, scene).replies[0].text
    return (*others, replace(last, text=text))
