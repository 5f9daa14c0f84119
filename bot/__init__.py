"""What we say next, over which channel, and what we remember."""
