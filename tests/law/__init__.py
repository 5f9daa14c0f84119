"""The law engine against worked examples and against a second, slow reference."""
