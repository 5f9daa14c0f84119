"""One module a verb of main.py."""
