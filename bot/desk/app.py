"""The mediators' desk: its addresses, and the page for each way a request can fail."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.bell import Bell
from bot.cases.errors import ChangeNotAllowed, SealBroken, StoreUnavailable
from bot.cases.store.store import Store
from bot.casework import Casework
from bot.desk import acts
from bot.desk.case_page import case_page
from bot.desk.case_papers import case_paper
from bot.desk.desk import Desk
from bot.desk.evidence_files import evidence_file
from bot.desk.faults import Gone, NotOurs, Refused, SignedOut
from bot.desk.forms import posting
from bot.desk.headers import Headers
from bot.desk.queue_page import queue_page
from bot.desk.rendering import HERE, make_environment, page
from bot.desk.sign_in import SignIn, show_sign_in, sign_in_form, sign_out
from bot.speaking import ContentNow


def desk_app(
    casework: Casework,
    store: Store,
    content: ContentNow,
    bell: Bell,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Starlette:
    """The desk as an application to be mounted; `clock` gives the aware time.

    The pages work without scripts and are loaded anew by hand, so `bell` is not waited for.
    """
    routes = [
        Route("/", queue_page),
        Route("/sign-in", show_sign_in),
        Route("/sign-in", SignIn().take, methods=["POST"]),
        Route("/sign-out", posting(sign_out), methods=["POST"]),
        Route("/cases/{case_id}", case_page),
        Route("/cases/{case_id}/accept", posting(acts.accept), methods=["POST"]),
        Route("/cases/{case_id}/decline", posting(acts.decline), methods=["POST"]),
        Route("/cases/{case_id}/write", posting(acts.write), methods=["POST"]),
        Route("/cases/{case_id}/close", posting(acts.close), methods=["POST"]),
        Route("/cases/{case_id}/files/{file_id}", evidence_file),
        Route("/cases/{case_id}/papers/{paper_id}.{ending}", case_paper),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Headers)],
        exception_handlers={
            SignedOut: _signed_out,
            Refused: _problem(403, "refused"),
            NotOurs: _problem(404, "not_ours"),
            Gone: _problem(409, "gone"),
            ChangeNotAllowed: _too_late,
            StoreUnavailable: _problem(503, "unavailable"),
            SealBroken: _problem(500, "broken"),
            HTTPException: _no_such_page,
        },
    )
    app.state.desk = Desk(casework, store, content, clock)
    app.state.environment = make_environment()
    return app


ALREADY = {"accepted": "already_accepted", "closed": "already_closed"}
"""What to say when the case is still with the organization, by its status."""

Handler = Callable[[Request, Exception], Response | Awaitable[Response]]


def _problem(status: int, problem: str) -> Handler:
    """A page that says what happened and leads back; it names no case and nobody."""

    def handler(request: Request, _fault: Exception) -> Response:
        return page(request, "problem", status=status, problem=problem, case_id=None)

    return handler


def _signed_out(request: Request, _fault: Exception) -> Response:
    return sign_in_form(request, 401)


def _no_such_page(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 404
    problem = "not_ours" if status == 404 else "refused"
    return page(request, "problem", status=status, problem=problem, case_id=None)


def _too_late(request: Request, fault: Exception) -> Response:
    """The case changed between the page and the act: a colleague, the worker or the clock."""
    assert isinstance(fault, ChangeNotAllowed)  # noqa: S101 - registered for nothing else
    problem = ALREADY.get(fault.status) if fault.reason in ("status", "outcome") else None
    case_id = request.path_params["case_id"] if problem else None
    return page(request, "problem", status=409, problem=problem or "gone", case_id=case_id)
