"""What happened to the worker's case, told in plain words. It never interrupts an intake."""

from bot.dialogue.content import Scene
from bot.dialogue.interview import matters
from bot.dialogue.messages import Happened, Reply
from bot.dialogue.onward import papers
from bot.dialogue.rights import masking
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn

MOST_CASES = 5
STATUS_AFTER = {
    "opened": "saved",
    "referred": "referred",
    "referred_on": "referred",
    "accepted": "accepted",
    "no_taker": "no_taker",
    "withdrawn": "withdrawn",
    "closed": "closed",
}


def tell(state: DialogueState, happened: Happened, scene: Scene) -> Turn:
    """Update what the conversation knows of the case, and tell the worker."""
    if happened.code == "paper_ready":
        return papers.ready(state, happened, scene)
    details = happened.details
    known = state.changed(
        case_number=details.get("number", state.case_number),
        case_status=details.get("status", STATUS_AFTER.get(happened.code, state.case_status)),
        organization_name=details.get("organization", state.organization_name),
        mediator_waits=happened.code == "mediator_wrote" or state.mediator_waits,
    )
    if happened.code == "opened":
        known = known.changed(handed_over=True, earlier_cases=_earlier(state))
    if happened.code in ("closed", "withdrawn"):
        known = known.changed(mediator_waits=False)
    if happened.code == "case_found":
        known = known.changed(stage="handed_off")
    if happened.code in ("declined", "unanswered") and details.get("next") is None:
        known = known.changed(case_status="no_taker")
    if happened.code == "unsaid":
        known = masking.forget(known, details["words"], scene)
    text = scene.say(f"happened_{happened.code}", **details)
    opened = happened.code == "opened"
    choices = papers.buttons(known, scene) if opened else ()
    more = matters.reminded(known, scene) if opened else ()
    return Turn(known, (Reply(text, choices, link=details.get("path", "")), *more))


def _earlier(before: DialogueState) -> tuple[str, ...]:
    """The cases of this worker opened before the one now opened."""
    if before.case_number is None:
        return before.earlier_cases
    return tuple(dict.fromkeys((*before.earlier_cases, before.case_number)))[-MOST_CASES:]
