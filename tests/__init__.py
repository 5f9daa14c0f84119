"""Examples of the domain and ordinary unit tests; `python -m tests` runs everything."""
