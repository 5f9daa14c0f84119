"""What may be owed: sums worked out from what was told, what is missing, what is only supposed."""
