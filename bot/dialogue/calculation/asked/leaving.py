"""那我要是现在辞职 有没有钱赔 有多少: what leaving for the employer's fault is worth (劳动合同法 38, 46), whatever
else is still unknown."""

from decimal import Decimal

from bot.dialogue.calculation import service_length
from bot.dialogue.calculation.asked.told import (
    FIRST,
    LAST,
    MONTHS,
    TOTAL,
    WAGE,
    kinds,
    story,
    wage,
    yuan,
)
from bot.dialogue.calculation.service_length import so_long
from bot.dialogue.calculation.summing import (
    FORCING,
    BadValue,
    is_known,
    known_facts,
    work_out,
)
from bot.dialogue.content import Scene
from bot.dialogue.interview import echoing
from bot.dialogue.state import Calculation, DialogueState, Plain
from bot.dialogue.told.standing import is_over_age, works_for_firm
from knowledge.law.calculation_lines import outcome

N, ARREARS = "compensation", "wage_arrears"
OTHER_WAYS = frozenset({"unlawful_dismissal", "collective_redundancy", "closure_or_bankruptcy"})
"""Matters that have a sum of leaving of their own."""
STEPS = 2


def said(state: DialogueState, text: str, scene: Scene) -> str:
    """N with its condition; empty where another thing is asked, no fault was told, or too little is known."""
    if not scene.content.intents.sums.asked.asks_of_leaving(text):
        return ""
    named = faults(state)
    own = scene.content.intents.sums.asked.names("own_step", text)
    if not named or not is_employee(state, scene):
        return ""
    if state.dispute_kind in OTHER_WAYS and not own:
        return ""
    return _shown(state, named, scene)


def faults(state: DialogueState) -> list[str]:
    """The faults told; that pay is owed, where how much or how long was told, or nothing else."""
    named = FORCING & kinds(state)
    sure = {MONTHS, TOTAL} & state.answers.keys()
    return sorted(named if sure or named == {ARREARS} else named - {ARREARS})


def is_employee(state: DialogueState, scene: Scene) -> bool:
    """Whether nothing told speaks against an employment with a labour contract."""
    return not is_over_age(state) and works_for_firm(state, scene)


def counting(state: DialogueState, scene: Scene) -> tuple[DialogueState, bool]:
    """The state with N being worked out, up to today where no last day is told; and whether so."""
    known = known_facts(state.changed(calculation=None), scene.today)
    supposed: dict[str, Plain] = {} if LAST in known else {LAST: scene.today.isoformat()}
    length = None if FIRST in known else service_length.told(state, scene)
    if length is not None:
        supposed |= so_long(length, known.get(LAST), scene.today)
    if each := _on_the_whole(state, scene) or ("" if WAGE in known else _by_months(state)):
        supposed |= {WAGE: each}
    still = known.get(LAST) == scene.today.isoformat() or LAST not in known
    return state.changed(calculation=Calculation(id=N, supposed=supposed)), still


def _on_the_whole(state: DialogueState, scene: Scene) -> str:
    """底薪2100 到手4600: the pay on the whole, where only the base was taken for the wage."""
    asked, told = scene.content.intents.sums.asked, story(state, "", scene)
    base, whole = (yuan(asked.said(what, told), scene) for what in ("base", "in_hand"))
    if base is None or whole is None or wage(state) != base or whole <= base:
        return ""
    return f"{whole:.2f}"


def _by_months(state: DialogueState) -> str:
    """9月10月 一共一万七: the pay of a month, where two or more owed tell it and nothing else is owed."""
    facts = state.facts()
    total, months = facts.get(TOTAL), facts.get(MONTHS)
    if total is None or months is None or state.parts or Decimal(str(months)) < 2:
        return ""
    return f"{Decimal(str(total)) / Decimal(str(months)):.2f}"


def _shown(state: DialogueState, named: list[str], scene: Scene) -> str:
    tried, until_today = counting(state, scene)
    sum_ = scene.content.intents.sums.by_id[N]
    try:
        results = work_out(tried, sum_, scene)
    except BadValue:
        return ""
    if not is_known(results[0][1]):
        return ""
    words = scene.content.knowledge.calculation_basis.words
    lines = [outcome(rule, found, words) for rule, found in results]
    steps = [step.text for _, found in results for step in found.steps][:STEPS]
    owed = dict(echoing.items(state, ("amount_claimed",), scene))
    return scene.say(
        "sum_of_leaving",
        faults=tuple(dict.fromkeys(scene.label(f"fault.{fault}") for fault in named)),
        lines=(*lines, *steps),
        until_today=until_today,
        owed="".join(owed.values()),
    )
