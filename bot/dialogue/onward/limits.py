"""Until when the worker can safely act, by the strictest reading of what was told, and what may
have set the limit anew."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.dialogue.content import Scene
from bot.dialogue.onward import counted_from, in_force
from bot.dialogue.state import DialogueState, Plain
from bot.dialogue.told import contested
from bot.dialogue.told.facts import told
from knowledge.law.case_facts import CaseFacts, FactsUnreadable, read_facts
from knowledge.law.civil_days import years_after
from knowledge.law.deadlines import Deadline, deadlines
from knowledge.law.limits.renewal import after_interruption
from knowledge.law.partial_date import PartialDate
from knowledge.law.service_years import month_begins

ARBITRATION = frozenset({"arbitration_limitation", "wage_arbitration_limitation"})
"""Limits that asking, complaining or a promise interrupts (调解仲裁法 27.2)."""
DELAY_EXCUSED = frozenset({"injury_application_worker"})
"""Limits in which time lost through others does not count (工伤行政案件规定 7)."""
APPLIED = frozenset({"decided", "pending"})
"""Answers to `injury_decision` after which no application is due."""
BEGUN = frozenset({"applied", "ended"})
"""Answers to `execution_step` after which no application is due: what is left may be had at any time (民事诉讼法 265)."""
GRADE, OF_ACCIDENT = "injury_grade", "injury"
"""Who has a grade was recognised: what is due then runs from no day of the accident."""
NEAR_DAYS = 30
NOTICE = "dismissal_notice"
ENFORCEMENT, SERVICE = "enforcement", "service_contract"
PENALTY = "platform_penalty"
PLATFORM = frozenset({"platform_deduction", "platform_deactivation"})
"""Disputes of who may be no employee."""
INSPECTED = "inspection_limitation"
TO_ENFORCE, TO_SUE, IN_COURT = (
    "enforcement_application",
    "litigation_after_award",
    "civil_limitation",
)
"""Of an award to be enforced (民事诉讼法 250), and of a contract that is none of labour (民法典 188)."""
DOUBLE_WAGES, MONTHS_IN_A_YEAR = "no_written_contract", 12
"""The dispute whose claim runs month by month, for the first year at work (劳动合同法 82)."""
INTERRUPTING = frozenset({"in_writing", "complained", "promised"})
"""Answers to `demanded` that set the year anew where they can be proved."""
OWN_LIMITS = frozenset(
    {
        "award_received",
        "final_award_received",
        "assessment_received",
        "agreement_effective",
        "performance_due",
    }
)
"""Events that start a limit whatever the dispute was about."""


def case_facts(state: DialogueState, scene: Scene) -> CaseFacts:
    """What was told, typed; a fact that can't be read is left out, never a fault."""
    facts = told(state, scene)
    read = {**facts, "dispute_kinds": _kinds(state, facts.get("dispute_kinds"))}
    while True:
        try:
            return read_facts(read, scene.content.knowledge.vocabulary)
        except FactsUnreadable as fault:
            del read[fault.key]


def _kinds(state: DialogueState, others: Plain | None) -> tuple[str, ...]:
    """The dispute talked about, then the others of the story."""
    kinds = (state.dispute_kind, *(others if isinstance(others, tuple) else ()))
    return tuple(dict.fromkeys(kind for kind in kinds if kind))


def dated_facts(state: DialogueState, scene: Scene) -> CaseFacts:
    """The facts for limits: a day known only by this year or the last gives none, for it may be months
    later than the strictest reading."""
    facts = case_facts(state, scene)
    event = _close(facts.event_date, scene.today)
    last = _close(facts.employed_to, scene.today)
    told = event if facts.event_kind == NOTICE else None
    return replace(facts, employed_to=_not_before(told, last), event_date=event)


def _not_before(notice: PartialDate | None, last: PartialDate | None) -> PartialDate | None:
    """Nobody left before the day of the notice: of a month that holds it, only what is after it counts."""
    if notice is None or last is None or last.day is not None:
        return last
    return notice if last.first_day < notice.first_day <= last.last_day else last


def _close(day: PartialDate | None, today: date) -> PartialDate | None:
    rough = day is not None and day.month is None and day.year >= today.year - 1
    return None if rough else day


def limits(state: DialogueState, scene: Scene) -> tuple[Deadline, ...]:
    """The limits the worker must keep that run at present; none where nothing is known. Double wages told
    beside another matter lapse month by month: their last day is no limit of the matter."""
    facts = dated_facts(state, scene)
    if state.dispute_kind != DOUBLE_WAGES:
        left = tuple(kind for kind in facts.dispute_kinds if kind != DOUBLE_WAGES)
        facts = replace(facts, dispute_kinds=left)
    if not facts.dispute_kinds and facts.event_kind not in OWN_LIMITS:
        return ()
    return _running(deadlines(facts, scene.today), state)


def _running(found: Iterable[Deadline], state: DialogueState) -> tuple[Deadline, ...]:
    """Those that still matter: nobody applies again for what is decided or applied for, or has an award
    enforced that the other side took to court."""
    applied = state.facts().get("injury_decision") in APPLIED
    dated = [limit for limit in found if limit.for_worker and limit.last_day is not None]
    over = _over(dated, state) | (
        frozenset({TO_ENFORCE}) if contested.is_told(state) else frozenset()
    )
    return tuple(
        limit
        for limit in dated
        if limit.kind not in over and not (applied and limit.kind in DELAY_EXCUSED)
    )


def _over(found: Iterable[Deadline], state: DialogueState) -> frozenset[str]:
    """Kinds of limits that are of no use: to sue against an award that is to be enforced, arbitration
    of a contract for goods or a service, which is for the courts, and those from the accident of who has a grade."""
    kinds = {limit.kind for limit in found}
    enforced = state.dispute_kind == ENFORCEMENT and TO_ENFORCE in kinds
    begun = state.facts().get("execution_step") in BEGUN
    civil = state.dispute_kind == SERVICE and IN_COURT in kinds
    facts = state.facts()
    graded = GRADE in facts and facts.get("event_kind") == OF_ACCIDENT
    return (
        (frozenset({TO_SUE}) if enforced else frozenset())
        | (frozenset({TO_ENFORCE}) if begun else frozenset())
        | (ARBITRATION | {INSPECTED} if civil else frozenset())
        | (ARBITRATION | DELAY_EXCUSED if graded else frozenset())
    )


def limitation(state: DialogueState, scene: Scene) -> Deadline | None:
    """The limit that ends first of those still open, else the one that ended last."""
    return _most_pressing(limits(state, scene))


def _most_pressing(found: Iterable[Deadline]) -> Deadline | None:
    left = sorted(found, key=lambda limit: (_days_left(limit), limit.kind not in DELAY_EXCUSED))
    still_open = [limit for limit in left if _days_left(limit) >= 0]
    return next(iter(still_open), left[-1] if left else None)


def _days_left(limit: Deadline) -> int:
    return limit.days_left if limit.days_left is not None else 0


def arbitration_limit(state: DialogueState, scene: Scene) -> Deadline | None:
    """The strictest year for arbitration that runs."""
    found = [limit for limit in limits(state, scene) if limit.kind in ARBITRATION]
    return min(found, key=_days_left, default=None)


def nearness(state: DialogueState, scene: Scene) -> str | None:
    """Whether the year for arbitration is past, near or far; None where none is known to run."""
    limit = arbitration_limit(state, scene)
    if limit is None:
        return None
    if _days_left(limit) < 0:
        return "past"
    return "near" if _days_left(limit) <= NEAR_DAYS else "far"


def renewed(state: DialogueState, scene: Scene) -> date | None:
    """The last day if what the worker said of asking or complaining can be proved; None where that
    changes nothing."""
    limit, facts = arbitration_limit(state, scene), state.facts()
    on = facts.get("demanded_on")
    if limit is None or limit.last_day is None or not isinstance(on, str):
        return None
    if facts.get("demanded") not in INTERRUPTING:
        return None
    later = after_interruption(limit.last_day, PartialDate.parse(on).first_day)
    return later if later > limit.last_day else None


def limit_lines(state: DialogueState, scene: Scene) -> tuple[str, ...]:
    """Until when to act: the limit that is past with what may help, the one that is still open."""
    if state.dispute_kind == DOUBLE_WAGES and (monthly := limit_line(state, DOUBLE_WAGES, scene)):
        return (monthly,)
    lines = _lines(limits(state, scene), state, scene)
    anew = renewed(state, scene)
    if anew is not None:
        lines.append(scene.say("limit_renewed", day=anew))
    later = in_force.note(state, scene) if lines else ""
    return (*lines, later) if later else tuple(lines)


def in_time(state: DialogueState, scene: Scene) -> str:
    """That no limit known to run is past; empty where one is, or none is known."""
    found = limits(state, scene)
    return scene.say("in_time") if found and all(_days_left(each) >= 0 for each in found) else ""


def limit_line(state: DialogueState, kind: str | None, scene: Scene) -> str:
    """Until when to act in a dispute of that kind alone; empty where nothing is known."""
    facts = replace(dated_facts(state, scene), dispute_kinds=(kind,) if kind else ())
    if kind == DOUBLE_WAGES and (monthly := _month_by_month(facts, scene)):
        return monthly
    if kind is None and facts.event_kind not in OWN_LIMITS:
        return ""
    if kind == SERVICE and facts.event_kind == PENALTY:
        return ""  # the day of a ban begins no limit of a contract with who let the car
    return "\n".join(_lines(_running(deadlines(facts, scene.today), state), state, scene))


def _month_by_month(facts: CaseFacts, scene: Scene) -> str:
    """Double wages lapse month by month: from which day they are open by the strictest reading, and
    until when the last; empty where nothing has lapsed yet, or all has."""
    dates = facts.dates
    if dates.employed_from is None:
        return ""
    last = month_begins(dates.employed_from, MONTHS_IN_A_YEAR) - timedelta(days=1)
    until = years_after(min(last, dates.ended or last), 1)
    begun, open_from = month_begins(dates.employed_from, 1), years_before(scene.today)
    if open_from <= begun or until < scene.today:
        return ""
    return scene.say("double_wage_limit", open_from=open_from, until=until)


def years_before(day: date) -> date:
    """The same day a year ago, of a leap day the day before."""
    return month_begins(day, -MONTHS_IN_A_YEAR)


def _lines(found: Iterable[Deadline], state: DialogueState, scene: Scene) -> list[str]:
    """The limit that is past, with what may help, and the one that is still open."""
    listed = list(found)
    past = [limit for limit in listed if _days_left(limit) < 0]
    coming = [limit for limit in listed if _days_left(limit) >= 0]
    of_arbitration = [limit for limit in past if limit.kind in ARBITRATION]
    shown = (_most_pressing(of_arbitration or past), _most_pressing(coming))
    return [_line(limit, state, scene) for limit in shown if limit]


def _runs_freely(state: DialogueState, scene: Scene) -> bool:
    """Whether a platform worker told that he runs as he likes and of nobody who manages him: arbitration is open
    only to employees, the courts for three years (民法典 188)."""
    if state.dispute_kind not in PLATFORM:
        return False
    words = scene.content.extractor.script.fold("\n".join((state.story, *state.said_lately)))
    managed, free = scene.content.intents.status.signs(words)
    return bool(free) and not managed


def _line(limit: Deadline, state: DialogueState, scene: Scene) -> str:
    return scene.say(
        "limit_line",
        day=limit.last_day,
        act=scene.label(f"limit.{limit.kind}"),
        days=limit.days_left,
        restarts=limit.kind in ARBITRATION,
        excused=limit.kind in DELAY_EXCUSED,
        freely=limit.kind in ARBITRATION and _runs_freely(state, scene),
        since=counted_from.said(limit, case_facts(state, scene), scene),
        by_month=counted_from.is_by_month(limit, dated_facts(state, scene)),
    )
