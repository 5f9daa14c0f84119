"""A small Telegram Bot API on this machine: what the real one would answer, for tests."""

from tests.fake_bot_api.driver import FakeTelegram, Sent

__all__ = ["FakeTelegram", "Sent"]
