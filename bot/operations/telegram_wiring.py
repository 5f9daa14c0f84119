"""The Telegram channel, built from the settings; none when no token is set."""

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.connection import Account
from bot.channels.telegram.services import Services
from bot.channels.telegram.webhook import Webhook
from bot.operations.settings import Settings
from bot.operations.wiring import House


def telegram_channel(house: House) -> TelegramChannel | None:
    """A channel that does nothing before it is started."""
    settings = house.settings
    if settings.telegram_token is None:
        return None
    proxy = settings.telegram_proxy
    account = Account(
        token=settings.telegram_token.get_secret_value(),
        base_url=settings.telegram_base_url,
        file_url=settings.telegram_file_url,
        proxy=proxy.get_secret_value() if proxy else None,
    )
    services = Services(
        house.conversations, house.casework, house.store, lambda: house.content, house.bell
    )
    return TelegramChannel(account, services, _webhook(settings))


def _webhook(settings: Settings) -> Webhook | None:
    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    return Webhook(str(url), secret.get_secret_value()) if url and secret else None
