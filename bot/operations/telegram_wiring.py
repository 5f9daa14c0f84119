"""The Telegram channel, built from the settings; none when no token is set."""

from typing import TYPE_CHECKING

from bot.operations.faults import OperatorError
from bot.operations.wiring import House

if TYPE_CHECKING:
    from bot.channels.telegram.channel import TelegramChannel


def telegram_channel(house: House) -> "TelegramChannel | None":
    """A channel that does nothing before it is started."""
    settings = house.settings
    if settings.telegram_token is None:
        return None
    # The library is large; a house without Telegram starts without it.
    from bot.channels.telegram.channel import TelegramChannel
    from bot.channels.telegram.connection import Account
    from bot.channels.telegram.services import Services
    from bot.channels.telegram.webhook import Webhook

    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    webhook = Webhook(str(url), secret.get_secret_value()) if url and secret else None
    proxy = settings.telegram_proxy
    account = Account(
        token=settings.telegram_token.get_secret_value(),
        base_url=settings.telegram_base_url,
        file_url=settings.telegram_file_url,
        proxy=proxy.get_secret_value() if proxy else None,
    )
    services = Services(
        house.conversations,
        house.casework,
        house.store,
        lambda: house.content,
        house.bell,
        public_url=str(settings.public_url or ""),
    )
    try:
        return TelegramChannel(account, services, webhook)
    except Exception as fault:  # httpx raises many kinds; their texts may hold the proxy's password
        raise OperatorError(
            "TELEGRAM_PROXY: this proxy can't be used"
            f" ({type(fault).__name__}); write http://host:port or leave it empty."
        ) from None
