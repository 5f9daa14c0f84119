"""Having an injury determined as one of work (工伤保险条例 17): the employer within thirty days,
the worker, next of kin or union within one year, both from the accident or the diagnosis, not
from discharge; and doubting an assessment within fifteen days (劳动能力鉴定管理办法 19)."""

from datetime import date

from knowledge.citation import Citation
from knowledge.law.civil_days import days_after, years_after
from knowledge.law.limits.limit import Limit

REPORT = Citation("work_injury_insurance_regulations", 17, 1)
APPLICATION = Citation("work_injury_insurance_regulations", 17, 2)
REASSESSMENT = Citation("labour_capacity_assessment_measures", 19)
CITED = (REPORT, APPLICATION, REASSESSMENT)

START_EVENTS = (None, "injury", "diagnosis")


def determination(injured_on: date) -> list[Limit]:
    """Both periods of article 17, the worker's own first."""
    return [
        Limit("injury_application_worker", years_after(injured_on, 1), APPLICATION),
        Limit("injury_report_employer", days_after(injured_on, 30), REPORT),
    ]


def reassessment(received_on: date) -> list[Limit]:
    """Fifteen days from receipt of the first assessment."""
    return [Limit("reassessment_application", days_after(received_on, 15), REASSESSMENT)]
