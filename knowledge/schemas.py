"""The shapes of all content in this room, as strict pydantic models.

Unknown keys are faults. Dates are ISO dates, money is quoted text, ids are snake_case.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from knowledge.citation import Citation, parse_citation

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
LawId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,59}$")]
Line = Annotated[str, StringConstraints(min_length=2, max_length=400, strip_whitespace=True)]


def _citation(text: str) -> str:
    parse_citation(text)
    return text


CitationText = Annotated[str, AfterValidator(_citation)]


class Shape(BaseModel):
    """A frozen record that refuses unknown keys and loose types."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Review(Shape):
    """Who wrote the text, who read it against the law, and when."""

    written_by: Identifier
    read_by: Identifier | None = None
    checked_on: date


class FaqEntry(Shape):
    """One question a worker asks and its reviewed answer: knowledge/faq/<topic>/<id>.yaml.

    `phrases` are how it is asked by whom the bot knows nothing of, `phrases_within` how it is asked or
    implied by a worker who has told his case (那这钱还要得回来不).
    """

    id: Identifier
    title: Line
    dispute_kind: Identifier | None = None
    worker_kinds: tuple[Identifier, ...] = ()
    alarms: tuple[Identifier, ...] = ()
    phrases: Annotated[tuple[Line, ...], Field(min_length=6, max_length=24)]
    phrases_within: Annotated[tuple[Line, ...], Field(max_length=48)] = ()
    near_misses: tuple[Line, ...] = ()
    short_answer: Line
    do_now: Annotated[tuple[Line, ...], Field(min_length=1, max_length=4)]
    evidence: Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)]
    deadline: Line | None = None
    more: Line | None = None
    local: Line | None = None
    not_for: Line | None = None
    citations: Annotated[tuple[CitationText, ...], Field(min_length=1, max_length=6)]
    follow_ups: Annotated[tuple[Identifier, ...], Field(max_length=4)] = ()
    in_force_from: date | None = None
    reviewed: Review
    again_by: date

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The citations, parsed."""
        return tuple(parse_citation(text) for text in self.citations)


StatuteStatus = Literal["in_force", "partly_repealed", "superseded", "repealed", "not_in_force"]


class Statute(Shape):
    """One law, regulation, interpretation or notice: knowledge/statutes/<id>.yaml.

    `articles` is the number of articles (0 for notices without any, None where unknown);
    `excerpt` lists the articles we have read where we hold only a part of the text;
    `repealed` lists articles or paragraphs ("32.1") no longer in force;
    `gist` gives the sense of each article we cite in our own words, keyed by number;
    `text_read` says whether we hold the text: only such a statute may be cited.
    """

    id: LawId
    name: Line
    short: Line
    number: str | None
    issuer: str | None
    in_force_from: date | None
    in_force_to: date | None = None
    dates: str | None
    status: StatuteStatus
    status_note: str | None = None
    articles: int | None
    excerpt: tuple[int, ...] = ()
    repealed: tuple[str, ...] = ()
    text_read: bool
    gist: dict[int, Line] = {}
