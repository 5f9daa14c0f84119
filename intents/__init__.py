"""What workers say, what we ask, how we word it."""
