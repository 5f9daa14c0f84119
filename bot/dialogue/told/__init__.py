"""What was told: the facts kept, whose they are, where it is, and what is not meant."""
