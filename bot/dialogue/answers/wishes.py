"""Wishes in words that no pattern knows (我该去找哪个嘛, 给我转个真人嘛), heard by the learned reader."""

import re

from bot.dialogue import commands
from bot.dialogue.answers import (
    asides,
    asking,
    following,
    likeliest,
    meanwhile,
    moves,
    suiting,
)
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing, intake, passing
from bot.dialogue.onward.handoff import REACHABLE
from bot.dialogue.state import DialogueState
from bot.dialogue.told.facts import absorb
from bot.dialogue.turn import Turn
from intents.compiled import compiled

CONSENTING = "referral_consent"
ASIDES, COMMANDS = "asides", "commands"
HOW_MUCH, HELP, WAIT, WHERE_TO = "moves.how_much", "commands.help", "moves.wait", "moves.where_to"
RECTIFY = "commands.rectify"
SUMS = frozenset({HOW_MUCH, "commands.calculate"})
WHAT_NOW, HUMAN = "moves.what_now", "moves.human"
PAPER = "moves.paper_"
CHANCES, HOW_LONG = "asides.worth_it", "moves.how_long"
ANY_TIME = frozenset(
    {
        "human",
        "privacy",
        "erase",
        "about_cost",
        "about_robot",
        "my_data",
        "export",
        "rectify",
        "help",
        "greeting",
        "thanks",
    }
)
"""Moves and commands that need no matter talked about."""
BESIDE_FACTS = frozenset(
    {
        "moves.where_to",
        "moves.what_now",
        "moves.how_long",
        "moves.papers",
        HUMAN,
        "asides.other_ways",
        "asides.worth_it",
        "asides.order_first",
    }
)
"""Wishes that are heard in a part of a message, too, whose other parts tell facts."""
ASKS_ELSE = 0.42
"""How likely an answer must be to go before the steps of the matter."""
SHORTEST_PART = 4
"""Characters."""
_PARTS = re.compile(r"[\s，。；！？,;!?]+")


def respond(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The wish fulfilled; None where the words are none, answer what is asked or tell something."""
    asked_to_agree = state.stage == CONSENTING or state.asking == intake.HEARD
    if asked_to_agree or scene.content.intents.agreement(text) is not None:
        return None
    wish = _read(text, scene)
    if wish is None:
        return _beside_facts(state, text, scene)
    follow_ups = scene.content.intents.follow_ups
    if wish == CHANCES and not follow_ups.may_ask_chances(text):
        return None
    if wish == HELP and state.dispute_kind and follow_ups.may_ask_sum(text):
        wish = HOW_MUCH
    if wish == RECTIFY and compiled(scene.content.intents.manners.whether_right).search(text):
        wish = HOW_MUCH
    if wish in SUMS and (follow_ups.asks_cost(text) or not follow_ups.may_ask_sum(text)):
        return None
    if wish == WHERE_TO and state.dispute_kind and _asks_for_more(state, text, scene):
        return None
    return _met(state, wish, text, scene) if _goes_before(state, wish, text, scene) else None


def _read(text: str, scene: Scene) -> str | None:
    """The wish the words seem to be, where they hold what it needs."""
    wish, follow_ups = scene.content.wishes.read(text), scene.content.intents.follow_ups
    if wish == WHAT_NOW and not follow_ups.may_ask_steps(text):
        return None
    if wish is not None and wish.startswith(PAPER) and not follow_ups.may_want_paper(text):
        return None
    return None if wish == HUMAN and not follow_ups.may_want_person(text) else wish


def _asks_else(state: DialogueState, text: str, scene: Scene) -> bool:
    """证件他收走了 咋要回来: whether the words likelier ask for an answer than for the steps of the matter."""
    folded = scene.content.extractor.script.fold(text)
    reading = likeliest.Reading(state, folded, scene)
    asked = (reading.of(own)[:1] for own in asking.each(folded, scene))
    given = following.given(state, scene)
    return any(
        each.likely >= ASKS_ELSE and each.name not in given for found in asked for each in found
    )


def _goes_before(state: DialogueState, wish: str, text: str, scene: Scene) -> bool:
    """Whether the wish goes before the answer the words may ask for, and before facts they tell."""
    kind, _, name = wish.partition(".")
    if kind == ASIDES and passing.tells(state, text, scene):
        return False
    if wish == WHAT_NOW and _asks_else(state, text, scene):
        return False
    at_rest = state.stage in asides.AT_REST
    if _gives_way(wish, text, scene) and following.likely_asked(state, text, scene):
        return False
    if kind == ASIDES or at_rest:
        found = suiting.recognized(state, text, scene)
        given = following.given(state, scene) if kind == ASIDES else frozenset()
        new = not found.matches or found.matches[0].entry_id not in given
        if (found.outcome == "answer" and new) or (at_rest and found.outcome == "choices"):
            return False
        if at_rest and found.door is not None and name not in ANY_TIME:
            return False
    return kind == ASIDES or wish == WAIT or not _tells(state, text, scene)


def _gives_way(wish: str, text: str, scene: Scene) -> bool:
    """Whether words that seem to wish this may ask for an answer: not those that name a sum."""
    if wish in SUMS or wish == HOW_LONG:
        return not scene.content.intents.follow_ups.names_sum(text)
    return wish.startswith(ASIDES)


def _met(state: DialogueState, wish: str, text: str, scene: Scene) -> Turn | None:
    kind, _, name = wish.partition(".")
    if kind == ASIDES:
        return asides.meet(state, name, text, scene) if may_be(name, text, scene) else None
    if not _is_due(state, name):
        return None
    if kind == COMMANDS:
        return commands.obey(state, name, scene)
    return moves.meet(state, name, text, scene)


def may_be(name: str, text: str, scene: Scene) -> bool:
    """Whether words that seem to be a remark hold what it needs, and those that seem to ask for an answer sound
    like a question at all (家里人都在外地 does not)."""
    aside = scene.content.intents.asides.asides[name]
    if aside.needs is not None and not compiled(aside.needs).search(text):
        return False
    answers = aside.entry is not None
    return not answers or scene.content.intents.manners.may_be_question(text)


def _is_due(state: DialogueState, name: str) -> bool:
    if state.stage in asides.ELSEWHERE or state.mediator_waits:
        return False
    if state.case_status in REACHABLE:
        return name in moves.NOT_FOR_THE_MEDIATOR
    return name in ANY_TIME or state.dispute_kind is not None


def _tells(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words answer what is being asked, or give a fact."""
    if asides.answers(state, text, scene):
        return True
    return bool(echoing.news(state, absorb(state, text, scene, anew=False)))


def _beside_facts(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """先不离职，去哪投诉比较好: a wish in one part of the words, facts of the matter in the others."""
    parts = [part for part in _PARTS.split(text) if part]
    if state.dispute_kind is None or len(parts) < 2:
        return None
    for part in reversed(parts):
        wish = _read(part, scene) if len(part) >= SHORTEST_PART else None
        if wish is not None and _names_another(state, part, scene):
            return None
        gives_way = wish is not None and _gives_way(wish, text, scene)
        if gives_way and following.likely_asked(state, text, scene):
            return None
        if wish in SUMS and scene.content.intents.follow_ups.asks_cost(text):
            return None
        if wish in SUMS:
            return _met(state, HOW_MUCH, text, scene)
        if wish in BESIDE_FACTS:
            told = meanwhile.overheard(state, text, scene)
            turn = _met(told, wish, part, scene)
            heard = echoing.line(told, echoing.news(state, told), scene)
            return echoing.led(turn, heard) if turn else None
    return None


def _asks_for_more(state: DialogueState, text: str, scene: Scene) -> bool:
    """评级是去医院还是去哪里: whether the words name another dispute, or likely ask for an answer."""
    if _names_another(state, text, scene):
        return True
    of_the_way = scene.content.intents.asides.of_the_way(text, state.dispute_kind)
    return of_the_way is None and following.likely_asked(state, text, scene) is not None


def _names_another(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the words name disputes, and not the one talked about."""
    named = scene.content.extractor.read(text, scene.today).get("dispute_kinds")
    kinds = named.value if named is not None and isinstance(named.value, tuple | list) else ()
    return bool(kinds) and state.dispute_kind not in kinds
