"""The YAML of this room, read once and checked in its shape."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.documents.paper import BlockKind
from knowledge.problems import ContentError, Problem
from knowledge.strict_yaml import read_yaml

HERE = Path(__file__).parent
Source = Literal[
    "claims", "facts", "facts_only", "story", "sums", "deadlines", "told_rows",
    "held_evidence", "all_evidence", "keeping", "evidence_names",
]  # fmt: skip


class Shape(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class BlockText(Shape):
    """A block as a paper's file writes it: own sentences, or one of the named sources."""

    kind: BlockKind
    heading: str = ""
    opening: str = ""
    of: Source | None = None
    sentences: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    text: str = ""
    who: str = ""
    most: int = 0
    flush: bool = False


class PaperText(Shape):
    """papers/<id>.yaml: how the parties are called, whom it goes to, its blocks."""

    id: str
    title: str
    rests_on: tuple[str, ...]
    me: str
    other: str
    receiver: str = ""
    blocks: tuple[BlockText, ...]


class FieldText(Shape):
    """A place to fill in; `fact` tells it where the talk did."""

    label: str
    hint: str = ""
    fact: str = ""
    personal: bool = False
    long: bool = False


class DisputeText(Shape):
    """What is said and asked for in one kind of dispute, and on what articles it rests.

    `instead_of` are disputes not asked for beside this one.
    """

    id: str
    kinds: tuple[str, ...]
    facts: tuple[str, ...]
    claims: tuple[str, ...]
    basis: tuple[str, ...]
    instead_of: tuple[str, ...] = ()


class EvidenceText(Shape):
    """A piece of evidence and how to keep it."""

    id: str
    name: str
    source: str
    proves: str
    keep: str
    told: Mapping[str, str] = {}
    kinds: tuple[str, ...] = ()


class GroundText(Shape):
    """A fault of the employer by which the worker may leave."""

    kinds: tuple[str, ...]
    ground: str
    item: str


class Templates(Shape):
    """All words of the papers."""

    papers: Mapping[str, PaperText]
    fields: Mapping[str, FieldText]
    disputes: tuple[DisputeText, ...]
    evidence: tuple[EvidenceText, ...]
    grounds: tuple[GroundText, ...]
    words: Mapping[str, Any]

    def dispute(self, kind: str) -> DisputeText:
        """The words of a dispute kind; the general ones where none are its own."""
        own = (dispute for dispute in self.disputes if kind in dispute.kinds)
        return next(own, self.disputes[-1])

    def has_own(self, kind: str) -> bool:
        """Whether a kind has words of its own."""
        return self.dispute(kind).id != self.disputes[-1].id

    def ground(self, kind: str) -> GroundText | None:
        """The fault of the employer in a dispute kind; None where it is not plain."""
        return next((ground for ground in self.grounds if kind in ground.kinds), None)


@cache
def templates() -> Templates:
    """The words of this room; raises ContentError with file and line."""
    files = {name: _read(name) for name in ("fields", "disputes", "evidence", "grounds", "words")}
    papers = [_read(f"papers/{path.stem}") for path in sorted((HERE / "papers").glob("*.yaml"))]
    try:
        return Templates(
            papers={paper["id"]: paper for paper in papers},
            fields=files["fields"],
            disputes=files["disputes"],
            evidence=[_evidence(item) for item in files["evidence"]],
            grounds=files["grounds"],
            words=files["words"],
        )
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ContentError([Problem("bot/documents", 0, f"{where}: {first['msg']}")]) from None


def _read(name: str) -> Any:
    return read_yaml(HERE / f"{name}.yaml", f"bot/documents/{name}.yaml").value


def _evidence(item: dict[str, Any]) -> dict[str, Any]:
    """`from` and `for` are words of Python."""
    renamed = {"from": "source", "for": "kinds"}
    return {renamed.get(key, key): value for key, value in item.items()}
