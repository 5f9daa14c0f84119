"""A reply that states law: its words, and the articles it rests on, side by side in replies/*.yaml."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from knowledge.schemas import CitationText, Shape

FOLDER = "replies"


class ReplyText(Shape):
    """A reply with its articles; a reply without law is its words alone."""

    says: Annotated[str, Field(min_length=1)]
    rests_on: Annotated[tuple[CitationText, ...], Field(min_length=1, max_length=16)]


def said(reply: str | Mapping[str, Any]) -> str:
    """The words of a reply as its file holds it."""
    return reply if isinstance(reply, str) else reply["says"]


def with_articles(replies: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The replies of a file that are more than words alone."""
    found = replies.items() if isinstance(replies, dict) else ()
    return ((name, reply) for name, reply in found if isinstance(reply, dict))
