"""The worker's own data: what is masked, agreed to, shown, given out, put right and deleted."""
