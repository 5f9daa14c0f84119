"""The law behind what is said, in one line."""

from bot.dialogue.content import Scene
from knowledge.citation import Citation


def law_line(citations: tuple[Citation, ...], scene: Scene) -> str:
    """《劳动合同法》第38条、第46条: citations of one law drawn together."""
    knowledge = scene.content.knowledge
    by_law: dict[str, list[str]] = {}
    for citation in citations:
        whole = knowledge.citation_text(Citation(citation.law, citation.article))
        law = knowledge.citation_text(Citation(citation.law))
        articles = by_law.setdefault(law, [])
        if (article := whole.removeprefix(law)) not in articles:
            articles.append(article)
    return scene.say("law_line", laws=by_law)
