"""What a place says beside the national rule: shown with its date, never part of a sum."""

from collections.abc import Iterator

from knowledge.law.figures import Cells, in_force
from knowledge.law.working import Working

CURRENT = "current"
"""The status of a row that still applies."""


def note_local_rule(working: Working, table: str) -> None:
    """The place's own rule from a table of rules, the nearest first; nothing where none is held."""
    for cells in _of_the_place(working, table):
        working.assume(
            "local_rule",
            place=cells["name"],
            rule=_without_stop(working, cells["rule"]),
            source=cells["source_date"],
        )
        return


def note_benefit(working: Working) -> None:
    """The monthly unemployment benefit of the place, by its bands."""
    held = [
        cells
        for cells in _of_the_place(working, "unemployment_benefits")
        if cells["monthly_yuan"] and in_force(cells, working.today)
    ]
    here = [cells for cells in held if cells["adcode"] == held[0]["adcode"]]
    if here:
        lines = working.basis.words.lines
        sums = lines["between_bands"].join(
            lines["benefit_band"].format(band=cells["band"], yuan=cells["monthly_yuan"])
            for cells in here
        )
        working.assume(
            "benefit_sums", place=here[0]["name"], sums=sums, source=here[0]["source_date"]
        )


def note_injury_subsidies(working: Working, grade: int) -> bool:
    """The two subsidies at the end of employment, where the place's months are held."""
    for cells in _of_the_place(working, "injury_lump_sums"):
        whole = cells["medical_subsidy"] and cells["employment_subsidy"]
        if whole and cells["grade"] == str(grade) and cells["status"] == CURRENT:
            working.assume(
                "local_subsidies",
                place=cells["name"],
                medical=cells["medical_subsidy"] + _unit(working, cells["unit"]),
                employment=cells["employment_subsidy"] + _unit(working, cells["unit"]),
                base=cells["base"],
                source=cells["source_date"],
            )
            return True
    return False


def _of_the_place(working: Working, table: str) -> Iterator[Cells]:
    """The rows that may be shown of the place, its city and its province, in that order."""
    for place in working.places:
        for cells in working.basis.figures.shown(table):
            if cells["adcode"] == place.adcode:
                yield cells


def _without_stop(working: Working, rule: str) -> str:
    return rule.rstrip(working.basis.words.lines["full_stop"])


def _unit(working: Working, unit: str) -> str:
    """How a sum of that unit is counted in words: 元, 个月."""
    return working.basis.words.units.get(unit, unit)
