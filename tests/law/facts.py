"""Facts for the tests of the law: the day, the vocabulary, and any facts at all."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from knowledge.law.vocabulary import Vocabulary
from knowledge.strict_yaml import read_yaml
from knowledge.typed_yaml import typed

TODAY = date(2026, 11, 21)
ROOM = Path(__file__).resolve().parents[2] / "knowledge"
VOCABULARY = typed(read_yaml(ROOM / "law/vocabulary.yaml", "vocabulary.yaml"), Vocabulary)


def _some(words: Any) -> st.SearchStrategy[list[str] | None]:
    return st.none() | st.lists(st.sampled_from(sorted(words)), max_size=5)


def _one(words: Any) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(sorted(words))


def _days() -> st.SearchStrategy[str | None]:
    days = st.dates(min_value=date(1000, 1, 1)).map(date.isoformat)
    near = st.dates(date(2023, 1, 1), date(2028, 12, 31)).map(date.isoformat)
    return st.none() | near | days | near.map(lambda day: day[:7]) | near.map(lambda day: day[:4])


def any_facts() -> st.SearchStrategy[dict[str, Any]]:
    """Facts of the right shape, known or not, contradictory or not."""
    yes_or_no = st.none() | st.booleans()
    return st.fixed_dictionaries(
        {},
        optional={
            "dispute_kinds": _some(VOCABULARY.dispute_kinds),
            "worker_kind": _one(VOCABULARY.worker_kinds),
            "region": st.none() | st.just("510114"),
            "employer": st.none() | st.just("某某公司"),
            "platform": st.none() | st.just("某平台"),
            "amount_claimed": st.none() | st.just("8000.00"),
            "monthly_wage": st.none() | st.just("6000.00"),
            "months_owed": st.none() | st.integers(0, 100),
            "people_count": st.none() | st.integers(0, 10**12),
            "contract_count": st.none() | st.integers(0, 9),
            "employed_from": _days(),
            "employed_to": _days(),
            "event_date": _days(),
            "event_kind": _one(VOCABULARY.event_kinds),
            "has_written_contract": yes_or_no,
            "still_employed": yes_or_no,
            "injured": yes_or_no,
            "circumstances": _some(VOCABULARY.circumstances),
            "control": st.none()
            | st.lists(
                st.sampled_from(["schedule", "attendance", "assignment", "penalties", "pay"])
            ),
        },
    )
