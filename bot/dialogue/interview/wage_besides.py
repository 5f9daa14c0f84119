"""不是一万二是一万零二百 一个月是五千一: a sum put right, and the wage told behind it."""

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import keep
from intents.answers import Understood, understand
from intents.compiled import compiled

WAGE = "monthly_wage"


def told(state: DialogueState, key: str, words: str, scene: Scene) -> DialogueState:
    """不是一万二是一万零二百 一个月是五千一: the wage told after what was put right."""
    rest = words.removeprefix(own_part(key, words, scene))
    question = scene.content.intents.questions.get(WAGE)
    if not rest or question is None or key == WAGE:
        return state
    bare = compiled(scene.content.intents.sums.what_if.names[WAGE]).sub("", rest)
    read = understand(question, bare, scene.today, scene.content.extractor)
    return keep(state, WAGE, read.value, rest) if isinstance(read, Understood) else state


def own_part(key: str, words: str, scene: Scene) -> str:
    """The words before another sum is called by its name (一万零二百 of 一万零二百一个月是五千一)."""
    if key == WAGE:
        return words
    named = compiled(scene.content.intents.sums.what_if.names[WAGE]).search(words)
    return words[: named.start()] if named and named.start() else words
