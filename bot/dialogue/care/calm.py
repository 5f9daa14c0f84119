"""What only sounds of danger: words in which the learned hint alone hears it, and which tell an ordinary thing."""

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState

SELF_HARM, INJURY, BLOWS = "self_harm", "injury_now", "violence"
STAYS = frozenset({SELF_HARM, INJURY})
"""Dangers whose care does not give way to calm words, though the learned hint alone heard them."""
HELD, LATER = frozenset({"detained", "forced_labour"}), 2
"""Dangers whose care gives way only to the second calm message: turns of care left by then."""
TELLS = 8
"""Letters from which calm words tell or ask something."""


def by_chance(danger: str, text: str, scene: Scene) -> bool:
    """二审还在打, 走路慢 拖全组后腿, 手泡得脱皮: whether words with no pattern of danger hold no word of this one
    but those that stand there by chance."""
    if not _is_only_hinted(text, scene):
        return False
    if danger == SELF_HARM and scene.content.intents.calm.gives_ground(danger, text):
        return False
    left = rest(danger, text, scene)
    if danger == INJURY and scene.content.intents.calm.is_worn(left):
        return True
    return _holds(danger, text, scene) and not _holds(danger, left, scene)


def _holds(danger: str, text: str, scene: Scene) -> bool:
    """Whether any word stands in the words that who tells this danger may use."""
    intents = scene.content.intents
    if danger == SELF_HARM:
        grave = intents.urgency.is_grave(text) or intents.caring.may_take_leave(text)
        return grave or intents.caring.may_despair(text)
    if danger == INJURY:
        return intents.caring.may_be_hurt(text)
    return intents.caring.names_danger(danger, text) or intents.calm.gives_ground(BLOWS, text)


def rest(danger: str, text: str, scene: Scene) -> str:
    """The words without what sounds of this danger by chance."""
    return scene.content.intents.calm.rest(danger, text)


def _is_only_hinted(text: str, scene: Scene) -> bool:
    return scene.content.crisis.danger_in_pieces((text,)) is None


def is_clearly_told(text: str, scene: Scene) -> bool:
    """拖到监控看不到的地方揍: whether a danger is heard beyond a hint, and a real ground of it stands in the words."""
    check = scene.content.crisis
    danger = check.danger(text)
    if danger is None or check.is_faint(text):
        return False
    if danger not in scene.content.intents.calm.grounds:
        return False
    return scene.content.intents.calm.gives_ground(danger, text)


def goes_on(state: DialogueState, text: str, scene: Scene) -> bool:
    """我先把打卡截图 还要留啥: whether somebody in care of what the hint alone heard goes on with the matter, in
    words that hold nothing of danger or distress."""
    if not state.hinted or state.care_class in STAYS or len(text) <= TELLS:
        return False
    if state.care_class in HELD and state.care_turns > LATER:
        return False
    intents = scene.content.intents
    if state.dispute_kind is None or intents.caring.tells_fear(text):
        return False
    return not intents.caring.holds_worry(rest(state.care_class or "", text, scene))
