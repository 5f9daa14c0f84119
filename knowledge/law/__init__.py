"""Facts, amounts, time limits and routes: pure functions over dated data."""
