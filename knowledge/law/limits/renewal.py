"""What makes the year for arbitration begin anew or stand still (调解仲裁法 27.2, 27.3).

Never counted on when a safe day is shown: whether the worker can prove it is not known. It says
what may still be done when the safe day is past.
"""

from datetime import date, timedelta

from knowledge.citation import Citation
from knowledge.law.civil_days import years_after

INTERRUPTION = Citation("labour_dispute_mediation_arbitration_law", 27, 2)
SUSPENSION = Citation("labour_dispute_mediation_arbitration_law", 27, 3)
WAYS_OF_INTERRUPTION = Citation("arbitration_case_rules", 27)
CAUSES_OF_SUSPENSION = Citation("arbitration_case_rules", 28)
CIVIL_SUSPENSION = Citation("civil_code_excerpts", 194)
CIVIL_INTERRUPTION = Citation("civil_code_excerpts", 195)
NOT_THE_WORKERS_DELAY = Citation("spc_work_injury_admin", 7)
CITED = (
    INTERRUPTION,
    SUSPENSION,
    WAYS_OF_INTERRUPTION,
    CAUSES_OF_SUSPENSION,
    CIVIL_SUSPENSION,
    CIVIL_INTERRUPTION,
    NOT_THE_WORKERS_DELAY,
)

RENEWABLE = {
    "arbitration_limitation": CITED[:4],
    "wage_arbitration_limitation": CITED[:4],
    "civil_limitation": (CIVIL_SUSPENSION, CIVIL_INTERRUPTION),
    "enforcement_application": (CIVIL_SUSPENSION, CIVIL_INTERRUPTION),
    "injury_application_worker": (NOT_THE_WORKERS_DELAY,),
}
"""The limits that may end later than the safe day, and by which articles: by asking, complaining
or a promise, or where others caused the delay."""


def after_interruption(last_day: date, on: date) -> date:
    """The last day when the worker asked, complained or was promised payment `on` that day.

    An act after the year was over sets nothing anew, and none makes it shorter.
    """
    return last_day if on > last_day else max(last_day, years_after(on, 1))


def after_suspension(last_day: date, began: date, ended: date) -> date:
    """The last day when the worker could not apply from `began` through `ended`; both are counted.

    What was left of the year on the day the hindrance began runs on from its end.
    """
    if began > last_day or ended < began:
        return last_day
    hindered = (ended - began).days + 1
    return last_day + timedelta(days=min(hindered, (date.max - last_day).days))
