"""The build: same sources, same bytes; whole or not at all; read back as it was written."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.building import build_knowledge
from knowledge.citation import Citation
from knowledge.fingerprint import source_hash
from knowledge.library import Knowledge
from knowledge.problems import ContentError
from knowledge.reading import KnowledgeUnreadable, read_about, read_knowledge
from knowledge.sources import Rules, Sources
from tests.knowledge.conftest import ROOM


def test_the_same_sources_give_the_same_bytes(
    sources: Sources, built: Path, tmp_path: Path
) -> None:
    again = tmp_path / "elsewhere" / "again.db"
    build_knowledge(sources, again)
    assert again.read_bytes() == built.read_bytes()
    build_knowledge(sources, again)
    assert again.read_bytes() == built.read_bytes()
    assert list(again.parent.iterdir()) == [again]


def test_what_is_read_is_what_was_written(sources: Sources, knowledge: Knowledge) -> None:
    assert knowledge.entries == {file.entry.id: file.entry for file in sources.entries}
    assert knowledge.topics == {file.entry.id: file.topic for file in sources.entries}
    assert knowledge.statutes == {file.statute.id: file.statute for file in sources.statutes}
    assert tuple(knowledge.places.regions.values()) == sources.regions
    assert tuple(knowledge.places.towns.values()) == sources.towns
    assert tuple(knowledge.places.aliases) == sources.aliases
    assert tuple(knowledge.places.zones.values()) == sources.zones
    assert knowledge.places.words == sources.rules.place_words
    assert knowledge.directory == sources.organizations
    assert knowledge.hotlines == sources.hotlines
    assert knowledge.holidays.table == sources.rules.holidays
    assert knowledge.competence == sources.rules.competence
    assert knowledge.vocabulary == sources.rules.vocabulary


def test_the_build_carries_the_hash_of_its_sources(built: Path, knowledge: Knowledge) -> None:
    assert read_about(built)["source_hash"] == knowledge.source_hash == source_hash([ROOM])


def test_the_hash_sees_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")
    first = source_hash([tmp_path])
    (tmp_path / "notes.md").write_text("not a source")
    assert source_hash([tmp_path]) == first
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    renamed = source_hash([tmp_path])
    (tmp_path / "b.yaml").write_text("a: 2")
    assert len({first, renamed, source_hash([tmp_path])}) == 3


def test_a_failed_build_leaves_the_old_one_and_no_rubbish(sources: Sources, tmp_path: Path) -> None:
    target = tmp_path / "knowledge.db"
    target.write_bytes(b"the old build")
    with pytest.raises(ContentError, match="competence"):
        build_knowledge(replace(sources, rules=Rules()), target)
    doubled = replace(sources, regions=sources.regions + sources.regions[:1])
    with pytest.raises(Exception, match="UNIQUE"):
        build_knowledge(doubled, target)
    assert target.read_bytes() == b"the old build"
    assert list(tmp_path.iterdir()) == [target]


def test_an_empty_room_can_still_be_built_and_read(sources: Sources, tmp_path: Path) -> None:
    empty = Sources(root=ROOM, rules=sources.rules)
    build_knowledge(empty, tmp_path / "empty.db")
    knowledge = read_knowledge(tmp_path / "empty.db")
    assert knowledge.entries == {}
    assert knowledge.read_place("成都新都").adcodes == ()


@pytest.mark.parametrize("content", [None, b"", b"not a database" * 100])
def test_what_is_no_build_is_said_to_be_none(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "knowledge.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KnowledgeUnreadable, match="build"):
        read_knowledge(path)
    assert read_about(path) == {}
    assert path.exists() is (content is not None)


def test_citations_read_as_people_write_them(knowledge: Knowledge) -> None:
    assert knowledge.citation_text(Citation("labour_contract_law", 38)) == "《劳动合同法》第38条"
    assert (
        knowledge.citation_text(Citation("labour_contract_law", 38, 2))
        == "《劳动合同法》第38条第2款"
    )
    assert knowledge.citation_text(Citation("criminal_law_excerpts", 276)) == "《刑法》第276条之一"
    assert knowledge.citation_text(Citation("no_such_law", 1)) == "《no_such_law》第1条"
    assert knowledge.gist(Citation("no_such_law", 1)) is None
    assert knowledge.gist(Citation("labour_contract_law", 38))
