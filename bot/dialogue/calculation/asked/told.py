"""What all sums asked for are worked out from: the words and the story, folded, and the numbers said."""

from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import DialogueState
from bot.dialogue.told.kinds_told import NO_CONTRACT

WAGE, MONTHS, TOTAL = "monthly_wage", "months_owed", "amount_claimed"
FIRST, LAST = "employed_from", "employed_to"
CENT = Decimal("0.01")


def folded(text: str, scene: Scene) -> str:
    return scene.content.extractor.script.fold(text)


def story(state: DialogueState, text: str, scene: Scene) -> str:
    """The story, what else was said to tell a fact, and the words, folded."""
    lines = (*state.story.splitlines(), *(answer.said for answer in state.answers.values()), text)
    told: list[str] = []
    for line in map(str.strip, lines):
        if line and not any(line in other for other in told):
            told.append(line)
    return folded("\n".join(told), scene)


def kinds(state: DialogueState) -> frozenset[str]:
    """The matter talked about, and those told."""
    named = state.facts().get("dispute_kinds")
    others = named if isinstance(named, tuple) else ()
    return frozenset(filter(None, (state.dispute_kind, *others)))


def number(said: str | None, scene: Scene) -> Decimal | None:
    return scene.content.extractor.numerals.read(said) if said else None


def yuan(said: str | None, scene: Scene) -> Decimal | None:
    return scene.content.extractor.money.bare(said) if said else None


def wage(state: DialogueState) -> Decimal | None:
    known = state.facts().get(WAGE)
    return Decimal(str(known)) if known is not None else None


def has_no_contract(state: DialogueState) -> bool:
    """Whether it was told that no contract was signed."""
    signed = state.facts().get("has_written_contract")
    return signed is False or (NO_CONTRACT in kinds(state) and signed is not True)
