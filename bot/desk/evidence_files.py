"""Evidence: downloaded, never shown in the browser, and each download noted."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from bot.cases.errors import NotKept
from bot.desk.access import FILE_TAKEN, own_card, visitor_of
from bot.desk.desk import desk_of
from bot.desk.faults import NotOurs
from intents.normalize import clean

_PLAIN_TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "application/pdf"})
_UNFIT = frozenset('/\\:*?"<>|\n')
_LONGEST_NAME = 80


def evidence_file(request: Request) -> Response:
    """One file of a case the visitor's organization works. Raises NotOurs for any other."""
    desk = desk_of(request)
    now = desk.clock()
    file_id = request.path_params["file_id"]
    with desk.store.transaction() as transaction:
        visitor = visitor_of(transaction, request, now)
        card = own_card(transaction, visitor, request.path_params["case_id"], now)
        if card.status == "referred":
            raise NotOurs
        if file_id not in {evidence.id for evidence in transaction.evidence_of(card.id)}:
            raise NotOurs
        transaction.audit(visitor.mediator.id, FILE_TAKEN, card.id, "sensitive", now)
        try:
            evidence, content = transaction.read_evidence(file_id)
        except NotKept:
            raise NotOurs from None
    kind = evidence.media_type
    return Response(
        content,
        media_type=kind if kind in _PLAIN_TYPES else "application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(safe_name(evidence.name), safe='')}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def safe_name(name: str) -> str:
    """A file name no system reads as a path or a command; "file" when nothing is left."""
    kept = "".join("_" if letter in _UNFIT else letter for letter in clean(name)).strip(". ")
    stem, dot, ending = kept.rpartition(".")
    if len(kept) > _LONGEST_NAME:
        kept = stem[: _LONGEST_NAME - len(ending) - 1] + dot + ending if len(ending) < 10 else kept
    return kept[:_LONGEST_NAME] or "file"
