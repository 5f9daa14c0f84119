"""车是租的 3800租金 押金一万二: what is paid to, or held by, who hires out the car is no debt of the platform."""

from decimal import Decimal

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState

SERVICE = "service_contract"
ACCOUNTS = frozenset({"platform_deactivation", "platform_deduction", "platform_injury"})
"""Matters with a platform, beside which a car may be leased of somebody else."""


OF_LESSOR = frozenset({"deposit_or_documents", "platform_deduction", "wage_deduction"})
"""What a matter with who let the car or the tool may be taken for."""
KINDS, UNKNOWN = "dispute_kinds", "other"


LEASES = frozenset({"deposit_or_documents"})
"""Matters a deposit for a leased car may be."""


def is_told(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the car was leased, in a matter with a platform."""
    if state.dispute_kind == SERVICE and not is_of_account(f"{state.story}\n{text}", scene):
        return False
    return state.dispute_kind in ACCOUNTS | {SERVICE} and _leases(state, text, scene)


def is_matter(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the matter is that of the deposit for a leased car."""
    return state.dispute_kind in LEASES and _leases(state, text, scene)


def of_lessor(
    told: dict[str, Answer], state: DialogueState, text: str, scene: Scene
) -> dict[str, Answer]:
    """跑货拉拉租了辆面包车 押了五千 退车扣光: what who let the car keeps is a matter of that contract, for the
    courts; but not where the firm worked for let it, or pay is owed as well."""
    kinds = told.get(KINDS)
    named = kinds.value if kinds is not None and isinstance(kinds.value, tuple) else ()
    if (
        state.dispute_kind not in (None, UNKNOWN, SERVICE, *OF_LESSOR)
        or not named
        or set(named) - OF_LESSOR
    ):
        return told
    standpoint = scene.content.intents.manners.standpoint
    story = scene.content.extractor.script.fold(f"{state.story}\n{text}")
    if not standpoint.is_leased(story) or standpoint.is_employers_car(story):
        return told
    if standpoint.speaks_of_account(story) or standpoint.speaks_of_earnings(story):
        return told
    said = kinds.said if kinds is not None else ""
    return {**told, KINDS: Answer(value=(SERVICE,), said=said)}


def of_contract(told: dict[str, Answer], state: DialogueState) -> dict[str, Answer]:
    """还有一万保证金在他手里, of a truck that runs under a firm's name: a deposit told in a matter of a contract for work is
    part of it, and no dispute of labour beside it."""
    kinds = told.get(KINDS)
    named = kinds.value if kinds is not None and isinstance(kinds.value, tuple) else ()
    if state.dispute_kind != SERVICE or not named or set(named) - LEASES:
        return told
    return {key: answer for key, answer in told.items() if key != KINDS}


def is_lessor(state: DialogueState, text: str, scene: Scene) -> bool:
    """Whether the matter is what who let the car owes, whatever it is called."""
    if state.dispute_kind not in LEASES | {SERVICE}:
        return False
    told = scene.content.extractor.script.fold(f"{state.story}\n{text}")
    return scene.content.intents.manners.standpoint.is_leased(told)


def tells_earnings(text: str, scene: Scene) -> bool:
    """Whether the words speak of what is earned, and not only of what the car costs."""
    folded = scene.content.extractor.script.fold(text)
    return scene.content.intents.manners.standpoint.speaks_of_earnings(folded)


def is_of_account(clause: str, scene: Scene) -> bool:
    """余额还有328提不出来: whether the words speak of what a platform holds."""
    return scene.content.intents.manners.standpoint.speaks_of_account(clause)


def balance(state: DialogueState, text: str, scene: Scene) -> Decimal | None:
    """What the platform holds, in yuan, where a car was leased beside."""
    if not (is_matter(state, text, scene) or is_told(state, text, scene)):
        return None
    standpoint, fold = scene.content.intents.manners.standpoint, scene.content.extractor.script.fold
    said = standpoint.balance_in(fold(f"{state.story}\n{text}"))
    return scene.content.extractor.money.bare(said) if said else None


def _leases(state: DialogueState, text: str, scene: Scene) -> bool:
    standpoint, fold = scene.content.intents.manners.standpoint, scene.content.extractor.script.fold
    words = fold(f"{state.story}\n{text}")
    return standpoint.is_car_leased(words)


def sums(state: DialogueState, text: str, scene: Scene) -> set[Decimal]:
    """The rent and the deposit the words tell, in yuan."""
    if not is_told(state, text, scene):
        return set()
    return {sum_ for sum_ in (deposit(text, scene), _rent(text, scene)) if sum_ is not None}


def deposit(text: str, scene: Scene) -> Decimal | None:
    """The deposit for the car, in yuan."""
    standpoint, fold = scene.content.intents.manners.standpoint, scene.content.extractor.script.fold
    said = standpoint.lease_deposit_in(fold(text))
    return scene.content.extractor.money.bare(said) if said else None


def _rent(text: str, scene: Scene) -> Decimal | None:
    standpoint, fold = scene.content.intents.manners.standpoint, scene.content.extractor.script.fold
    said = standpoint.rent_in(fold(text))
    return scene.content.extractor.money.bare(said) if said else None


def rent_of_car(text: str, scene: Scene) -> Decimal | None:
    """The rent, in yuan, that the words tell of a leased car, whatever the matter."""
    folded = scene.content.extractor.script.fold(text)
    leases = scene.content.intents.manners.standpoint.is_car_leased(folded)
    return _rent(text, scene) if leases else None
