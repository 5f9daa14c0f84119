"""Papers from a case: composed from words in YAML, rendered as PDF, picture, Word file and calendar."""
