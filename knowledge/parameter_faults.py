"""Faults of dated values: gaps, overlaps, copies left unmarked, reviews that are overdue."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from knowledge.citation import parse_citation
from knowledge.citation_faults import citation_fault
from knowledge.law.parameters import DatedValue, Parameter
from knowledge.problems import Problem
from knowledge.schemas import Statute
from knowledge.sources import ParameterSource, Sources

_Found = Iterator[tuple[tuple[str | int, ...], str]]


def parameter_faults(sources: Sources, today: date) -> Iterator[Problem]:
    """Every fault of the dated values as of `today`."""
    statutes = {file.statute.id: file.statute for file in sources.statutes}
    first: dict[str, str] = {}
    for source in sources.parameters:
        for name, parameter in source.file.root.items():
            earlier = first.setdefault(name, source.document.shown_as)
            if earlier != source.document.shown_as:
                yield _at(source, f"{name} stands in {earlier} too", name)
            for keys, message in _faults(parameter, statutes, today):
                yield _at(source, f"{name}: {message}", name, *keys)


def _faults(parameter: Parameter, statutes: Mapping[str, Statute], today: date) -> _Found:
    if parameter.again_by < today:
        yield ("again_by",), f"to be checked again by {parameter.again_by}, which is past"
    for number, dated in enumerate(parameter.values):
        for message in _value_faults(dated, statutes, today):
            yield ("values", number), message
    for number, (one, two) in enumerate(pairwise(parameter.values)):
        for message in _neighbour_faults(one, two):
            yield ("values", number + 1), message


def _value_faults(dated: DatedValue, statutes: Mapping[str, Statute], today: date) -> Iterator[str]:
    if dated.in_force_to is not None and dated.in_force_to < dated.in_force_from:
        yield "in_force_to is before in_force_from"
    if dated.checked_on > today:
        yield f"checked on {dated.checked_on}, which is to come"
    if dated.citation is not None:
        fault = citation_fault(parse_citation(dated.citation), statutes, today)
        if fault is not None:
            yield fault


def _neighbour_faults(one: DatedValue, two: DatedValue) -> Iterator[str]:
    if two.in_force_from <= (one.in_force_to or one.in_force_from):
        yield f"in force from {two.in_force_from}, which overlaps the value before"
    elif one.in_force_to is not None and two.in_force_from > one.in_force_to + timedelta(days=1):
        yield f"a gap between {one.in_force_to} and {two.in_force_from}"
    if (one.content == two.content) != two.unchanged:
        yield (
            "unchanged, but the value before is another"
            if two.unchanged
            else "equal to the value before; mark it unchanged: true if that is meant"
        )


def _at(source: ParameterSource, message: str, *keys: str | int) -> Problem:
    return Problem(source.document.shown_as, source.document.line(*keys), message)
