"""Every detail stands in the file of the first of its kinds, and the check says which that is."""

from bot.dialogue.content import Content
from bot.operations.build_files import ROOT
from intents.detail_families import FAMILIES, file_of
from intents.detail_faults import detail_faults
from intents.details import ANY
from intents.files import read_files
from knowledge.loading import load_sources
from knowledge.strict_yaml import parse_yaml


def test_each_kind_of_dispute_has_one_file(content: Content) -> None:
    placed = [kind for kinds in FAMILIES.values() for kind in kinds]
    assert sorted(placed) == sorted({ANY, *content.knowledge.vocabulary.dispute_kinds})


def test_no_file_is_missing_and_none_is_beside() -> None:
    found = {path.name for path in (ROOT / "intents" / "details").glob("*.yaml")}
    assert found == {f"{name}.yaml" for name in FAMILIES}


def test_a_detail_in_the_wrong_file_is_told_its_own() -> None:
    documents, _ = read_files(ROOT / "intents")
    text = (ROOT / "intents" / "details" / "enforcement.yaml").read_text(encoding="utf-8")
    sources, _ = load_sources(ROOT / "knowledge")
    assert sources.rules.vocabulary is not None
    assert sources.rules.wording is not None
    moved = {"details/wages.yaml": parse_yaml(text.encode(), "intents/details/wages.yaml")}
    assert documents.keys() > moved.keys()
    words = sources.rules.vocabulary, sources.rules.wording, sources.hotlines
    faults = [str(fault) for fault in detail_faults(moved, (), *words)]
    assert faults
    assert all(
        "its first kind is enforcement, so it belongs in details/enforcement.yaml" in fault
        for fault in faults
    )
    assert file_of("no_such_kind") is None
