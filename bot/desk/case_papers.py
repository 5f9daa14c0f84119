"""The papers of a case for its mediator: made anew at each download, and each one noted."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from bot.cases.case import Case
from bot.desk.access import FILE_TAKEN, own_card, visitor_of
from bot.desk.desk import desk_of
from bot.desk.faults import NotOurs
from bot.dialogue.content import Content, Scene
from bot.matter import Matter, matter_of_case
from bot.paper_desk import PaperFile, calendar_file, file_of, is_paper
from bot.papers import paper_of
from bot.working_hours import CHINA
from intents.papers import PaperOffer

FORMATS = ("pdf", "docx")


def papers_for(case: Case, content: Content) -> tuple[PaperOffer, ...]:
    """The papers that fit a case."""
    return content.intents.papers.for_kind(case.dispute_kind, case.facts)


def case_paper(request: Request) -> Response:
    """One paper of a case the visitor's organization works. Raises NotOurs for any other."""
    desk = desk_of(request)
    now = desk.clock()
    scene = Scene(desk.content(), now.astimezone(CHINA).date())
    with desk.store.transaction() as transaction:
        visitor = visitor_of(transaction, request, now)
        card = own_card(transaction, visitor, request.path_params["case_id"], now)
        case = transaction.case(card.id)
        if card.status == "referred" or case is None:
            raise NotOurs
        fitting = {paper.id for paper in papers_for(case, scene.content)}
        if request.path_params["paper_id"] not in fitting:
            raise NotOurs
        transaction.audit(visitor.mediator.id, FILE_TAKEN, card.id, "sensitive", now)
        matter = matter_of_case(case, transaction)
    made = _made(request.path_params["paper_id"], request.path_params["ending"], matter, scene)
    return Response(
        made.content,
        media_type=made.media_type,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(made.name, safe='')}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def _made(paper_id: str, ending: str, matter: Matter, scene: Scene) -> PaperFile:
    if not is_paper(paper_id) and ending == "ics":
        return calendar_file(matter, scene)
    if not is_paper(paper_id) or ending not in FORMATS:
        raise NotOurs
    paper = paper_of(paper_id, matter, {}, scene)
    return file_of(paper, "pdf" if ending == "pdf" else "docx")
