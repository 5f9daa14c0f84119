"""Dated values: the day chooses, a day outside has none, and the check finds what editors miss."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from knowledge.calculation_faults import calculation_faults
from knowledge.citation import Citation
from knowledge.law.minimum_wages import MOST_RANGES, Locality, MinimumWages
from knowledge.law.money import in_fen, plain, to_fen
from knowledge.law.parameters import NoValueInForce, ParameterFile, Parameters
from knowledge.law.service_years import Service, month_begins, service
from knowledge.library import Knowledge
from knowledge.loading import load_sources
from knowledge.parameter_faults import parameter_faults
from knowledge.problems import ContentError
from knowledge.sources import ParameterSource, Sources
from knowledge.strict_yaml import parse_yaml
from knowledge.typed_yaml import typed
from tests.law.conftest import ROOM

TODAY = date(2026, 11, 21)
TWO_VALUES = """\
income:
  title: 收入
  unit: yuan
  again_by: 2027-01-31
  values:
    - {in_force_from: 2024-01-01, in_force_to: 2024-12-31, value: "100", source: 来源, checked_on: 2026-11-20}
    - {in_force_from: 2025-01-01, value: "200", source: 来源, checked_on: 2026-11-20}
"""


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_sources(ROOM)[0]


def source(text: str, name: str = "income.yaml") -> ParameterSource:
    document = parse_yaml(text.encode(), f"knowledge/law/parameters/{name}")
    return ParameterSource(typed(document, ParameterFile), document)


def faults(sources: Sources, *files: ParameterSource) -> Iterator[str]:
    return map(str, parameter_faults(replace(sources, parameters=files), TODAY))


def test_the_day_chooses_and_a_day_outside_has_no_value() -> None:
    parameters = Parameters(source(TWO_VALUES).file)
    assert parameters.value_on("income", date(2024, 12, 31)).number == 100
    assert parameters.value_on("income", date(2025, 1, 1)).number == 200
    with pytest.raises(NoValueInForce, match="no value of income is known for 2023-12-31"):
        parameters.value_on("income", date(2023, 12, 31))
    with pytest.raises(KeyError):
        parameters.value_on("nothing", TODAY)


def test_a_value_carries_where_it_stands(knowledge: Knowledge) -> None:
    parameters = knowledge.calculation_basis.parameters
    value = parameters.value_on("monthly_paid_days", TODAY)
    assert value.citation == Citation("monthly_hours_notice_2025")
    assert value.number == Decimal("21.75")
    assert value.checked_on == date(2026, 11, 21)
    assert parameters.value_on("monthly_paid_days", date(2024, 12, 31)).citation is None


def test_a_scale_counts_a_threshold_reached(knowledge: Knowledge) -> None:
    scale = knowledge.calculation_basis.parameters.value_on("annual_leave_days", TODAY)
    assert [scale.at(Decimal(n)) for n in ("0.99", "1", "9.99", "10", "20", "60")] == [
        0,
        5,
        5,
        10,
        15,
        15,
    ]


def test_the_product_itself_is_sound(sources: Sources) -> None:
    assert [*parameter_faults(sources, TODAY), *calculation_faults(sources, TODAY)] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("in_force_to: 2024-12-31", "in_force_to: 2024-12-30", 7, "a gap between 2024-12-30 and"),
        ("in_force_to: 2024-12-31", "in_force_to: 2025-01-01", 7, "overlaps"),
        ("in_force_to: 2024-12-31", "in_force_to: 2023-12-31", 6, "before in_force_from"),
        ("in_force_from: 2025-01-01", "in_force_from: 2023-01-01", 7, "overlaps"),
        ('value: "200"', 'value: "100"', 7, "mark it unchanged: true"),
        ('value: "200"', 'value: "200", unchanged: true', 7, "the value before is another"),
        ("again_by: 2027-01-31", "again_by: 2026-11-20", 4, "which is past"),
        ("checked_on: 2026-11-20}\n    -", "checked_on: 2026-12-20}\n    -", 6, "which is to come"),
        ('value: "200"', 'value: "200", citation: labour_law#44', 0, ""),
        ('value: "200"', 'value: "200", citation: labour_law#440', 7, "has 107 articles"),
        ('value: "200"', 'value: "200", citation: labour_law_opinions_309#59', 7, "do not hold"),
    ],
)  # fmt: skip
def test_a_fault_is_found_on_its_line(
    sources: Sources, old: str, new: str, line: int, words: str
) -> None:
    assert old in TWO_VALUES
    found = list(faults(sources, source(TWO_VALUES.replace(old, new, 1))))
    if not words:
        assert found == []
        return
    assert any(f"income.yaml:{line}: " in fault and words in fault for fault in found)


def test_a_name_stands_in_one_file_only(sources: Sources) -> None:
    (found,) = faults(sources, source(TWO_VALUES), source(TWO_VALUES, "other.yaml"))
    assert "other.yaml:1: income stands in knowledge/law/parameters/income.yaml too" in found


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('value: "200"', 'value: "200", scale: {"0": "1"}', "exactly one of value, scale, table"),
        ('value: "200", ', "", "exactly one of value, scale, table"),
        ('value: "200"', 'value: "两百"', "should match pattern"),
        ("unit: yuan", "unit: dollars", "unit"),
        ("source: 来源, checked_on: 2026-11-20}\n    -", "checked_on: 2026-11-20}\n    -", "source: missing"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_shape_is_refused(old: str, new: str, words: str) -> None:
    assert old in TWO_VALUES
    with pytest.raises(ContentError, match=words):
        source(TWO_VALUES.replace(old, new, 1))


@pytest.mark.parametrize(
    ("part", "key", "text", "words"),
    [
        ("steps", "bond_left", "还剩{left", "bond_left: expected"),
        ("steps", "bond_left", "还" * 60, "at most 45"),
        ("assumptions", "death_also", "一定能拿到", "一定能"),
    ],
)
def test_words_that_cannot_be_filled_or_read_are_faults(
    sources: Sources, part: str, key: str, text: str, words: str
) -> None:
    held = sources.rules.calculation_words
    assert held is not None
    changed = held.model_copy(update={part: {**getattr(held, part), key: text}})
    rules = replace(sources.rules, calculation_words=changed)
    found = [str(fault) for fault in calculation_faults(replace(sources, rules=rules), TODAY)]
    assert len(found) == 1
    assert words in found[0]


def test_a_rule_without_title_and_a_fact_without_name_are_faults(sources: Sources) -> None:
    held = sources.rules.calculation_words
    assert held is not None
    changed = held.model_copy(update={"titles": {}, "facts": {}})
    rules = replace(sources.rules, calculation_words=changed)
    found = " ".join(map(str, calculation_faults(replace(sources, rules=rules), TODAY)))
    assert "rule double_wages has no title" in found
    assert "fact monthly_wage has no name" in found
    without = replace(sources.rules, calculation_words=None)
    assert list(calculation_faults(replace(sources, rules=without), TODAY)) == []


def test_figures_left_unchecked_and_laws_no_longer_held_are_faults(sources: Sources) -> None:
    late = " ".join(map(str, calculation_faults(sources, date(2028, 1, 1))))
    assert "minimum_wages.csv:0: to be checked again by 2027-05-21, which is past" in late
    unheld = " ".join(map(str, calculation_faults(replace(sources, statutes=()), TODAY)))
    assert "no law labour_contract_law" in unheld


def test_every_word_of_a_calculation_is_used(knowledge: Knowledge) -> None:
    words = knowledge.calculation_basis.words
    code = " ".join(path.read_text(encoding="utf-8") for path in (ROOM / "law").rglob("*.py"))
    code = code.replace(
        'f"overtime_{kind}"', '"overtime_weekday" "overtime_rest_day" "overtime_public_holiday"'
    )
    for part in (words.steps, words.assumptions, words.refusals, words.lines):
        assert [key for key in part if f'"{key}"' not in code] == []


def test_sums_are_rounded_half_up_and_written_plainly() -> None:
    assert to_fen(Decimal("0.005")) == Decimal("0.01")
    assert to_fen(Decimal("2.345")) == Decimal("2.35")
    assert in_fen(Decimal(8000)) == "8000.00"
    assert [plain(Decimal(text)) for text in ("8000.00", "2.50", "100", "0.5")] == [
        "8000", "2.5", "100", "0.5",
    ]  # fmt: skip


def test_service_counts_both_ends_and_months_end_before_their_day() -> None:
    assert service(date(2025, 1, 1), date(2025, 6, 30)) == Service(0, 6, 0)
    assert service(date(2025, 1, 1), date(2025, 1, 1)) == Service(0, 0, 1)
    assert service(date(2024, 2, 29), date(2025, 2, 28)) == Service(1, 0, 0)
    assert service(date(2025, 1, 2), date(2025, 1, 1)) == Service(0, 0, 0)
    assert month_begins(date(2025, 1, 31), 1) == date(2025, 3, 1)
    assert month_begins(date(2025, 12, 15), 1) == date(2026, 1, 15)


def test_the_range_over_the_country_is_whole_or_open(knowledge: Knowledge) -> None:
    basis = knowledge.calculation_basis
    wages = MinimumWages(basis.figures, basis.words.areas)
    assert wages.range_on(TODAY) == (Decimal(1750), Decimal(2740))
    assert wages.range_on(date(2020, 1, 1)) == (None, Decimal(2740))
    for number in range(MOST_RANGES + 1):
        wages.range_on(date.fromordinal(TODAY.toordinal() - number))
    assert wages.range_on(TODAY) == (Decimal(1750), Decimal(2740))


def test_a_tier_whose_value_we_lack_is_not_taken_from_another_day(knowledge: Knowledge) -> None:
    """Guangdong's fourth tier from 2026-09-01 is not known: nothing is shown for its counties."""
    wages = knowledge.calculation_basis.minimum_wages
    area = next(
        cells
        for cells in knowledge.calculation_basis.figures.shown("minimum_wage_areas")
        if cells["adcode"].startswith("44") and cells["tier"] == "4"
    )
    chain = [
        Locality(place.adcode, place.name, place.level)
        for place in knowledge.places.chain(area["adcode"])
    ]
    assert wages.possible(chain, TODAY) == ((), False)
    assert wages.possible(chain, date(2026, 8, 31))[0][0].monthly == Decimal(1750)
