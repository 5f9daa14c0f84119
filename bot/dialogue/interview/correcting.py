"""说错了，是500: what was told before is put right, whatever is being asked now."""

from bot.dialogue.calculation import (
    daily_told,
    reckoned,
    said_again,
    sums_anew,
    tally_corrected,
    tallying,
    total_corrected,
)
from bot.dialogue.content import Scene
from bot.dialogue.interview import (
    days_corrected,
    echoing,
    fitting,
    intake,
    meant_fact,
    months_told,
    read_again,
    wage_besides,
    year_kept,
)
from bot.dialogue.interview.resuming import present
from bot.dialogue.onward.limits import limit_lines
from bot.dialogue.state import DialogueState
from bot.dialogue.told import award_days, beginnings, noting
from bot.dialogue.told.facts import DATES, absorb
from bot.dialogue.turn import Turn, offering
from intents.compiled import compiled
from intents.taking_back import Correction

_ELSEWHERE = frozenset({"erasing", "erased", "welcome", "handed_off"})
WAGE, TOTAL, ENTRY = "monthly_wage", tallying.TOTAL, fitting.ENTRY
SHORTEST_OLD, LONGEST_OLD = 2, meant_fact.LONGEST_OLD
"""Characters of a name that may be the value taken back (新都错了，是武侯)."""


def hear(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The fact put right and the talk going on; None where nothing told fits the words."""
    if (summed := reckoned.hear(state, text, scene)) is not None:
        return summed
    elsewhere = state.stage in _ELSEWHERE or state.mediator_waits or not state.answers
    if elsewhere or said_again.is_total(state, text, scene):
        return None
    if (turn := _put_right_in(state, text, scene)) is None:
        return None
    named = meant_fact.named_beside(state, text, scene)
    again = _put_right_in(named, text, scene) if named is not state else None
    if again is None:
        return turn
    heard = echoing.news(state, named)
    return echoing.led(again, echoing.line(again.state, heard, scene))


def _put_right_in(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The fact put right, where who and where was told beside it is known."""
    folded = scene.content.extractor.script.fold(text)
    if (dated := _day_put_right(state, text, scene)) is not None:
        return dated
    if (anew := _counted_anew(state, text, scene)) is not None:
        return anew
    for meant in scene.content.intents.manners.corrections.readings(folded):
        if (turn := _put_right(state, meant, text, scene)) is not None:
            return turn
        if (turn := _of_story(state, meant, text, scene)) is not None:
            return turn
    return _looked_up(state, text, scene)


def _looked_up(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """刚问了同事 我是前年6月来的: what was told before, in full and as it was found out, counts anew."""
    roles, parted = (
        scene.content.extractor.words.day_roles,
        scene.content.extractor.parted(text),
    )
    takes_back = scene.content.intents.manners.corrections.takes_back(parted)
    found = takes_back or compiled(roles.looked_up).search(parted) is not None
    asks = scene.content.intents.manners.may_be_question(text)
    anew = _told_anew(state, text, scene) if found and not asks else None
    if anew is None:
        return None
    return _go_on(total_corrected.settled(state, anew[1], scene), anew[0], scene, before=state)


def _day_put_right(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The day that a told one gives way to, or one counted from it; else None."""
    if (due := award_days.put_right(state, text, scene)) is not None:
        return _go_on(due, award_days.DATE, scene, before=state)
    if (day := days_corrected.put_right(state, text, scene)) is None:
        return None
    right = days_corrected.beside(days_corrected.with_twin(state, *day[::-1]), text, scene)
    return _go_on(total_corrected.settled(state, right, scene), day[0], scene, before=state)


def _counted_anew(state: DialogueState, text: str, scene: Scene) -> Turn | None:
    """The days of the total counted anew, or the wage with all that comes to it; else None."""
    if (again := read_again.put_right(state, text, scene)) is not None:
        return _go_on(
            total_corrected.settled(state, again[1], scene), again[0], scene, before=state
        )
    if (counted := daily_told.counted_anew(state, text, scene)) is not None:
        return _go_on(counted, TOTAL, scene, before=state)
    if (months := months_told.settled_since(state, text, scene)) is not None:
        right = total_corrected.settled(state, months, scene)
        return _go_on(right, months_told.OWED, scene, before=state)
    if WAGE not in state.answers or daily_told.wage_anew(state, text, scene) is None:
        return None
    wage = daily_told.wage_anew(absorb(state, text, scene, anew=False), text, scene)
    if wage is not None:
        return _go_on(total_corrected.settled(state, wage, scene), WAGE, scene, before=state)
    return None


def _of_story(state: DialogueState, meant: Correction, text: str, scene: Scene) -> Turn | None:
    """我现在是绿化 不是保洁: what only the story tells, kept in the worker's own words and said back."""
    if len(meant.old) < SHORTEST_OLD or meant.old not in state.story or state.stage == "summary":
        return None
    other = days_corrected.is_of_other(text, scene)
    told = (
        state
        if other
        else meant_fact.but_claims(state, absorb(state, meant.new, scene, anew=False))
    )
    if news := echoing.news(state, told):
        return _go_on(noting.add(told, text), news[0], scene, before=state)
    named = f"{meant.name}{meant.new}" if len(meant.name) <= LONGEST_OLD else meant.new
    noted = scene.say("also_noted", words=named)
    return echoing.led(present(noting.add(state, text), scene), noted)


def _put_right(state: DialogueState, meant: Correction, text: str, scene: Scene) -> Turn | None:
    if _answers_again(state, meant, scene):
        return None
    if (by_day := daily_told.put_right(state, meant.new, text, scene)) is not None:
        return _go_on(by_day[1], by_day[0], scene, before=state)
    if (total := total_corrected.put_right(state, meant, text, scene)) is not None:
        return _go_on(total, tallying.TOTAL, scene, before=state)
    if tally_corrected.tells_payment(meant.new, scene):
        return None
    if (months := months_told.put_right(state, text, scene)) is not None:
        return _go_on(
            total_corrected.settled(state, months, scene), months_told.OWED, scene, before=state
        )
    state = tally_corrected.unpaid(state, meant.new, scene)
    if not meant.old and not meant.name and (anew := _told_anew(state, text, scene)):
        first, told = anew
        told = total_corrected.beside(told, first, text, scene) if first != TOTAL else told
        return _go_on(total_corrected.settled(state, told, scene), first, scene, before=state)
    return _one_fact(state, meant, text, scene) or _days_anew(state, meant, text, scene)


def _days_anew(state: DialogueState, meant: Correction, text: str, scene: Scene) -> Turn | None:
    """不是六月 五月十八号去的 九月三十走的, where neither day was told before: both are now."""
    if days_corrected.is_of_other(text, scene):
        return None
    told = days_corrected.both_told(state, meant.new, scene)
    anew = echoing.news(state, told)
    return (
        _go_on(total_corrected.settled(state, told, scene), anew[0], scene, before=state)
        if anew
        else None
    )


def _one_fact(state: DialogueState, meant: Correction, text: str, scene: Scene) -> Turn | None:
    """The likeliest fact that the words put right; None where they change none."""
    for key in meant_fact.candidates(state, meant, scene):
        if key == ENTRY and _is_no_entry(state, text, scene):
            continue
        if meant_fact.is_of_other_cost(key, text, scene):
            continue
        if not meant_fact.is_surely(key, meant, scene):
            continue
        if key in DATES and days_corrected.is_no_day(meant.new, text, scene):
            continue
        if total_corrected.is_of_no(key, state, meant.new, text, scene):
            continue
        key = TOTAL if key == WAGE and tally_corrected.is_of_one_month(text, scene) else key
        named = meant_fact.calls(state, key, meant.old) or (
            bool(meant.name) and key == meant_fact.named(meant, scene)
        )
        right = meant_fact.corrected(state, key, meant.new, scene, by_name=named)
        if right is not None and right.facts().get(key) != state.facts().get(key):
            right = days_corrected.with_twin(state, right, key)
            right = wage_besides.told(right, key, meant.new, scene)
            right = days_corrected.both_told(right, meant.new, scene) if key in DATES else right
            right = total_corrected.beside(right, key, text, scene)
            return _go_on(total_corrected.settled(state, right, scene), key, scene, before=state)
    return None


def _is_no_entry(state: DialogueState, text: str, scene: Scene) -> bool:
    """说错了 是请了三个月 8月20号开始的: since when something is so, where no first day was told."""
    bare = ENTRY not in state.answers and beginnings.is_bare(text, scene)
    return bare or fitting.is_no_entry(text, scene)


def _answers_again(state: DialogueState, meant: Correction, scene: Scene) -> bool:
    """Whether the words answer the question that is put once more, which is what they put right."""
    asked = state.calculation.asking if state.calculation else state.asking
    again = asked is not None and asked in state.taken_back
    return again and meant_fact.reads(state, str(asked), meant.new, scene) is not None


def _told_anew(state: DialogueState, text: str, scene: Scene) -> tuple[str, DialogueState] | None:
    """看错了 进厂是2月5号 工资是5200: the facts the words state in full, each as it is told now, and the
    first of them; None where none of them was told before."""
    told = absorb(state, text, scene, anew=True)
    added = total_corrected.adds(state, text, scene)
    anew = [key for key in echoing.news(state, told) if key != TOTAL or not added]
    if not any(key in state.answers for key in anew):
        return None
    answers = {key: told.answers[key] for key in anew}
    right = state.changed(answers={**state.answers, **answers}, misread=0)
    for key in anew:
        right = days_corrected.with_twin(state, year_kept.kept(state, right, key, text, scene), key)
    return anew[0], right


def put_right(state: DialogueState, key: str, words: str, scene: Scene) -> Turn | None:
    """The fact of that key as the words tell it now; None where they hold nothing of the kind."""
    right = meant_fact.corrected(state, key, words, scene)
    return (
        _go_on(total_corrected.settled(state, right, scene), key, scene, before=state)
        if right
        else None
    )


def _go_on(
    state: DialogueState, key: str, scene: Scene, before: DialogueState | None = None
) -> Turn:
    if state.stage == "summary":
        return present(state, scene)
    changed = (key, *(echoing.news(before, state) if before else ()))
    line = echoing.line(state, changed, scene, "corrected")
    until = limit_lines(state, scene)[:1] if echoing.STARTS_A_LIMIT & set(changed) else ()
    line = "\n".join(filter(None, (line, *until, sums_anew.line(before, state, scene))))
    right = echoing.said(state, changed)
    if right.asking == intake.HEARD:
        return echoing.led(intake.confirmed(right, scene), line)
    begun = right.stage == "question" and right.dispute_kind is not None and not right.handed_over
    on = intake.proceed(offering(right), scene) if begun else present(right, scene)
    return echoing.led(on, line)
