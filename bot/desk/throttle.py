"""How often a password may be tried: a few times a minute, an hour, a day, then not for a while."""

from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class Throttle:
    """Counts failed sign-ins per login and per address. Of this process: a restart forgets."""

    def __init__(self) -> None:
        self._windows = MovingWindowRateLimiter(MemoryStorage())
        often: tuple[RateLimitItem, ...] = (RateLimitItemPerMinute(5), RateLimitItemPerHour(20))
        self._limits = {"login": (*often, RateLimitItemPerDay(100)), "address": often}

    def is_open(self, login: str, address: str) -> bool:
        """Whether one more try is allowed now."""
        return all(
            self._windows.test(limit, kind, key)
            for kind, key in (("login", login), ("address", address))
            for limit in self._limits[kind]
        )

    def note_failure(self, login: str, address: str) -> None:
        """A password was wrong, or the login unknown."""
        for kind, key in (("login", login), ("address", address)):
            for limit in self._limits[kind]:
                self._windows.hit(limit, kind, key)

    def forgive(self, login: str) -> None:
        """The right password came: earlier slips of this login no longer count."""
        for limit in self._limits["login"]:
            self._windows.clear(limit, "login", login)
