"""What a refusal of Telegram means for a row of the outbox. Telegram's words stay here: they may
hold an address or the token."""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.delivery import NotDeliverable, TryLater

LONG_PAUSE = 600.0
_GONE = (
    "chat not found",
    "user is deactivated",
    "peer_id_invalid",
    "bot was kicked",
    "have no rights",
)


def as_delivery(fault: TelegramError) -> NotDeliverable | TryLater:
    """Give up, or try again and when."""
    match fault:
        case Forbidden():
            return NotDeliverable("blocked")
        case RetryAfter():
            return TryLater("flood", seconds_to_wait(fault))
        case BadRequest() if is_gone(fault):
            return NotDeliverable("blocked")
        case BadRequest():
            return NotDeliverable("refused")
        case InvalidToken():
            return TryLater("token_refused", LONG_PAUSE)
        case ChatMigrated():
            return TryLater("chat_migrated", 1)
    return TryLater("network")


def is_gone(fault: BadRequest) -> bool:
    """Whether the chat will never take a message again."""
    words = fault.message.lower()
    return any(gone in words for gone in _GONE)


def seconds_to_wait(fault: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = fault.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
