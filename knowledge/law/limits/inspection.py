"""Complaining to labour inspection: two years from the act, from its end where it lasted
(劳动保障监察条例 20: "有连续或者继续状态的，自行为终了之日起计算")."""

from datetime import date

from knowledge.citation import Citation
from knowledge.law.civil_days import years_after
from knowledge.law.limits.known_dates import KnownDates
from knowledge.law.limits.limit import Limit

INSPECTION = Citation("labour_inspection_regulations", 20)
CITED = (INSPECTION,)


def inspection(dates: KnownDates) -> list[Limit]:
    """Of a breach that lasts (wages, insurance, documents kept): two years from the end of the
    work or the act; what lasts while employed has not ended."""
    if dates.ended is None and dates.still_employed:
        return [Limit("inspection_limitation", None, INSPECTION)]
    return _from(dates.ended or dates.event_date)


def of_single_act(dates: KnownDates) -> list[Limit]:
    """Of a breach that may be one act (a fine, a hot day): two years from its day, the strict side;
    as one that lasts where its day is not known."""
    return inspection(dates) if dates.event_date is None else _from(dates.breach)


def _from(start: date | None) -> list[Limit]:
    return (
        [] if start is None else [Limit("inspection_limitation", years_after(start, 2), INSPECTION)]
    )
