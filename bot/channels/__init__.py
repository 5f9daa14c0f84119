"""The ways in and out: Telegram, web, terminal, batch."""
