"""Which of the disputes told is the matter at hand: the first told stays, unless it was only guessed."""

from bot.dialogue.content import Scene
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.told import leased, site_pay

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
DOMESTIC = "domestic"
OF_EVENT = frozenset({"event_date", "event_kind"})
# What a household owes or did is no matter of a firm's: it is service, whatever it is called.
OF_HOUSEHOLD = frozenset(
    {
        "wage_arrears",
        "wage_deduction",
        "unlawful_dismissal",
        "no_written_contract",
        "economic_compensation",
        "work_injury_determination",
        "employment_relationship",
        "overtime_pay",
    }
)
AWARDS = frozenset(
    {"award_received", "final_award_received", "judgment_received", "performance_due"}
)
DEATH, PLATFORM_INJURY = "death_benefit", "platform_injury"
WORK_INJURY = "work_injury_determination"
# Matters that stay what they are, whatever money is told beside.
INJURIES = frozenset({WORK_INJURY, PLATFORM_INJURY, DEATH})
BENEFITS, DISEASE = "work_injury_benefits", "occupational_disease"
# What happened to the body, the gravest first.
OF_BODY = (DEATH, PLATFORM_INJURY, DISEASE, WORK_INJURY, BENEFITS)
# What is told beside what happened to the body, and is not answered first.
BESIDE_BODY = frozenset(
    {
        "wage_arrears",
        "construction_wage_arrears",
        "wage_deduction",
        "platform_deduction",
        "deposit_or_documents",
        "social_insurance",
        "resignation",
    }
)
BESIDE_DEATH = BESIDE_BODY | {PLATFORM_INJURY, BENEFITS, "service_contract"}
# Matters that may take the place of one told before them, though that was told in words.
GRAVER = frozenset(
    {*OF_BODY, "unlawful_dismissal", "maternity_protection", "sexual_harassment", "child_labour"}
)
# Sent away or asked to go: of one family, the first told stays.
ENDED = frozenset({"economic_compensation", "collective_redundancy", "maternity_protection"})
OF_PLATFORM = frozenset({"platform_deduction", "platform_deactivation"})
PERSONNEL, MATERNITY = "personnel_dispute", "maternity_protection"
BESIDE_MATERNITY = frozenset({"economic_compensation", "resignation", "probation"})
RESIGNATION, SERVICE, INTERN = "resignation", "service_contract", "intern_or_student"
WAGES, SITE_WAGES = "wage_arrears", "construction_wage_arrears"
TRANSFER_MATTER, TRANSFER, DISMISSAL = "transfer_or_pay_cut", "transfer", "dismissal_notice"
WAGE_DEDUCTION, PLATFORM_DEDUCTION = "wage_deduction", "platform_deduction"


def words_of(answer: Answer | None) -> tuple[str, ...]:
    """The words of a gathered fact; none where it was not told."""
    return answer.value if answer is not None and isinstance(answer.value, tuple) else ()


def fitting(
    told: dict[str, Answer], state: DialogueState, text: str, scene: Scene
) -> dict[str, Answer]:
    """The facts with the disputes as they fit what else was told."""
    told = _of_mother(
        _of_office(_in_words(_with_contract(_of_transfer(told, state), state), state))
    )
    told = _of_living(site_pay.alone(told, state), text, scene)
    right = _of_household(_of_platform(told, state, text, scene), state, text, scene)
    return leased.of_contract(leased.of_lessor(right, state, text, scene), state)


def _in_words(told: dict[str, Answer], state: DialogueState) -> dict[str, Answer]:
    """合肥蜀山这边的站 跑了一年多: once a matter is known, what no word tells is no further one."""
    kinds = told.get("dispute_kinds")
    if kinds is None or kinds.said or state.dispute_kind in (None, UNSPECIFIC):
        return told
    hurt = told.get("injured") is not None
    of_body = tuple(kind for kind in words_of(kinds) if hurt and kind in OF_BODY)
    left = {key: answer for key, answer in told.items() if key != "dispute_kinds"}
    return {**left, "dispute_kinds": Answer(value=of_body, said="")} if of_body else left


def _of_living(told: dict[str, Answer], text: str, scene: Scene) -> dict[str, Answer]:
    """从舱里摔下去了 人在ICU: who lies in hospital and of whom no death is told is hurt, whatever it resembles."""
    kinds, caring = told.get("dispute_kinds"), scene.content.intents.caring
    if kinds is None or DEATH not in words_of(kinds) or not caring.is_in_ward(text):
        return told
    if caring.tells_death(text, surely=False):
        return told
    living = dict.fromkeys(WORK_INJURY if kind == DEATH else kind for kind in words_of(kinds))
    return {**told, "dispute_kinds": kinds.model_copy(update={"value": tuple(living)})}


def _of_transfer(told: dict[str, Answer], state: DialogueState) -> dict[str, Answer]:
    """通知是上周四发的, told of work that is changed: a notice of that, and nobody was sent away."""
    event, kinds = told.get("event_kind"), told.get("dispute_kinds")
    if state.dispute_kind != TRANSFER_MATTER or event is None or event.value != DISMISSAL:
        return told
    if kinds is not None and kinds.said:
        return told
    left = {key: answer for key, answer in told.items() if key != "still_employed"}
    return {**left, "event_kind": Answer(value=TRANSFER, said=event.said)}


def _of_household(
    told: dict[str, Answer], state: DialogueState, text: str, scene: Scene
) -> dict[str, Answer]:
    """月嫂 扣我三千: who works for a family has no firm to take to arbitration."""
    kinds, worker = told.get("dispute_kinds"), {**state.answers, **told}.get("worker_kind")
    if kinds is None or worker is None or worker.value != DOMESTIC:
        return told
    if scene.content.intents.status.is_of_agency(f"{state.story}\n{text}"):
        return told
    meant = (SERVICE if kind in OF_HOUSEHOLD else kind for kind in words_of(kinds))
    right = Answer(value=tuple(dict.fromkeys(meant)), said=kinds.said)
    event = told.get("event_kind")
    if state.dispute_kind == SERVICE and event is not None and event.value == "injury":
        told = {k: a for k, a in told.items() if k not in OF_EVENT}  # no day on which pay was due
    return {**told, "dispute_kinds": right}


def _of_mother(told: dict[str, Answer]) -> dict[str, Answer]:
    """怀孕了逼我自己走: what protects who expects a child goes before what is owed for leaving."""
    kinds = told.get("dispute_kinds")
    named = words_of(kinds)
    if kinds is None or MATERNITY not in named or named[0] not in BESIDE_MATERNITY:
        return told
    first = dict.fromkeys((MATERNITY, *named))
    return {**told, "dispute_kinds": Answer(value=tuple(first), said=kinds.said)}


def _of_office(told: dict[str, Answer]) -> dict[str, Answer]:
    """事业编 扣我绩效: between an office and its people a dispute goes its own way, whatever it is about."""
    kinds, worker = told.get("dispute_kinds"), told.get("worker_kind")
    if worker is None or worker.value != "public_institution" or PERSONNEL not in words_of(kinds):
        return told
    first = dict.fromkeys((PERSONNEL, *words_of(kinds)))
    return {**told, "dispute_kinds": Answer(value=tuple(first), said=kinds.said if kinds else "")}


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
        kind = _of_injury(told, kinds) or kind
    begun = kind not in OF_BODY and anew and not state.asked and state.asking is None
    begun = begun and not (kind in CLEAR and kinds and kinds[0] in SOFT)
    begun = begun and not _is_told(state, kind, kinds)
    if kinds and (kind in (None, UNSPECIFIC) or begun):
        kind = kinds[0]
    manners = scene.content.intents.manners
    if not (manners.standpoint.is_leased(state.story) or manners.only_supposes(text)):
        kind = _told_at_last(state, kind, kinds)
    if kind in WHO_EMPLOYS and not state.asked:
        kind = next((each for each in kinds if each not in OF_STANDING), kind)
    return _of_trade(kind, {**state.answers, **told})


def _of_trade(kind: str | None, facts: dict[str, Answer]) -> str | None:
    """工资要不回来, then 工地 木工: pay owed for building is owed by the main contractor, too; what
    a household owes for a service is no matter of labour law."""
    worker = facts.get("worker_kind")
    trade = worker.value if worker is not None else None
    if trade == "domestic" and kind in (WAGES, WAGE_DEDUCTION):
        return SERVICE if SERVICE in words_of(facts.get("dispute_kinds")) else kind
    return SITE_WAGES if trade == "construction_migrant" and kind == WAGES else kind


def _stays(state: DialogueState, kind: str | None, text: str, scene: Scene) -> bool:
    """A matter that what is told later stands beside: an award to be enforced, leaving that was asked
    about, work sent by a school, damages claimed of the worker."""
    if kind is None or state.handed_over:
        return False
    if kind == ENFORCEMENT:
        return True
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


def _is_told(state: DialogueState, kind: str | None, kinds: tuple[str, ...]) -> bool:
    """欠俩月工资, then 押金也没退: a matter told in words stays, unless a graver one is told now."""
    named = set(words_of(state.answers.get("dispute_kinds"))) - SOFT - GUESSED
    graver = bool(kinds) and kinds[0] in GRAVER and kind not in ENDED
    return kind in named and not graver


def _of_injury(told: dict[str, Answer], kinds: tuple[str, ...]) -> str | None:
    """摔了一跤 胳膊骨折了: who tells of an injury and no more speaks of an accident at work; what the
    words tell of the body goes before money told beside it."""
    injured = told.get("injured")
    if DEATH in kinds:
        return DEATH
    if injured is None or injured.value is not True:
        return None
    if SERVICE in kinds and _is_domestic(told):
        return SERVICE
    said = told["dispute_kinds"].said if kinds else ""
    named = next((each for each in OF_BODY if each in kinds), None)
    if named is not None and (said or named != BENEFITS):
        return named
    worker = told.get("worker_kind")
    rides = worker is not None and worker.value == "platform"
    rides = rides or not OF_PLATFORM.isdisjoint(kinds)
    return PLATFORM_INJURY if rides else WORK_INJURY


def _is_domestic(told: dict[str, Answer]) -> bool:
    worker = told.get("worker_kind")
    return worker is not None and worker.value == DOMESTIC


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
