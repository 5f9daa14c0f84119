"""Print a calculation as the worker would see it."""

import sys
from argparse import Namespace

from bot.operations.build_files import KNOWLEDGE
from bot.operations.builds import ensure_build
from bot.operations.command_line import today_in_china
from bot.operations.faults import OperatorError
from bot.operations.settings import read_settings
from knowledge.law.calculation_lines import calculation_lines
from knowledge.law.calculation_rules import RULES
from knowledge.law.given import GivenFault
from knowledge.reading import read_knowledge


def run(arguments: Namespace) -> int:
    """At most ten lines; raises OperatorError for what can't be used."""
    today = arguments.today or today_in_china()
    build = ensure_build(read_settings().data, today_in_china(), _to_stderr)
    knowledge = read_knowledge(build / KNOWLEDGE)
    rule, given = arguments.rule, given_of(arguments.given)
    if rule not in RULES:
        raise OperatorError(f"no rule {rule}; the rules are {', '.join(RULES)}")
    unknown = given.keys() - {*RULES[rule].needs, *RULES[rule].uses, "region"}
    if unknown:
        known = ", ".join((*RULES[rule].needs, *RULES[rule].uses))
        raise OperatorError(f"{rule} takes {known}; not {', '.join(sorted(unknown))}")
    region = arguments.region or given.get("region")
    if region is not None and knowledge.places.region(region) is None:
        raise OperatorError(f"{region} is not a region code of GB/T 2260")
    words = knowledge.calculation_basis.words
    try:
        found = knowledge.calculate(rule, given, region, today)
    except GivenFault as fault:
        raise OperatorError(words.refusal(fault.code, fault.key, fault.said)) from None
    for line in calculation_lines(rule, found, words, knowledge.citation_text):
        print(line)
    return 0


def given_of(pairs: list[str]) -> dict[str, str]:
    """The facts of `key=value` arguments; raises OperatorError for anything else."""
    given: dict[str, str] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign:
            raise OperatorError(f"{pair!r} is no fact; write monthly_wage=8000")
        given[key] = value
    return given


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr)
