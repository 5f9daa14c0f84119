"""Which of the disputes told is the matter at hand: the first told stays, unless it was only guessed."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState

UNSPECIFIC = "other"  # the dispute kind of a matter that is not known yet
# Disputes that may be no more than how somebody is employed.
OF_STANDING = frozenset({"service_contract", "dispatch_or_outsourcing", "employment_relationship"})
WHO_EMPLOYS = OF_STANDING - {"service_contract"}  # of these, those that give way to what went wrong
# Disputes told by what went wrong, which go before one that was only guessed.
CLEAR = frozenset(
    {
        "wage_arrears",
        "construction_wage_arrears",
        "wage_deduction",
        "platform_deduction",
        "platform_injury",
        "deposit_or_documents",
        "overtime_pay",
        "unlawful_dismissal",
        "work_injury_determination",
    }
)
# Matters that give way to one told by what went wrong: the first though named.
SOFT = frozenset({"resignation", "probation", "intern_or_student"})
GUESSED = OF_STANDING | {"other", "over_retirement_age", "social_insurance", "no_written_contract"}
SIGNED, NO_CONTRACT = "has_written_contract", "no_written_contract"
ENFORCEMENT = "enforcement"
AWARDS = frozenset(
    {"award_received", "final_award_received", "judgment_received", "performance_due"}
)
DEATH, PLATFORM_INJURY = "death_benefit", "platform_injury"
WORK_INJURY = "work_injury_determination"
# Matters that stay what they are, whatever money is told beside.
INJURIES = frozenset({WORK_INJURY, PLATFORM_INJURY, DEATH})
RESIGNATION, SERVICE, INTERN = "resignation", "service_contract", "intern_or_student"
WAGES, SITE_WAGES = "wage_arrears", "construction_wage_arrears"
WAGE_DEDUCTION, PLATFORM_DEDUCTION = "wage_deduction", "platform_deduction"


def words_of(answer: Answer | None) -> tuple[str, ...]:
    """The words of a gathered fact; none where it was not told."""
    return answer.value if answer is not None and isinstance(answer.value, tuple) else ()


def fitting(
    told: dict[str, Answer], state: DialogueState, text: str, scene: Scene
) -> dict[str, Answer]:
    """The facts with the disputes as they fit what else was told."""
    return _of_platform(_with_contract(told, state), state, text, scene)


def _tells_of_award(state: DialogueState, told: dict[str, Answer]) -> bool:
    """判公司付工资和补偿38600, after the answer to who won and is not paid: of what is awarded no more is claimed."""
    event = told.get("event_kind")
    won = ENFORCEMENT in (state.help_offered_for, state.dispute_kind)
    return won and event is not None and event.value in AWARDS


def chosen(
    state: DialogueState,
    told: dict[str, Answer],
    kinds: tuple[str, ...],
    text: str,
    scene: Scene,
    *,
    anew: bool,
) -> str | None:
    """The matter at hand once these facts are told; `kinds` are the disputes just named."""
    kind = state.dispute_kind
    if kind in (None, ENFORCEMENT) and _tells_of_award(state, told):
        return ENFORCEMENT
    if _stays(state, kind, text, scene):
        return kind
    if kind is None or (kind in OF_STANDING and not state.asked):
        kind = _of_injury(told) or kind
    begun = kind not in INJURIES and anew and not state.asked and state.asking is None
    begun = begun and not (kind in CLEAR and kinds and kinds[0] in SOFT)
    if kinds and (kind in (None, UNSPECIFIC) or begun):
        kind = kinds[0]
    manners = scene.content.intents.manners
    if not (manners.standpoint.is_leased(state.story) or manners.only_supposes(text)):
        kind = _told_at_last(state, kind, kinds)
    if kind in WHO_EMPLOYS and not state.asked:
        kind = next((each for each in kinds if each not in OF_STANDING), kind)
    return _of_trade(kind, {**state.answers, **told})


def _of_trade(kind: str | None, facts: dict[str, Answer]) -> str | None:
    """工资要不回来, then 工地 木工: pay owed for building is owed by the main contractor, too."""
    worker = facts.get("worker_kind")
    builds = worker is not None and worker.value == "construction_migrant"
    return SITE_WAGES if builds and kind == WAGES else kind


def _stays(state: DialogueState, kind: str | None, text: str, scene: Scene) -> bool:
    """A matter that what is told later stands beside: leaving that was asked about, work sent by a
    school, damages claimed of the worker."""
    if kind is None or state.handed_over:
        return False
    if "school_arranged" in state.answers or (
        kind == RESIGNATION and "leaving_step" in state.answers
    ):
        return True
    standpoint = scene.content.intents.manners.standpoint
    fold = scene.content.extractor.script.fold
    if kind == INTERN:
        said = "\n".join((state.story, state.question, *state.said_lately, text))
        return standpoint.is_sent_by_school(fold(said))
    return kind == SERVICE and standpoint.is_claimed_against(fold(state.story))


def _told_at_last(state: DialogueState, kind: str | None, kinds: tuple[str, ...]) -> str | None:
    """学徒, then 压了两个月没给: what went wrong goes before a matter that was only guessed."""
    named = set(words_of(state.answers.get("dispute_kinds"))) - SOFT
    if kind not in SOFT | GUESSED or kind in named or state.handed_over:
        return kind
    return next((each for each in kinds if each in CLEAR), kind)


def _of_injury(told: dict[str, Answer]) -> str | None:
    """摔了一跤 胳膊骨折了: who tells of an injury and no more speaks of an accident at work."""
    injured = told.get("injured")
    if injured is None or injured.value is not True:
        return None
    worker = told.get("worker_kind")
    rides = worker is not None and worker.value == "platform"
    return PLATFORM_INJURY if rides else WORK_INJURY


def _with_contract(told: dict[str, Answer], state: DialogueState) -> dict[str, Answer]:
    """合同签到2028年, 没给书面的: who signed a contract does not claim for want of one."""
    kinds, signed = told.get("dispute_kinds"), {**state.answers, **told}.get(SIGNED)
    if kinds is None or signed is None or signed.value is not True:
        return told
    left = tuple(kind for kind in words_of(kinds) if kind != NO_CONTRACT)
    return {**told, "dispute_kinds": Answer(value=left, said=kinds.said)} if left else told


def _of_platform(
    told: dict[str, Answer], state: DialogueState, text: str, scene: Scene
) -> dict[str, Answer]:
    """A deduction from a rider or driver is the platform's or its station's."""
    kinds = told.get("dispute_kinds")
    if kinds is None or WAGE_DEDUCTION not in words_of(kinds):
        return told
    facts = {**state.answers, **told}
    worker = facts.get("worker_kind")
    rides = "platform" in facts or (worker is not None and worker.value == "platform")
    if not rides and not scene.content.intents.manners.is_of_platform(text):
        return told
    meant = tuple(PLATFORM_DEDUCTION if k == WAGE_DEDUCTION else k for k in words_of(kinds))
    right = Answer(value=tuple(dict.fromkeys(meant)), said=kinds.said)
    return {**told, "dispute_kinds": right}
