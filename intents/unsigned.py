"""Papers the employer wants signed or written that are not signed yet (要我写个欠条, 我签了会咋样)."""

from collections.abc import Mapping

from pydantic import model_validator

from intents.compiled import compiled
from intents.intake_form import Identifier, IntakeShape


class Paper(IntakeShape):
    """A paper by the words that name it, in disputes of the kinds `only` (of any where empty) and of
    none in `never`, met by a reply (`say`) or an answer (`entry`); `refused` is the answer where it is not signed,
    `costs` the reply to what would come of signing it."""

    said: str
    only: tuple[Identifier, ...] = ()
    never: tuple[Identifier, ...] = ()
    say: Identifier | None = None
    entry: Identifier | None = None
    refused: Identifier | None = None
    costs: Identifier | None = None

    @model_validator(mode="after")
    def _met_one_way(self) -> "Paper":
        if (self.say is None) == (self.entry is None):
            raise ValueError("a paper needs exactly one of: say, entry")
        return self


class Unsigned(IntakeShape):
    """word_lists/unsigned.yaml: how it is told that a paper is `wanted`, that it is only `supposed`,
    that it is `refused` or pressed for, that it is signed already (`done`), the
    paper `usual` in a dispute where none is named, and the `papers` in the `order` they are looked for."""

    wanted: str
    supposed: str
    imagined: str
    leaving: str
    refused: str
    contract: str
    done: str
    usual: Mapping[Identifier, Identifier]
    order: tuple[Identifier, ...]
    papers: Mapping[Identifier, Paper]

    @model_validator(mode="after")
    def _all_in_order(self) -> "Unsigned":
        if sorted(self.order) != sorted(self.papers) or set(self.usual.values()) - set(self.order):
            raise ValueError("order names every paper once, and usual only such papers")
        return self

    def is_wanted(self, part: str) -> bool:
        """Whether a part of the words speaks of signing or writing what another one wants."""
        return compiled(self.wanted).search(part) is not None

    def is_open(self, text: str) -> bool:
        """Whether the paper is not signed yet, as far as the words tell."""
        return self.is_supposed(text) or not compiled(self.done).search(text)

    def is_supposed(self, text: str) -> bool:
        """Whether it is only asked or supposed."""
        return compiled(self.supposed).search(text) is not None

    def is_refused(self, text: str) -> bool:
        """Whether it is asked what comes of not signing, or somebody is pressed to sign at once."""
        return compiled(self.refused).search(text) is not None

    def is_of_contract(self, text: str) -> bool:
        """Whether the contract of labour is meant, which the employer does not sign (公司不签合同)."""
        return compiled(self.contract).search(text) is not None

    def is_imagined(self, text: str) -> bool:
        """Whether all is only imagined, so that the words tell no fact."""
        return compiled(self.imagined).search(text) is not None

    def speaks_of_leaving(self, text: str) -> bool:
        """Whether not signing is to mean that the worker leaves or is sent away."""
        return compiled(self.leaving).search(text) is not None

    def named(self, text: str, kind: str | None) -> str | None:
        """The name of the paper the words name, in a dispute of that kind."""
        papers = ((name, self.papers[name]) for name in self.order)
        return next(
            (
                name
                for name, paper in papers
                if (not paper.only or kind in paper.only)
                and kind not in paper.never
                and compiled(paper.said).search(text)
            ),
            None,
        )
