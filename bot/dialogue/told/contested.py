"""公司去法院起诉了: an award that the other side fights over is not in force yet."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from intents.compiled import compiled

CONTESTED = "award_contested"


def told(text: str, scene: Scene) -> dict[str, Answer]:
    """That the other side went to court, where the words say so."""
    extractor = scene.content.extractor
    found = compiled(extractor.words.day_roles.contested).search(extractor.script.fold(text))
    return {CONTESTED: Answer(value=True, said=found.group())} if found else {}


def is_told(state: DialogueState) -> bool:
    return CONTESTED in state.answers
