"""Organizations that can help, who is competent, who is nearest."""
