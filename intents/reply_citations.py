"""Whether the articles that replies and details rest on may be cited. Building only."""

from collections.abc import Iterator, Mapping
from datetime import date

from intents.details import FOLDER as DETAILS
from intents.reply_text import FOLDER, with_articles
from knowledge.citation import parse_citation
from knowledge.citation_faults import citation_fault
from knowledge.problems import Problem
from knowledge.schemas import Statute
from knowledge.strict_yaml import YamlDocument


def reply_citation_faults(
    documents: Mapping[str, YamlDocument], statutes: Mapping[str, Statute], today: date
) -> Iterator[Problem]:
    """Articles that replies rest on and that may not be cited on that day."""
    for name, document in documents.items():
        if name.startswith((f"{FOLDER}/", f"{DETAILS}/")):
            for key, reply in with_articles(document.value):
                for number, text in enumerate(reply.get("rests_on", ())):
                    fault = citation_fault(parse_citation(text), statutes, today, with_gist=True)
                    if fault is not None:
                        line = document.line(key, "rests_on", number)
                        yield Problem(document.shown_as, line, f"{key}: {fault}")
