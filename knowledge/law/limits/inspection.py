"""Complaining to labour inspection: two years from the act, from its end where it lasted
(劳动保障监察条例 20: "有连续或者继续状态的，自行为终了之日起计算"). A fine is one act of one day."""

from knowledge.citation import Citation
from knowledge.law.civil_days import years_after
from knowledge.law.limits.known_dates import KnownDates
from knowledge.law.limits.limit import Limit

INSPECTION = Citation("labour_inspection_regulations", 20)
CITED = (INSPECTION,)


def inspection_of_act(dates: KnownDates) -> list[Limit]:
    """Two years from the day of the act; as what lasts where that day is not known."""
    if dates.event_date is None or dates.breach is None:
        return inspection(dates)
    return [Limit("inspection_limitation", years_after(dates.breach, 2), INSPECTION)]


def inspection(dates: KnownDates) -> list[Limit]:
    """Two years from the end of the work or the act; what lasts while employed has not ended."""
    if dates.ended is None and dates.still_employed:
        return [Limit("inspection_limitation", None, INSPECTION)]
    start = dates.ended or dates.event_date
    return (
        [] if start is None else [Limit("inspection_limitation", years_after(start, 2), INSPECTION)]
    )
