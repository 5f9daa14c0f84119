"""Whether control over the work speaks for an employment relationship, and what would prove it.

What the contract is called does not decide (指导性案例 237-240 in changes.md; 司法解释（二）3): who
sets the hours, checks attendance, assigns orders, fines and pays does. Told elements are counted;
a tribunal weighs them.
"""

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.law.triage.table import Control


@dataclass(frozen=True, slots=True)
class ControlAssessment:
    """`told` and `open` elements in the order of control.yaml, and the evidence for those told."""

    speaks_for_relation: bool
    told: tuple[str, ...]
    open: tuple[str, ...]
    evidence: tuple[str, ...]


def assess_control(control: Control, told: Collection[str]) -> ControlAssessment:
    """What the elements told say; those not told are open, never taken as absent."""
    named = tuple(element for element in control.elements if element in told)
    return ControlAssessment(
        speaks_for_relation=len(named) >= control.speaks_for_relation_from,
        told=named,
        open=tuple(element for element in control.elements if element not in told),
        evidence=tuple(item for element in named for item in control.elements[element].evidence),
    )
