"""Serve the chat page, the desk and Telegram."""

import sys
from argparse import Namespace

from bot.operations.command_line import today_in_china
from bot.operations.data_folder import prepare_folder
from bot.operations.logs import set_up_logs
from bot.operations.settings import read_settings
from bot.operations.wiring import open_house


def run(_arguments: Namespace) -> int:
    """Build what is missing, open the store, serve until stopped."""
    from bot.operations.serving import listen, serve

    set_up_logs()
    settings = read_settings()
    prepare_folder(settings.data)
    listening = listen(settings)
    house = open_house(settings, today_in_china(), _show)
    if settings.key_file_is_default and settings.database_url is not None:
        _show(f"warning: move {settings.key_file} off this disk and set GONGYOU_MASTER_KEY_FILE")
    if settings.telegram_token is None:
        _show("Telegram is off: TELEGRAM_TOKEN is not set (the chat page works without it)")
    try:
        serve(house, listening, _show)
    finally:
        house.store.close()
    return 0


def _show(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
