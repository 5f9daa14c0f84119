"""Who the other side is, where no firm is named: 老板姓梁 answers that question; a firm whose name the
worker does not know is not asked for again."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState

EMPLOYER = "employer"


def told(
    state: DialogueState, told: dict[str, Answer], text: str, scene: Scene
) -> dict[str, Answer]:
    """The person named, where no name of a firm was told before or now."""
    if EMPLOYER in told or EMPLOYER in state.answers:
        return {}
    name = scene.content.intents.manners.other_side.named(scene.content.extractor.script.fold(text))
    return {EMPLOYER: Answer(value=name, said=name)} if name else {}


def is_better(state: DialogueState, key: str, new: object, scene: Scene) -> bool:
    """Whether so far only a person was named, or a name without its legal ending that is told now."""
    answer = state.answers.get(EMPLOYER)
    if key != EMPLOYER or answer is None:
        return False
    ends = scene.content.extractor.words.employers.legal_ends
    whole = str(new).endswith(ends) and not str(answer.value).endswith(ends)
    return whole or (answer.value == answer.said and _reads(answer, scene))


def _reads(answer: Answer, scene: Scene) -> bool:
    named = scene.content.intents.manners.other_side.named(answer.said)
    return named == answer.value


def not_asked_again(state: DialogueState, text: str, scene: Scene) -> DialogueState:
    """The state in which a name that is told not to be known is no open question."""
    if EMPLOYER in state.answers or EMPLOYER in state.skipped:
        return state
    folded = scene.content.extractor.script.fold(text)
    if not scene.content.intents.manners.other_side.is_nameless(folded):
        return state
    return state.changed(skipped=(*state.skipped, EMPLOYER))
