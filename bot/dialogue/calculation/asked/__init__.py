"""What a sum comes to, asked in the middle of a matter: one module a kind of sum, one door (`door.py`)."""
