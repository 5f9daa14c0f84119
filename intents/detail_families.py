"""Which file of details/ a detail stands in: that of the first of its kinds."""

from collections.abc import Mapping

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "procedure": ("any", "other"),
    "wages": ("wage_arrears", "construction_wage_arrears", "minimum_wage"),
    "deductions": ("wage_deduction", "deposit_or_documents"),
    "hours_and_leave": ("overtime_pay", "annual_leave", "sick_leave"),
    "contract": (
        "employment_relationship",
        "no_written_contract",
        "open_ended_contract",
        "probation",
        "transfer_or_pay_cut",
        "dispatch_or_outsourcing",
        "personnel_dispute",
    ),
    "dismissal": ("unlawful_dismissal", "collective_redundancy", "closure_or_bankruptcy"),
    "leaving": ("resignation", "economic_compensation", "non_competition", "training_bond"),
    "injury": (
        "work_injury_determination",
        "work_injury_benefits",
        "death_benefit",
        "occupational_disease",
        "heat_or_safety",
    ),
    "platform": ("platform_deduction", "platform_deactivation", "platform_injury"),
    "service": ("service_contract",),
    "insurance": ("social_insurance", "housing_fund", "unemployment_insurance", "pension"),
    "protection": (
        "maternity_protection",
        "discrimination",
        "sexual_harassment",
        "intern_or_student",
        "over_retirement_age",
        "child_labour",
    ),
    "enforcement": ("enforcement",),
}
"""The kinds of dispute of each file, in the order they stand there."""


def file_of(kind: str) -> str | None:
    """The name of the file a detail of that first kind belongs to; None for a kind nobody knows."""
    found = (f"{file}.yaml" for file, kinds in FAMILIES.items() if kind in kinds)
    return next(found, None)
