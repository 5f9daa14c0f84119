"""The Telegram channel: the real library against a Bot API on this machine."""
