"""写材料: which papers fit a dispute, and what to know when handing one in."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from intents.intake_form import AskIf, Identifier, IntakeShape, Label, Sentence


class PaperOffer(IntakeShape):
    """A paper as it is offered; its own words stand in bot/documents/papers/<id>.yaml.

    `calendar` is a file for the phone's calendar in place of a paper.
    """

    id: Identifier
    label: Label
    fits: tuple[Identifier, ...] | Literal["all"]
    only_if: AskIf | None = None
    advice: Annotated[tuple[Sentence, ...], Field(max_length=3)] = ()
    calendar: bool = False

    def fits_to(self, dispute_kind: str, facts: Mapping[str, object]) -> bool:
        """Whether a worker with that dispute and those facts may want it."""
        if self.fits != "all" and dispute_kind not in self.fits:
            return False
        return self.only_if is None or self.only_if.fits(facts)


class PapersText(IntakeShape):
    """intake/papers.yaml."""

    papers: Annotated[tuple[PaperOffer, ...], Field(min_length=1)]


class Papers(IntakeShape):
    """All papers by id, in the order they are offered."""

    by_id: Mapping[Identifier, PaperOffer]

    def for_kind(self, kind: str, facts: Mapping[str, object]) -> tuple[PaperOffer, ...]:
        """What to offer in a dispute."""
        return tuple(paper for paper in self.by_id.values() if paper.fits_to(kind, facts))


def assemble_papers(text: PapersText) -> Papers:
    """The papers by id."""
    return Papers(by_id={paper.id: paper for paper in text.papers})
