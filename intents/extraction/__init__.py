"""Facts out of free text: money, dates, durations, places."""
