"""Who is writing: a random token in a cookie, and nothing else.

The token is the sender's address. It is made from the key of the first form sent, which only that
browser has: a first message sent twice lands in one conversation.
"""

import base64
import hashlib
import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "gongyou"
DAYS = 30

_RANDOM = re.compile(r"[A-Za-z0-9_-]{43}")


def new_key() -> str:
    """The key of one form: 256 random bits. A form sent again brings the same key."""
    return secrets.token_urlsafe(32)


def is_key(text: str) -> bool:
    """Whether text has the shape of a key or token."""
    return _RANDOM.fullmatch(text) is not None


def token_of(request: Request) -> str | None:
    """The token the browser sent, None when there is none or it is no token of ours."""
    token = request.cookies.get(COOKIE, "")
    return token if is_key(token) else None


def token_from(key: str) -> str:
    """The token of the conversation that begins with this form."""
    digest = hashlib.sha256(b"gongyou session " + key.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def remember(response: Response, request: Request, token: str) -> None:
    """Give the browser its token for another 30 days."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=DAYS * 24 * 3600,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
