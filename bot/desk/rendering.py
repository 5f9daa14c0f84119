"""Pages from templates: everything escaped, all times in China time."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.desk.access import Visitor, root_of
from bot.desk.desk import desk_of
from bot.desk.repeats import new_mark
from bot.working_hours import CHINA

HERE = Path(__file__).parent
_KB = 1024


def make_environment() -> Environment:
    """Templates with the filters they use; autoescape is on for every one of them."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["moment"] = moment
    environment.filters["size"] = size
    environment.filters["yuan"] = yuan
    environment.globals["new_mark"] = new_mark
    return environment


def moment(at: datetime) -> str:
    """2026-11-21 10:05, in China."""
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def size(count: int) -> str:
    """Bytes as a person reads them: 320 KB, 1.4 MB."""
    if count < _KB * _KB:
        return f"{max(1, round(count / _KB))} KB"
    return f"{count / _KB / _KB:.1f} MB"


def yuan(amount: Decimal) -> str:
    """19500 or 19500.5: no zeros behind the point."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def page(
    request: Request,
    template: str,
    visitor: Visitor | None = None,
    status: int = 200,
    **values: object,
) -> HTMLResponse:
    """Render a template; `visitor` adds the head with the organization and the way out."""
    wording = desk_of(request).content().wording

    def label(key: str) -> str:
        return wording.label_or(key, key.rpartition(".")[2])

    environment: Environment = request.app.state.environment
    text = environment.get_template(f"{template}.html.j2").render(
        root=root_of(request),
        visitor=visitor,
        csrf=visitor.csrf if visitor else "",
        label=label,
        **values,
    )
    return HTMLResponse(text, status)
