"""回到调岗那个事: a matter named is taken up again, and what of it is known is said."""

from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake, matters
from bot.dialogue.state import DialogueState
from bot.dialogue.turn import Turn


def named(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The matter the words name, of those put aside or the one at hand; None where they name none. A
    sum begun in between is left."""
    state = state.changed(calculation=None)
    kinds = _kinds_in(text, scene)
    fitting = [matter for matter in state.put_aside if matter.dispute_kind in kinds]
    if fitting and state.dispute_kind not in kinds:
        others = tuple(matter for matter in state.put_aside if matter is not fitting[-1])
        return matters.swap(state.changed(put_aside=(*others, fitting[-1])), scene)
    here = kinds & _spoken_of(state)
    if not here or state.stage not in intake.UNDER_WAY:
        return None
    kind = state.dispute_kind if state.dispute_kind in here else sorted(here)[0]
    back = scene.say(
        "taken_up",
        kind=scene.label(f"dispute_kind.{kind}"),
        told=echoing.items(state, echoing.ECHOED, scene),
    )
    return echoing.led(intake.go_on(state, scene), back)


def _kinds_in(text: str, scene: Scene) -> frozenset[str]:
    """The disputes the words name; those of the field (工资那个) where they name none."""
    found = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    if found and isinstance(found.value, tuple | list):
        return frozenset(map(str, found.value))
    intents, entries = scene.content.intents, scene.content.knowledge.entries
    fields = [name for name in intents.asides.fields_in(text) if name in intents.areas]
    of_fields = {entries[id].dispute_kind for name in fields for id in intents.areas[name].entries}
    return frozenset(kind for kind in of_fields if kind)


def _spoken_of(state: DialogueState) -> frozenset[str]:
    """The disputes of the matter at hand: the one it goes by and all the words named."""
    told = state.facts().get("dispute_kinds")
    named = told if isinstance(told, tuple) else ()
    return frozenset((*named, *((state.dispute_kind,) if state.dispute_kind else ())))
