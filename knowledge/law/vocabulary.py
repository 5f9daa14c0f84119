"""The fixed keys of the domain and their Chinese labels: vocabulary.yaml, typed."""

from collections.abc import Mapping

from knowledge.citation import Citation
from knowledge.schemas import CitationText, Identifier, Line, Shape


class CitationForms(Shape):
    """How a citation reads; `supplementary` holds the articles named 之一."""

    law: Line
    article: Line
    paragraph: Line
    supplementary: Mapping[CitationText, Line] = {}


class Vocabulary(Shape):
    """What a dispute, a worker, an event, a circumstance may be, in the order of interfaces."""

    dispute_kinds: Mapping[Identifier, Line]
    worker_kinds: Mapping[Identifier, Line]
    event_kinds: Mapping[Identifier, Line]
    circumstances: Mapping[Identifier, Line]
    alarms: Mapping[Identifier, Line]
    topics: Mapping[Identifier, Line]
    citation_forms: CitationForms

    def citation_text(self, citation: Citation, short: str) -> str:
        """The citation in Chinese, with the law under its `short` name."""
        forms = self.citation_forms
        whole = Citation(citation.law, citation.article)
        if citation.article is None:
            form = forms.law
        elif str(whole) in forms.supplementary:
            form = forms.supplementary[str(whole)]
        else:
            form = forms.article if citation.paragraph is None else forms.paragraph
        return form.format(short=short, article=citation.article, paragraph=citation.paragraph)
