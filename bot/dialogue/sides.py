"""What is told beside the matter and is kept apart from it: a deposit taken, medical costs, what was
paid towards them, an age."""

from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState

DEPOSIT, AGE = "deposit_paid", "age"
DEPOSITS = frozenset({"deposit_or_documents"})
"""Matters whose claim is the deposit itself."""
OF_INJURY = frozenset({"medical_cost", "paid_so_far"})
KEYS = OF_INJURY | {DEPOSIT, AGE}
INJURIES = frozenset(
    {
        "work_injury_determination",
        "work_injury_benefits",
        "platform_injury",
        "occupational_disease",
        "over_retirement_age",
        "death_benefit",
    }
)
LEAST_SUM, YOUNGEST, OLDEST = Decimal(20), 12, 90


def told(state: DialogueState, text: str, scene: Scene) -> dict[str, Answer]:
    """The facts of side matters by their key, once a matter is talked about."""
    if state.dispute_kind is None and not state.answers:
        return {}
    extractor, tally = scene.content.extractor, scene.content.intents.manners.tally
    folded = extractor.script.fold(text)
    claimed = extractor.read(text, scene.today).get("amount_claimed")
    found: dict[str, Answer] = {}
    for key, said in tally.sides_in(folded).items():
        value = _age(said, scene) if key == AGE else _sum(said, scene)
        same = claimed is not None and key != AGE and f"{claimed.value:.2f}" == value
        if value is not None and not same and _belongs(key, state):
            found[key] = Answer(value=value, said=said)
    return found


def just_told(state: DialogueState, text: str) -> bool:
    """Whether one of these facts comes from the words, and is said back as such."""
    return any(answer.said in text for key, answer in state.answers.items() if key in KEYS)


def word(before: DialogueState, after: DialogueState, scene: Scene) -> str:
    """What is to be said of a deposit just told; empty where there is none."""
    new = DEPOSIT in after.answers and DEPOSIT not in before.answers
    return scene.say("deposit_noted") if new else ""


def _belongs(key: str, state: DialogueState) -> bool:
    if key in OF_INJURY:
        return state.dispute_kind in INJURIES or "injured" in state.answers
    return key != DEPOSIT or state.dispute_kind not in DEPOSITS


def _sum(said: str, scene: Scene) -> str | None:
    value = scene.content.extractor.money.bare(said)
    return f"{value:.2f}" if value is not None and value >= LEAST_SUM else None


def _age(said: str, scene: Scene) -> int | None:
    value = scene.content.extractor.numerals.read(said)
    return int(value) if value is not None and YOUNGEST <= value <= OLDEST else None
