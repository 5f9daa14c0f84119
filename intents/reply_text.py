"""A reply that states law: its words, and the articles it rests on, side by side in replies/*.yaml."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from knowledge.citation import parse_citation
from knowledge.citation_faults import citation_fault
from knowledge.problems import Problem
from knowledge.schemas import CitationText, Shape, Statute
from knowledge.strict_yaml import YamlDocument

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


def reply_citation_faults(
    documents: Mapping[str, YamlDocument], statutes: Mapping[str, Statute], today: date
) -> Iterator[Problem]:
    """Articles that replies rest on and that may not be cited on that day."""
    for name, document in documents.items():
        if name.startswith(f"{FOLDER}/"):
            for key, reply in with_articles(document.value):
                for number, text in enumerate(reply["rests_on"]):
                    fault = citation_fault(parse_citation(text), statutes, today, with_gist=True)
                    if fault is not None:
                        line = document.line(key, "rests_on", number)
                        yield Problem(document.shown_as, line, f"{key}: {fault}")
