"""The Telegram channel: the only place that imports telegram. Transport only; state is ours."""
