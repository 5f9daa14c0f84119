"""Fixtures of extraction: what somebody says, and the facts in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from knowledge.strict_yaml import read_yaml

FOLDER = Path(__file__).resolve().parents[1] / "extraction"


STORY_DAY = date(2026, 11, 22)
"""The day on which the stories were written."""


@dataclass(frozen=True, slots=True)
class Told:
    """One person's words. Of a `whole` story every fact not in `facts` is null, except those
    its writer was `unsure` of; of other lines only the facts of `absent` are known to be null.
    Of a list that is in `facts` and unsure, the items named are certain, further ones arguable."""

    place: str
    say: str
    today: date
    facts: Mapping[str, Any]
    absent: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    whole: bool = False
    presumed: frozenset[str] | None = None
    """The facts that are only presumed, where the fixture tells them."""

    def judged(self, key: str) -> bool:
        """Whether the fixture says anything about this fact."""
        if key in self.unsure:
            return isinstance(self.facts.get(key), list)
        return self.whole or key in self.facts or key in self.absent


def fixtures(folder: Path = FOLDER) -> Iterator[Told]:
    """Every line under `sentences` and every story of the YAML files in the folder."""
    for path in sorted(folder.rglob("*.yaml")):
        value = read_yaml(path, path.name).value
        if isinstance(value, list):
            yield from (_story(story) for story in value)
        elif isinstance(value, dict) and "sentences" in value:
            for number, line in enumerate(value["sentences"], 1):
                yield _sentence(f"{path.stem} {number}", line, value["today"])


def _sentence(place: str, line: Mapping[str, Any], today: date) -> Told:
    facts, absent = line.get("facts", {}), tuple(line.get("absent", ()))
    presumed = frozenset(line["presumed"]) if "presumed" in line else None
    day = line.get("today", today)
    return Told(place, line["say"], day, facts, absent, presumed=presumed)


def _story(story: Mapping[str, Any]) -> Told:
    facts = {key: fact for key, fact in story["facts"].items() if fact not in (None, [])}
    day, unsure = story.get("today", STORY_DAY), tuple(story.get("unsure", ()))
    return Told(story["id"], story["text"], day, facts, unsure=unsure, whole=True)


def values(fact: object) -> frozenset[str]:
    """A fact as the set of its values in one writing: sums and counts by amount, dates as ISO."""
    items = fact if isinstance(fact, list | tuple) else (fact,)
    return frozenset(_plain(item) for item in items)


def _plain(item: object) -> str:
    if isinstance(item, bool | date):
        return str(item)
    try:
        return f"{Decimal(str(item)).normalize():f}"
    except InvalidOperation:
        return str(item)


def wanted_and_read(
    line: Told, found: Mapping[str, Any], key: str
) -> tuple[frozenset[str], frozenset[str]]:
    """The values of a fact that the fixture names, and those that were read.

    A fixture that is not whole names the items of a list that must be there, not all of them.
    """
    wanted = values(line.facts[key]) if key in line.facts else frozenset()
    got = values(found[key]) if key in found else frozenset()
    if key in line.unsure:
        return wanted, got & wanted
    return wanted, got if line.whole or not wanted <= got else wanted
