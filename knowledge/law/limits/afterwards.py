"""What runs after an award, an agreement or a day of payment (调解仲裁法 48-50; 民事诉讼法 205, 250;
劳动人事争议仲裁办案规则 74). "Fifteen days" and "thirty days" count from the day after."""

from datetime import date

from knowledge.citation import Citation
from knowledge.law.civil_days import days_after, years_after
from knowledge.law.limits.limit import Limit

AFTER_FINAL_AWARD = Citation("labour_dispute_mediation_arbitration_law", 48)
ANNULMENT = Citation("labour_dispute_mediation_arbitration_law", 49)
AFTER_AWARD = Citation("labour_dispute_mediation_arbitration_law", 50)
CONFIRMATION = Citation("civil_procedure_law_excerpts", 205)
REVIEW = Citation("arbitration_case_rules", 74)
ENFORCEMENT = Citation("civil_procedure_law_excerpts", 250)
CITED = (AFTER_FINAL_AWARD, ANNULMENT, AFTER_AWARD, CONFIRMATION, REVIEW, ENFORCEMENT)


def award(received_on: date) -> list[Limit]:
    """Going to court against an award that is not final."""
    return [Limit("litigation_after_award", days_after(received_on, 15), AFTER_AWARD)]


def final_award(received_on: date) -> list[Limit]:
    """Against a final award: the worker to court, the employer to have it annulled."""
    return [
        Limit("litigation_after_award", days_after(received_on, 15), AFTER_FINAL_AWARD),
        Limit("award_annulment", days_after(received_on, 30), ANNULMENT),
    ]


def agreement(effective_on: date) -> list[Limit]:
    """Having a mediated agreement confirmed by the court, or reviewed in arbitration; jointly."""
    return [
        Limit("judicial_confirmation", days_after(effective_on, 30), CONFIRMATION),
        Limit("arbitration_review_of_agreement", days_after(effective_on, 15), REVIEW),
    ]


def enforcement(due_on: date) -> list[Limit]:
    """Two years from the last day for performance."""
    return [Limit("enforcement_application", years_after(due_on, 2), ENFORCEMENT)]
