"""What every page of the desk works with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request

from bot.cases.store.store import Store
from bot.casework import Casework
from bot.desk.passwords import Passwords
from bot.desk.repeats import Repeats
from bot.desk.throttle import Throttle
from bot.speaking import ContentNow


@dataclass(frozen=True)
class Desk:
    """One desk of one process; `clock` gives the aware time."""

    casework: Casework
    store: Store
    content: ContentNow
    clock: Callable[[], datetime]
    passwords: Passwords = field(default_factory=Passwords)
    throttle: Throttle = field(default_factory=Throttle)
    repeats: Repeats = field(default_factory=Repeats)


def desk_of(request: Request) -> Desk:
    """The desk a request came to."""
    desk: Desk = request.app.state.desk
    return desk
