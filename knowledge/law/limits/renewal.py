"""What makes the year for arbitration begin anew or stand still (调解仲裁法 27.2, 27.3).

Never counted on when a safe day is shown: whether the worker can prove it is not known. It says
what may still be done when the safe day is past.
"""

from datetime import date

from knowledge.citation import Citation
from knowledge.law.civil_days import years_after

INTERRUPTION = Citation("labour_dispute_mediation_arbitration_law", 27, 2)
SUSPENSION = Citation("labour_dispute_mediation_arbitration_law", 27, 3)
WAYS_OF_INTERRUPTION = Citation("arbitration_case_rules", 27)
CAUSES_OF_SUSPENSION = Citation("arbitration_case_rules", 28)
CIVIL_INTERRUPTION = Citation("civil_code_excerpts", 195)
INJURY_DELAY = Citation("spc_work_injury_admin", 7)
CITED = (
    INTERRUPTION,
    SUSPENSION,
    WAYS_OF_INTERRUPTION,
    CAUSES_OF_SUSPENSION,
    CIVIL_INTERRUPTION,
    INJURY_DELAY,
)

RENEWABLE = {
    "arbitration_limitation": CITED[:4],
    "wage_arbitration_limitation": CITED[:4],
    "civil_limitation": (CIVIL_INTERRUPTION,),
    "enforcement_application": (CIVIL_INTERRUPTION,),
    "injury_application_worker": (INJURY_DELAY,),
}
"""The limits that asking, complaining or a promise may have set anew, or that a hindrance not of the
worker's making does not count into, and by which articles."""


def after_interruption(last_day: date, on: date) -> date:
    """The last day when the worker asked, complained or was promised payment `on` that day.

    An act after the year was over sets nothing anew, and none makes it shorter.
    """
    return last_day if on > last_day else max(last_day, years_after(on, 1))
