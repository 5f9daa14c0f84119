"""How often a case code may be tried, so that nobody finds a case by guessing."""

from limits import RateLimitItemPerHour
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

PER_CONVERSATION = RateLimitItemPerHour(5)
IN_ALL = RateLimitItemPerHour(100)


class CodeTries:
    """Counts tries within this process: five an hour a conversation, a hundred in all."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def allow(self, conversation_id: str) -> bool:
        """Count one try; False when there have been too many."""
        return self._limiter.hit(PER_CONVERSATION, conversation_id) and self._limiter.hit(IN_ALL)
