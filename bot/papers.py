"""From what is known of a dispute to a paper: all in words, handed to the documents."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.dialogue.calculation.summing import BadValue, work_out
from bot.dialogue.content import Scene
from bot.dialogue.interview.summary import HIDDEN
from bot.dialogue.messages import Happened
from bot.dialogue.state import Answer, DialogueState
from bot.dialogue.told.facts import shown
from bot.documents.composing import compose
from bot.documents.paper import LastDay, Paper, Told, WorkedOut
from bot.documents.template_files import Templates, templates
from bot.matter import Matter, sum_lines
from knowledge.citation import parse_citation
from knowledge.law.calculation_rules import RULES
from knowledge.law.case_facts import FactsUnreadable, read_facts
from knowledge.law.deadlines import Deadline, deadlines

HELD = ("pay_proof", "dismissal_paper")
HOURS = ("weekday_hours", "rest_day_hours", "public_holiday_hours")
NOT_ROWS = HIDDEN | {"calculated", "region_candidates"}
NAMES = ("employer", "platform", "story")
"""Facts in the worker's own words."""


def paper_of(paper_id: str, matter: Matter, filled: Mapping[str, str], scene: Scene) -> Paper:
    """The paper composed. KeyError: there is no such paper."""
    told = told_of(matter, scene)
    return compose(paper_id, _only_fitting(paper_id, told, scene), filled, templates())


def _only_fitting(paper_id: str, told: Told, scene: Scene) -> Told:
    """Without the further disputes that this paper is not for: inspection orders no damages."""
    fits = scene.content.intents.papers.by_id[paper_id].fits
    further = (kind for kind in told.kinds[1:] if fits == "all" or kind in fits)
    return replace(told, kinds=(*told.kinds[:1], *further))


def paper_ready(paper_id: str, matter: Matter, scene: Scene) -> Happened:
    """What the dialogue is told of a composed paper."""
    told = told_of(matter, scene)
    is_paper = paper_id in templates().papers
    return Happened(
        "paper_ready",
        {
            "paper": paper_id,
            "gaps": paper_of(paper_id, matter, {}, scene).gaps if is_paper else (),
            "ahead": any(last.day >= scene.today for last in told.last_days),
            "past": bool(told.last_days),
        },
    )


def told_of(matter: Matter, scene: Scene) -> Told:
    """All that papers may say, in words."""
    words = templates()
    facts = matter.facts
    kinds = (matter.kind, *map(str, facts.get("dispute_kinds") or ()))
    return Told(
        day=scene.today,
        kinds=tuple(dict.fromkeys(kinds)),
        cite=lambda text: scene.content.knowledge.citation_text(parse_citation(text)),
        values=_values(matter, scene),
        hints=_hints(matter, scene, words),
        held={key: str(facts[key]) for key in HELD if facts.get(key)},
        story=matter.story,
        rows=_rows(matter, scene),
        sums=matter.sums,
        worked_out=_worked_out(matter, kinds, scene),
        last_days=_last_days(matter, scene),
        deadline_lines=_deadline_lines(matter, scene, words),
        uploads=matter.uploads,
        receivers=_receivers(matter, scene, words),
    )


def _worked_out(matter: Matter, kinds: Iterable[str], scene: Scene) -> dict[str, WorkedOut]:
    """The sums of the disputes, where what was told leaves one answer."""
    told = {
        key: Answer(value=value, said="")
        for key, value in matter.facts.items()
        if isinstance(value, str | bool | int)
    }
    found = {}
    for kind in kinds:
        sum_ = scene.content.intents.sums.for_kind(kind)
        if sum_ is None or not sum_.claim:
            continue
        try:
            first, *_ = work_out(DialogueState(answers=told), sum_, scene)
        except BadValue:
            continue
        rule, result = first
        if RULES[rule].unit == "yuan" and result.amount:
            amount = _shown("amount_claimed", str(result.amount), scene)
            found[kind] = WorkedOut(amount, sum_lines((first,), scene))
    return found


def _values(matter: Matter, scene: Scene) -> dict[str, str]:
    wanted = {field.fact for field in templates().fields.values() if field.fact}
    told = {key: _shown(key, matter.facts[key], scene) for key in wanted & set(matter.facts)}
    return {**told, "story": matter.story}


def _shown(key: str, value: Any, scene: Scene) -> str:
    if key in NAMES:
        return str(value)
    # JSON has no tuples, and `shown` knows no lists.
    return shown(key, tuple(map(str, value)) if isinstance(value, list) else value, scene)


def _hints(matter: Matter, scene: Scene, words: Templates) -> dict[str, str]:
    facts = matter.facts
    hours = [
        scene.label(f"fact.{key}") + _shown(key, facts[key], scene) for key in HOURS if key in facts
    ]
    contract = facts.get("has_written_contract")
    return {
        "number": matter.number,
        "today": _day(scene.today, scene),
        "months_count": _told(facts, "months_owed", scene),
        "overtime": words.words["joined"].join(hours),
        "dismissal_way": words.words["dismissal_ways"].get(str(facts.get("dismissal_paper")), ""),
        "deduction_reason": _told(facts, "deduction_reason", scene),
        "contract": {True: "yes", False: "no"}.get(contract, "")
        if isinstance(contract, bool)
        else "",
        "working": "yes" if facts.get("still_employed") is True else "",
        "death": "yes" if matter.kind == "death_benefit" else "",
        "unreported": "yes" if facts.get("injury_reported") is False else "",
    }


def _told(facts: Mapping[str, Any], key: str, scene: Scene) -> str:
    return _shown(key, facts[key], scene) if facts.get(key) is not None else ""


def _rows(matter: Matter, scene: Scene) -> tuple[tuple[str, str], ...]:
    label = scene.content.wording.label_or
    rows = [
        (label(f"fact.{key}", key), _shown(key, value, scene))
        for key, value in matter.facts.items()
        if key not in NOT_ROWS and value not in (None, "", (), [])
    ]
    kind = (label("fact.dispute_kinds", ""), label(f"dispute_kind.{matter.kind}", matter.kind))
    return (kind, *rows)


def _deadlines(matter: Matter, scene: Scene) -> tuple[Deadline, ...]:
    kinds = dict.fromkeys((matter.kind, *map(str, matter.facts.get("dispute_kinds") or ())))
    told = {**matter.facts, "dispute_kinds": tuple(kinds)}
    try:
        facts = read_facts(told, scene.content.knowledge.vocabulary)
    except FactsUnreadable:
        return ()
    found = deadlines(facts, scene.today)
    return tuple(limit for limit in found if limit.for_worker and limit.last_day is not None)


def _last_days(matter: Matter, scene: Scene) -> tuple[LastDay, ...]:
    """The limits; two that ask the same thing by the same day (of two disputes) are one."""
    found: dict[tuple[str, date], LastDay] = {}
    for limit in _deadlines(matter, scene):
        if limit.last_day is not None:
            what, basis = scene.label(f"limit.{limit.kind}"), _cited(limit, scene)
            same = found.get((what, limit.last_day))
            if same and basis not in same.basis:
                basis = scene.say("list", items=(same.basis, basis))
            elif same:
                basis = same.basis
            id = same.id if same else limit.kind
            found[what, limit.last_day] = LastDay(id, what, limit.last_day, basis)
    return tuple(found.values())


def _deadline_lines(matter: Matter, scene: Scene, words: Templates) -> tuple[str, ...]:
    lines = []
    for last in sorted(_last_days(matter, scene), key=lambda last: last.day):
        form = "deadline_ahead" if last.day >= scene.today else "deadline_past"
        day = _day(last.day, scene)
        lines.append(words.words[form].format(day=day, what=last.what, basis=last.basis))
    return tuple(lines)


def _cited(limit: Deadline, scene: Scene) -> str:
    return scene.say("list", items=map(scene.content.knowledge.citation_text, limit.citations))


def _day(day: date, scene: Scene) -> str:
    return scene.say("partial_date", parts=[day.year, day.month, day.day])


def _receivers(matter: Matter, scene: Scene, words: Templates) -> dict[str, str]:
    """Who the papers most likely go to; the worker may change it on the web form."""
    found = {"receiver_mediation": matter.mediation}
    region = matter.facts.get("region")
    chain = scene.content.knowledge.places.chain(region if isinstance(region, str) else None)
    if chain and not scene.content.knowledge.places.children(chain[0].adcode):
        within = chain[1:2] if chain[0].name.endswith(words.words["district"]) else ()
        place = "".join(dict.fromkeys(part.name for part in (*within, chain[0])))
        found |= {id: form.format(place=place) for id, form in words.words["receivers"].items()}
    return found
