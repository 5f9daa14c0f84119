"""How much one browser and one address may send."""

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

A_MINUTE = 20
AN_ADDRESS_A_MINUTE = 240  # a site office or a factory shares one address
FILE_COST = 8


class Limiter:
    """Counts in this process's memory; nothing of it is kept."""

    def __init__(self) -> None:
        self._counting = MovingWindowRateLimiter(MemoryStorage())
        self._sender = RateLimitItemPerMinute(A_MINUTE)
        self._address = RateLimitItemPerMinute(AN_ADDRESS_A_MINUTE)

    def allows(self, token: str | None, address: str, *, is_file: bool = False) -> bool:
        """Count one message; False when it is one too many."""
        cost = FILE_COST if is_file else 1
        if not self._counting.hit(self._address, "address", address, cost=cost):
            return False
        return token is None or self._counting.hit(self._sender, "sender", token)
