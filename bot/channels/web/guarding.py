"""What every answer carries, and which posts are let in."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.pages import Pages

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: with it a browser posts a plain form with "Origin: null". Other sites get
    # no referrer either way.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
STATIC = "/static/"


class Guard:
    """Adds the security headers to every answer, and refuses posts of other sites."""

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        self._app = app
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_static = scope["path"].startswith(STATIC)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                guard(MutableHeaders(scope=message), cached=is_static and message["status"] == 200)
            await send(message)

        headers = Headers(scope=scope)
        if scope["method"] in ("GET", "HEAD") or is_own(headers):
            await self._app(scope, receive, send_guarded)
            return
        await self._refusal(headers)(scope, receive, send_guarded)

    def _refusal(self, headers: Headers) -> Response:
        return self._pages.problem(self._pages.words("foreign"), 403, bare="hx-request" in headers)


def guard(headers: MutableHeaders, *, cached: bool) -> None:
    """Set the security headers; only static files, whose address changes with them, are kept."""
    for name, value in HEADERS.items():
        headers[name] = value
    headers["Cache-Control"] = "public, max-age=31536000, immutable" if cached else "no-store"


def is_own(headers: Headers) -> bool:
    """Whether a post comes from a page of the host it is sent to. Browsers always say so."""
    source = headers.get("origin") or headers.get("referer") or ""
    try:
        return bool(source) and urlsplit(source).netloc == headers.get("host", "")
    except ValueError:
        return False
